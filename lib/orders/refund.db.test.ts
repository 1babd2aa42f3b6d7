import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { cents } from "@/lib/kernel/cents";
import { newId } from "@/lib/kernel/id";
import { planView } from "@/lib/plans/queries";
import { cancelLine, cancelOrder, recordOrder, refundOrder, reportCredit, undoRecord } from "./commands";
import type { RefundOrder } from "./schema";
import { approvedOrder, asPlanned, ORDER_CLOCK, ORDER_DAY, type ApprovedOrder } from "./testing/approved-order";

async function ordered(settlement: "gift" | "even_up" = "even_up"): Promise<ApprovedOrder> {
  const order = await approvedOrder({ settlement });
  expect(await recordOrder(order.ben, newId(), asPlanned(order), ORDER_CLOCK)).toMatchObject({ ok: true });
  return order;
}

const refund = (order: ApprovedOrder, input: Partial<RefundOrder>) =>
  refundOrder(
    order.ben,
    newId(),
    {
      orderId: order.orderId,
      target: { kind: "order" },
      amountCents: null,
      into: { kind: "origin" },
      what: "refund",
      reopen: false,
      occurredOn: ORDER_DAY,
      reason: "",
      ...input,
    },
    ORDER_CLOCK,
  );

const line = (order: ApprovedOrder, name: keyof ApprovedOrder["lines"]) => ({ kind: "line", lineId: order.lines[name] }) as const;

async function postedOf({ householdId, promotion, giftCard }: ApprovedOrder) {
  const rows = await database().credit.findMany({ where: { householdId } });
  return [promotion, giftCard].map((id) => rows.find((row) => row.id === id)?.postedCents);
}

const shareSum = async ({ householdId, orderId }: ApprovedOrder, where: object = {}) =>
  (await database().shareEntry.aggregate({ where: { householdId, orderId, ...where }, _sum: { cents: true } }))._sum.cents ?? 0n;

describe("before ordering", () => {
  it("cancels the order: holds are free, the things stay on the list, the plan ends", async () => {
    const order = await approvedOrder();
    expect(await cancelOrder(order.ben, newId(), order.orderId)).toMatchObject({ ok: true });
    expect(await cancelOrder(order.ben, newId(), order.orderId)).toMatchObject({ ok: true });
    const credits = await database().credit.findMany({ where: { householdId: order.householdId } });
    expect(credits.every((credit) => credit.heldCents === 0n)).toBe(true);
    expect(await database().item.count({ where: { householdId: order.householdId, status: "open" } })).toBe(3);
    expect(await database().plan.findFirst({ where: { id: order.planId } })).toMatchObject({ status: "cancelled" });
  });

  it("cancels a line: its part of the hold is free, the last line takes the order with it", async () => {
    const order = await approvedOrder();
    const held = async () => (await database().credit.findFirst({ where: { id: order.giftCard } }))?.heldCents;
    expect(await cancelLine(order.ben, newId(), order.orderId, order.lines.book)).toMatchObject({ value: { orderGone: false } });
    expect(await held()).toBe(2149n);
    const view = await planView(order.ben, order.planId, ORDER_CLOCK);
    expect([...(view?.plan.endedLines ?? [])]).toEqual([[order.lines.book, "cancelled"]]);
    await cancelLine(order.ben, newId(), order.orderId, order.lines.tabs);
    expect(await held()).toBe(0n);
    expect(await cancelLine(order.ben, newId(), order.orderId, order.lines.rice)).toMatchObject({ value: { orderGone: true } });
    expect(await database().planOrder.findFirst({ where: { id: order.orderId } })).toMatchObject({ status: "cancelled" });
  });

  it("turns what a declined balance would have paid into cash; a removed one is debited too (R81)", async () => {
    const order = await approvedOrder();
    const trouble = (what: "declined" | "removed", creditId: string, removed: number) =>
      reportCredit(
        order.ben,
        newId(),
        { orderId: order.orderId, creditId, what, removedCents: cents(removed), note: "at checkout" },
        ORDER_CLOCK,
      );
    expect(await trouble("declined", order.promotion, 0)).toMatchObject({ ok: true });
    expect(await trouble("removed", order.giftCard, 12_001)).toMatchObject({ failure: { code: "orders.removed_too_much" } });
    expect(await trouble("removed", order.giftCard, 12_000)).toMatchObject({ ok: true });
    expect(await postedOf(order)).toEqual([1500n, 0n]);
    const cash = await database().allocation.aggregate({
      where: { orderId: order.orderId, stage: "planned", creditId: null },
      _sum: { cents: true },
    });
    expect(cash._sum.cents).toBe(5873n);
    expect(await database().hold.count({ where: { orderId: order.orderId, status: "open" } })).toBe(0);
  });
});

