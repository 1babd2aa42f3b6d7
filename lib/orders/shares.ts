import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { cents } from "@/lib/kernel/cents";
import { newId, type Id } from "@/lib/kernel/id";
import type { StoredOrder } from "./locked-order";
import type { Allocation } from "./pay";
import { addUp, byPayer, mirrorShares, shippingParts, splitShares, type Part, type Payment, type Share } from "./split";

/** The order as its shares need it. */
export type ShareOrder = Pick<StoredOrder, "id" | "planId" | "settlement" | "holderId">;
type LineForShares = {
  readonly id: Id;
  readonly requesterId: Id;
  readonly parts: readonly { readonly memberId: Id; readonly parts: number }[];
};

/** A share of a line, or (null) of the shipping. */
export type LineShare = Share & { readonly lineId: Id | null };

/** Who a line was for when it was planned; nobody named means whoever asked for it. */
export function partsOf(line: Pick<LineForShares, "parts" | "requesterId">): Part[] {
  const parts = line.parts.map((part) => ({ memberId: part.memberId, parts: BigInt(part.parts) }));
  return parts.length > 0 ? parts : [{ memberId: line.requesterId, parts: 1n }];
}

/** Who paid: the holder what credits paid, the cash payer the rest. In the order of their ids, so that it can be repeated. */
export function paymentsOf(allocations: readonly Allocation[], lineId: Id | null, holderId: Id, cashPayerId: Id): Payment[] {
  const own = allocations.filter((allocation) => allocation.lineId === lineId);
  const paid = byPayer(own.map(({ creditId, cents: amount }) => ({ payerId: creditId === null ? cashPayerId : holderId, cents: amount })));
  return paid.sort((a, b) => (a.payerId < b.payerId ? -1 : 1));
}

/** The shares of a whole order: each line to those it was for, the shipping to all of them as the lines were. */
export function sharesOfOrder(
  lines: readonly LineForShares[],
  allocations: readonly Allocation[],
  holderId: Id,
  cashPayerId: Id,
): LineShare[] {
  const ofLines = lines.flatMap((line) =>
    splitShares(paymentsOf(allocations, line.id, holderId, cashPayerId), partsOf(line)).map((share) => ({ ...share, lineId: line.id })),
  );
  const shipping = paymentsOf(allocations, null, holderId, cashPayerId);
  if (shipping.length === 0) return ofLines;
  const everybody = [...new Set(lines.flatMap((line) => partsOf(line).map((part) => part.memberId)))];
  return [...ofLines, ...splitShares(shipping, shippingParts(ofLines, everybody)).map((share) => ({ ...share, lineId: null }))];
}

/** Writes shares into the books: who received value from whom (R23). */
export async function bookShares(
  tx: Tx,
  actor: Actor,
  order: ShareOrder,
  shares: readonly LineShare[],
  refundId: Id | null,
): Promise<void> {
  await tx.shareEntry.createMany({
    data: shares.map(({ lineId, payerId, receiverId, cents: amount }) => ({
      householdId: actor.householdId,
      id: newId(),
      planId: order.planId,
      orderId: order.id,
      lineId,
      refundId,
      payerId,
      receiverId,
      cents: amount,
      settlement: order.settlement,
    })),
  });
}

/** What is booked of an order so far, refunds taken off: one row for each line, payer and receiver. */
export async function bookedShares(tx: Tx, actor: Actor, orderId: Id): Promise<LineShare[]> {
  const sums = await tx.shareEntry.groupBy({
    by: ["lineId", "payerId", "receiverId"],
    where: { householdId: actor.householdId, orderId },
    _sum: { cents: true },
    orderBy: [{ lineId: "asc" }, { payerId: "asc" }, { receiverId: "asc" }],
  });
  return sums
    .map((row) => ({ lineId: row.lineId, payerId: row.payerId, receiverId: row.receiverId, cents: cents(row._sum.cents ?? 0n) }))
    .filter((share) => share.cents !== 0n);
}

/**
 * The negative shares of money that came back for these lines (null: the shipping), `returned` for each. The parts of
 * those it was for mirror what was booked.
 */
export function mirrorLines(booked: readonly LineShare[], returned: ReadonlyMap<Id | null, readonly Payment[]>): LineShare[] {
  return [...returned].flatMap(([lineId, payments]) =>
    mirrorShares(addUp(booked.filter((share) => share.lineId === lineId)), payments).map((share) => ({ ...share, lineId })),
  );
}
