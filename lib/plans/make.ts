import { isAdult, today, type Actor } from "@/lib/auth/actor";
import { inHousehold } from "@/lib/db/transaction";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { PlanRequestError, type PlanRequest, type PlanResult } from "@/lib/planner/contract";
import { plannerPool } from "@/lib/planner/pool";
import { PlanCancelled } from "@/lib/planner/solver";
import { systemClock, type Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { assembleDraft, type Kept } from "./assemble";
import type { Draft } from "./draft";
import { loadWorld } from "./load-world";
import { buildRequest, HORIZON_DAYS, type Asked, type Asking } from "./request";
import type { MakePlan, SeenPlan } from "./schema";
import { lockPlanAsSeen, readPlan, scopeOf, writeDraft } from "./store";
import type { World } from "./world";

/**
 * What planning needs from outside: the time, and something that answers the planner's contract. Of several requests
 * of one person (`key`) at the same time, only the newest need be answered.
 */
export type Planning = { readonly clock: Clock; readonly solve: (request: PlanRequest, key: string) => Promise<PlanResult> };
const PLANNING: Planning = { clock: systemClock, solve: (request, key) => plannerPool().plan(key, request) };

const MOST_NAME = 120;

/**
 * Works out a plan for the open items of these lists and keeps it as a draft. The household is read first, then the
 * planner thinks without a transaction, then the draft is written; what changed meanwhile shows as lost ground.
 */
export async function makePlan(
  actor: Actor,
  commandId: Id,
  input: MakePlan,
  { clock, solve }: Planning = PLANNING,
): Promise<Result<{ planId: Id }>> {
  if (!isAdult(actor)) return fail("actor.not_allowed");
  const day = today(actor, clock);
  const listIds = [...new Set(input.listIds)];
  const { lists, world } = await inHousehold(actor.householdId, async (tx) => ({
    lists: await tx.list.findMany({
      where: { householdId: actor.householdId, id: { in: listIds }, archivedAt: null },
      orderBy: { createdAt: "asc" },
    }),
    world: await loadWorld(tx, actor, day, { listIds, itemIds: [], creditIds: [], planId: null }),
  }));
  if (lists.length !== listIds.length) return fail("plans.choose_list", { field: "listIds" });
  if (input.orderDates.some((date) => date < day)) return fail("plans.date_past", { field: "orderDates" });
  const asking: Asking = {
    orderDates: input.orderDates.length > 0 ? input.orderDates : [day],
    horizonDays: HORIZON_DAYS,
    cashLimitCents: input.cashLimitCents,
  };
  const worked = await workOut(actor, world, asking, new Map(), solve);
  if (!worked.ok) return worked;
  const { asked, result, draft } = worked.value;
  return runCommand(actor, { id: commandId, name: "plans.make", roles: ["owner", "adult"] }, async (tx) => {
    const planId = newId();
    const name = [...lists.map((list) => list.name).join(", ")].slice(0, MOST_NAME).join("");
    await tx.plan.create({
      data: {
        householdId: actor.householdId,
        id: planId,
        name,
        settlement: input.settlement,
        horizonDays: HORIZON_DAYS,
        cashLimitCents: input.cashLimitCents,
        request: asked.request,
        result,
        createdById: actor.memberId,
      },
    });
    await tx.planList.createMany({ data: lists.map((list) => ({ householdId: actor.householdId, planId, listId: list.id })) });
    await writeDraft(tx, actor, planId, draft);
    await recordActivity(tx, actor, { action: "plans.made", subjectType: "plan", subjectId: planId, detail: { plan: name } });
    return { planId };
  });
}

/**
 * Works the plan out again on today's ground. Lines pinned or taken out by hand stay as they are where they still can.
 * A proposal becomes a draft again: its holders would be asked about something else.
 */
export async function planAgain(
  actor: Actor,
  commandId: Id,
  seen: SeenPlan,
  { clock, solve }: Planning = PLANNING,
): Promise<Result<{ planId: Id }>> {
  if (!isAdult(actor)) return fail("actor.not_allowed");
  const day = today(actor, clock);
  const found = await inHousehold(actor.householdId, async (tx) => {
    const plan = await readPlan(tx, actor, seen.planId);
    return plan && { plan, world: await loadWorld(tx, actor, day, scopeOf(plan)) };
  });
  if (!found) return fail("not_found");
  const { plan, world } = found;
  const kept = new Map(plan.draft.lines.filter((line) => line.pinned).map((line) => [line.itemId, line]));
  const asking: Asking = {
    orderDates: plan.orderDates,
    horizonDays: plan.horizonDays,
    cashLimitCents: plan.cashLimitCents,
    pins: [...kept.values()].flatMap((line) =>
      line.place ? [{ itemId: line.itemId, quantityMilli: line.quantityMilli, ...line.place }] : [],
    ),
    without: [...kept.values()].filter((line) => line.place === null).map((line) => line.itemId),
  };
  const worked = await workOut(actor, openItems(world, plan.listIds), asking, kept, solve);
  if (!worked.ok) return worked;
  const { asked, result, draft } = worked.value;
  return runCommand(actor, { id: commandId, name: "plans.again", roles: ["owner", "adult"] }, async (tx) => {
    const locked = await lockPlanAsSeen(tx, actor, seen, ["draft", "proposed"]);
    await tx.approval.deleteMany({ where: { householdId: actor.householdId, planId: locked.id } });
    await writeDraft(tx, actor, locked.id, draft);
    await tx.plan.update({
      where: { householdId_id: { householdId: actor.householdId, id: locked.id } },
      data: { request: asked.request, result, status: "draft", proposedAt: null, version: { increment: 1 } },
    });
    await recordActivity(tx, actor, {
      action: "plans.made_again",
      subjectType: "plan",
      subjectId: locked.id,
      detail: { plan: locked.name },
    });
    return { planId: locked.id };
  });
}

/** Only what stands on the plan's lists now: a line whose item moved to another list isn't this plan's any more. */
function openItems(world: World, listIds: readonly Id[]): World {
  return { ...world, items: new Map([...world.items].filter(([, item]) => listIds.includes(item.listId))) };
}

async function workOut(
  actor: Actor,
  world: World,
  asking: Asking,
  kept: Kept,
  solve: Planning["solve"],
): Promise<Result<{ asked: Asked; result: PlanResult; draft: Draft }>> {
  const asked = buildRequest(world, asking);
  if (asked.request.accounts.length === 0) return fail("plans.no_accounts");
  if (asked.request.items.length === 0) return fail(asked.needPrice.length > 0 ? "plans.need_prices" : "plans.nothing_to_plan");
  try {
    const result = await solve(asked.request, `${actor.householdId} ${actor.memberId}`);
    return ok({ asked, result, draft: assembleDraft(world, asked, result, kept, asking.horizonDays, newId) });
  } catch (error) {
    if (error instanceof PlanRequestError) return fail("plans.too_large");
    if (error instanceof PlanCancelled) return fail("plans.asked_again");
    throw error;
  }
}

let warm = false;

/** Lets the planner get ready before the first person asks; called again, it does nothing. */
export function warmUpPlanner(): void {
  if (warm) return;
  warm = true;
  plannerPool().warmUp();
}
