import type { PlanCredit, PlanItem, PlanLine, PlanOrder, PlanPayment, PlanResult } from "./contract";
import type { ExactPlan, SlotPayments } from "./payments";
import { isExpiring, type Option, type Problem, type Slot, unitsOf } from "./problem";
import { creditReasons } from "./why-credits";
import { leftOutReasons, unmetReasons } from "./why-items";
import { lineReasons } from "./why-lines";

/** The plan in the contract's form: payments laid out line by line, metrics, and a reason for everything. */
export function assemble(problem: Problem, plan: ExactPlan, status: PlanResult["status"], gapCents: number): PlanResult {
  const orders = [...plan.slots]
    .map(([index, payments]) => layOut(problem, plan, index, payments))
    .sort((a, b) => a.date.localeCompare(b.date) || accountIndex(problem, a) - accountIndex(problem, b));
  const used = usedByCredit(orders);
  const bought = new Set(orders.flatMap((order) => order.lines.map((line) => line.item)));
  const left = (credit: PlanCredit) => credit.amountCents - credit.heldCents - (used.get(credit.id) ?? 0);
  const lost = (credit: PlanCredit) => (isExpiring(problem.request, credit) ? left(credit) : 0);
  const view = { problem, orders, left: new Map(problem.credits.map((credit) => [credit.id, left(credit)])) };
  const missing = (need: PlanItem["need"]) => problem.items.filter((item) => item.need === need && !bought.has(item.id));
  return {
    format: "commonpurse.plan/1",
    status,
    gapCents,
    orders: orders.map((order) => ({ ...order, lines: order.lines.map((line) => ({ ...line, why: lineReasons(view, order, line) })) })),
    unmet: missing("must").map((item) => ({ item: item.id, why: unmetReasons(view, item) })),
    leftOut: missing("optional").map((item) => ({ item: item.id, why: leftOutReasons(view, item) })),
    credits: problem.credits.map((credit) => ({
      credit: credit.id,
      usedCents: used.get(credit.id) ?? 0,
      leftCents: left(credit),
      lostCents: lost(credit),
      why: creditReasons(view, credit),
    })),
    metrics: {
      unmet: plan.unmet,
      costMilliCents: plan.costMilli,
      cashCents: orders.reduce((sum, order) => sum + order.cashCents, 0),
      shippingCents: orders.reduce((sum, order) => sum + order.shippingCents, 0),
      orders: orders.length,
      fairnessCents: plan.fairness,
      creditUsedCents: [...used.values()].reduce((sum, cents) => sum + cents, 0),
      lostCents: problem.credits.reduce((sum, credit) => sum + lost(credit), 0),
    },
  };
}

function accountIndex({ request }: Problem, order: PlanOrder): number {
  return request.accounts.findIndex((account) => account.id === order.account);
}

function layOut(problem: Problem, plan: ExactPlan, slotIndex: number, payments: SlotPayments): PlanOrder {
  const slot = problem.slots[slotIndex] as Slot;
  const pools = payments.pay.map((ofClass) => soonestFirst(problem, ofClass));
  const lines: PlanLine[] = [];
  for (const index of problem.optionsOfSlot[slotIndex] ?? []) {
    const option = problem.options[index] as Option;
    const item = problem.items[option.item] as PlanItem;
    const quantity = (plan.take[index] as number) * unitsOf(item);
    if (quantity === 0) continue;
    const amountCents = quantity * option.priceCents;
    const paid = option.payClass === null ? [] : pour(pools[option.payClass] ?? [], amountCents);
    lines.push({ item: item.id, quantity, amountCents, payments: paid, cashCents: amountCents - total(paid), why: [] });
  }
  const shippingPayments = soonestFirst(problem, payments.shippingPay);
  return {
    account: slot.account,
    date: slot.date,
    lines,
    subtotalCents: payments.subtotalCents,
    shippingCents: payments.shippingCents,
    shippingPayments,
    cashCents: lines.reduce((sum, line) => sum + line.cashCents, 0) + payments.shippingCents - total(shippingPayments),
  };
}

function soonestFirst({ credits }: Problem, ofCredit: ReadonlyMap<number, number>): PlanPayment[] {
  const ends = (index: number) => credits[index]?.expiresOn ?? "9999-12-31";
  return [...ofCredit]
    .sort(([a], [b]) => ends(a).localeCompare(ends(b)) || a - b)
    .map(([index, cents]) => ({ credit: (credits[index] as PlanCredit).id, cents }));
}

/** Takes up to `cents` from the pool, from its front. */
function pour(pool: PlanPayment[], cents: number): PlanPayment[] {
  const poured: PlanPayment[] = [];
  let due = cents;
  while (due > 0) {
    const first = pool[0];
    if (!first) break;
    const part = Math.min(due, first.cents);
    poured.push({ credit: first.credit, cents: part });
    due -= part;
    first.cents -= part;
    if (first.cents === 0) pool.shift();
  }
  return poured;
}

function total(payments: readonly PlanPayment[]): number {
  return payments.reduce((sum, payment) => sum + payment.cents, 0);
}

function usedByCredit(orders: readonly PlanOrder[]): Map<string, number> {
  const used = new Map<string, number>();
  for (const order of orders) {
    for (const payment of [...order.lines.flatMap((line) => line.payments), ...order.shippingPayments]) {
      used.set(payment.credit, (used.get(payment.credit) ?? 0) + payment.cents);
    }
  }
  return used;
}
