import type { PlanItem } from "./contract";
import { type Entry, LinearModel } from "./linear";
import { type PayClass, type Problem, type Slot, stayingLines, unitCents } from "./problem";
import { Relaxation, type SolveContext, solveMip } from "./solver";

/** Who pays what in one order, in cents: per pay class and for shipping, by credit. */
export type SlotPayments = {
  readonly subtotalCents: number;
  readonly shippingCents: number;
  readonly classAmounts: readonly number[];
  readonly pay: readonly ReadonlyMap<number, number>[];
  readonly shippingPay: ReadonlyMap<number, number>;
};

/** A plan with all figures exact: units taken per option, and the payments of each order that has any. */
export type ExactPlan = {
  readonly take: readonly number[];
  readonly slots: ReadonlyMap<number, SlotPayments>;
  readonly unmet: number;
  readonly costMilli: number;
  readonly orders: number;
  readonly fairness: number;
  readonly moved: number;
};

type Baskets = Map<number, { subtotalCents: number; shippingCents: number; classAmounts: number[]; usable: Set<number> }>;

type Paying = { readonly column: number; readonly slot: number; readonly payClass: number | null; readonly credit: number };

/** The problem of paying for fixed baskets: a column per order, pay class and credit. */
type PaymentModel = { readonly linear: LinearModel; readonly paying: readonly Paying[]; readonly lent: readonly (readonly Entry[])[] };

/**
 * Pays for what is taken, at the least household cost. With the orders fixed this is a flow, so whole cents come out
 * of the linear program; caps and dated budgets together can make it more than a flow, and then it is solved in
 * integers. Null when the budgets can't be kept.
 */
export function payExactly(context: SolveContext, problem: Problem, take: readonly number[]): ExactPlan | null {
  const baskets = fillBaskets(problem, take);
  const model = paymentModel(problem, baskets);
  const cents = model && cheapestPayments(context, problem, model);
  return cents && readPlan(problem, take, baskets, model.paying, cents);
}

/** The same plan paid with the least lending among the cheapest payments. */
export function payFairly(context: SolveContext, problem: Problem, plan: ExactPlan): ExactPlan {
  if (plan.fairness === 0) return plan;
  const baskets = fillBaskets(problem, plan.take);
  const model = paymentModel(problem, baskets);
  const cents = model && cheapestPayments(context, problem, model);
  if (!cents) return plan;
  const fair = readPlan(problem, plan.take, baskets, model.paying, fairestPayments(context, problem, model, cents));
  return fair.costMilli <= plan.costMilli && fair.fairness < plan.fairness ? fair : plan;
}

function paymentModel(problem: Problem, baskets: Baskets): PaymentModel | null {
  const linear = new LinearModel();
  const paying: Paying[] = [];
  const ofCredit = new Map<number, Entry[]>();
  const lent = new Map<string, Entry[]>();
  const ofDate: Entry[][] = problem.request.orderDates.map(() => []);
  const cashOfDate: number[] = problem.request.orderDates.map(() => 0);

  const addColumn = (slot: number, payClass: number | null, credit: number, most: number): Entry => {
    const column = linear.column(0, Math.min(most, problem.available[credit] as number), true);
    paying.push({ column, slot, payClass, credit });
    ofCredit.set(credit, [...(ofCredit.get(credit) ?? []), [column, 1]]);
    ofDate[(problem.slots[slot] as Slot).dateIndex]?.push([column, 1]);
    return [column, 1];
  };

  for (const [index, basket] of baskets) {
    const slot = problem.slots[index] as Slot;
    cashOfDate[slot.dateIndex] = (cashOfDate[slot.dateIndex] ?? 0) + basket.subtotalCents + basket.shippingCents;
    for (const [number, payClass] of (problem.classes[index] as readonly PayClass[]).entries()) {
      const amount = basket.classAmounts[number] ?? 0;
      const usable = payClass.credits.filter((credit) => basket.usable.has(credit));
      if (amount === 0 || usable.length === 0) continue;
      const entries = usable.map((credit) => addColumn(index, number, credit, amount));
      linear.row(-Infinity, amount, entries);
      if (payClass.lent) lent.set(slot.owner, [...(lent.get(slot.owner) ?? []), ...entries]);
    }
    if (basket.shippingCents === 0) continue;
    const covering = slot.credits.filter((credit) => basket.usable.has(credit) && problem.credits[credit]?.coversShipping);
    if (covering.length > 0)
      linear.row(
        -Infinity,
        basket.shippingCents,
        covering.map((credit) => addColumn(index, null, credit, basket.shippingCents)),
      );
  }
  for (const [credit, entries] of ofCredit) if (entries.length > 1) linear.row(-Infinity, problem.available[credit] as number, entries);
  for (const [owner, entries] of lent) {
    const cap = problem.request.lendingCapsCents[owner];
    if (cap !== undefined) linear.row(-Infinity, cap, entries);
  }
  return keepBudgets(problem, linear, ofDate, cashOfDate) ? { linear, paying, lent: [...lent.values()] } : null;
}

