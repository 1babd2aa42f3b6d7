import type { PlanItem } from "./contract";
import { type Entry, LinearModel } from "./linear";
import { type Option, type PayClass, type Problem, type Slot, stayingLines, unitCents } from "./problem";

/** Columns of one possible order. `free` is null where shipping costs nothing anyway. */
export type SlotColumns = {
  readonly open: number;
  readonly free: number | null;
  /** Per credit with a minimum order: whether this order reaches it. */
  readonly gates: ReadonlyMap<number, number>;
  /** Per pay class, per credit: cents paid. */
  readonly pay: readonly ReadonlyMap<number, number>[];
  readonly shippingPay: ReadonlyMap<number, number>;
};

/** The whole request as one integer program; docs/PLANNER.md has it in mathematics. */
export type PlanModel = {
  readonly linear: LinearModel;
  /** Units bought, per option; a must-have counts as one. */
  readonly take: readonly number[];
  readonly slots: readonly SlotColumns[];
  /** Per must-have that can be bought: whether it is left out. */
  readonly missing: ReadonlyMap<number, number>;
  /** Objectives, as coefficients per column: level 1, level 2 in thousandths of a cent, 3 and 4. */
  readonly unmet: readonly Entry[];
  readonly costMilli: readonly Entry[];
  readonly orders: readonly Entry[];
  readonly fairness: readonly Entry[];
  readonly largestLent: number | null;
  /** Per line of the current plan that could stay: one when it moves. */
  readonly moved: readonly Entry[];
};

export function buildModel(problem: Problem): PlanModel {
  const linear = new LinearModel();
  const { items, options } = problem;
  const take = options.map((option) => {
    const item = items[option.item] as PlanItem;
    return linear.column(0, item.need === "must" ? 1 : item.quantity, true);
  });
  const missing = itemRows(linear, problem, take);
  const slots = problem.slots.map((slot, index) => slotRows(linear, problem, slot, index, take));
  creditRows(linear, problem, slots);
  budgetRows(linear, problem, take, slots);
  const { fairness, largestLent } = lendingRows(linear, problem, slots);
  return {
    linear,
    take,
    slots,
    missing,
    unmet: [...missing].map(([item, column]) => [column, 4 - (items[item] as PlanItem).priority]),
    costMilli: costEntries(problem, take, slots),
    orders: slots.map((slot) => [slot.open, 1]),
    fairness,
    largestLent,
    moved: stayRows(linear, problem, take),
  };
}

function itemRows(linear: LinearModel, { items, optionsOfItem }: Problem, take: readonly number[]): Map<number, number> {
  const missing = new Map<number, number>();
  for (const [index, item] of items.entries()) {
    const columns = (optionsOfItem[index] ?? []).map((option) => take[option] as number);
    if (columns.length === 0) continue;
    const entries: Entry[] = columns.map((column) => [column, 1]);
    if (item.need === "must") {
      const column = linear.column(0, 1, true);
      missing.set(index, column);
      linear.row(1, 1, [...entries, [column, 1]]);
    } else if (columns.length > 1) linear.row(-Infinity, item.quantity, entries);
  }
  return missing;
}

function slotRows(linear: LinearModel, problem: Problem, slot: Slot, index: number, take: readonly number[]): SlotColumns {
  const here = (problem.optionsOfSlot[index] ?? []).map((option) => ({
    option: problem.options[option] as Option,
    column: take[option] as number,
  }));
  const open = linear.column(0, here.length === 0 ? 0 : 1, true);
  for (const { column } of here)
    linear.row(-Infinity, 0, [
      [column, 1],
      [open, -(linear.upper[column] as number)],
    ]);

  let free: number | null = null;
  if (slot.feeCents > 0 && slot.freeFromCents > 0) {
    free = linear.column(0, 1, true);
    linear.row(0, Infinity, [
      ...here.map(({ option, column }): Entry => [column, unitCents(problem, option)]),
      [free, -slot.freeFromCents],
    ]);
    linear.row(-Infinity, 0, [
      [free, 1],
      [open, -1],
    ]);
  }

  const classes = problem.classes[index] as readonly PayClass[];
  const pay = classes.map((payClass, number) => {
    const columns = new Map(payClass.credits.map((credit) => [credit, linear.column(0, problem.available[credit] as number, false)]));
    const amounts = here.flatMap(({ option, column }): Entry[] =>
      option.payClass === number ? [[column, -unitCents(problem, option)]] : [],
    );
    linear.row(-Infinity, 0, [...[...columns.values()].map((column): Entry => [column, 1]), ...amounts]);
    return columns;
  });

  const shippingPay = new Map<number, number>();
  if (free !== null) {
    for (const credit of slot.credits) {
      if (problem.credits[credit]?.coversShipping)
        shippingPay.set(credit, linear.column(0, Math.min(slot.feeCents, problem.available[credit] as number), false));
    }
    if (shippingPay.size > 0)
      linear.row(-Infinity, 0, [
        ...[...shippingPay.values()].map((column): Entry => [column, 1]),
        [open, -slot.feeCents],
        [free, slot.feeCents],
      ]);
  }

  const gates = new Map<number, number>();
  for (const credit of slot.credits) {
    const minimum = problem.credits[credit]?.minimumOrderCents ?? 0;
    if (minimum === 0) continue;
    const gate = linear.column(0, 1, true);
    gates.set(credit, gate);
    const eligible = here.flatMap(({ option, column }): Entry[] =>
      option.payClass !== null && classes[option.payClass]?.credits.includes(credit) ? [[column, unitCents(problem, option)]] : [],
    );
    linear.row(0, Infinity, [...eligible, [gate, -minimum]]);
    const paid = [
      ...pay.flatMap((columns) => columns.get(credit) ?? []),
      ...(shippingPay.has(credit) ? [shippingPay.get(credit) as number] : []),
    ];
    linear.row(-Infinity, 0, [...paid.map((column): Entry => [column, 1]), [gate, -(problem.available[credit] as number)]]);
  }
  return { open, free, gates, pay, shippingPay };
}

