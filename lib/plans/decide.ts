import { today, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { lockCredits, placeHold } from "@/lib/credits/store";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { toNumber, cents } from "@/lib/kernel/cents";
import { systemClock, type Clock } from "@/lib/kernel/clock";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { lostGround, type LostGround } from "./ground";
import { holdersOf, holdsOf, mayDecideFor } from "./holders";
import { loadWorld } from "./load-world";
import type { Approve, Decline, Propose } from "./schema";
import { lockPlanAsSeen, scopeOf, type StoredPlan } from "./store";
import { toVerify } from "./to-verify";
import type { World } from "./world";

type Outcome = { planId: Id; status: "proposed" | "approved" };

/** Asks the holders whose accounts and balances the plan uses, once what is VERIFY in it was looked at. Its items are now spoken for. */
export function proposePlan(actor: Actor, commandId: Id, seen: Propose, clock: Clock = systemClock): Promise<Result<Outcome>> {
  return runCommand(actor, { id: commandId, name: "plans.propose", roles: ["owner", "adult"] }, async (tx) => {
    const plan = await lockPlanAsSeen(tx, actor, seen, ["draft"]);
    await propose(tx, actor, plan, today(actor, clock), seen.checked === true);
    return { planId: plan.id, status: "proposed" as const };
  });
}

/**
 * The holder says yes. With the last yes the amounts are held: the credits are locked in the order of their ids, all the
 * plan stands on is looked at again, and either every hold is placed or none. Of two plans that want the same
 * money at the same moment, one wins and the other is told. On a draft, an adult who is asked proposes by approving.
 */
export function approvePlan(actor: Actor, commandId: Id, input: Approve, clock: Clock = systemClock): Promise<Result<Outcome>> {
  return runCommand(actor, { id: commandId, name: "plans.approve" }, async (tx) => {
    const day = today(actor, clock);
    const plan = await lockPlanAsSeen(tx, actor, input, ["draft", "proposed"]);
    const world = await loadWorld(tx, actor, day, scopeOf(plan));
    if (!mayDecideFor(world, actor.memberId, input.holderId)) throw new Refusal("plans.not_yours");
    if (plan.status === "draft") {
      if (world.members.get(actor.memberId)?.role === "child") throw new Refusal("actor.not_allowed");
      await propose(tx, actor, plan, day, input.checked === true);
    }
    const key = { householdId: actor.householdId, planId: plan.id, status: "waiting" };
    const said = await tx.approval.updateMany({
      where: { ...key, holderId: input.holderId },
      data: { status: "approved", decidedById: actor.memberId, decidedAt: clock.now() },
    });
    if (said.count === 0) throw new Refusal("plans.not_asked");
    if ((await tx.approval.count({ where: key })) > 0) {
      await recordActivity(tx, actor, {
        action: "plans.approved_part",
        subjectType: "plan",
        subjectId: plan.id,
        detail: { plan: plan.name },
      });
      return { planId: plan.id, status: "proposed" as const };
    }
    await holdAll(tx, actor, plan, day);
    await tx.plan.update({
      where: { householdId_id: { householdId: actor.householdId, id: plan.id } },
      data: { status: "approved", approvedAt: clock.now() },
    });
    const held = holdsOf(plan.draft).reduce((sum, hold) => sum + hold.cents, 0n);
    await recordActivity(tx, actor, {
      action: "plans.approved",
      subjectType: "plan",
      subjectId: plan.id,
      detail: { plan: plan.name, heldCents: toNumber(cents(held)), currency: actor.household.currency },
    });
    return { planId: plan.id, status: "approved" as const };
  });
}

/** The holder says no, and why. The plan is a draft again, with the reason on top. */
export function declinePlan(actor: Actor, commandId: Id, input: Decline, clock: Clock = systemClock): Promise<Result<{ planId: Id }>> {
  return runCommand(actor, { id: commandId, name: "plans.decline" }, async (tx) => {
    const plan = await lockPlanAsSeen(tx, actor, input, ["proposed"]);
    const world = await loadWorld(tx, actor, today(actor, clock), scopeOf(plan));
    if (!mayDecideFor(world, actor.memberId, input.holderId)) throw new Refusal("plans.not_yours");
    const said = await tx.approval.updateMany({
      where: { householdId: actor.householdId, planId: plan.id, holderId: input.holderId },
      data: { status: "declined", reason: input.reason, decidedById: actor.memberId, decidedAt: clock.now() },
    });
    if (said.count === 0) throw new Refusal("plans.not_asked");
    await tx.plan.update({
      where: { householdId_id: { householdId: actor.householdId, id: plan.id } },
      data: { status: "draft", proposedAt: null },
    });
    await recordActivity(tx, actor, {
      action: "plans.declined",
      subjectType: "plan",
      subjectId: plan.id,
      detail: { plan: plan.name, reason: input.reason },
    });
    return { planId: plan.id };
  });
}

async function propose(tx: Tx, actor: Actor, plan: StoredPlan, day: Day, checked: boolean): Promise<void> {
  await lockItems(tx, actor, plan);
  const world = await loadWorld(tx, actor, day, scopeOf(plan));
  refuseOnLostGround(actor, world, plan);
  if (!checked && toVerify(world, plan.draft).length > 0) throw new Refusal("plans.verify_first", { field: "checked" });
  const holders = holdersOf(world, plan.draft);
  if (holders.length === 0) throw new Refusal("plans.nothing_in_it");
  const { householdId } = actor;
  await tx.approval.deleteMany({ where: { householdId, planId: plan.id } });
  await tx.approval.createMany({ data: holders.map((holderId) => ({ householdId, planId: plan.id, holderId })) });
  await tx.plan.update({ where: { householdId_id: { householdId, id: plan.id } }, data: { status: "proposed", proposedAt: new Date() } });
  await recordActivity(tx, actor, { action: "plans.proposed", subjectType: "plan", subjectId: plan.id, detail: { plan: plan.name } });
}

async function holdAll(tx: Tx, actor: Actor, plan: StoredPlan, day: Day): Promise<void> {
  await lockItems(tx, actor, plan);
  const holds = holdsOf(plan.draft);
  await lockAccounts(tx, actor, plan);
  await lockCredits(
    tx,
    actor.householdId,
    holds.map((hold) => hold.creditId),
  );
  refuseOnLostGround(actor, await loadWorld(tx, actor, day, scopeOf(plan)), plan);
  for (const hold of holds) await placeHold(tx, actor, hold);
}

/** Of two plans with the same item, the second waits here and then sees that it is spoken for. */
async function lockItems(tx: Tx, actor: Actor, plan: StoredPlan): Promise<void> {
  const itemIds = plan.draft.lines.filter((line) => line.place !== null).map((line) => line.itemId);
  await tx.$queryRaw`select id from item where household_id = ${actor.householdId}::uuid and id = any(${itemIds}::uuid[]) order by id for update`;
}

async function lockAccounts(tx: Tx, actor: Actor, plan: StoredPlan): Promise<void> {
  const accountIds = plan.draft.orders.map((order) => order.accountId);
  await tx.$queryRaw`select id from store_account where household_id = ${actor.householdId}::uuid and id = any(${accountIds}::uuid[]) order by id for share`;
}

function refuseOnLostGround(actor: Actor, world: World, plan: StoredPlan): void {
  const [first] = lostGround(world, plan.draft, false);
  if (first) throw new Refusal(`plans.lost.${first.code}`, { values: { ...valuesOf(first), currency: actor.household.currency } });
}

function valuesOf(lost: LostGround): Record<string, string | number> {
  if ("name" in lost) return { name: lost.name };
  if (lost.code === "credit_less")
    return { neededCents: toNumber(cents(lost.neededCents)), availableCents: toNumber(cents(lost.availableCents)) };
  return {};
}
