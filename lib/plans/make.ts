import { isAdult, today, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { PlanRequestError, type PlanRequest } from "@/lib/planner/contract";
import type { PlanOutcome } from "@/lib/planner/plan";
import { toNumber } from "@/lib/kernel/cents";
import { systemClock, type Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { assembleDraft, type Kept } from "./assemble";
import { changesBetween } from "./changed";
import { asTheStorePays } from "./checkout";
import { asCurrent } from "./current";
import { totalsOf, type Draft } from "./draft";
import { explainAgain } from "./explain";
import { loadWorld } from "./load-world";
import { buildRequest, HORIZON_DAYS, type Asked, type Asking } from "./request";
import { planningRuns } from "./planning";
import { PlanningEnded } from "./run";
import type { MakePlan, SeenPlan } from "./schema";
import { lockPlanAsSeen, readPlan, scopeOf, writeDraft, type StoredPlan } from "./store";
import type { World } from "./world";

/**
 * What planning needs from outside: the time, and something that answers the planner's contract. Of several requests
 * of one household at the same time only the newest is answered; the others throw {@link PlanningEnded}.
 */
export type Planning = {
  readonly clock: Clock;
  readonly solve: (request: PlanRequest, actor: Actor, commandId: Id) => Promise<PlanOutcome>;
};
const PLANNING: Planning = { clock: systemClock, solve: (request, actor, commandId) => planningRuns().solve(request, actor, commandId) };

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
  const { lists, world, former } = await inHousehold(actor.householdId, async (tx) => ({
    lists: await tx.list.findMany({
      where: { householdId: actor.householdId, id: { in: listIds }, archivedAt: null, purpose: "shared" },
      orderBy: { createdAt: "asc" },
    }),
    world: await loadWorld(tx, actor, day, { listIds, itemIds: [], creditIds: [], planId: null }),
    former: input.afterId ? await cancelledPlan(tx, actor, input.afterId) : null,
  }));
  if (lists.length !== listIds.length) return fail("plans.choose_list", { field: "listIds" });
  if (input.orderDates.some((date) => date < day)) return fail("plans.date_past", { field: "orderDates" });
  const asking: Asking = {
    orderDates: input.orderDates.length > 0 ? input.orderDates : [day],
    horizonDays: HORIZON_DAYS,
    cashLimitCents: input.cashLimitCents,
    current: former && asCurrent(former.draft, world.items),
  };
  const worked = await workOut(world, asking, new Map(), (request) => solve(request, actor, commandId));
  if (!worked.ok) return worked;
  const { asked, outcome, draft } = worked.value;
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
        result: outcome.result,
        proven: outcome.proven,
        ...(former ? { changes: changesSince(world, former, asked, draft) } : {}),
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
    current: asCurrent(plan.draft, world.items),
    pins: [...kept.values()].flatMap((line) =>
      line.place ? [{ itemId: line.itemId, quantityMilli: line.quantityMilli, ...line.place }] : [],
    ),
    without: [...kept.values()].filter((line) => line.place === null).map((line) => line.itemId),
  };
  const worked = await workOut(openItems(world, plan.listIds), asking, kept, (request) => solve(request, actor, commandId));
  if (!worked.ok) return worked;
  const { asked, outcome, draft } = worked.value;
  return runCommand(actor, { id: commandId, name: "plans.again", roles: ["owner", "adult"] }, async (tx) => {
    const locked = await lockPlanAsSeen(tx, actor, seen, ["draft", "proposed"]);
    await tx.approval.deleteMany({ where: { householdId: actor.householdId, planId: locked.id } });
    await writeDraft(tx, actor, locked.id, draft);
    await tx.plan.update({
      where: { householdId_id: { householdId: actor.householdId, id: locked.id } },
      data: {
        request: asked.request,
        result: outcome.result,
        proven: outcome.proven,
        changes: changesSince(world, plan, asked, draft),
        status: "draft",
        proposedAt: null,
        version: { increment: 1 },
      },
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

/** The plan, if it was cancelled: its items and balances are free again. */
async function cancelledPlan(tx: Tx, actor: Actor, planId: Id): Promise<StoredPlan | null> {
  const plan = await readPlan(tx, actor, planId);
  return plan?.status === "cancelled" ? plan : null;
}

function changesSince(world: World, former: StoredPlan, { request }: Asked, draft: Draft): object {
  const before = totalsOf(world, former.draft, former.horizonDays);
  const figures = { cashCents: toNumber(before.cash), lostCents: toNumber(before.lost) };
  return changesBetween(world, { ...former, ...figures }, { draft, request }, former.horizonDays);
}

/** Only what stands on the plan's lists now: a line whose item moved to another list isn't this plan's any more. */
function openItems(world: World, listIds: readonly Id[]): World {
  return { ...world, items: new Map([...world.items].filter(([, item]) => listIds.includes(item.listId))) };
}

async function workOut(
  world: World,
  asking: Asking,
  kept: Kept,
  solve: (request: PlanRequest) => Promise<PlanOutcome>,
): Promise<Result<{ asked: Asked; outcome: PlanOutcome; draft: Draft }>> {
  const asked = buildRequest(world, asking);
  if (asked.request.accounts.length === 0) return fail("plans.no_accounts");
  if (asked.request.items.length === 0) return fail(asked.needPrice.length > 0 ? "plans.need_prices" : "plans.nothing_to_plan");
  try {
    const outcome = await solve(asked.request);
    const planned = assembleDraft(world, asked, outcome.result, kept, asking.horizonDays, newId);
    const paid = asTheStorePays(world, planned, asking.horizonDays);
    return ok({ asked, outcome, draft: explainAgain(world, planned, paid, asking.horizonDays, null) });
  } catch (error) {
    if (error instanceof PlanRequestError) return fail("plans.too_large");
    if (error instanceof PlanningEnded) return fail(error.how === "stopped" ? "plans.stopped" : "plans.asked_again");
    throw error;
  }
}
