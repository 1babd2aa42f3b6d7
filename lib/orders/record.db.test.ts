import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { cents } from "@/lib/kernel/cents";
import { addDays } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { closeOrder, recordOrder, tickStep, undoRecord } from "./commands";
import type { RecordOrder } from "./schema";
import { approvedOrder, asPlanned, ORDER_CLOCK, ORDER_DAY, type ApprovedOrder } from "./testing/approved-order";

const record = (order: ApprovedOrder, input: RecordOrder, commandId = newId()) => recordOrder(order.ben, commandId, input, ORDER_CLOCK);

async function creditsOf({ householdId, promotion, giftCard }: ApprovedOrder) {
  const rows = await database().credit.findMany({ where: { householdId, id: { in: [promotion, giftCard] } } });
  const of = (id: string) => rows.filter((row) => row.id === id).map((row) => [row.postedCents, row.heldCents])[0];
  return { promotion: of(promotion), giftCard: of(giftCard) };
}

async function sharesOf({ householdId, orderId, members }: ApprovedOrder) {
  const rows = await database().shareEntry.groupBy({
    by: ["payerId", "receiverId"],
    where: { householdId, orderId },
    _sum: { cents: true },
  });
  const name = (id: string) => Object.entries(members).find(([, member]) => member === id)?.[0];
  return Object.fromEntries(rows.map((row) => [`${name(row.payerId)} for ${name(row.receiverId)}`, row._sum.cents]));
}

const statusOf = async ({ householdId, items }: ApprovedOrder) => {
  const rows = await database().item.findMany({ where: { householdId } });
  return Object.fromEntries(Object.entries(items).map(([name, id]) => [name, rows.find((row) => row.id === id)?.status]));
};

describe("recordOrder, everything as planned", () => {
  it("R12, R23, R71: debits the credits, ends the holds, takes the items off the list and books the shares", async () => {
    const order = await approvedOrder();
    expect(await record(order, asPlanned(order))).toMatchObject({ ok: true });
    expect(await creditsOf(order)).toEqual({ promotion: [75n, 0n], giftCard: [8052n, 0n] });
    expect(await statusOf(order)).toEqual({ rice: "bought", tabs: "bought", book: "bought" });
    // Tabs 21.49 in three: 7.17, 7.16, 7.16. Shipping 5.00, in cash from Anna, as the things cost each.
    const shares = await sharesOf(order);
    expect(shares["ben for anna"]).toBe(1425n + 717n);
    expect(shares["ben for cleo"]).toBe(1799n + 716n);
    expect(shares["ben for ben"]).toBe(716n);
    expect((shares["anna for anna"] ?? 0n) + (shares["anna for ben"] ?? 0n) + (shares["anna for cleo"] ?? 0n)).toBe(500n);
    expect(await database().hold.count({ where: { householdId: order.householdId, status: "open" } })).toBe(0);
    const entries = await database().ledgerEntry.findMany({
      where: { householdId: order.householdId, orderId: order.orderId },
      orderBy: { amountCents: "asc" },
    });
    expect(entries.map(({ kind, amountCents }) => [kind, amountCents])).toEqual([
      ["spend", -3948n],
      ["spend", -1425n],
    ]);
  });

  it("changes nothing twice: the same form again, and two people at the same moment", async () => {
    const order = await approvedOrder();
    const commandId = newId();
    await Promise.all([record(order, asPlanned(order), commandId), record(order, asPlanned(order), commandId)]);
    const answers = await Promise.all([record(order, asPlanned(order)), recordOrder(order.anna, newId(), asPlanned(order), ORDER_CLOCK)]);
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.failure.code))).toEqual(["orders.already_ordered", "orders.already_ordered"]);
    expect(await creditsOf(order)).toEqual({ promotion: [75n, 0n], giftCard: [8052n, 0n] });
    expect(await database().ledgerEntry.count({ where: { householdId: order.householdId, kind: "spend" } })).toBe(2);
    expect(await database().allocation.count({ where: { householdId: order.householdId, stage: "actual" } })).toBe(4);
  });

  it("lets exactly one of two win who write down different orders at the same moment", async () => {
    const order = await approvedOrder();
    const answers = await Promise.all([
      record(order, asPlanned(order)),
      recordOrder(order.anna, newId(), { ...asPlanned(order), orderNumber: "999" }, ORDER_CLOCK),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: { code: "orders.already_ordered" } });
  });
});

