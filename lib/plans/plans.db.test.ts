import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { testCredit } from "@/lib/credits/testing/credit";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { fixedClock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { approvePlan, proposePlan } from "./decide";
import { changeLine } from "./edit";
import { cancelPlan } from "./end";
import { makePlan, planAgain } from "./make";
import { orderToChoose, planChoices, planRows, planView } from "./queries";
import { actor, approving, code, line, made, paidFor, seen, value, view } from "./testing/acting";
import { CLOCK, example, PLANNING } from "./testing/example";

test("the example: the promotion pays the rice, the gift card the rest, nobody pays cash", async () => {
  const home = await example();
  const planId = await made(home);
  const { plan, totals, lost, holders } = await view(home, planId);
  expect(plan.status).toBe("draft");
  expect(await paidFor(home, planId, home.items.rice)).toEqual({ promotion: 1425n });
  expect(await paidFor(home, planId, home.items.tabs)).toEqual({ "gift card": 2278n });
  expect(await paidFor(home, planId, home.items.book)).toEqual({ "gift card": 1907n });
  expect(totals).toEqual({ fromCredits: 5610n, cash: 0n, shipping: 0n, tax: 237n, lost: 75n, total: 5610n });
  expect(lost).toEqual([]);
  expect(holders).toEqual([home.members["ben"]]);
  expect((await line(home, planId, home.items.tabs)).parts).toHaveLength(3);
});

test("making the same plan twice with one id makes one", async () => {
  const home = await example();
  const commandId = newId();
  const input = { listIds: [home.listId], orderDates: [], cashLimitCents: null, settlement: "gift" as const };
  const [first, second] = await Promise.all([
    makePlan(actor(home, "anna"), commandId, input, PLANNING),
    makePlan(actor(home, "anna"), commandId, input, PLANNING),
  ]);
  expect(value(first)).toEqual(value(second));
  expect(await planRows(actor(home, "anna"))).toHaveLength(1);
});

test("a day that has passed is lost ground too, and planning again takes today", async () => {
  const home = await example();
  const planId = await made(home);
  const monday = fixedClock("2026-11-16T15:00:00Z");
  expect(present(await planView(actor(home, "anna"), planId, monday), "the plan").lost.map((one) => one.code)).toEqual(["date_past"]);
  value(await planAgain(actor(home, "anna"), newId(), await seen(home, planId), { ...PLANNING, clock: monday }));
  const { lost, plan } = present(await planView(actor(home, "anna"), planId, monday), "the plan");
  expect(lost).toEqual([]);
  expect(plan.draft.orders.map((order) => order.on)).toEqual(["2026-11-16"]);
});

test("changing by hand pays the whole plan again, and planning again keeps it", async () => {
  const home = await example();
  const planId = await made(home);
  const change = async (item: Id, what: Parameters<typeof changeLine>[2]["change"]) =>
    changeLine(
      actor(home, "anna"),
      newId(),
      { ...(await seen(home, planId)), lineId: (await line(home, planId, item)).id, change: what },
      CLOCK,
    );
  value(await change(home.items.tabs, { kind: "pay", payWith: "cash" }));
  expect(await paidFor(home, planId, home.items.tabs)).toEqual({ cash: 2278n });
  value(await change(home.items.rice, { kind: "pay", payWith: "credit", creditId: home.giftCardId }));
  expect(await paidFor(home, planId, home.items.rice)).toEqual({ "gift card": 1425n });
  expect(code(await change(home.items.book, { kind: "pay", payWith: "credit", creditId: home.promotionId }))).toBe("plans.credit_cannot");
  value(await change(home.items.book, { kind: "out" }));
  expect((await view(home, planId)).totals).toMatchObject({ cash: 2278n, fromCredits: 1425n, lost: 1500n, total: 3703n });
  value(await planAgain(actor(home, "anna"), newId(), await seen(home, planId), PLANNING));
  expect((await line(home, planId, home.items.book)).place).toBeNull();
  expect(await paidFor(home, planId, home.items.tabs)).toEqual({ cash: 2278n });
  expect(await paidFor(home, planId, home.items.rice)).toEqual({ "gift card": 1425n });
  value(await change(home.items.book, { kind: "back" }));
  expect((await line(home, planId, home.items.book)).place).not.toBeNull();
  value(await change(home.items.rice, { kind: "pay", payWith: "auto" }));
  expect(await paidFor(home, planId, home.items.rice)).toEqual({ promotion: 1425n });
});

test("a line moved to another account is paid there, and stays there when planning again", async () => {
  const home = await example();
  const { householdId } = home;
  const anna = present(home.members["anna"], "anna");
  const annas = newId();
  await database().storeAccount.create({ data: { householdId, id: annas, storeId: home.storeId, memberId: anna } });
  const annasCredit = await testCredit(householdId, anna, annas, 500n, { origin: "refund", label: "Refund" });
  const planId = await made(home);
  const where = async () => present((await line(home, planId, home.items.book)).place, "its place");
  const { on } = await where();
  const lineId = (await line(home, planId, home.items.book)).id;
  value(
    await changeLine(
      actor(home, "anna"),
      newId(),
      { ...(await seen(home, planId)), lineId, change: { kind: "move", place: { accountId: annas, on } } },
      CLOCK,
    ),
  );
  const after = await view(home, planId);
  expect(after.plan.draft.orders).toHaveLength(2);
  expect([...after.holders].sort()).toEqual([anna, home.members["ben"]].sort());
  expect(await paidFor(home, planId, home.items.book)).toMatchObject({ [annasCredit]: 500n });
  // Alone the book doesn't reach free shipping.
  expect(after.totals.shipping).toBe(699n);
  value(await planAgain(actor(home, "anna"), newId(), await seen(home, planId), PLANNING));
  expect((await where()).accountId).toBe(annas);
});

test("who saw an older version is told, and nothing changes", async () => {
  const home = await example();
  const planId = await made(home);
  const before = await seen(home, planId);
  const lineId = (await line(home, planId, home.items.book)).id;
  value(await changeLine(actor(home, "anna"), newId(), { ...before, lineId, change: { kind: "out" } }, CLOCK));
  expect(code(await approvePlan(actor(home, "ben"), newId(), { ...before, holderId: present(home.members["ben"], "ben") }, CLOCK))).toBe(
    "plans.changed_meanwhile",
  );
  expect(code(await changeLine(actor(home, "anna"), newId(), { ...before, lineId, change: { kind: "back" } }, CLOCK))).toBe(
    "plans.changed_meanwhile",
  );
});

test("to another household the plan, its lists and its balances don't exist", async () => {
  const [home, stranger] = [await example(), await example()];
  const planId = await made(home);
  const theirs = await seen(home, planId);
  const them = actor(stranger, "anna");
  expect(await planView(them, planId, CLOCK)).toBeNull();
  expect(await planView(them, "no-id", CLOCK)).toBeNull();
  expect(code(await proposePlan(them, newId(), theirs, CLOCK))).toBe("not_found");
  expect(code(await cancelPlan(them, newId(), theirs))).toBe("not_found");
  expect(code(await planAgain(them, newId(), theirs, PLANNING))).toBe("not_found");
  expect(
    code(await makePlan(them, newId(), { listIds: [home.listId], orderDates: [], cashLimitCents: null, settlement: "gift" }, PLANNING)),
  ).toBe("plans.choose_list");
  const own = await made(stranger);
  const lineId = (await line(stranger, own, stranger.items.book)).id;
  const paying = { ...(await seen(stranger, own)), lineId, change: { kind: "pay", payWith: "credit", creditId: home.giftCardId } } as const;
  expect(code(await changeLine(them, newId(), paying, CLOCK))).toBe("plans.line_gone");
});

test("what can't be planned is said: no prices, no accounts, nothing on the lists", async () => {
  const home = await example();
  const plan = () =>
    makePlan(
      actor(home, "anna"),
      newId(),
      { listIds: [home.listId], orderDates: [], cashLimitCents: cents(0n), settlement: "gift" },
      PLANNING,
    );
  await database().item.updateMany({ where: { householdId: home.householdId }, data: { priceCents: null } });
  expect(code(await plan())).toBe("plans.need_prices");
  expect((await planChoices(actor(home, "anna"), CLOCK)).needPrice).toHaveLength(3);
  await database().item.updateMany({ where: { householdId: home.householdId }, data: { status: "checked" } });
  expect(code(await plan())).toBe("plans.nothing_to_plan");
  await database().storeAccount.updateMany({ where: { householdId: home.householdId }, data: { status: "suspended" } });
  expect(code(await plan())).toBe("plans.no_accounts");
});

test("R4, R13: where the store takes balances by itself, what has to be chosen at checkout is said on the plan and on order day", async () => {
  const home = await example();
  await database().store.update({
    where: { householdId_id: { householdId: home.householdId, id: home.storeId } },
    data: { appliesBalanceFirst: true },
  });
  const planId = await made(home);
  expect((await view(home, planId)).toChoose).toEqual([]);
  const tabs = await line(home, planId, home.items.tabs);
  const change = { kind: "pay", payWith: "cash" } as const;
  value(await changeLine(actor(home, "anna"), newId(), { ...(await seen(home, planId)), lineId: tabs.id, change }, CLOCK));
  const { plan, toChoose } = await view(home, planId);
  const orderId = present(plan.draft.orders[0], "the order").id;
  const tooMuch = [{ creditIds: [home.giftCardId], storeCents: 4185n, plannedCents: 1907n }];
  expect(toChoose).toEqual([{ orderId, tooMuch }]);
  const order = () => orderToChoose(actor(home, "ben"), planId, orderId, CLOCK);
  expect(await order()).toEqual([]);
  value(await approvePlan(actor(home, "ben"), newId(), await approving(home, planId), CLOCK));
  expect(await order()).toEqual(tooMuch);
});
