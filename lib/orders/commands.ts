import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import type { Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { endPlanIfOver, lockOrder, requireActiveAccount, requireOpen } from "./locked-order";
import type { Tick } from "./schema";

export { recordOrder } from "./record";
export { cancelLine, cancelOrder } from "./cancel";
export { reportCredit } from "./credit-trouble";
export { refundOrder } from "./refund";
export { undoRecord } from "./undo";

/** Ticks a step of the checklist, or takes the tick away (R13 to R15). Putting payment methods back comes after ordering. */
export function tickStep(actor: Actor, commandId: Id, { orderId, step, done }: Tick): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "orders.tick" }, async (tx) => {
    const order = await lockOrder(tx, actor, orderId);
    if (step === "methods_back") {
      if (order.status !== "ordered") throw new Refusal("orders.not_ordered_yet");
    } else {
      requireOpen(order);
      requireActiveAccount(order);
    }
    const key = { householdId: actor.householdId, orderId, step };
    if (!done) await tx.orderStep.deleteMany({ where: key });
    else if (!order.steps.has(step)) await tx.orderStep.create({ data: { ...key, memberId: actor.memberId } });
    return null;
  });
}

/** Closes an order. Not before the payment methods are back (R14). The plan ends with its last order. */
export function closeOrder(actor: Actor, commandId: Id, orderId: Id, clock: Clock): Promise<Result<{ readonly planId: Id }>> {
  return runCommand(actor, { id: commandId, name: "orders.close" }, async (tx) => {
    const order = await lockOrder(tx, actor, orderId);
    if (order.status === "closed") return { planId: order.planId };
    if (order.status !== "ordered") throw new Refusal("orders.not_ordered_yet");
    if (!order.steps.has("methods_back")) throw new Refusal("orders.methods_still_off");
    await setClosed(tx, actor, orderId, clock.now());
    await endPlanIfOver(tx, actor, order.planId);
    await recordActivity(tx, actor, {
      action: "orders.closed",
      subjectType: "order",
      subjectId: orderId,
      detail: { orderNumber: order.orderNumber, store: order.storeName },
    });
    return { planId: order.planId };
  });
}

async function setClosed(tx: Tx, { householdId }: Actor, orderId: Id, closedAt: Date): Promise<void> {
  await tx.planOrder.update({
    where: { householdId_id: { householdId, id: orderId } },
    data: { status: "closed", closedAt, version: { increment: 1 } },
  });
}
