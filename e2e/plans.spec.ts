import AxeBuilder from "@axe-core/playwright";
import { ferreira, GIFT_CARD, PROMOTION } from "./app/ferreira";
import { addAccount, addStore } from "./app/credits";
import { addItem, allSaved, createList } from "./app/lists";
import { givenAccount, givenHousehold } from "./app/given";
import { somebody } from "./app/people";
import {
  approvePlan,
  declinePlan,
  leftOut,
  makePlan,
  orderOf,
  payLineWith,
  planLine,
  proposePlan,
  putBack,
  takeOut,
  tryMakePlan,
  whatIf,
  withdrawPlan,
} from "./app/plans";
import { expect, test } from "./fixtures";

test("the promotion pays the rice before it is lost, the gift card the rest; Ben approves and the amounts are held", async ({
  page: anna,
  browser,
}) => {
  const { household, ben } = await ferreira(anna, browser);
  const plan = await makePlan(anna, household);
  const title = anna.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("Ben buys three things, and nobody pays cash");
  await expect(planLine(anna, "rice")).toContainText(`${PROMOTION} pays all of it`);
  await expect(planLine(anna, "dishwasher tabs")).toContainText("$22.78");
  await expect(planLine(anna, "dishwasher tabs")).toContainText(`${GIFT_CARD} pays all of it`);
  await expect(planLine(anna, "book")).toContainText("for Cleo");
  await expect(anna.getByRole("region", { name: "Line by line" })).toContainText("Sales tax, estimated");
  await expect(anna.getByRole("region", { name: "Line by line" })).toContainText("$56.10");
  await expect(anna.getByRole("heading", { name: /^Order by / })).toBeVisible();
  const people = anna.getByRole("region", { name: "Who it’s for" }).getByRole("listitem");
  await expect(people).toHaveCount(3);
  await expect(people.filter({ hasText: "Cleo" })).toContainText("$26.66");
  const problems = await new AxeBuilder({ page: anna }).analyze();
  expect(problems.violations).toEqual([]);

  await proposePlan(anna);
  await expect(anna.getByText("Waiting for Ben")).toBeVisible();
  await expect(anna.getByRole("button", { name: /^Approve/u })).toHaveCount(0);

  await approvePlan(ben, plan, { hold: "$56.10" });
  expect(await orderOf(ben, "Ben’s Amazon (US)")).toMatch(new RegExp(`^${plan}/orders/[0-9a-f-]{36}$`, "u"));
  await ben.goto(`${household}/balances`);
  await expect(ben.getByText("$41.85").first()).toBeVisible();
  await anna.goto(`${household}/plans`);
  await expect(anna.getByRole("link", { name: "Weekly" })).toContainText("Approved");

  // Its items are spoken for, so there is nothing left to plan.
  await anna.goto(`${household}/plans/new`);
  await expect(anna.getByRole("heading", { name: "Nothing to buy yet" })).toBeVisible();
});

test("a draft changed by hand shows the effect at once, and what is set stays when planning again", { tag: "@desktop" }, async ({
  page: anna,
  browser,
}) => {
  const { household, ben } = await ferreira(anna, browser);
  const plan = await makePlan(anna, household);
  await payLineWith(anna, "dishwasher tabs", "Cash only");
  await expect(anna.getByRole("heading", { level: 1 })).toHaveText("Ben buys three things and pays $22.78 in cash");
  await expect(anna.getByText("$22.78 more cash, nothing more lost")).toBeVisible();
  await takeOut(anna, "rice");
  await expect(anna.getByText("$14.25 more lost")).toBeVisible();
  await anna.getByRole("button", { name: "Plan again" }).click();
  await expect(anna.getByText("$22.78 more cash, nothing more lost")).toBeVisible();
  await expect(planLine(anna, "dishwasher tabs")).toContainText("Ben in cash pays all of it");
  await expect(planLine(anna, "dishwasher tabs")).toContainText("You chose cash for it.");
  await expect(leftOut(anna, "rice")).toContainText("You took it out.");
  await putBack(anna, "rice");
  await expect(planLine(anna, "rice")).toContainText(`${PROMOTION} pays all of it`);

  await proposePlan(anna);
  await declinePlan(ben, plan, "The tabs can wait");
  await anna.goto(plan);
  await expect(anna.getByText("Ben said no: “The tabs can wait”")).toBeVisible();
  await proposePlan(anna);
  await withdrawPlan(anna);
});