describe("refundOrder", () => {
  it("gives a line back to the credit that paid it, with its shares", async () => {
    const order = await ordered();
    expect(await refund(order, { target: line(order, "tabs"), amountCents: cents(1000) })).toMatchObject({ ok: true });
    expect(await postedOf(order)).toEqual([75n, 9052n]);
    expect(await shareSum(order, { lineId: order.lines.tabs })).toBe(1149n);
    expect(await refund(order, { target: line(order, "tabs"), amountCents: cents(1150) })).toMatchObject({
      failure: { code: "orders.refund_too_much", values: { leftCents: 1149 } },
    });
    expect(await refund(order, { target: line(order, "tabs") })).toMatchObject({ ok: true });
    const left = await database().shareEntry.groupBy({
      by: ["payerId", "receiverId"],
      where: { lineId: order.lines.tabs },
      _sum: { cents: true },
    });
    expect(left.map((row) => row._sum.cents)).toEqual([0n, 0n, 0n]);
    expect(await refund(order, { target: line(order, "tabs") })).toMatchObject({ failure: { code: "money.zero" } });
  });

  it("puts what never came back on the list", async () => {
    const order = await ordered();
    expect(await refund(order, { target: line(order, "book"), what: "failed", reopen: true })).toMatchObject({ ok: true });
    expect(await database().item.findFirst({ where: { id: order.items.book } })).toMatchObject({ status: "open" });
    expect(await database().planLine.findFirst({ where: { id: order.lines.book } })).toMatchObject({
      status: "failed",
      actualAmountCents: 1799n,
    });
    expect(await refund(order, { target: line(order, "book"), what: "failed" })).toMatchObject({ failure: { code: "orders.line_ended" } });
    expect(await refund(order, { target: line(order, "tabs"), what: "cancelled", amountCents: cents(5) })).toMatchObject({
      failure: { code: "orders.whole_only" },
    });
  });

  it("a refund that puts a thing back on the list ends its line; a mere refund doesn't", async () => {
    const order = await ordered();
    const statusOf = async (name: "book" | "tabs") => (await database().planLine.findFirst({ where: { id: order.lines[name] } }))?.status;
    expect(await refund(order, { target: line(order, "book"), reopen: true })).toMatchObject({ ok: true });
    expect(await refund(order, { target: line(order, "tabs") })).toMatchObject({ ok: true });
    expect(await database().item.findFirst({ where: { id: order.items.book } })).toMatchObject({ status: "open" });
    expect([await statusOf("book"), await statusOf("tabs")]).toEqual(["cancelled", "ordered"]);
  });

  it("gives the whole order back to every source in what it paid, to the cent", async () => {
    const order = await ordered();
    expect(await refund(order, { amountCents: cents(1234) })).toMatchObject({ ok: true });
    expect(await refund(order, { target: { kind: "shipping" } })).toMatchObject({ ok: true });
    expect(await refund(order, { what: "cancelled", reopen: true })).toMatchObject({ ok: true });
    expect(await postedOf(order)).toEqual([1500n, 12_000n]);
    expect(await shareSum(order)).toBe(0n);
    expect(await database().item.count({ where: { householdId: order.householdId, status: "open" } })).toBe(3);
    expect(await refund(order, { amountCents: cents(1) })).toMatchObject({
      failure: { code: "orders.refund_too_much", values: { leftCents: 0 } },
    });
  });

  it("goes to a balance of its own, labelled with the order (R82)", async () => {
    const order = await ordered();
    await refund(order, { target: line(order, "book"), into: { kind: "new_credit" } });
    const credit = await database().credit.findFirstOrThrow({
      where: { householdId: order.householdId, origin: "refund" },
      include: { ledgerEntries: true },
    });
    expect(credit).toMatchObject({ label: "Refund for Order #112-7", postedCents: 1799n, accountId: order.accountId, expiry: "unknown" });
    expect(credit.ledgerEntries).toMatchObject([{ kind: "opening", amountCents: 1799n, number: 1 }]);
    expect(await postedOf(order)).toEqual([75n, 8052n]);
  });

  it("goes to one balance, or as cash to whoever paid cash: the books say who has the money", async () => {
    const order = await ordered();
    await refund(order, { target: line(order, "rice"), amountCents: cents(425), into: { kind: "credit", creditId: order.giftCard } });
    expect(await postedOf(order)).toEqual([75n, 8477n]);
    await refund(order, { target: line(order, "rice"), into: { kind: "cash" } });
    // Ben spent it for Anna; Anna got it back as cash: now she has had Ben's $10.00.
    const rows = await database().shareEntry.groupBy({
      by: ["payerId", "receiverId"],
      where: { lineId: order.lines.rice },
      _sum: { cents: true },
      orderBy: { _sum: { cents: "asc" } },
    });
    expect(rows.map((row) => [row.payerId, row.receiverId, row._sum.cents])).toEqual([
      [order.members.anna, order.members.anna, -1000n],
      [order.members.ben, order.members.anna, 1000n],
    ]);
  });

  it("refuses two refunds at the same moment that together are more than was paid", async () => {
    const order = await ordered();
    const answers = await Promise.all([
      refund(order, { target: line(order, "book"), amountCents: cents(1000) }),
      refund(order, { target: line(order, "book"), amountCents: cents(1000) }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await shareSum(order, { lineId: order.lines.book })).toBe(799n);
  });

  it("keeps what was a gift a gift, bars undoing, and isn't there before ordering", async () => {
    const order = await ordered("gift");
    await refund(order, { target: line(order, "book"), amountCents: cents(100) });
    expect(await database().shareEntry.count({ where: { orderId: order.orderId, settlement: "even_up" } })).toBe(0);
    expect(await undoRecord(order.ben, newId(), order.orderId)).toMatchObject({ failure: { code: "orders.refunded_already" } });
    const planned = await approvedOrder();
    expect(await refund(planned, {})).toMatchObject({ failure: { code: "orders.not_ordered_yet" } });
    expect(await refund({ ...order, ben: planned.ben }, {})).toMatchObject({ failure: { code: "not_found" } });
  });
});
