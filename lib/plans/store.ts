import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { notKeptFrom } from "@/lib/households/surprise";
import type { PlanRequest, PlanResult } from "@/lib/planner/contract";
import type { Proven } from "@/lib/planner/levels";
import { present } from "@/lib/kernel/assert";
import { cents, type Cents } from "@/lib/kernel/cents";
import { dateFromDay, day, dayFromDate, type Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/result";
import type { PlanChanges } from "./changed";
import { samePlace, type Draft, type DraftLine, type DraftOrder } from "./draft";
import { fromPlanner, type Reason } from "./reason";

export type PlanStatus = "draft" | "proposed" | "approved" | "done" | "cancelled";
export type OrderStatus = "planned" | "ordered" | "closed" | "cancelled";
export type StoredApproval = {
  readonly holderId: Id;
  readonly status: "waiting" | "approved" | "declined";
  readonly reason: string;
  readonly decidedById: Id | null;
};

/** A plan as it is kept. */
export type StoredPlan = {
  readonly id: Id;
  readonly name: string;
  readonly status: PlanStatus;
  readonly settlement: "gift" | "even_up";
  readonly horizonDays: number;
  readonly cashLimitCents: Cents | null;
  readonly orderDates: readonly Day[];
  /** What the planner's own answer came to, before anything was changed by hand. */
  readonly worked: {
    readonly cashCents: Cents;
    readonly lostCents: Cents;
    readonly status: "optimal" | "feasible";
    /** No plan with as few unmet needs is better by more than this; 0 when optimal. */
    readonly gapCents: Cents;
    /** Null for plans made before it was kept. */
    readonly proven: Proven | null;
    /** Each balance that was looked at: what of it the planner used, and why the rest is left. */
    readonly credits: readonly { readonly creditId: Id; readonly usedCents: Cents; readonly why: readonly Reason[] }[];
  };
  readonly request: PlanRequest;
  /** What changed when it was planned again; null for a first plan. */
  readonly changes: PlanChanges | null;
  readonly createdById: Id;
  readonly version: number;
  readonly listIds: readonly Id[];
  readonly approvals: readonly StoredApproval[];
  readonly orderStatus: ReadonlyMap<Id, OrderStatus>;
  /** Lines that came to nothing after approval: taken out before or after ordering, or never delivered. */
  readonly endedLines: ReadonlyMap<Id, "cancelled" | "failed">;
  readonly draft: Draft;
};

/** Locks the plan until the transaction ends; null when the household has none with that id. */
export async function lockPlan(tx: Tx, actor: Actor, planId: Id): Promise<StoredPlan | null> {
  await tx.$queryRaw`select id from plan where household_id = ${actor.householdId}::uuid and id = ${planId}::uuid for update`;
  return readPlan(tx, actor, planId);
}

export async function readPlan(tx: Tx, actor: Actor, planId: Id): Promise<StoredPlan | null> {
  const { householdId } = actor;
  const row = await tx.plan.findUnique({
    where: { householdId_id: { householdId, id: planId }, ...notKeptFrom(actor) },
    include: {
      planLists: true,
      approvals: true,
      planOrders: { orderBy: [{ plannedOn: "asc" }, { id: "asc" }], include: { allocations: { where: { stage: "planned" } } } },
      planLines: { orderBy: { id: "asc" }, include: { lineParts: true } },
    },
  });
  if (!row) return null;
  const request = row.request as unknown as PlanRequest;
  const result = row.result as unknown as PlanResult;
  const orders = row.planOrders.map(
    (order): DraftOrder => ({
      id: order.id,
      accountId: order.accountId,
      on: dayFromDate(order.plannedOn),
      shippingCents: cents(order.shippingCents),
      cashPayerId: order.cashPayerId,
    }),
  );
  const places = new Map(orders.map((order) => [order.id, { accountId: order.accountId, on: order.on }]));
  const lines = row.planLines.map(
    (line): DraftLine => ({
      id: line.id,
      itemId: line.itemId,
      itemVersion: line.itemVersion,
      name: line.name,
      category: line.category,
      quantityMilli: line.quantityMilli,
      unit: line.unit,
      unitPriceCents: cents(line.unitPriceCents),
      goodsCents: cents(line.goodsCents),
      taxCents: cents(line.taxCents),
      amountCents: cents(line.amountCents),
      requesterId: line.requesterId,
      parts: line.lineParts.map(({ memberId, parts }) => ({ memberId, parts })),
      place: line.orderId === null ? null : (places.get(line.orderId) ?? null),
      pinned: line.pinned,
      payWith: line.payWith as DraftLine["payWith"],
      chosenCreditId: line.chosenCreditId,
      why: line.why as unknown as Reason[],
    }),
  );
  const payments = row.planOrders.flatMap((order) =>
    order.allocations.map(({ lineId, creditId, cents: amount }) => ({ orderId: order.id, lineId, creditId, cents: cents(amount) })),
  );
  return {
    id: row.id,
    name: row.name,
    status: row.status as PlanStatus,
    settlement: row.settlement as StoredPlan["settlement"],
    horizonDays: row.horizonDays,
    cashLimitCents: row.cashLimitCents === null ? null : cents(row.cashLimitCents),
    orderDates: (request.orderDates ?? []).map(day),
    worked: {
      cashCents: cents(result.metrics?.cashCents ?? 0),
      lostCents: cents(result.metrics?.lostCents ?? 0),
      status: result.status ?? "feasible",
      gapCents: cents(result.gapCents ?? 0),
      proven: row.proven as unknown as Proven | null,
      credits: (result.credits ?? []).map(({ credit, usedCents, why }) => ({
        creditId: credit,
        usedCents: cents(usedCents),
        why: fromPlanner(why),
      })),
    },
    request,
    changes: row.changes as unknown as PlanChanges | null,
    createdById: row.createdById,
    version: row.version,
    listIds: row.planLists.map((list) => list.listId),
    approvals: row.approvals.map(
      (approval): StoredApproval => ({
        holderId: approval.holderId,
        status: approval.status as StoredApproval["status"],
        reason: approval.reason,
        decidedById: approval.decidedById,
      }),
    ),
    orderStatus: new Map(row.planOrders.map((order) => [order.id, order.status as OrderStatus])),
    endedLines: new Map(
      row.planLines.flatMap(({ id, status }) => (status === "cancelled" || status === "failed" ? [[id, status] as const] : [])),
    ),
    draft: { orders, lines, payments },
  };
}

/** The plan locked and as the person saw it: refused when it is gone, not in that state, or changed meanwhile. */
export async function lockPlanAsSeen(
  tx: Tx,
  actor: Actor,
  seen: { readonly planId: Id; readonly version: number },
  statuses: readonly PlanStatus[],
): Promise<StoredPlan> {
  const plan = await lockPlan(tx, actor, seen.planId);
  if (!plan) throw new Refusal("not_found");
  if (!statuses.includes(plan.status)) throw new Refusal("plans.not_now", { values: { status: plan.status } });
  if (plan.version !== seen.version) throw new Refusal("plans.changed_meanwhile");
  return plan;
}

/** Replaces the orders, lines and payments of a draft. */
export async function writeDraft(tx: Tx, actor: Actor, planId: Id, draft: Draft): Promise<void> {
  const { householdId } = actor;
  await tx.allocation.deleteMany({ where: { householdId, order: { planId } } });
  await tx.linePart.deleteMany({ where: { householdId, line: { planId } } });
  await tx.planLine.deleteMany({ where: { householdId, planId } });
  await tx.planOrder.deleteMany({ where: { householdId, planId } });
  await tx.planOrder.createMany({
    data: draft.orders.map((order) => ({
      householdId,
      id: order.id,
      planId,
      accountId: order.accountId,
      plannedOn: dateFromDay(order.on),
      shippingCents: order.shippingCents,
      cashPayerId: order.cashPayerId,
    })),
  });
  await tx.planLine.createMany({
    data: draft.lines.map((line) => ({
      householdId,
      id: line.id,
      planId,
      orderId:
        line.place === null
          ? null
          : present(
              draft.orders.find((order) => samePlace(order, line.place)),
              "the order of a line",
            ).id,
      itemId: line.itemId,
      itemVersion: line.itemVersion,
      name: line.name,
      category: line.category,
      quantityMilli: line.quantityMilli,
      unit: line.unit,
      unitPriceCents: line.unitPriceCents,
      goodsCents: line.goodsCents,
      taxCents: line.taxCents,
      amountCents: line.amountCents,
      requesterId: line.requesterId,
      pinned: line.pinned,
      payWith: line.payWith,
      chosenCreditId: line.chosenCreditId,
      status: line.place === null ? "left_out" : "planned",
      why: line.why as object[],
    })),
  });
  await tx.linePart.createMany({
    data: draft.lines.flatMap((line) => line.parts.map((part) => ({ householdId, lineId: line.id, ...part }))),
  });
  await tx.allocation.createMany({
    data: draft.payments.map((payment) => ({
      householdId,
      id: newId(),
      orderId: payment.orderId,
      lineId: payment.lineId,
      creditId: payment.creditId,
      stage: "planned",
      cents: payment.cents,
    })),
  });
}

/** The ids a plan stands on, for reading the world around it. */
export function scopeOf(plan: StoredPlan): { listIds: Id[]; itemIds: Id[]; creditIds: Id[]; planId: Id } {
  const creditIds = plan.draft.payments.flatMap((payment) => (payment.creditId === null ? [] : [payment.creditId]));
  return { listIds: [...plan.listIds], itemIds: plan.draft.lines.map((line) => line.itemId), creditIds, planId: plan.id };
}
