import type { Actor } from "@/lib/auth/actor";
import { endHolds } from "@/lib/credits/store";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import type { Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import type { SeenPlan } from "./schema";
import { lockPlanAsSeen } from "./store";

const ADULTS = ["owner", "adult"] as const;

/** Takes a proposal back: it is a draft again, and nobody is asked. */
export function withdrawPlan(actor: Actor, commandId: Id, seen: SeenPlan): Promise<Result<{ planId: Id }>> {
  return runCommand(actor, { id: commandId, name: "plans.withdraw", roles: ADULTS }, async (tx) => {
    const plan = await lockPlanAsSeen(tx, actor, seen, ["proposed"]);
    await tx.approval.deleteMany({ where: { householdId: actor.householdId, planId: plan.id } });
    await tx.plan.update({
      where: { householdId_id: { householdId: actor.householdId, id: plan.id } },
      data: { status: "draft", proposedAt: null },
    });
    await recordActivity(tx, actor, { action: "plans.withdrawn", subjectType: "plan", subjectId: plan.id, detail: { plan: plan.name } });
    return { planId: plan.id };
  });
}

/** Ends a plan of which nothing was ordered yet. What it held is free again, and so are its items. */
export function cancelPlan(actor: Actor, commandId: Id, seen: SeenPlan): Promise<Result<{ planId: Id }>> {
  return runCommand(actor, { id: commandId, name: "plans.cancel", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const plan = await lockPlanAsSeen(tx, actor, seen, ["draft", "proposed", "approved"]);
    const orders = await tx.$queryRaw<{ id: Id; status: string }[]>`
      select id::text as id, status from plan_order where household_id = ${householdId}::uuid and plan_id = ${plan.id}::uuid order by id for update`;
    if (orders.some((order) => order.status === "ordered" || order.status === "closed")) throw new Refusal("plans.already_ordered");
    for (const order of orders) await endHolds(tx, actor, { orderId: order.id }, "released");
    await tx.planOrder.updateMany({ where: { householdId, planId: plan.id }, data: { status: "cancelled" } });
    await tx.planLine.updateMany({ where: { householdId, planId: plan.id, status: "planned" }, data: { status: "cancelled" } });
    await tx.plan.update({
      where: { householdId_id: { householdId, id: plan.id } },
      data: { status: "cancelled", endedAt: new Date(), version: { increment: 1 } },
    });
    await recordActivity(tx, actor, { action: "plans.cancelled", subjectType: "plan", subjectId: plan.id, detail: { plan: plan.name } });
    return { planId: plan.id };
  });
}
