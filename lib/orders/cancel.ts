import type { Actor } from "@/lib/auth/actor";
import { endHolds, placeHold } from "@/lib/credits/store";
import type { Tx } from "@/lib/db/transaction";
import { cents, toNumber } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { endPlanIfOver, lockOrder, requireOpen, type StoredOrder } from "./locked-order";
import type { Allocation } from "./pay";

/** Stops an order that isn't placed yet: what was held is free again, the things stay on the list. */
export function cancelOrder(actor: Actor, commandId: Id, orderId: Id): Promise<Result<{ readonly planId: Id }>> {
  return runCommand(actor, { id: commandId, name: "orders.cancel" }, async (tx) => {
    const order = await lockOrder(tx, actor, orderId);
    if (order.status === "cancelled") return { planId: order.planId };
    requireOpen(order);
    await stop(tx, actor, order);
    return { planId: order.planId };
  });
}

/** Takes one line out of an order that isn't placed yet; the last one takes the order with it. */
export function cancelLine(
  actor: Actor,
  commandId: Id,
  orderId: Id,
  lineId: Id,
): Promise<Result<{ readonly planId: Id; readonly orderGone: boolean }>> {
  return runCommand(actor, { id: commandId, name: "orders.cancel_line" }, async (tx) => {
    const order = await lockOrder(tx, actor, orderId);
    requireOpen(order);
    const open = order.lines.filter((line) => line.status === "planned");
    const line = open.find((candidate) => candidate.id === lineId);
    if (!line) throw new Refusal("not_found");
    if (open.length === 1) {
      await stop(tx, actor, order);
      return { planId: order.planId, orderGone: true };
    }
    const { householdId } = actor;
    await tx.allocation.deleteMany({ where: { householdId, orderId, lineId, stage: "planned" } });
    await tx.planLine.update({ where: { householdId_id: { householdId, id: lineId } }, data: { status: "cancelled" } });
    await holdAfresh(
      tx,
      actor,
      orderId,
      order.planned,
      order.planned.filter((allocation) => allocation.lineId !== lineId),
    );
    await tx.plan.update({ where: { householdId_id: { householdId, id: order.planId } }, data: { version: { increment: 1 } } });
    await recordActivity(tx, actor, {
      action: "orders.line_cancelled",
      subjectType: "order",
      subjectId: orderId,
      detail: { line: line.name, store: order.storeName },
    });
    return { planId: order.planId, orderGone: false };
  });
}

async function stop(tx: Tx, actor: Actor, order: StoredOrder): Promise<void> {
  const { householdId } = actor;
  const released = await endHolds(tx, actor, { orderId: order.id }, "released");
  await tx.planLine.updateMany({ where: { householdId, orderId: order.id, status: "planned" }, data: { status: "cancelled" } });
  await tx.planOrder.update({
    where: { householdId_id: { householdId, id: order.id } },
    data: { status: "cancelled", version: { increment: 1 } },
  });
  await endPlanIfOver(tx, actor, order.planId);
  const releasedCents = toNumber(cents(released.reduce((sum, hold) => sum + hold.cents, 0n)));
  await recordActivity(tx, actor, {
    action: "orders.cancelled",
    subjectType: "order",
    subjectId: order.id,
    detail: { store: order.storeName, releasedCents, currency: actor.household.currency },
  });
}

/** Makes the holds of an order what `after` says, where it differs from `before`. */
export async function holdAfresh(
  tx: Tx,
  actor: Actor,
  orderId: Id,
  before: readonly Allocation[],
  after: readonly Allocation[],
): Promise<void> {
  const [old, wanted] = [perCredit(before), perCredit(after)];
  for (const creditId of [...new Set([...old.keys(), ...wanted.keys()])].sort()) {
    const amount = wanted.get(creditId) ?? 0n;
    if (amount === old.get(creditId)) continue;
    await endHolds(tx, actor, { orderId, creditId }, "released");
    if (amount > 0n) await placeHold(tx, actor, { creditId, orderId, cents: cents(amount) });
  }
}

function perCredit(allocations: readonly Allocation[]): Map<Id, bigint> {
  const sums = new Map<Id, bigint>();
  for (const { creditId, cents: amount } of allocations) if (creditId !== null) sums.set(creditId, (sums.get(creditId) ?? 0n) + amount);
  return sums;
}
