import { expect, type Locator, type Page } from "@playwright/test";

export type NewPlan = {
  /** Lists by name; all that have something open when left out. */
  readonly lists?: readonly string[];
  readonly cashLimit?: string;
  readonly settlement?: "a gift" | "evened up";
  /** Days on which orders can be placed, YYYY-MM-DD; today when left out. At most three. */
  readonly days?: readonly string[];
};

/** Fills the form for a plan and sends it; the caller says what should come of it. */
export async function tryMakePlan(page: Page, household: string, { lists, cashLimit, settlement, days = [] }: NewPlan = {}): Promise<void> {
  await page.goto(`${household}/plans/new`);
  const form = page.getByRole("form", { name: "Make a plan" });
  if (lists) {
    for (const box of await form.getByRole("checkbox").all()) await box.uncheck();
    for (const list of lists) await form.getByRole("checkbox", { name: list }).check();
  }
  if (cashLimit) await form.getByLabel("Spend at most this much cash").fill(cashLimit);
  if (settlement) await form.getByRole("radio", { name: settlement }).check();
  for (const [index, day] of days.entries()) await form.getByLabel(`Day ${index + 1}`).fill(day);
  await form.getByRole("button", { name: "Work out the plan" }).click();
}

/** Makes a plan and stays on its page; the answer is its address. */
export async function makePlan(page: Page, household: string, plan: NewPlan = {}): Promise<string> {
  await tryMakePlan(page, household, plan);
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/u);
  return new URL(page.url()).pathname;
}

/** A line of the plan on this page, by the name of its item. */
export function planLine(page: Page, item: string): Locator {
  return page
    .getByRole("region", { name: "Line by line" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: item }) });
}

/** Asks the holders to approve the draft on this page. */
export async function proposePlan(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Ask .+ to approve$/u }).click();
  await expect(page.getByText(/^Waiting for /u)).toBeVisible();
}

/** Approves the plan at this address, as one of its holders; `hold` is the amount the button has to name. */
export async function approvePlan(page: Page, plan: string, { hold }: { readonly hold?: string } = {}): Promise<void> {
  await page.goto(plan);
  await page.getByRole("button", { name: hold === undefined ? /^Approve/u : `Approve, hold ${hold}` }).click();
  await expect(
    page
      .getByRole("link", { name: /^Order day/u })
      .or(page.getByText(/^Waiting for /u))
      .first(),
  ).toBeVisible();
}

/** Says no to the plan at this address. */
export async function declinePlan(page: Page, plan: string, reason: string): Promise<void> {
  await page.goto(plan);
  await page.getByRole("button", { name: "Decline" }).click();
  const form = page.getByRole("form", { name: "Why not?" });
  await form.getByLabel("Reason").fill(reason);
  await form.getByRole("button", { name: "Decline the plan" }).click();
  await expect(page.getByText(`said no: “${reason}”`)).toBeVisible();
}

/** Takes back the proposal on this page. */
export async function withdrawPlan(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Take the proposal back" }).click();
  await expect(page.getByRole("button", { name: "Plan again" })).toBeVisible();
}

/** Opens what can be changed about a line of the draft on this page. */
export async function openChange(page: Page, item: string): Promise<Locator> {
  const line = planLine(page, item);
  const form = line.getByRole("form", { name: `What pays ${item}` });
  if (!(await form.isVisible())) await line.getByText("Change", { exact: false }).first().click();
  await expect(form).toBeVisible();
  return line;
}

/** Chooses what pays a line of the draft on this page: a balance by its name, "Cash only" or "Whatever is best". */
export async function payLineWith(page: Page, item: string, choice: string): Promise<void> {
  const line = await openChange(page, item);
  await line.getByLabel("Paid by").selectOption({ label: choice });
  await line.getByRole("button", { name: "Use this" }).click();
}

export async function takeOut(page: Page, item: string): Promise<void> {
  const line = await openChange(page, item);
  await line.getByRole("button", { name: `Take it out ${item}` }).click();
  await expect(leftOut(page, item)).toBeVisible();
}

export async function putBack(page: Page, item: string): Promise<void> {
  await leftOut(page, item)
    .getByRole("button", { name: `Put it back ${item}` })
    .click();
  await expect(planLine(page, item)).toBeVisible();
}

/** Something the plan on this page leaves out. */
export function leftOut(page: Page, item: string): Locator {
  return page
    .getByRole("region", { name: /left out$/u })
    .getByRole("listitem")
    .filter({ hasText: item });
}

/** The address of the order day of the approved plan on this page, by the store account it orders from. */
export async function orderOf(page: Page, account: string | RegExp): Promise<string> {
  const link = page.getByRole("region", { name: /^The orders?$/u }).getByRole("link", { name: account });
  return (await link.getAttribute("href")) ?? "";
}

/** Asks what else could be done with a line of the draft on this page. */
export async function whatIf(page: Page, item: string): Promise<Locator> {
  await planLine(page, item)
    .getByRole("link", { name: `What if? ${item}` })
    .click();
  const rows = page.getByRole("region", { name: `What if ${item} were bought otherwise?` });
  await expect(rows).toBeVisible();
  return rows;
}