/** All columns that spend a credit. */
export function spendingColumns(slots: readonly SlotColumns[], credit: number): number[] {
  return slots.flatMap((slot) => [
    ...slot.pay.flatMap((columns) => columns.get(credit) ?? []),
    ...(slot.shippingPay.has(credit) ? [slot.shippingPay.get(credit) as number] : []),
  ]);
}

function creditRows(linear: LinearModel, problem: Problem, slots: readonly SlotColumns[]): void {
  for (const credit of problem.credits.keys()) {
    const columns = spendingColumns(slots, credit);
    if (columns.length > 1)
      linear.row(
        -Infinity,
        problem.available[credit] as number,
        columns.map((column): Entry => [column, 1]),
      );
  }
}

/** What the orders on the dates up to `dateIndex` cost in cash. */
function cashEntries(problem: Problem, take: readonly number[], slots: readonly SlotColumns[], dateIndex: number): Entry[] {
  return problem.slots.flatMap((slot, index): Entry[] => {
    if (slot.dateIndex > dateIndex) return [];
    const columns = slots[index] as SlotColumns;
    return [
      ...(problem.optionsOfSlot[index] ?? []).map(
        (option): Entry => [take[option] as number, unitCents(problem, problem.options[option] as Option)],
      ),
      ...(slot.freeFromCents > 0 ? [[columns.open, slot.feeCents] as const] : []),
      ...(columns.free === null ? [] : [[columns.free, -slot.feeCents] as const]),
      ...[...columns.pay, columns.shippingPay].flatMap((map) => [...map.values()].map((column): Entry => [column, -1])),
    ];
  });
}

function budgetRows(linear: LinearModel, problem: Problem, take: readonly number[], slots: readonly SlotColumns[]): void {
  for (const { from, cumulativeCents } of problem.request.cashBudgetCents) {
    const dateIndex = problem.request.orderDates.indexOf(from);
    linear.row(-Infinity, cumulativeCents, cashEntries(problem, take, slots, dateIndex));
  }
}

/** Caps on lending, and the level that keeps lending small: the sum of it plus the largest of any one member. */
function lendingRows(
  linear: LinearModel,
  problem: Problem,
  slots: readonly SlotColumns[],
): { fairness: Entry[]; largestLent: number | null } {
  const lent = new Map<string, Entry[]>();
  for (const [index, slot] of problem.slots.entries()) {
    for (const [number, payClass] of (problem.classes[index] ?? []).entries()) {
      if (!payClass.lent) continue;
      const columns = slots[index]?.pay[number]?.values() ?? [];
      lent.set(slot.owner, [...(lent.get(slot.owner) ?? []), ...[...columns].map((column): Entry => [column, 1])]);
    }
  }
  if (lent.size === 0) return { fairness: [], largestLent: null };
  const largest = linear.column(0, Infinity, false);
  for (const [owner, entries] of lent) {
    const cap = problem.request.lendingCapsCents[owner];
    if (cap !== undefined) linear.row(-Infinity, cap, entries);
    linear.row(-Infinity, 0, [...entries, [largest, -1]]);
  }
  return { fairness: [...[...lent.values()].flat(), [largest, 1]], largestLent: largest };
}

function costEntries(problem: Problem, take: readonly number[], slots: readonly SlotColumns[]): Entry[] {
  const entries = cashEntries(problem, take, slots, Number.MAX_SAFE_INTEGER);
  const cost = new Map<number, number>(entries.map(([column, cents]) => [column, cents * 1000]));
  for (const [index, option] of problem.options.entries()) {
    const item = problem.items[option.item] as PlanItem;
    const column = take[index] as number;
    if (item.need === "optional") cost.set(column, (cost.get(column) ?? 0) - item.valueCents * 1000);
  }
  for (const slot of slots) {
    for (const map of [...slot.pay, slot.shippingPay]) {
      for (const [credit, column] of map) cost.set(column, -(problem.savingMilli[credit] as number));
    }
  }
  return [...cost];
}

/** For each line of the current plan that could stay in its order: a column that is one unless it does. */
function stayRows(linear: LinearModel, problem: Problem, take: readonly number[]): Entry[] {
  return stayingLines(problem).map(({ option, units }) => {
    const moved = linear.column(0, 1, true);
    const column = take[option] as number;
    const most = linear.upper[column] as number;
    linear.row(units, Infinity, [
      [column, 1],
      [moved, units],
    ]);
    if (most > units)
      linear.row(-Infinity, units, [
        [column, 1],
        [moved, units - most],
      ]);
    return [moved, 1];
  });
}