/** Rows for the cash budgets; false when one is broken whatever is paid. */
function keepBudgets(problem: Problem, linear: LinearModel, ofDate: readonly Entry[][], cashOfDate: readonly number[]): boolean {
  let cash = 0;
  for (const [index, from] of problem.request.orderDates.entries()) {
    cash += cashOfDate[index] as number;
    const budget = problem.request.cashBudgetCents.find((entry) => entry.from === from);
    if (!budget) continue;
    const entries = ofDate.slice(0, index + 1).flat();
    if (cash > budget.cumulativeCents && entries.length === 0) return false;
    if (entries.length > 0) linear.row(cash - budget.cumulativeCents, Infinity, entries);
  }
  return true;
}

/** Whole cents per column that save the most. */
function cheapestPayments(context: SolveContext, problem: Problem, { linear, paying }: PaymentModel): number[] | null {
  if (linear.columns === 0) return [];
  const unlimited = { ...context, deadline: Infinity };
  const data = linear.data({ cost: paying.map(({ credit }) => -(problem.savingMilli[credit] as number)) });
  const relaxation = new Relaxation(unlimited, data);
  try {
    const values = relaxation.solve()?.values;
    if (!values) return null;
    if (values.every((value) => Math.abs(value - Math.round(value)) < 1e-6)) return Array.from(values, Math.round);
  } finally {
    relaxation.dispose();
  }
  const whole = solveMip(unlimited, data, { absoluteGap: 0.5 }).best;
  return whole && Array.from(whole.values, Math.round);
}

/** Of the payments that save as much as `cents`, those that lend the least. */
function fairestPayments(
  context: SolveContext,
  problem: Problem,
  { linear, paying, lent }: PaymentModel,
  cents: readonly number[],
): readonly number[] {
  const savings = paying.map(({ column, credit }): Entry => [column, problem.savingMilli[credit] as number]);
  const saved = savings.reduce((sum, [column, saving]) => sum + saving * (cents[column] as number), 0);
  linear.row(saved, saved, savings);
  const largest = linear.column(0, Infinity, true);
  const cost = new Array<number>(linear.columns).fill(0);
  cost[largest] = 1;
  for (const entries of lent) {
    linear.row(-Infinity, 0, [...entries, [largest, -1]]);
    for (const [column] of entries) cost[column] = 1;
  }
  const largestNow = Math.max(...lent.map((entries) => entries.reduce((sum, [column]) => sum + (cents[column] as number), 0)));
  const start = Float64Array.from([...cents, largestNow]);
  const { best } = solveMip({ ...context, deadline: performance.now() + 2000 }, linear.data({ cost }), { absoluteGap: 0.5, start });
  return best ? Array.from(best.values.slice(0, largest), Math.round) : cents;
}

