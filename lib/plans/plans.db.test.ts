import { expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { testCredit } from "@/lib/credits/testing/credit";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { fixedClock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { approvePlan, declinePlan, proposePlan } from "./decide";
import { changeLine } from "./edit";
import { cancelPlan, withdrawPlan } from "./end";
import { makePlan, planAgain } from "./make";
import { planChoices, planRows, planView } from "./queries";
import { CLOCK, example, PLANNING, testItem, type Example } from "./testing/example";

const actor = (of: Example, name: string): Actor => present(of.actors[name], name);
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.values)}`);
  return result.value;
};
const code = (result: Result<unknown>): string => (result.ok ? "ok" : result.failure.code);

async function made(of: Example, by = "anna"): Promise<Id> {
  return value(
    await makePlan(actor(of, by), newId(), { listIds: [of.listId], orderDates: [], cashLimitCents: null, settlement: "even_up" }, PLANNING),
  ).planId;
}
const view = async (of: Example, planId: Id, by = "anna") => present(await planView(actor(of, by), planId, CLOCK), "the plan");
const seen = async (of: Example, planId: Id) => ({ planId, version: (await view(of, planId)).plan.version });
const credit = (of: Example, id: Id) =>
  database().credit.findUniqueOrThrow({ where: { householdId_id: { householdId: of.householdId, id } } });
const line = async (of: Example, planId: Id, item: Id) =>
  present(
    (await view(of, planId)).plan.draft.lines.find((one) => one.itemId === item),
    "the line",
  );
const approving = async (of: Example, planId: Id, holder = "ben") => ({
  ...(await seen(of, planId)),
  holderId: present(of.members[holder], holder),
});

async function paidFor(of: Example, planId: Id, item: Id): Promise<Record<string, bigint>> {
  const { plan } = await view(of, planId);
  const { id } = present(
    plan.draft.lines.find((one) => one.itemId === item),
    "the line",
  );
  const names = new Map([
    [of.promotionId, "promotion"],
    [of.giftCardId, "gift card"],
  ]);
  return Object.fromEntries(
    plan.draft.payments
      .filter((payment) => payment.lineId === id)
      .map((payment) => [names.get(payment.creditId ?? "") ?? payment.creditId ?? "cash", payment.cents]),
  );
}

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

test("only the holder approves; then the amounts are held, once", async () => {
  const home = await example();
  const planId = await made(home);
  value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));
  const input = await approving(home, planId);
  expect(code(await approvePlan(actor(home, "anna"), newId(), input, CLOCK))).toBe("plans.not_yours");
  const commandId = newId();
  const said = await Promise.all([
    approvePlan(actor(home, "ben"), commandId, input, CLOCK),
    approvePlan(actor(home, "ben"), commandId, input, CLOCK),
  ]);
  expect(said.map((one) => value(one).status)).toEqual(["approved", "approved"]);
  expect(code(await approvePlan(actor(home, "ben"), newId(), input, CLOCK))).toBe("plans.not_now");
  expect((await credit(home, home.promotionId)).heldCents).toBe(1425n);
  expect((await credit(home, home.giftCardId)).heldCents).toBe(4185n);
  expect(await database().hold.count({ where: { householdId: home.householdId } })).toBe(2);
  expect((await view(home, planId)).lost).toEqual([]);
});

test("cancelling an approved plan frees what it held and its items", async () => {
  const home = await example();
  const planId = await made(home);
  value(await approvePlan(actor(home, "ben"), newId(), await approving(home, planId), CLOCK));
  expect((await planChoices(actor(home, "anna"), CLOCK)).taken).toHaveLength(3);
  value(await cancelPlan(actor(home, "anna"), newId(), await seen(home, planId)));
  expect((await credit(home, home.giftCardId)).heldCents).toBe(0n);
  expect((await planChoices(actor(home, "anna"), CLOCK)).taken).toEqual([]);
});

test("two plans on the same credit approved at the same moment: one wins, the other is told", async () => {
  for (let round = 0; round < 5; round += 1) {
    const home = await example();
    const other = newId();
    await database().list.create({ data: { householdId: home.householdId, id: other, name: "Other" } });
    await testItem(home.householdId, other, { name: "Lamp", priceCents: 9000n, requesterId: present(home.members["anna"], "anna") });
    const first = await made(home);
    const second = value(
      await makePlan(
        actor(home, "anna"),
        newId(),
        { listIds: [other], orderDates: [], cashLimitCents: null, settlement: "gift" },
        PLANNING,
      ),
    ).planId;
    for (const planId of [first, second]) value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));
    const inputs = [await approving(home, first), await approving(home, second)];
    const results = await Promise.all(inputs.map((input) => approvePlan(actor(home, "ben"), newId(), input, CLOCK)));
    expect(results.map(code).sort()).toEqual(["ok", "plans.lost.credit_less"]);
    const statuses = (await planRows(actor(home, "anna"))).map((row) => row.status).sort();
    expect(statuses).toEqual(["approved", "proposed"]);
    const { postedCents, heldCents } = await credit(home, home.giftCardId);
    expect(heldCents).toBeLessThanOrEqual(postedCents);
    const loser = results[0]?.ok ? second : first;
    expect((await view(home, loser)).lost.map((lost) => lost.code)).toEqual(["credit_less"]);
  }
});

test("two proposals for the same things at the same moment: one of them gets them", async () => {
  const home = await example();
  const plans = [await made(home), await made(home)];
  const results = await Promise.all(
    plans.map(async (planId) => proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK)),
  );
  expect(results.map(code).sort()).toEqual(["ok", "plans.lost.item_taken"]);
});

test.each([
  [
    "an item was bought",
    "item_bought",
    (home: Example) =>
      database().item.update({
        where: { householdId_id: { householdId: home.householdId, id: home.items.rice } },
        data: { status: "bought" },
      }),
  ],
  [
    "an item was ticked off",
    "item_checked",
    (home: Example) =>
      database().item.update({
        where: { householdId_id: { householdId: home.householdId, id: home.items.rice } },
        data: { status: "checked" },
      }),
  ],
  [
    "an item was removed",
    "item_removed",
    (home: Example) =>
      database().item.update({
        where: { householdId_id: { householdId: home.householdId, id: home.items.rice } },
        data: { status: "removed" },
      }),
  ],
  [
    "a price changed",
    "item_changed",
    (home: Example) =>
      database().item.update({
        where: { householdId_id: { householdId: home.householdId, id: home.items.rice } },
        data: { priceCents: 1500n, version: 2 },
      }),
  ],
  [
    "it is for others now",
    "item_changed",
    (home: Example) =>
      database().item.update({
        where: { householdId_id: { householdId: home.householdId, id: home.items.rice } },
        data: { forAll: true, version: 2 },
      }),
  ],
  [
    "the account was suspended",
    "account_suspended",
    (home: Example) =>
      database().storeAccount.update({
        where: { householdId_id: { householdId: home.householdId, id: home.accountId } },
        data: { status: "suspended" },
      }),
  ],
  [
    "the terms changed",
    "credit_gone",
    (home: Example) =>
      database().credit.update({
        where: { householdId_id: { householdId: home.householdId, id: home.promotionId } },
        data: { categories: ["books"] },
      }),
  ],
  [
    "the credit was closed",
    "credit_gone",
    (home: Example) =>
      database().credit.update({
        where: { householdId_id: { householdId: home.householdId, id: home.promotionId } },
        data: { closedAt: new Date() },
      }),
  ],
])("a plan that lost its ground says so and can't be approved: %s", async (_, lost, happens) => {
  const home = await example();
  const planId = await made(home);
  value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));
  await happens(home);
  expect((await view(home, planId)).lost.map((one) => one.code)).toEqual([lost]);
  expect(code(await approvePlan(actor(home, "ben"), newId(), await approving(home, planId), CLOCK))).toBe(`plans.lost.${lost}`);
  expect(await database().hold.count({ where: { householdId: home.householdId } })).toBe(0);
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

test("declining sends it back with the reason; withdrawing asks nobody", async () => {
  const home = await example();
  const planId = await made(home);
  value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));
  value(await declinePlan(actor(home, "ben"), newId(), { ...(await approving(home, planId)), reason: "I need the gift card" }, CLOCK));
  const { plan } = await view(home, planId);
  expect(plan.status).toBe("draft");
  expect(plan.approvals).toMatchObject([{ status: "declined", reason: "I need the gift card" }]);
  value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));
  value(await withdrawPlan(actor(home, "anna"), newId(), await seen(home, planId)));
  expect((await view(home, planId)).plan).toMatchObject({ status: "draft", approvals: [] });
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

test("an adult decides for a member without sign-in, and a child makes no plans", async () => {
  const home = await example();
  await database().storeAccount.update({
    where: { householdId_id: { householdId: home.householdId, id: home.accountId } },
    data: { memberId: present(home.members["cleo"], "cleo") },
  });
  const planId = await made(home);
  expect(value(await approvePlan(actor(home, "ben"), newId(), await approving(home, planId, "cleo"), CLOCK)).status).toBe("approved");
  const child: Actor = { ...actor(home, "ben"), role: "child" };
  expect(
    code(await makePlan(child, newId(), { listIds: [home.listId], orderDates: [], cashLimitCents: null, settlement: "gift" }, PLANNING)),
  ).toBe("actor.not_allowed");
  expect(await planView(child, planId, CLOCK)).toBeNull();
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
