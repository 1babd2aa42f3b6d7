import { today, type Actor } from "@/lib/auth/actor";
import { lockCredits, postEntry } from "@/lib/credits/store";
import type { Tx } from "@/lib/db/transaction";
import { add, cents, toNumber, ZERO, type Cents } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { dateFromDay, type Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { splitByLargestRemainder } from "@/lib/kernel/split";
import { reopenItems } from "@/lib/lists/store";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { lockOrder, type StoredOrder } from "./locked-order";
import { backToSources, type SourceCents } from "./return";
import type { RefundOrder, RefundTarget } from "./schema";
import { bookedShares, bookShares, mirrorLines, type LineShare } from "./shares";
import { byPayer, type Payment } from "./split";

/**
 * Money came back after ordering, for a line, the shipping or the order as a whole; or a line never came at all. The
 * credits get it back with their own entries, the shares are taken back as they were booked, and the things go
 * on the list again if wished. Never more comes back than was paid.
 */
export function refundOrder(
  actor: Actor,
  commandId: Id,
  input: RefundOrder,
  clock: Clock,
): Promise<Result<{ readonly refundId: Id | null }>> {
  return runCommand(actor, { id: commandId, name: "orders.refund" }, async (tx) => {
    const order = await lockOrder(tx, actor, input.orderId);
    if (order.status !== "ordered" && order.status !== "closed") throw new Refusal("orders.not_ordered_yet");
    requireTarget(order, input);
    if (input.occurredOn > today(actor, clock)) throw new Refusal("orders.in_future", { field: "occurredOn" });
    if (order.orderedOn !== null && input.occurredOn < order.orderedOn) throw new Refusal("orders.before_order", { field: "occurredOn" });

    const booked = await bookedShares(tx, actor, order.id);
    const within = booked.filter((share) => concerns(input.target, share.lineId));
    const left = add(ZERO, ...within.map((share) => share.cents));
    const amount = input.amountCents ?? left;
    if (amount > left)
      throw new Refusal("orders.refund_too_much", {
        field: "amount",
        values: { leftCents: toNumber(left), currency: actor.household.currency },
      });
    if (amount === 0n && input.what === "refund") throw new Refusal("money.zero", { field: "amount" });

    const refundId = amount === 0n ? null : await giveBack(tx, actor, order, input, amount, within);
    const lines = order.lines.filter(
      (line) => line.status === "ordered" && concerns(input.target, line.id) && input.target.kind !== "shipping",
    );
    // What is on the list again is no longer bought with this order, even where the store only gave the money back.
    const ended = input.what !== "refund" ? input.what : input.reopen ? "cancelled" : null;
    if (ended !== null) {
      await tx.planLine.updateMany({
        where: { householdId: actor.householdId, id: { in: lines.map((line) => line.id) } },
        data: { status: ended },
      });
    }
    if (input.reopen)
      await reopenItems(
        tx,
        actor,
        lines.map((line) => line.itemId),
      );
    await recordActivity(tx, actor, {
      action: input.what === "refund" ? "orders.refunded" : input.what === "cancelled" ? "orders.cancelled_later" : "orders.never_came",
      subjectType: "order",
      subjectId: order.id,
      detail: {
        target: input.target.kind,
        line: lines[0]?.name ?? "",
        orderNumber: order.orderNumber,
        amountCents: toNumber(amount),
        currency: actor.household.currency,
      },
    });
    return { refundId };
  });
}

function requireTarget(order: StoredOrder, { target, what, amountCents }: RefundOrder): void {
  if (target.kind === "line") {
    const line = order.lines.find((candidate) => candidate.id === target.lineId);
    if (!line || line.actualCents === null) throw new Refusal("not_found");
    if (what !== "refund" && line.status !== "ordered") throw new Refusal("orders.line_ended", { values: { line: line.name } });
  }
  // What never came is paid back whole; a part of the money is a refund.
  if (what !== "refund" && (amountCents !== null || target.kind === "shipping"))
    throw new Refusal("orders.whole_only", { field: "amount" });
}

function concerns(target: RefundTarget, lineId: Id | null): boolean {
  return target.kind === "order" || (target.kind === "line" ? target.lineId === lineId : lineId === null);
}

async function giveBack(
  tx: Tx,
  actor: Actor,
  order: StoredOrder,
  input: RefundOrder,
  amount: Cents,
  within: readonly LineShare[],
): Promise<Id> {
  const { householdId } = actor;
  const refundId = newId();
  const lineId = input.target.kind === "line" ? input.target.lineId : null;
  await tx.refund.create({
    data: {
      householdId,
      id: refundId,
      orderId: order.id,
      lineId,
      cents: amount,
      reason: input.reason,
      occurredOn: dateFromDay(input.occurredOn),
      memberId: actor.memberId,
    },
  });
  const parts = await intoCredits(tx, actor, order, input, amount);
  await tx.refundPart.createMany({ data: parts.map((part) => ({ householdId, id: newId(), refundId, ...part })) });
  const reason = input.reason || `${order.storeName} ${order.orderNumber ?? ""}`.trim();
  for (const { creditId, cents: back } of parts) {
    const isNew = input.into.kind === "new_credit";
    if (creditId)
      await postEntry(tx, actor, {
        creditId,
        kind: isNew ? "opening" : "refund",
        amountCents: back,
        reason,
        occurredOn: input.occurredOn,
        orderId: order.id,
        refundId,
      });
  }
  const landed = byPayer(
    parts.map(({ creditId, cents: back }) => ({ payerId: creditId === null ? order.cashPayerId : order.holderId, cents: back })),
  );
  await bookShares(tx, actor, order, mirrorLines(within, perLine(within, amount, landed)), refundId);
  return refundId;
}

/** Which credits (null: cash) get how much. Locks the credits, in id order, before anything is posted. */
async function intoCredits(tx: Tx, actor: Actor, order: StoredOrder, input: RefundOrder, amount: Cents): Promise<SourceCents[]> {
  const { into } = input;
  if (into.kind === "cash") return [{ creditId: null, cents: amount }];
  if (into.kind === "new_credit") return [{ creditId: await openRefundCredit(tx, actor, order, input.occurredOn), cents: amount }];
  if (into.kind === "credit") {
    const credit = (await lockCredits(tx, actor.householdId, [into.creditId])).get(into.creditId);
    if (!credit || credit.accountId !== order.accountId) throw new Refusal("orders.credit_elsewhere", { field: "into" });
    return [{ creditId: credit.id, cents: amount }];
  }
  const parts = backToSources(
    amount,
    order.actual.filter((allocation) => concerns(input.target, allocation.lineId)),
    await returnedBefore(tx, actor, order.id, input.target),
  );
  await lockCredits(
    tx,
    actor.householdId,
    parts.flatMap(({ creditId }) => (creditId === null ? [] : [creditId])),
  );
  return parts;
}

async function returnedBefore(tx: Tx, actor: Actor, orderId: Id, target: RefundTarget): Promise<SourceCents[]> {
  // A refund of the shipping is one that took back shares of nothing else.
  const ofShipping = { lineId: null, shareEntries: { every: { lineId: null } } };
  const about = target.kind === "line" ? { lineId: target.lineId } : target.kind === "shipping" ? ofShipping : {};
  const parts = await tx.refundPart.findMany({
    where: { householdId: actor.householdId, refund: { orderId, ...about } },
    select: { creditId: true, cents: true },
  });
  return parts.map(({ creditId, cents: back }) => ({ creditId, cents: cents(back) }));
}

/** A balance of its own for the money, labelled with where it came from (R82). Its expiry isn't known yet. */
async function openRefundCredit(tx: Tx, actor: Actor, order: StoredOrder, on: Day): Promise<Id> {
  const id = newId();
  const number = order.orderNumber ?? "";
  await tx.credit.create({
    data: {
      householdId: actor.householdId,
      id,
      accountId: order.accountId,
      origin: "refund",
      label: `Refund for Order #${number}`.slice(0, 120),
      postedCents: 0n,
      availableFrom: dateFromDay(on),
      expiry: "unknown",
      evidenceOrder: number,
      evidenceOn: dateFromDay(on),
    },
  });
  // The client writes a null array as an empty one, which would mean: for no category at all.
  await tx.$executeRaw`update credit set categories = null where household_id = ${actor.householdId}::uuid and id = ${id}::uuid`;
  return id;
}

/** The money that landed with each payer, divided among the lines (null: shipping) in proportion to what is left of each. */
function perLine(within: readonly LineShare[], amount: Cents, landed: readonly Payment[]): Map<Id | null, Payment[]> {
  const lineIds = [...new Set(within.map((share) => share.lineId))];
  const leftOf = (lineId: Id | null) => within.filter((share) => share.lineId === lineId).reduce((sum, share) => sum + share.cents, 0n);
  const ofLine: bigint[] = splitByLargestRemainder(amount, lineIds.map(leftOf));
  const ofPayer = landed.map((payment) => payment.cents as bigint);
  const result = new Map<Id | null, Payment[]>();
  const take = (row: number, column: number, most: bigint) => {
    const [payment, lineId] = [landed[row], lineIds[column]];
    const part = [most, ofLine[column] ?? 0n, ofPayer[row] ?? 0n].reduce((a, b) => (a < b ? a : b));
    if (part <= 0n || !payment || lineId === undefined) return;
    ofLine[column] = (ofLine[column] ?? 0n) - part;
    ofPayer[row] = (ofPayer[row] ?? 0n) - part;
    result.set(lineId, byPayer([...(result.get(lineId) ?? []), { payerId: payment.payerId, cents: cents(part) }]));
  };
  // First to the lines that payer had paid for, then wherever there is room: both sides come to the same amount.
  for (const bounded of [true, false]) {
    for (const [row, { payerId }] of landed.entries()) {
      for (const [column, lineId] of lineIds.entries()) {
        const own = within
          .filter((share) => share.lineId === lineId && share.payerId === payerId)
          .reduce((sum, share) => sum + share.cents, 0n);
        take(row, column, bounded ? own : amount);
      }
    }
  }
  return result;
}
