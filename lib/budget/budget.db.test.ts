import { expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { recordOrder } from "@/lib/orders/record";
import { refundOrder } from "@/lib/orders/refund";
import { approvedOrder, asPlanned, ORDER_CLOCK } from "@/lib/orders/testing/approved-order";
import { undoRecord } from "@/lib/orders/undo";
import { addExpense, endEnvelope, removeExpense, setEnvelope } from "./commands";
import { monthOf, parseMonth } from "./month";
import { budgetPage } from "./queries";

const NOVEMBER = { month: null, removedId: null, endedId: null };
const TODAY = day("2026-11-22");

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};
const code = (result: Result<unknown>) => (result.ok ? "ok" : result.failure.code);
const page = async (actor: Actor, asked: Partial<Parameters<typeof budgetPage>[1]> = {}) =>
  present(await budgetPage(actor, { ...NOVEMBER, ...asked }, ORDER_CLOCK), "the budget");
const spentOn = async (actor: Actor) => {
  const { budget } = await page(actor);
  return Object.fromEntries(
    [...budget.envelopes, ...budget.loose].map(({ category, balanceCents, cashCents }) => [category, [balanceCents, cashCents]]),
  );
};

test("R109: orders fill the envelopes of their lines, what balances paid and cash apart, and undoing one empties them", async () => {
  const order = await approvedOrder();
  const { anna } = order;
  value(await setEnvelope(anna, newId(), { category: "grocery", limitCents: cents(2000) }));
  value(await recordOrder(order.ben, newId(), asPlanned(order), ORDER_CLOCK));
  expect(await spentOn(anna)).toEqual({ grocery: [1425n, 0n], household: [2149n, 0n], books: [1799n, 0n], shipping: [0n, 500n] });
  const { budget, month } = await page(anna);
  expect(month).toBe("2026-11");
  expect(budget.envelopes).toMatchObject([{ category: "grocery", leftCents: 575n, state: "left" }]);
  expect(budget).toMatchObject({ limitCents: 2000n, leftCents: -3873n });
  expect((await page(anna, { month: parseMonth("2026-10") })).budget.spent.spentCents).toBe(0n);
  value(await undoRecord(order.ben, newId(), order.orderId));
  expect(await spentOn(anna)).toEqual({ grocery: [0n, 0n] });
});

test("what comes back of an order is taken off what it was spent on", async () => {
  const order = await approvedOrder();
  value(await recordOrder(order.ben, newId(), asPlanned(order), ORDER_CLOCK));
  value(
    await refundOrder(
      order.ben,
      newId(),
      {
        orderId: order.orderId,
        target: { kind: "line", lineId: order.lines.book },
        what: "refund",
        amountCents: cents(1000),
        into: { kind: "origin" },
        reason: "",
        occurredOn: TODAY,
        reopen: false,
      },
      ORDER_CLOCK,
    ),
  );
  expect(await spentOn(order.anna)).toMatchObject({ books: [799n, 0n], household: [2149n, 0n] });
});

test("an expense typed in by hand is cash, and taken away it can be brought back", async () => {
  const { actors } = await testHousehold();
  const anna = present(actors.anna, "anna");
  const expense = { name: "Pizza night", category: "eating_out" as const, cents: cents(4120), spentOn: TODAY, paidById: anna.memberId };
  const { expenseId } = value(await addExpense(anna, newId(), expense, ORDER_CLOCK));
  expect(await spentOn(anna)).toEqual({ eating_out: [0n, 4120n] });
  value(await removeExpense(anna, newId(), expenseId, true));
  const without = await page(anna, { removedId: expenseId });
  expect([without.expenses, without.removed?.name, without.budget.spent.spentCents]).toEqual([[], "Pizza night", 0n]);
  value(await removeExpense(anna, newId(), expenseId, false));
  expect((await page(anna, { removedId: expenseId })).removed).toBeNull();
  expect(await spentOn(anna)).toEqual({ eating_out: [0n, 4120n] });
  expect(code(await addExpense(anna, newId(), { ...expense, spentOn: day("2026-11-23") }, ORDER_CLOCK))).toBe("budget.in_future");
  expect(code(await addExpense(anna, newId(), { ...expense, cents: cents(0) }, ORDER_CLOCK))).toBe("money.zero");
  expect(code(await addExpense(anna, newId(), { ...expense, paidById: newId() }, ORDER_CLOCK))).toBe("not_found");
});

test("a category has one envelope: a new limit takes the place of the old, and one put away comes back with it", async () => {
  const { actors } = await testHousehold();
  const anna = present(actors.anna, "anna");
  const limit = async (amount: number) => value(await setEnvelope(anna, newId(), { category: "toys", limitCents: cents(amount) }));
  await limit(1000);
  await limit(1500);
  const { envelopes } = (await page(anna)).budget;
  expect(envelopes).toMatchObject([{ category: "toys", limitCents: 1500n }]);
  const { id } = present(envelopes[0], "the envelope");
  value(await endEnvelope(anna, newId(), id, true));
  const without = await page(anna, { endedId: id });
  expect([without.budget.envelopes, without.ended]).toEqual([[], { id, category: "toys" }]);
  await limit(800);
  expect((await page(anna)).budget.envelopes).toMatchObject([{ id, limitCents: 800n }]);
});

test("the budget is the adults', for children to see where the household lets them, and for nobody else", async () => {
  const closed = await testHousehold({ anna: { role: "owner" }, cleo: { role: "child" } });
  const open = await testHousehold({ anna: { role: "owner" }, cleo: { role: "child" } }, { childrenSeeBalances: true });
  const anna = present(open.actors.anna, "anna");
  const cleo = present(open.actors.cleo, "cleo");
  expect(await budgetPage(present(closed.actors.cleo, "cleo"), NOVEMBER, ORDER_CLOCK)).toBeNull();
  expect((await page(cleo)).mayKeep).toBe(false);
  const expense = { name: "Bus", category: "getting_around" as const, cents: cents(300), spentOn: TODAY, paidById: cleo.memberId };
  expect(code(await addExpense(cleo, newId(), expense, ORDER_CLOCK))).toBe("actor.not_allowed");
  expect(code(await setEnvelope(cleo, newId(), { category: "toys", limitCents: cents(1) }))).toBe("actor.not_allowed");
  const { expenseId } = value(await addExpense(anna, newId(), expense, ORDER_CLOCK));
  const stranger = present(closed.actors.anna, "stranger");
  expect(code(await removeExpense(stranger, newId(), expenseId, true))).toBe("not_found");
  expect((await page(stranger, { removedId: expenseId })).budget.spent.spentCents).toBe(0n);
});

test("what is ordered for a gift kept from somebody isn't in the budget they see", async () => {
  const order = await approvedOrder();
  value(await recordOrder(order.ben, newId(), asPlanned(order), ORDER_CLOCK));
  await database().plan.update({
    where: { householdId_id: { householdId: order.householdId, id: order.planId } },
    data: { hiddenFromId: order.members.anna, hiddenUntil: new Date("2199-01-01T00:00:00Z") },
  });
  expect(await spentOn(order.anna)).toEqual({});
  expect((await page(order.ben)).budget.spent.spentCents).toBe(5873n);
  expect(monthOf(TODAY)).toBe("2026-11");
});
