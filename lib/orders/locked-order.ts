import { isAdult, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { present } from "@/lib/kernel/assert";
import { cents, type Cents } from "@/lib/kernel/cents";
import { dayFromDate, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/result";
import type { Allocation } from "./pay";
import type { Step } from "./schema";

export type OrderStatus = "planned" | "ordered" | "closed" | "cancelled";
export type LineStatus = "planned" | "ordered" | "cancelled" | "failed";

export type OrderLine = {
  readonly id: Id;
  readonly itemId: Id;
  readonly name: string;
  readonly category: string;
  readonly quantityMilli: number;
  readonly unit: string;
  readonly goodsCents: Cents;
  readonly taxCents: Cents;
  readonly amountCents: Cents;
  readonly actualCents: Cents | null;
  readonly status: LineStatus;
  readonly requesterId: Id;
  readonly parts: readonly { readonly memberId: Id; readonly parts: number }[];
};

/** An order with all that happened to it so far. */
export type StoredOrder = {
  readonly id: Id;
  readonly planId: Id;
  readonly planName: string;
  readonly planStatus: "draft" | "proposed" | "approved" | "done" | "cancelled";
  readonly settlement: "gift" | "even_up";
  readonly accountId: Id;
  readonly accountStatus: "active" | "suspended" | "closed";
  readonly accountLabel: string;
  readonly accountKind: "personal" | "work" | "family";
  readonly storeId: Id;
  readonly storeName: string;
  /** Whose account it is: who orders, and who paid what its credits paid. */
  readonly holderId: Id;
  readonly cashPayerId: Id;
  readonly plannedOn: Day;
  readonly status: OrderStatus;
  readonly shippingCents: Cents;
  readonly orderNumber: string | null;
  readonly orderedOn: Day | null;
  readonly orderedById: Id | null;
  readonly actualTotalCents: Cents | null;
  readonly actualShippingCents: Cents | null;
  readonly lines: readonly OrderLine[];
  readonly planned: readonly Allocation[];
  readonly actual: readonly Allocation[];
  readonly steps: ReadonlySet<Step>;
};

/** Everything of one order; null when the household has none with that id. */
export async function readOrder(tx: Tx, householdId: Id, orderId: Id): Promise<StoredOrder | null> {
  const row = await tx.planOrder.findUnique({
    where: { householdId_id: { householdId, id: orderId } },
    include: {
      plan: { select: { name: true, status: true, settlement: true } },
      account: { include: { store: { select: { name: true } } } },
      planLines: { orderBy: { id: "asc" }, include: { lineParts: { orderBy: { memberId: "asc" } } } },
      allocations: { orderBy: { id: "asc" } },
      orderSteps: { select: { step: true } },
    },
  });
  if (!row) return null;
  const allocations = (stage: string): Allocation[] =>
    row.allocations
      .filter((allocation) => allocation.stage === stage)
      .map(({ lineId, creditId, cents: amount }) => ({ lineId, creditId, cents: cents(amount) }));
  return {
    id: row.id,
    planId: row.planId,
    planName: row.plan.name,
    planStatus: row.plan.status as StoredOrder["planStatus"],
    settlement: row.plan.settlement as StoredOrder["settlement"],
    accountId: row.accountId,
    accountStatus: row.account.status as StoredOrder["accountStatus"],
    accountLabel: row.account.label,
    accountKind: row.account.kind as StoredOrder["accountKind"],
    storeId: row.account.storeId,
    storeName: row.account.store.name,
    holderId: row.account.memberId,
    cashPayerId: row.cashPayerId,
    plannedOn: dayFromDate(row.plannedOn),
    status: row.status as OrderStatus,
    shippingCents: cents(row.shippingCents),
    orderNumber: row.orderNumber,
    orderedOn: row.orderedOn && dayFromDate(row.orderedOn),
    orderedById: row.orderedById,
    actualTotalCents: row.actualTotalCents === null ? null : cents(row.actualTotalCents),
    actualShippingCents: row.actualShippingCents === null ? null : cents(row.actualShippingCents),
    lines: row.planLines.map(
      (line): OrderLine => ({
        id: line.id,
        itemId: line.itemId,
        name: line.name,
        category: line.category,
        quantityMilli: line.quantityMilli,
        unit: line.unit,
        goodsCents: cents(line.goodsCents),
        taxCents: cents(line.taxCents),
        amountCents: cents(line.amountCents),
        actualCents: line.actualAmountCents === null ? null : cents(line.actualAmountCents),
        status: line.status as LineStatus,
        requesterId: line.requesterId,
        parts: line.lineParts.map(({ memberId, parts }) => ({ memberId, parts })),
      }),
    ),
    planned: allocations("planned"),
    actual: allocations("actual"),
    steps: new Set(row.orderSteps.map(({ step }) => step as Step)),
  };
}

/** Whether the actor may do what order day asks: an adult, or whose account it is. */
export function mayRun(actor: Actor, order: Pick<StoredOrder, "holderId">): boolean {
  return isAdult(actor) || actor.memberId === order.holderId;
}

/** Locks the order and its plan (the plan first, as every command on plans does) and reads both as they are now. */
export async function lockOrder(tx: Tx, actor: Actor, orderId: Id): Promise<StoredOrder> {
  const { householdId } = actor;
  const plans = await tx.$queryRaw<unknown[]>`
    select p.id from plan p join plan_order o on o.household_id = p.household_id and o.plan_id = p.id
    where o.household_id = ${householdId}::uuid and o.id = ${orderId}::uuid for update of p`;
  if (plans.length === 0) throw new Refusal("not_found");
  await tx.$queryRaw`select id from plan_order where household_id = ${householdId}::uuid and id = ${orderId}::uuid for update`;
  const order = present(await readOrder(tx, householdId, orderId), "the locked order");
  if (!mayRun(actor, order)) throw new Refusal("orders.not_yours");
  return order;
}

/** An order of an approved plan that is still to be placed; refuses all others, and those on a frozen account (R100). */
export function requireOpen(order: StoredOrder): void {
  if (order.planStatus !== "approved") throw new Refusal("orders.plan_not_approved");
  if (order.status !== "planned") throw new Refusal(order.status === "cancelled" ? "orders.was_cancelled" : "orders.already_ordered");
}

export function requireActiveAccount(order: StoredOrder): void {
  if (order.accountStatus !== "active") throw new Refusal("orders.account_suspended", { values: { store: order.storeName } });
}

/** Ends the plan once none of its orders is under way any more: done, or cancelled when nothing was ordered at all. */
export async function endPlanIfOver(tx: Tx, actor: Actor, planId: Id): Promise<void> {
  const { householdId } = actor;
  const orders = await tx.planOrder.findMany({ where: { householdId, planId }, select: { status: true } });
  const over = orders.every(({ status }) => status === "closed" || status === "cancelled");
  const status = orders.some((order) => order.status === "closed") ? "done" : "cancelled";
  await tx.plan.update({
    where: { householdId_id: { householdId, id: planId } },
    data: { version: { increment: 1 }, ...(over ? { status, endedAt: new Date() } : {}) },
  });
}
