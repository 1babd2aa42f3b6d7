import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

export type TestPerson = { readonly name: string; readonly email: string; readonly password: string };

/** Somebody nobody else in the test run is, so that tests run side by side. */
export function somebody(name: string): TestPerson {
  return { name, email: `${name.toLowerCase()}-${randomUUID()}@example.test`, password: "plenty of purple rice" };
}

/** Makes an account from wherever the sign-up form is one click away, or from the start. */
export async function signUp(page: Page, person: TestPerson): Promise<void> {
  if (!new URL(page.url(), "http://nowhere").pathname.startsWith("/sign-up")) await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create an account" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
}

/** Fills the sign-in form and sends it; the caller says what should come of it. */
export async function trySignIn(page: Page, person: Pick<TestPerson, "email" | "password">): Promise<void> {
  if (!new URL(page.url(), "http://nowhere").pathname.startsWith("/sign-in")) await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signIn(page: Page, person: Pick<TestPerson, "email" | "password">): Promise<void> {
  await trySignIn(page, person);
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

export async function signOut(page: Page): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.waitForURL("**/sign-in");
}

export type NewHousehold = {
  readonly name: string;
  readonly kind?: "Family" | "Shared flat" | "Office";
  readonly currency?: string;
  readonly timeZone?: string;
};

/** Makes a household and stays on its home page; the answer is its address, "/h/<id>". */
export async function createHousehold(
  page: Page,
  { name, kind = "Family", currency = "USD", timeZone = "America/New_York" }: NewHousehold,
): Promise<string> {
  await page.goto("/households/new");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("radio", { name: kind }).check();
  await page.getByLabel("Currency").selectOption(currency);
  await page.getByLabel("Time zone").selectOption(timeZone);
  await page.getByRole("button", { name: "Make household" }).click();
  await page.waitForURL(/\/h\/[\w-]+$/u);
  return new URL(page.url()).pathname;
}

/** Makes an invitation link; the answer is the link. */
export async function invite(
  page: Page,
  household: string,
  { role = "Adult", email = "" }: { readonly role?: "Adult" | "Child"; readonly email?: string } = {},
): Promise<string> {
  await page.goto(`${household}/household`);
  const links = page.getByRole("list", { name: "Open invitations" }).getByRole("textbox", { name: "Invitation link" });
  const before = await links.count();
  const form = page.getByRole("form", { name: "Invite somebody" });
  await form.getByRole("radio", { name: role }).check();
  await form.getByLabel("Only for this e-mail address").fill(email);
  await form.getByRole("button", { name: "Make an invitation link" }).click();
  await expect(links).toHaveCount(before + 1);
  return links.last().inputValue();
}

/** A new person opens a link, makes an account and joins. */
export async function joinAsNew(page: Page, link: string, person: TestPerson): Promise<string> {
  await page.goto(link);
  await page.getByRole("link", { name: "Create an account and join" }).click();
  await page.waitForURL("**/sign-up**");
  await signUp(page, person);
  return acceptInvitation(page);
}

/** A person with an account, signed out, opens a link, signs in and joins. */
export async function joinAsKnown(page: Page, link: string, person: TestPerson): Promise<string> {
  await page.goto(link);
  await page.getByRole("link", { name: "Sign in and join" }).click();
  await page.waitForURL("**/sign-in**");
  await signIn(page, person);
  return acceptInvitation(page);
}

/** Presses "Join" on an open invitation; the answer is the household's address. */
export async function acceptInvitation(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^Join / }).click();
  await page.waitForURL(/\/h\/[\w-]+$/u);
  return new URL(page.url()).pathname;
}

/** Adds a child who has no sign-in. */
export async function addChild(page: Page, household: string, name: string): Promise<void> {
  await page.goto(`${household}/household`);
  await page.getByRole("textbox", { name: "Add a child without sign-in" }).fill(name);
  await page.getByRole("button", { name: "Add child" }).click();
  await expect(member(page, name)).toBeVisible();
}

/** A member's row on the household page. */
export function member(page: Page, name: string) {
  return page.getByRole("list", { name: "Who belongs here" }).getByRole("listitem", { name });
}
