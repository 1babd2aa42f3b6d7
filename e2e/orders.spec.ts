import AxeBuilder from "@axe-core/playwright";
import { ferreiraApproved, GIFT_CARD, PROMOTION } from "./app/ferreira";
import { item } from "./app/lists";
import { givenAccount, givenHousehold } from "./app/given";
import { somebody } from "./app/people";
import { debts, evenUp, finishOrder, prepareOrder, recordOrder, tryRecordOrder, tryRefund } from "./app/orders";
import { expect, test } from "./fixtures";

test("order day: the checklist, what really happened, who owes whom, what came back, evened up", async ({ page: anna, browser }) => {
  const { household, list, order, ben } = await ferreiraApproved(anna, browser);
  const title = ben.getByRole("heading", { level: 1 });

  await ben.goto(household);
  await expect(title).toHaveText("One order to place, Ben");
  await ben.getByRole("link", { name: "To order day" }).click();
  await expect(title).toHaveText("Order day");
  expect((await new AxeBuilder({ page: ben }).analyze()).violations).toEqual([]);
  await prepareOrder(ben, order);
  const status = ben.getByRole("form", { name: "Write the order down" }).getByRole("status");
  await expect(status).toHaveText("Things and shipping come to $56.10. Balances pay $56.10, cash $0.00.");

  // The book is a dollar cheaper; a total that isn't the sum is refused, and nothing typed is lost.
  const real = { number: "112-7", amounts: { book: "18.07" }, total: "55.00", paid: { [GIFT_CARD]: "40.85" } };
  await tryRecordOrder(ben, real);
  await expect(ben.getByText("Things and shipping come to $55.10, not $55.00. Please check the amounts.").first()).toBeVisible();
  await expect(ben.getByLabel("book", { exact: true })).toHaveValue("18.07");
  await recordOrder(ben, { ...real, total: "55.10" });
  expect((await new AxeBuilder({ page: ben }).analyze()).violations).toEqual([]);
  await expect(ben.getByRole("button", { name: "Close the order" })).toHaveCount(0);
  await ben.goto(household);
  await expect(title).toHaveText("Put your payment methods back, Ben");
  await ben.goto(order);
  await finishOrder(ben);
  await expect(ben.getByText("Done").first()).toBeVisible();

  await anna.goto(list);
  await expect(item(anna, "rice")).toContainText("bought with an order");
  const owed = await debts(anna, household);
  await expect(owed).toContainText("Cleo owes Ben");
  await expect(owed).toContainText("$25.66");
  await expect(owed).toContainText("$21.85");
  await expect(anna.getByText("$79.15").first()).toBeVisible();
  await expect(anna.getByText("$0.75").first()).toBeVisible();

  // Part of the book comes back as a balance of its own; never more than was paid.
  await ben.goto(order);
  await tryRefund(ben, { about: "book", amount: "5", into: "A new refund balance on this account" });
  await expect(ben.getByText("Refund for Order #112-7").first()).toBeVisible();
  await tryRefund(ben, { about: "book", amount: "13.08" });
  await expect(ben.getByText("Only $13.07 of that hasn’t come back yet.").first()).toBeVisible();
  await expect(await debts(anna, household)).toContainText("$20.66");

  await evenUp(anna, household, "Cleo", "Ben", "20.67");
  await expect(anna.getByText("Cleo owes Ben $20.66 at most.").first()).toBeVisible();
  await evenUp(anna, household, "Cleo", "Ben");
  await expect(anna.getByRole("heading", { name: "Anna owes Ben $21.85" })).toBeVisible();
  await anna.goto(`${household}/settle`);
  expect((await new AxeBuilder({ page: anna }).analyze()).violations).toEqual([]);
  await anna.getByRole("button", { name: "Take back" }).click();
  await expect(anna.getByText("Taken back: Cleo gave Ben")).toBeVisible();
  await expect(await debts(anna, household)).toContainText("$20.66");

  await anna.goto(`${household}/activity`);
  await expect(anna.getByText("Ben ordered at Amazon (US): $55.10, $0.00 of it in cash (order 112-7).")).toBeVisible();
  await expect(anna.getByText("Anna took back that Cleo gave Ben $20.66.")).toBeVisible();
  expect((await new AxeBuilder({ page: anna }).analyze()).violations).toEqual([]);
});

test("something is different: a thing is taken out, a balance is declined; a mistake is taken back; the order is stopped", {
  tag: "@desktop",
}, async ({ page: anna, browser }) => {
  const { household, list, plan, order, ben } = await ferreiraApproved(anna, browser);
  await ben.goto(`${order}?write=1`);
  await ben.getByText("Something is different").click();
  await ben.getByRole("button", { name: "Take out book" }).click();
  await expect(ben.getByRole("button", { name: "Stop and release the $37.03" })).toBeVisible();
  const trouble = ben.getByRole("form", { name: "A balance is declined or gone?" });
  await trouble.getByLabel("Which balance").selectOption({ label: `Promotion, ${PROMOTION}` });
  await trouble.getByLabel("What the store said").fill("Not for this item");
  await trouble.getByRole("button", { name: "Note it down" }).click();
  await expect(ben.getByRole("button", { name: "Stop and release the $22.78" })).toBeVisible();

  await recordOrder(ben, { number: "113-1", cashPayer: "Anna" });
  await expect(ben.getByRole("region", { name: "What paid" })).toContainText("Cash, Anna");
  await ben.getByText("Written down by mistake?").click();
  await ben.getByRole("button", { name: "Take it back" }).click();
  await expect(ben.getByRole("heading", { level: 1, name: "Order day" })).toBeVisible();
  await ben.getByRole("button", { name: "Stop and release the $22.78" }).click();
  await expect(ben.getByRole("heading", { level: 1, name: "This order was stopped" })).toBeVisible();
  await ben.goto(plan);
  await expect(ben.getByText("Cancelled").first()).toBeVisible();
  await ben.goto(`${household}/balances`);
  await expect(ben.getByText("$135.00 free to use").first()).toBeVisible();
  await anna.goto(list);
  for (const name of ["rice", "book"]) await expect(item(anna, name).getByRole("checkbox")).not.toBeChecked();
});

test("an empty household has three ways to begin; a stranger finds neither order nor activity", { tag: "@phone" }, async ({
  page: anna,
  browser,
  allowProblem,
}) => {
  allowProblem(/404/u);
  const household = await givenHousehold(anna, "Anna");
  await anna.goto(household);
  await expect(anna.getByRole("heading", { level: 1 })).toHaveText("Welcome, Anna");
  const ways = anna.getByRole("region", { name: "Three ways to begin" }).getByRole("link");
  await expect(ways).toHaveCount(3);
  expect((await new AxeBuilder({ page: anna }).analyze()).violations).toEqual([]);

  const stranger = await (await browser.newContext()).newPage();
  await givenAccount(stranger, somebody("Zoe"));
  for (const place of ["", "/activity", "/settle", "/balances", "/plans/nonsense/orders/nonsense"]) {
    await stranger.goto(`${household}${place}`);
    await expect(stranger.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  }
});
