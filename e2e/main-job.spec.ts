import type { Browser, Page } from "@playwright/test";
import { addStore, ledgerRows, recordCredit, setTaxRates } from "./app/credits";
import { inDays } from "./app/ferreira";
import { addItem, createList, item } from "./app/lists";
import { debts, evenUp, finishOrder, prepareOrder, recordOrder, tryRefund } from "./app/orders";
import { addChild, createHousehold, invite, joinAsNew, signUp, somebody } from "./app/people";
import { approvePlan, makePlan, orderOf, planLine, proposePlan } from "./app/plans";
import { expect, test } from "./fixtures";

/** Another person at a device of their own, of the size the test runs at. */
async function anotherDevice(browser: Browser, like: Page): Promise<Page> {
  return (await browser.newContext({ viewport: like.viewportSize() })).newPage();
}

test("the main job: from signing up to who owes whom, every cent right", async ({ page: anna, browser }) => {
  // 1. Anna makes the household; Ben joins by link, Cleo has no sign-in, Gran's link is bound to her address.
  await signUp(anna, somebody("Anna"));
  const household = await createHousehold(anna, { name: "Ferreira" });
  const ben = await anotherDevice(browser, anna);
  await joinAsNew(ben, await invite(anna, household), somebody("Ben"));
  await addChild(anna, household, "Cleo");
  const gran = await anotherDevice(browser, anna);
  const herself = somebody("Gran");
  await joinAsNew(gran, await invite(anna, household, { email: herself.email }), herself);

  // 2. All write on the list "Weekly".
  const store = await addStore(anna, household, "Amazon (US)");
  await setTaxRates(anna, store, { Groceries: "0", rest: "6" });
  const weekly = await createList(anna, household, "Weekly");
  await addItem(anna, "Rice 14.25 @Amazon for Anna", "Rice");
  await ben.goto(weekly);
  await addItem(ben, "Dishwasher tabs 21.49 @Amazon for all", "Dishwasher tabs");
  await gran.goto(weekly);
  await addItem(gran, "Book 17.99 @Amazon for Cleo", "Book");

  // 3. Ben records his two balances; the account is opened with the first.
  const place = { holder: "Ben", store: "Amazon (US)" } as const;
  const giftCard = await recordCredit(ben, household, {
    ...place,
    origin: "Gift card",
    amount: "120",
    label: "Birthday card",
    expires: "never",
  });
  const promotion = await recordCredit(ben, household, {
    ...place,
    origin: "Promotion",
    amount: "15",
    label: "Grocery week",
    expires: inDays(9),
    categories: ["Groceries"],
    coversShipping: false,
  });

  // 4. The plan: the promotion pays the rice, the gift card the rest (21.49 and 17.99 with 6 % tax), no cash, free shipping.
  const plan = await makePlan(anna, household);
  await expect(anna.getByRole("heading", { level: 1 })).toHaveText("Ben buys three things, and nobody pays cash");
  await expect(planLine(anna, "Rice")).toContainText("Grocery week pays all of it");
  await expect(planLine(anna, "Dishwasher tabs")).toContainText("$22.78");
  await expect(planLine(anna, "Dishwasher tabs")).toContainText("Birthday card pays all of it");
  await expect(planLine(anna, "Book")).toContainText("$19.07");
  await expect(planLine(anna, "Book")).toContainText("Birthday card pays all of it");
  await proposePlan(anna);

  // 5. Ben, whose balances are used, approves: 14.25 + 22.78 + 19.07 are held.
  await approvePlan(ben, plan, { hold: "$56.10" });
  await gran.goto(giftCard);
  await expect(gran.getByRole("main")).toContainText("$41.85");
  await expect(gran.getByRole("main")).toContainText("$78.15");

  // 6. Order day. The tabs cost 51 cents less than planned; the difference is booked and the rest of the hold is free again.
  await ben.goto(plan);
  const order = await orderOf(ben, "Ben’s Amazon (US)");
  await prepareOrder(ben, order);
  await recordOrder(ben, { number: "114-7", amounts: { "Dishwasher tabs": "22.27" }, total: "55.59", paid: { "Birthday card": "41.34" } });
  await finishOrder(ben);
  await anna.goto(weekly);
  for (const name of ["Rice", "Dishwasher tabs", "Book"]) await expect(item(anna, name)).toContainText("bought with an order");

  // Three dollars come back for the book: to the gift card, and off what Cleo received.
  await ben.goto(order);
  await tryRefund(ben, { about: "Book ($19.07 left)", amount: "3" });
  await expect(ben.getByRole("region", { name: "Money that came back" })).toContainText("$3.00 to Gift card, Birthday card");

  // 7. The books of both credits, entry by entry: 120.00 - 41.34 + 3.00, and 15.00 - 14.25.
  const shows = async (credit: string, expected: readonly (readonly string[])[]) => {
    await ben.goto(credit);
    const rows = await ledgerRows(ben);
    expect(rows).toHaveLength(expected.length);
    for (const [index, texts] of expected.entries()) for (const text of texts) expect(rows[index]?.join(" ")).toContain(text);
  };
  await shows(giftCard, [
    ["+$3.00", "$81.66"],
    ["−$41.34", "$78.66"],
    ["+$120.00", "$120.00"],
  ]);
  await shows(promotion, [
    ["−$14.25", "$0.75"],
    ["+$15.00", "$15.00"],
  ]);

  // Tabs 22.27 among four: 5.57 thrice and 5.56. Anna 14.25 + 5.57, Cleo 19.07 - 3.00 + 5.57, Gran 5.56.
  const owed = await debts(anna, household);
  for (const [name, amount] of [
    ["Anna", "$19.82"],
    ["Cleo", "$21.64"],
    ["Gran", "$5.56"],
  ] as const) {
    await expect(owed.getByRole("listitem").filter({ hasText: `${name} owes Ben` })).toContainText(amount);
  }
  await evenUp(anna, household, "Anna", "Ben");
  await expect(owed.getByRole("listitem").filter({ hasText: "Anna owes Ben" })).toHaveCount(0);
  await gran.goto(`${household}/activity`);
  await expect(gran.getByRole("main")).toContainText("114-7");
});
