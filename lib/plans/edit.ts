import { today, type Actor } from "@/lib/auth/actor";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { systemClock, type Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { changeDraft, type Change } from "./change";
import { loadWorld } from "./load-world";
import type { PlanSettlement, SeenPlan } from "./schema";
import { lockPlanAsSeen, scopeOf, writeDraft } from "./store";

const ADULTS = ["owner", "adult"] as const;

/** Changes one line of a draft by hand; everything is paid again around it. */
export function changeLine(
  actor: Actor,
  commandId: Id,
  input: SeenPlan & { readonly lineId: Id; readonly change: Change },
  clock: Clock = systemClock,
): Promise<Result<{ planId: Id }>> {
  return runCommand(actor, { id: commandId, name: "plans.change_line", roles: ADULTS }, async (tx) => {
    const plan = await lockPlanAsSeen(tx, actor, input, ["draft"]);
    const world = await loadWorld(tx, actor, today(actor, clock), scopeOf(plan));
    const changed = changeDraft(
      { world, orderDates: plan.orderDates, horizonDays: plan.horizonDays, makeId: newId },
      plan.draft,
      input.lineId,
      input.change,
    );
    if (!changed.ok) throw new Refusal(changed.failure.code, changed.failure);
    await writeDraft(tx, actor, plan.id, changed.value);
    await tx.plan.update({
      where: { householdId_id: { householdId: actor.householdId, id: plan.id } },
      data: { version: { increment: 1 } },
    });
    const line = plan.draft.lines.find((candidate) => candidate.id === input.lineId);
    await recordActivity(tx, actor, {
      action: "plans.changed",
      subjectType: "plan",
      subjectId: plan.id,
      detail: { plan: plan.name, item: line?.name ?? "" },
    });
    return { planId: plan.id };
  });
}

/** Whether what the plan buys for others is a gift or to be evened up. */
export function changeSettlement(
  actor: Actor,
  commandId: Id,
  input: SeenPlan & { readonly settlement: PlanSettlement },
): Promise<Result<{ planId: Id }>> {
  return runCommand(actor, { id: commandId, name: "plans.change_settlement", roles: ADULTS }, async (tx) => {
    const plan = await lockPlanAsSeen(tx, actor, input, ["draft"]);
    await tx.plan.update({
      where: { householdId_id: { householdId: actor.householdId, id: plan.id } },
      data: { settlement: input.settlement, version: { increment: 1 } },
    });
    await recordActivity(tx, actor, {
      action: "plans.settlement_changed",
      subjectType: "plan",
      subjectId: plan.id,
      detail: { plan: plan.name, settlement: input.settlement },
    });
    return { planId: plan.id };
  });
}
