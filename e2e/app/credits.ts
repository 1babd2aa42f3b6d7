import type { Page } from "@playwright/test";

/** Adds a store; "Amazon (US)" comes with its preset. Stays on its page; the answer is its address. */
export async function addStore(
  page: Page,
  household: string,
  name: string,
  { shippingFee = "", freeFrom = "" }: { readonly shippingFee?: string; readonly freeFrom?: string } = {},
): Promise<string> {
  if (name === "Amazon (US)") {
    await page.goto(`${household}/stores`);
    await page.getByRole("button", { name: "Add Amazon (US)" }).click();
  } else {
    await page.goto(`${household}/stores/new`);
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Shipping fee").fill(shippingFee);
    await page.getByLabel("Free shipping from").fill(freeFrom);
    await page.getByRole("button", { name: "Add store" }).click();
  }
  await page.waitForURL(/\/stores\/[0-9a-f-]{36}$/u);
  return new URL(page.url()).pathname;
}

/** Sets the estimated sales tax of the store at this address; keys are category names, "rest" is for all left blank. */
export async function setTaxRates(page: Page, store: string, rates: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(store);
  await page.getByText("Set the rates").click();
  const form = page.getByRole("form", { name: "Estimated sales tax" });
  for (const [category, percent] of Object.entries(rates))
    await form.getByLabel(category === "rest" ? "All categories left blank" : category).fill(percent);
  await form.getByRole("button", { name: "Save rates" }).click();
  for (const percent of Object.values(rates).filter((rate) => rate !== "0")) await page.getByText(`${percent}% on`).first().waitFor();
}

/** Adds a member's account at the store at this address. */
export async function addAccount(
  page: Page,
  store: string,
  member: string,
  kind: "personal" | "work" | "family" = "personal",
): Promise<void> {
  await page.goto(store);
  await page.getByText("Add an account").click();
  const form = page.getByRole("form", { name: "Add an account" });
  await form.getByLabel("Whose account").selectOption({ label: member });
  await form.getByLabel("Kind").selectOption({ label: kind });
  await form.getByRole("button", { name: "Add account" }).click();
  await page.getByText(`Change ${member}’s account`).waitFor();
}

export type NewCredit = {
  /** The member and the store; the account is opened with it where there is none. */
  readonly holder: string;
  readonly store: string;
  readonly origin: "Gift card" | "Refund" | "Return" | "Promotion" | "Reward" | "Other" | "Origin unknown";
  readonly amount: string;
  readonly label?: string;
  /** The last usable day (YYYY-MM-DD), "never" or "unknown". */
  readonly expires: string;
  /** Categories by name; all when left out. */
  readonly categories?: readonly string[];
  readonly coversShipping?: boolean;
  readonly minimumOrder?: string;
};

/** Fills the form for a new balance and sends it; the caller says what should come of it. */
export async function tryRecordCredit(page: Page, household: string, credit: NewCredit): Promise<void> {
  await page.goto(`${household}/balances/credits/new`);
  const form = page.getByRole("form", { name: "Add a balance" });
  const account = form.getByLabel("Account", { exact: true });
  const place = account.getByRole("option", { name: `${credit.holder}: ${credit.store}` });
  await account.selectOption((await place.first().getAttribute("value")) ?? "");
  await form.getByLabel("Amount you see").fill(credit.amount);
  await form
    .getByRole("radiogroup", { name: "It came from" })
    .getByRole("radio", { name: new RegExp(`^${credit.origin}`, "u") })
    .check();
  if (credit.label) await form.getByLabel("What you call it").fill(credit.label);
  const dated = credit.expires !== "never" && credit.expires !== "unknown";
  await form
    .getByRole("radiogroup", { name: "Does it end?" })
    .getByRole("radio", { name: dated ? "Yes, on a day" : credit.expires === "never" ? "No, never" : "I don’t know yet" })
    .check();
  if (dated) await form.getByLabel("Last day it can be used").fill(credit.expires);
  for (const category of credit.categories ?? []) await form.getByRole("group", { name: "Only for" }).getByLabel(category).check();
  if (credit.coversShipping === false) await form.getByLabel("It pays shipping too").uncheck();
  if (credit.minimumOrder) {
    await form.getByText("More", { exact: true }).click();
    await form.getByLabel("Only for orders from").fill(credit.minimumOrder);
  }
  await form.getByRole("button", { name: "Add balance" }).click();
}

/** Records a balance and stays on its page; the answer is its address. */
export async function recordCredit(page: Page, household: string, credit: NewCredit): Promise<string> {
  await tryRecordCredit(page, household, credit);
  await page.waitForURL(/\/balances\/credits\/[0-9a-f-]{36}$/u);
  return new URL(page.url()).pathname;
}

/** Books a part of the balance on this page as spent outside any plan. */
export async function spendOutside(page: Page, amount: string, reason: string): Promise<void> {
  const form = page.getByRole("form", { name: "Spent outside a plan" });
  await form.getByLabel("Amount spent").fill(amount);
  await form.getByLabel("What for").fill(reason);
  await form.getByRole("button", { name: "Book as spent" }).click();
}

/** Writes down what the store shows for the balance on this page. */
export async function checkAmount(page: Page, amount: string, reason = ""): Promise<void> {
  const form = page.getByRole("form", { name: "Check the amount" });
  if (!(await form.isVisible())) await page.getByText("Check the amount").click();
  await form.getByLabel("Balance you see").fill(amount);
  await form.getByLabel("Why it differs").fill(reason);
  await form.getByRole("button", { name: "Book what I see" }).click();
}

/** Takes back the entry with this number, on the page of its balance. */
export async function takeBack(page: Page, number: number, reason: string): Promise<void> {
  const form = page.getByRole("form", { name: `Take entry ${number} back` });
  // Folded away until asked for, so the row is found by its hidden form.
  const row = page.getByRole("row").filter({ has: page.getByRole("form", { name: `Take entry ${number} back`, includeHidden: true }) });
  await row.getByText("Take back", { exact: true }).click();
  await form.getByLabel("Why was it a mistake?").fill(reason);
  await form.getByRole("button", { name: `Take entry ${number} back` }).click();
}

/** The rows of the ledger on this page, newest first, each as the texts of its cells. */
export async function ledgerRows(page: Page): Promise<string[][]> {
  const rows = await page
    .getByRole("table", { name: /^Entries of/u })
    .getByRole("row")
    .all();
  return Promise.all(rows.slice(1).map((row) => row.locator("th, td").allInnerTexts()));
}
