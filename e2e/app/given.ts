import type { Page } from "@playwright/test";
import { plainPost } from "./plain-post";
import { somebody, type TestPerson } from "./people";

/** What a test stands on but isn't about, by plain posts instead of pages: afterwards `page` is signed in as that person. */
export async function givenAccount(page: Page, person: TestPerson): Promise<void> {
  const { name, email, password } = person;
  await plainPost(page.request, "/sign-up", { field: "password", fields: { name, email, password } });
}

/** A new person with a family household of their own in US dollars; the answer is its address, "/h/<id>". */
export async function givenHousehold(page: Page, owner: string, name = "Ferreira"): Promise<string> {
  await givenAccount(page, somebody(owner));
  const fields = { name, kind: "family", currency: "USD", timeZone: "America/New_York" };
  const made = await plainPost(page.request, "/households/new", { field: "currency", fields });
  return new URL(made.url()).pathname;
}

/** A new person who has joined by a link that `owner` made. */
export async function givenMember(
  page: Page,
  name: string,
  { owner, household, role = "adult" }: { readonly owner: Page; readonly household: string; readonly role?: "adult" | "child" },
): Promise<void> {
  const invited = await plainPost(owner.request, `${household}/household`, { field: "role", fields: { role, email: "" } });
  const link = /\/join\/[\w-]+/u.exec(await invited.text())?.[0] ?? "no link";
  await givenAccount(page, somebody(name));
  await plainPost(page.request, link, { field: "token", fields: {} });
}