/** What is in each order, what it costs, and which credits it lets pay (those whose minimum it reaches). */
function fillBaskets(problem: Problem, take: readonly number[]): Baskets {
  const baskets: Baskets = new Map();
  for (const [index, option] of problem.options.entries()) {
    const units = take[index] as number;
    if (units === 0) continue;
    const known = baskets.get(option.slot);
    const basket = known ?? {
      subtotalCents: 0,
      shippingCents: 0,
      classAmounts: (problem.classes[option.slot] as readonly PayClass[]).map(() => 0),
      usable: new Set<number>(),
    };
    if (!known) baskets.set(option.slot, basket);
    const cents = units * unitCents(problem, option);
    basket.subtotalCents += cents;
    if (option.payClass !== null) basket.classAmounts[option.payClass] = (basket.classAmounts[option.payClass] ?? 0) + cents;
  }
  for (const [index, basket] of baskets) {
    const slot = problem.slots[index] as Slot;
    const classes = problem.classes[index] as readonly PayClass[];
    basket.shippingCents = basket.subtotalCents >= slot.freeFromCents ? 0 : slot.feeCents;
    for (const credit of slot.credits) {
      const eligible = classes.reduce(
        (sum, payClass, number) => sum + (payClass.credits.includes(credit) ? (basket.classAmounts[number] ?? 0) : 0),
        0,
      );
      if (eligible >= (problem.credits[credit]?.minimumOrderCents ?? 0)) basket.usable.add(credit);
    }
  }
  return baskets;
}

function readPlan(
  problem: Problem,
  take: readonly number[],
  baskets: Baskets,
  paying: readonly Paying[],
  paid: readonly number[],
): ExactPlan {
  const slots = new Map<number, SlotPayments & { pay: Map<number, number>[]; shippingPay: Map<number, number> }>();
  let costMilli = 0;
  for (const [index, basket] of baskets) {
    slots.set(index, { ...basket, pay: basket.classAmounts.map(() => new Map()), shippingPay: new Map() });
    costMilli += 1000 * (basket.subtotalCents + basket.shippingCents);
  }
  const lent = new Map<string, number>();
  for (const { column, slot, payClass, credit } of paying) {
    const cents = paid[column] as number;
    if (cents === 0) continue;
    const payments = payClass === null ? slots.get(slot)?.shippingPay : slots.get(slot)?.pay[payClass];
    payments?.set(credit, cents);
    costMilli -= cents * (problem.savingMilli[credit] as number);
    if (payClass === null || !problem.classes[slot]?.[payClass]?.lent) continue;
    const owner = (problem.slots[slot] as Slot).owner;
    lent.set(owner, (lent.get(owner) ?? 0) + cents);
  }
  const bought = new Set<number>();
  for (const [index, option] of problem.options.entries()) {
    const units = take[index] as number;
    if (units === 0) continue;
    bought.add(option.item);
    const item = problem.items[option.item] as PlanItem;
    if (item.need === "optional") costMilli -= 1000 * units * item.valueCents;
  }
  const unmet = problem.items.reduce((sum, item, index) => sum + (item.need === "must" && !bought.has(index) ? 4 - item.priority : 0), 0);
  const fairness = [...lent.values()].reduce((sum, cents) => sum + cents, 0) + Math.max(0, ...lent.values());
  return { take, slots, unmet, costMilli, orders: slots.size, fairness, moved: linesMoved(problem, take) };
}

/** What of the plan no credit pays. */
export function cashOf(plan: ExactPlan): number {
  let cash = 0;
  for (const slot of plan.slots.values()) {
    cash += slot.subtotalCents + slot.shippingCents;
    for (const payments of [...slot.pay, slot.shippingPay]) for (const cents of payments.values()) cash -= cents;
  }
  return cash;
}

/** How many of the items are bought, in whatever quantity. */
export function thingsOf(problem: Problem, plan: ExactPlan): number {
  return problem.optionsOfItem.filter((options) => options.some((option) => (plan.take[option] ?? 0) > 0)).length;
}

/** Lines of the current plan that could have stayed in their order, with their quantity, and don't. */
export function linesMoved(problem: Problem, take: readonly number[]): number {
  let moved = 0;
  for (const { option, units } of stayingLines(problem)) if (take[option] !== units) moved += 1;
  return moved;
}
