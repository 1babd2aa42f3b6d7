import { expect, type Locator, type Page } from "@playwright/test";

/** The four steps of order day that come before the order, in their order, by the button that ticks each. */
const BEFORE = ["They are off", "Put it in the cart instead", "I’m at the review page", "It matches"] as const;

/** Goes through the checklist up to writing the order down, on the page of an order. */
export async function prepareOrder(page: Page, order: string): Promise<void> {
  await page.goto(order);
  for (const step of BEFORE) {
    await page.getByRole("button", { name: step }).click();
    await expect(page.getByRole("button", { name: step })).toHaveCount(0);
  }
}

export type RealOrder = {
  readonly number: string;
  /** Amounts with tax that differ from the plan, by the name of the line. */
  readonly amounts?: Readonly<Record<string, string>>;
  /** Lines that weren't bought. */
  readonly notBought?: Readonly<Record<string, "Left out" | "Not to be had">>;
  readonly shipping?: string;
  readonly total?: string;
  /** What balances really paid where it differs, by their label. */
  readonly paid?: Readonly<Record<string, string>>;
  readonly cashPayer?: string;
};

/** Fills the form of order day and sends it; the caller says what should come of it. */
export async function tryRecordOrder(page: Page, real: RealOrder): Promise<void> {
  const form = page.getByRole("form", { name: "Write the order down" });
  await form.getByLabel("Order number").fill(real.number);
  for (const [line, amount] of Object.entries(real.amounts ?? {})) await form.getByLabel(line, { exact: true }).fill(amount);
  for (const [line, outcome] of Object.entries(real.notBought ?? {}))
    await form.getByLabel(`${line}: was it bought?`).selectOption({ label: outcome });
  if (real.shipping !== undefined) await form.getByLabel("Shipping").fill(real.shipping);
  if (real.total !== undefined) await form.getByLabel("Total on the receipt").fill(real.total);
  for (const [credit, amount] of Object.entries(real.paid ?? {})) await form.getByLabel(credit).fill(amount);
  if (real.cashPayer !== undefined) await form.getByLabel("Who paid the rest").selectOption({ label: real.cashPayer });
  await form.getByRole("button", { name: "It’s ordered" }).click();
}

/** Writes the order down; afterwards only the payment methods are left to do. */
export async function recordOrder(page: Page, real: RealOrder): Promise<void> {
  await tryRecordOrder(page, real);
  await expect(page.getByRole("heading", { level: 1, name: "Put your payment methods back" })).toBeVisible();
}

/** Ticks that payment methods are back and closes the order; ends on the plan. */
export async function finishOrder(page: Page): Promise<void> {
  await page.getByRole("button", { name: "They are back" }).click();
  await page.getByRole("button", { name: "Close the order" }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/u);
}

export type Refund = {
  /** A line by its name, "Shipping" or "The whole order". */
  readonly about: string;
  readonly what?: "Money came back" | "It was cancelled: all of it comes back" | "It never came: all of it comes back";
  /** All of it when left out. */
  readonly amount?: string;
  /** "Back to where it came from" when left out. */
  readonly into?: string;
  readonly reopen?: boolean;
};

/** Writes down on the page of an order that money came back. */
export async function tryRefund(page: Page, { about, what = "Money came back", amount = "", into, reopen = false }: Refund): Promise<void> {
  const form = page.getByRole("form", { name: "Money came back, or something never came" });
  if (!(await form.isVisible())) await page.getByText("Money came back, or something never came").click();
  const target = form.getByLabel("What is it about?");
  await target.selectOption((await target.getByRole("option", { name: about }).getAttribute("value")) ?? "");
  await form.getByLabel("What happened?").selectOption({ label: what });
  await form.getByLabel("How much").fill(amount);
  if (into) await form.getByLabel("Where did the money go?").selectOption({ label: into });
  if (reopen) await form.getByLabel("Put it back on the list").check();
  await form.getByRole("button", { name: "Write it down" }).click();
}

/** The section that says who owes whom, on the balances page of a household. */
export async function debts(page: Page, household: string): Promise<Locator> {
  await page.goto(`${household}/balances`);
  return page.locator("section").filter({ has: page.locator("#owed") });
}

/** Writes down that one gave another money; all that is owed unless an amount is given. */
export async function evenUp(page: Page, household: string, from: string, to: string, amount?: string): Promise<void> {
  const section = await debts(page, household);
  await section.locator("summary", { hasText: `Even up: ${from} and ${to}` }).click();
  const form = page.getByRole("form", { name: `Even up: ${from} and ${to}` });
  if (amount !== undefined) await form.getByLabel("How much").fill(amount);
  await form.getByRole("button", { name: `${from} gave ${to} this` }).click();
}