describe("recordOrder, differently", () => {
  it("books the differences: another price, a line that wasn't to be had, other balances", async () => {
    const order = await approvedOrder();
    const planned = asPlanned(order);
    const answer = await record(order, {
      ...planned,
      lines: planned.lines.map((line) =>
        line.lineId === order.lines.book
          ? { ...line, outcome: "failed" as const }
          : line.lineId === order.lines.rice
            ? { ...line, amountCents: cents(1510) }
            : line,
      ),
      shippingCents: cents(0),
      totalCents: cents(1510 + 2149),
      payments: [
        { creditId: order.promotion, cents: cents(1500) },
        { creditId: order.giftCard, cents: cents(2000) },
      ],
    });
    expect(answer).toMatchObject({ ok: true });
    expect(await creditsOf(order)).toEqual({ promotion: [0n, 0n], giftCard: [10_000n, 0n] });
    expect(await statusOf(order)).toEqual({ rice: "bought", tabs: "bought", book: "open" });
    const allocations = await database().allocation.findMany({
      where: { householdId: order.householdId, stage: "actual" },
      orderBy: { cents: "asc" },
    });
    expect(allocations.map(({ lineId, creditId, cents: amount }) => [lineId, creditId, amount])).toEqual([
      [order.lines.rice, null, 10n],
      [order.lines.tabs, null, 149n],
      [order.lines.rice, order.promotion, 1500n],
      [order.lines.tabs, order.giftCard, 2000n],
    ]);
    // Her third of the tabs is 7.17: 50 cents of it from her own cash, the rest from Ben's card.
    expect(await sharesOf(order)).toMatchObject({ "anna for anna": 10n + 50n, "ben for anna": 1500n + 667n });
  });

  it.each<[string, (order: ApprovedOrder, input: RecordOrder) => Partial<RecordOrder>, object]>([
    [
      "a total that isn't the sum",
      () => ({ totalCents: cents(5900) }),
      { code: "orders.total_differs", field: "total", values: { sumCents: 5873, totalCents: 5900 } },
    ],
    [
      "credits beyond the total",
      (o) => ({ payments: [{ creditId: o.giftCard, cents: cents(5874) }] }),
      { code: "orders.paid_too_much", values: { overCents: 1 } },
    ],
    [
      "more than the balance has",
      (o) => ({ payments: [{ creditId: o.promotion, cents: cents(1501) }] }),
      { code: "orders.credit_short", values: { availableCents: 1500 } },
    ],
    ["a day to come", () => ({ orderedOn: addDays(ORDER_DAY, 1) }), { code: "orders.in_future", field: "orderedOn" }],
    ["a day long ago", () => ({ orderedOn: addDays(ORDER_DAY, -400) }), { code: "orders.long_ago", field: "orderedOn" }],
    ["a line missing", (_, input) => ({ lines: input.lines.slice(1) }), { code: "conflict" }],
    [
      "a line of somewhere else",
      (_, input) => ({ lines: input.lines.map((line, index) => (index === 0 ? { ...line, lineId: newId() } : line)) }),
      { code: "conflict" },
    ],
    [
      "nothing bought",
      (_, input) => ({ lines: input.lines.map((line) => ({ ...line, outcome: "failed" as const })), totalCents: cents(500) }),
      { code: "orders.nothing_bought" },
    ],
    ["a payer nobody knows", () => ({ cashPayerId: newId() }), { code: "choice", field: "cashPayer" }],
  ])("refuses %s and changes nothing", async (_, change, failure) => {
    const order = await approvedOrder();
    const planned = asPlanned(order);
    expect(await record(order, { ...planned, ...change(order, planned) })).toMatchObject({ ok: false, failure });
    expect(await creditsOf(order)).toEqual({ promotion: [1500n, 1425n], giftCard: [12_000n, 3948n] });
    expect(await statusOf(order)).toEqual({ rice: "open", tabs: "open", book: "open" });
  });

  it("refuses a credit of another account, and one of another household", async () => {
    const [order, other] = [await approvedOrder(), await approvedOrder()];
    const payments = [{ creditId: other.giftCard, cents: cents(1) }];
    expect(await record(order, { ...asPlanned(order), payments })).toMatchObject({ failure: { code: "orders.credit_elsewhere" } });
    expect(await recordOrder(other.ben, newId(), asPlanned(order), ORDER_CLOCK)).toMatchObject({ failure: { code: "not_found" } });
  });

  it("R100: is frozen while the account is suspended", async () => {
    const order = await approvedOrder();
    await database().storeAccount.update({
      where: { householdId_id: { householdId: order.householdId, id: order.accountId } },
      data: { status: "suspended" },
    });
    expect(await record(order, asPlanned(order))).toMatchObject({ failure: { code: "orders.account_suspended" } });
    expect(await tickStep(order.ben, newId(), { orderId: order.orderId, step: "not_one_click", done: true })).toMatchObject({
      failure: { code: "orders.account_suspended" },
    });
  });
});

describe("closing", () => {
  it("waits for the payment methods (R14), then ends the plan with its last order", async () => {
    const order = await approvedOrder();
    const tick = (done: boolean) => tickStep(order.ben, newId(), { orderId: order.orderId, step: "methods_back", done });
    const close = () => closeOrder(order.ben, newId(), order.orderId, ORDER_CLOCK);
    expect(await tick(true)).toMatchObject({ failure: { code: "orders.not_ordered_yet" } });
    await record(order, asPlanned(order));
    expect(await close()).toMatchObject({ failure: { code: "orders.methods_still_off" } });
    await tick(true);
    await tick(false);
    expect(await close()).toMatchObject({ failure: { code: "orders.methods_still_off" } });
    await tick(true);
    expect(await close()).toMatchObject({ ok: true });
    expect(await close()).toMatchObject({ ok: true });
    expect(await database().plan.findFirst({ where: { id: order.planId } })).toMatchObject({ status: "done" });
  });
});

describe("undoRecord", () => {
  it("leaves everything as it was before, by further entries, and lets it be written down afresh", async () => {
    const order = await approvedOrder();
    await record(order, asPlanned(order));
    expect(await undoRecord(order.anna, newId(), order.orderId)).toMatchObject({ ok: true });
    expect(await creditsOf(order)).toEqual({ promotion: [1500n, 1425n], giftCard: [12_000n, 3948n] });
    expect(await statusOf(order)).toEqual({ rice: "open", tabs: "open", book: "open" });
    expect(Object.values(await sharesOf(order)).every((sum) => sum === 0n)).toBe(true);
    expect(await undoRecord(order.anna, newId(), order.orderId)).toMatchObject({ failure: { code: "orders.not_ordered_yet" } });
    expect(await record(order, asPlanned(order))).toMatchObject({ ok: true });
    expect(await creditsOf(order)).toEqual({ promotion: [75n, 0n], giftCard: [8052n, 0n] });
  });
});
