import type { Actor } from "@/lib/auth/actor";
import { placeHold, postEntry } from "@/lib/credits/store";
import { cents, negate } from "@/lib/kernel/cents";
import { dayFromDate } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { reopenItems } from "@/lib/lists/store";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { lockOrder } from "./locked-order";
import { bookedShares, bookShares } from "./shares";

/**
 * Takes back what was written down by mistake: every entry gets its reversal, the shares their opposite, the things
 * are on the list again and the money is held as planned, so that the order can be written down afresh. Lines that
 * were declared cancelled or failed stay so. Not once the order is closed or something was refunded.
 */
export function undoRecord(actor: Actor, commandId: Id, orderId: Id): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "orders.undo" }, async (tx) => {
    const order = await lockOrder(tx, actor, orderId);
    const { householdId } = actor;
    if (order.status !== "ordered") throw new Refusal(order.status === "closed" ? "orders.closed_already" : "orders.not_ordered_yet");
    if (
      (await tx.refund.count({ where: { householdId, orderId } })) > 0 ||
      order.lines.some((line) => line.actualCents !== null && line.status !== "ordered")
    )
      throw new Refusal("orders.refunded_already");

    const spent = await tx.ledgerEntry.findMany({
      where: { householdId, orderId, kind: "spend", ledgerEntryAsReverses: null },
      orderBy: [{ creditId: "asc" }, { id: "asc" }],
    });
    for (const entry of spent) {
      await postEntry(tx, actor, {
        creditId: entry.creditId,
        kind: "reversal",
        amountCents: negate(cents(entry.amountCents)),
        reason: entry.reason,
        occurredOn: dayFromDate(entry.occurredOn),
        orderId,
        reversesId: entry.id,
      });
    }
    const booked = await bookedShares(tx, actor, orderId);
    await bookShares(
      tx,
      actor,
      order,
      booked.map((share) => ({ ...share, cents: negate(share.cents) })),
      null,
    );

    const lines = order.lines.filter((line) => line.status === "ordered");
    await reopenItems(
      tx,
      actor,
      lines.map((line) => line.itemId),
    );
    await tx.planLine.updateMany({
      where: { householdId, id: { in: lines.map((line) => line.id) } },
      data: { status: "planned", actualAmountCents: null },
    });
    await tx.allocation.deleteMany({ where: { householdId, orderId, stage: "actual" } });
    const lineIds = new Set(lines.map((line) => line.id));
    const dropped = order.lines.filter((line) => !lineIds.has(line.id)).map((line) => line.id);
    await tx.allocation.deleteMany({ where: { householdId, orderId, stage: "planned", lineId: { in: dropped } } });
    await tx.orderStep.deleteMany({ where: { householdId, orderId, step: "methods_back" } });
    await tx.planOrder.update({
      where: { householdId_id: { householdId, id: orderId } },
      data: {
        status: "planned",
        orderNumber: null,
        orderedOn: null,
        orderedById: null,
        actualTotalCents: null,
        actualShippingCents: null,
        version: { increment: 1 },
      },
    });
    const toHold = new Map<Id, bigint>();
    for (const { creditId, lineId, cents: amount } of order.planned) {
      if (creditId !== null && (lineId === null || lineIds.has(lineId))) toHold.set(creditId, (toHold.get(creditId) ?? 0n) + amount);
    }
    for (const [creditId, amount] of [...toHold].sort(([a], [b]) => (a < b ? -1 : 1)))
      await placeHold(tx, actor, { creditId, orderId, cents: cents(amount) });
    await recordActivity(tx, actor, {
      action: "orders.undone",
      subjectType: "order",
      subjectId: orderId,
      detail: { orderNumber: order.orderNumber, store: order.storeName },
    });
    return null;
  });
}
