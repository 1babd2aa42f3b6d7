import {
  addAccount,
  addStore,
  checkAmount,
  ledgerRows,
  recordCredit,
  setTaxRates,
  spendOutside,
  takeBack,
  tryRecordCredit,
} from "./app/credits";
import { givenHousehold } from "./app/given";
import { expect, test } from "./fixtures";

/** The day so many days from now, as a date field takes it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test("a balance is recorded, spent, checked and taken back, and its ledger adds up", async ({ page }) => {
  const household = await givenHousehold(page, "Ben");
  const amazon = await addStore(page, household, "Amazon (US)");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Amazon (US)");
  await expect(page.getByText("Shipping $6.99, free from $35.00").first()).toBeVisible();
  await addAccount(page, amazon, "Ben");

  await recordCredit(page, household, {
    holder: "Ben",
    store: "Amazon (US)",
    origin: "Gift card",
    amount: "120",
    label: "Birthday card",
    expires: "never",
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gift card at Amazon (US)");
  await spendOutside(page, "34.50", "Descaler");
  await expect(page.getByRole("row").filter({ hasText: "Descaler" })).toBeVisible();
  await takeBack(page, 2, "Paid by card after all");
  await expect(page.getByRole("row").filter({ hasText: "takes back entry 2" })).toBeVisible();
  await checkAmount(page, "118.50", "Seen at checkout");
  await expect(page.getByRole("row").filter({ hasText: "Seen at checkout" })).toBeVisible();

  const rows = await ledgerRows(page);
  const changes = rows.map((cells) => [
    cells[1]?.split("\n")[0],
    /[+−]\$[\d,.]+/u.exec(cells[2] ?? "")?.[0],
    /\$[\d,.]+$/u.exec(cells[3] || (cells[2] ?? ""))?.[0],
  ]);
  expect(changes).toEqual([
    ["Correction", "−$1.50", "$118.50"],
    ["Taken back", "+$34.50", "$120.00"],
    ["Spent outside a plan", "−$34.50", "$85.50"],
    ["Opening", "+$120.00", "$120.00"],
  ]);

  await page.getByRole("button", { name: "All $118.50 was spent" }).click();
  await expect(page.getByText("Used up and closed.", { exact: true })).toBeVisible();
  await page.goto(`${household}/balances`);
  await expect(page.getByRole("heading", { name: "All balances are used up" })).toBeVisible();
  await expect(page.getByRole("region", { name: /^Used in time/u })).toContainText("$118.50");
});

test("what is lost first is said first, and balances are split by origin, never pooled", async ({ page }) => {
  const household = await givenHousehold(page, "Ben");
  await addStore(page, household, "Amazon (US)");
  await recordCredit(page, household, { holder: "Ben", store: "Amazon (US)", origin: "Gift card", amount: "120", expires: "never" });
  await recordCredit(page, household, {
    holder: "Ben",
    store: "Amazon (US)",
    origin: "Promotion",
    amount: "15",
    expires: inDays(9),
    categories: ["Groceries"],
  });
  await page.goto(`${household}/balances`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\$15\.00 at Amazon \(US\) is lost in \d+ days$/u);
  const split = page.getByRole("region", { name: "All of it by origin" });
  await expect(split).toContainText("Gift card $120.00");
  await expect(split).toContainText("Promotion $15.00");
  await page.getByRole("link", { name: "Use next" }).click();
  await expect(page.getByRole("link", { name: /free to use/u }).first()).toContainText("Promotion");
});

test("what can't be right is said at the field, and what was typed stays", { tag: "@phone" }, async ({ page }) => {
  const household = await givenHousehold(page, "Ben");
  await addStore(page, household, "Marlow’s", { shippingFee: "4.95", freeFrom: "25" });
  await expect(page.getByText("Shipping $4.95, free from $25.00").first()).toBeVisible();
  await tryRecordCredit(page, household, {
    holder: "Ben",
    store: "Marlow’s",
    origin: "Promotion",
    amount: "-15",
    label: "Welcome offer",
    expires: "never",
  });
  const amount = page.getByLabel("Amount you see");
  await expect(amount).toHaveAccessibleDescription(/without a minus sign/u);
  await expect(amount).toHaveValue("-15");
  await expect(page.getByLabel("What you call it")).toHaveValue("Welcome offer");
  await amount.fill("15");
  await page.getByRole("button", { name: "Add balance" }).click();
  await expect(page.getByText("Promotions nearly always end.").first()).toBeVisible();
  await page.getByRole("radio", { name: "Yes, on a day" }).check();
  await page.getByLabel("Last day it can be used").fill("2020-01-01");
  await page.getByRole("button", { name: "Add balance" }).click();
  await expect(page.getByLabel("Last day it can be used")).toHaveAccessibleDescription(/lost already/u);
  await page.getByLabel("Last day it can be used").fill(inDays(20));
  await page.getByRole("button", { name: "Add balance" }).click();
  await page.waitForURL(/\/balances\/credits\/[0-9a-f-]{36}$/u);

  await spendOutside(page, "15.01", "Too much");
  await expect(page.getByLabel("Amount spent")).toHaveAccessibleDescription(/Only \$15\.00 of this is free/u);
  await expect(page.getByLabel("Amount spent")).toHaveValue("15.01");
});

test("a store's sales tax is kept by category, and a stranger finds nothing", { tag: "@desktop" }, async ({
  page,
  browser,
  allowProblem,
}) => {
  const household = await givenHousehold(page, "Ben");
  const store = await addStore(page, household, "Amazon (US)");
  await setTaxRates(page, store, { rest: "8.875", Groceries: "0" });
  await expect(page.getByText(/^8\.875% on Household, Electronics, Clothing/u)).toBeVisible();
  const credit = await recordCredit(page, household, {
    holder: "Ben",
    store: "Amazon (US)",
    origin: "Gift card",
    amount: "20",
    expires: "never",
  });

  allowProblem(/404/u);
  const stranger = await (await browser.newContext()).newPage();
  const own = await givenHousehold(stranger, "Mallory", "Elsewhere");
  for (const address of [
    credit,
    store,
    `${household}/balances`,
    credit.replace(household, own),
    store.replace(household, own),
    `${own}/balances/credits/nonsense`,
  ]) {
    await stranger.goto(address);
    await expect(stranger.getByText("Gift card at Amazon")).toHaveCount(0);
    await expect(stranger.getByRole("heading", { name: "Amazon (US)" })).toHaveCount(0);
  }
  await stranger.context().close();
});
