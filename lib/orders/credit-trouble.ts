import { today, type Actor } from "@/lib/auth/actor";
import { endHolds, lockCredits, postEntry } from "@/lib/credits/store";
import { negate, toNumber, ZERO } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { lockOrder, requireOpen } from "./locked-order";
import type { CreditTrouble } from "./schema";

/**
 * At the checkout a balance was declined, or it isn't there any more (R81, R100). What this order held of it is free
 * again and becomes cash in the order; a removed balance is debited by what the store took away.
 */
export function reportCredit(actor: Actor, commandId: Id, input: CreditTrouble, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "orders.credit_trouble" }, async (tx) => {
    const order = await lockOrder(tx, actor, input.orderId);
    requireOpen(order);
    const { householdId } = actor;
    const credit = (await lockCredits(tx, householdId, [input.creditId])).get(input.creditId);
    if (!credit || credit.accountId !== order.accountId) throw new Refusal("not_found");

    const freed = await endHolds(tx, actor, { orderId: order.id, creditId: credit.id }, "released");
    const became = order.planned.filter((allocation) => allocation.creditId === credit.id);
    await tx.allocation.deleteMany({ where: { householdId, orderId: order.id, creditId: credit.id, stage: "planned" } });
    await tx.allocation.createMany({
      data: became.map(({ lineId, cents }) => ({
        householdId,
        id: newId(),
        orderId: order.id,
        lineId,
        creditId: null,
        stage: "planned",
        cents,
      })),
    });
    const free = credit.availableCents + (freed[0]?.cents ?? 0n);
    const removed = input.what === "removed" ? input.removedCents : ZERO;
    if (input.what === "removed" && removed === 0n) throw new Refusal("money.zero", { field: "removed" });
    if (removed > free)
      throw new Refusal("orders.removed_too_much", {
        field: "removed",
        values: { freeCents: Number(free), currency: actor.household.currency },
      });
    if (removed > 0n) {
      await postEntry(tx, actor, {
        creditId: credit.id,
        kind: "removal",
        amountCents: negate(removed),
        reason: input.note,
        occurredOn: today(actor, clock),
        orderId: null,
      });
    }
    await tx.plan.update({ where: { householdId_id: { householdId, id: order.planId } }, data: { version: { increment: 1 } } });
    await recordActivity(tx, actor, {
      action: input.what === "removed" ? "orders.credit_removed" : "orders.credit_declined",
      subjectType: "order",
      subjectId: order.id,
      detail: {
        origin: credit.origin,
        label: credit.label,
        store: order.storeName,
        removedCents: toNumber(removed),
        currency: actor.household.currency,
        note: input.note,
      },
    });
    return null;
  });
}