test("a plan that lost its ground says so, offers to plan again, and can't be approved", { tag: "@phone" }, async ({
  page: anna,
  browser,
}) => {
  const { household, ben, list } = await ferreira(anna, browser);
  const plan = await makePlan(anna, household);
  await proposePlan(anna);
  await ben.goto(plan);
  const approve = ben.getByRole("button", { name: "Approve, hold $56.10" });
  await expect(approve).toBeVisible();

  await anna.goto(list);
  await anna.getByRole("checkbox", { name: /^book/u }).click();
  await expect(anna.getByRole("region", { name: "In the basket" })).toContainText("book");
  await allSaved(anna);
  await approve.click();
  await expect(ben.getByText("This plan has lost its ground")).toBeVisible();
  await expect(ben.getByText("book was ticked off.").first()).toBeVisible();
  await expect(approve).toHaveCount(0);
  await ben.getByRole("button", { name: "Plan again" }).first().click();
  await expect(ben.getByRole("heading", { level: 1 })).toHaveText("Ben buys two things, and nobody pays cash");
});

test("what is missing for a plan is said, with the way on", { tag: "@desktop" }, async ({ page }) => {
  const household = await givenHousehold(page, "Anna");
  await page.goto(`${household}/plans`);
  await page.getByRole("link", { name: "Make a plan" }).click();
  await expect(page.getByRole("heading", { name: "Whose store account orders?" })).toBeVisible();
  const store = await addStore(page, household, "Corner", { shippingFee: "5" });
  await addAccount(page, store, "Anna");
  await createList(page, household, "Weekly");
  await addItem(page, "lamp", "lamp");
  await page.goto(`${household}/plans/new`);
  await expect(page.getByRole("heading", { name: "One thing needs a price" })).toBeVisible();
  await page.getByRole("link", { name: "Give it a price lamp" }).click();
  await addItem(page, "kettle 30.00", "kettle");
  await tryMakePlan(page, household, { cashLimit: "12.345" });
  await expect(page.getByText("That has more decimal places than this currency.").first()).toBeVisible();
  await tryMakePlan(page, household, { cashLimit: "10" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing can be bought this way");
  await expect(leftOut(page, "kettle")).toContainText("of your cash limit is left");
});

test("what if the tabs were paid in cash: the cost is told, done with one press, and planning again shows what changed", {
  tag: "@phone",
}, async ({ page: anna, browser, allowProblem }) => {
  allowProblem(/404/u);
  const { household, list } = await ferreira(anna, browser);
  const plan = await makePlan(anna, household);
  await expect(anna.getByRole("region", { name: "What stays on the balances" })).toContainText("$78.15");
  const rows = await whatIf(anna, "dishwasher tabs");
  await expect(rows.getByRole("listitem").filter({ hasText: "Paid in cash" })).toContainText(
    "$22.78 more cash. $22.78 less of the balances.",
  );
  await rows.getByRole("button", { name: "Do this Paid in cash" }).click();
  await expect(anna.getByRole("heading", { level: 1 })).toHaveText("Ben buys three things and pays $22.78 in cash");
  // Amazon takes balances by itself, so somebody has to keep it from doing so.
  await expect(anna.getByText("Amazon (US) takes balances by itself")).toBeVisible();

  await anna.goto(list);
  await addItem(anna, "lamp 12.00 for Anna", "lamp");
  await allSaved(anna);
  await anna.goto(plan);
  await anna.getByRole("button", { name: "Plan again" }).click();
  const changes = anna.getByRole("region", { name: "What changed" });
  await expect(changes).toContainText("lamp is new on the lists.");
  await expect(changes.getByRole("listitem").filter({ hasText: "New in the plan: Ben’s Amazon (US) account" })).toContainText("lamp");
  await expect(planLine(anna, "dishwasher tabs")).toContainText("You chose cash for it.");
  expect((await new AxeBuilder({ page: anna }).analyze()).violations).toEqual([]);

  // How far a plan is, is for those of the household alone.
  const progress = `${household}/plans/progress?run=${crypto.randomUUID()}`;
  expect(await (await anna.request.get(progress)).json()).toEqual({ state: "elsewhere" });
  const stranger = await (await browser.newContext()).newPage();
  await givenAccount(stranger, somebody("Zoe"));
  expect((await stranger.request.get(progress)).status()).toBe(404);
  expect((await stranger.request.post(progress, { data: { run: crypto.randomUUID(), how: "stop" } })).status()).toBe(404);
});
