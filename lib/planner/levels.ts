import type { Entry } from "./linear";
import type { PlanModel } from "./model";
import { fewestOrders } from "./orders";
import { cashOf, type ExactPlan, payExactly, payFairly, thingsOf } from "./payments";
import type { Problem } from "./problem";
import { greedyUnits } from "./greedy";
import { type Level, type LevelOutcome, Search } from "./search";
import { checkCancelled, OutOfTime, secondsLeft, type SolveContext } from "./solver";

/** Without a time limit of the request: how long the levels after the cost may take to be proven, in seconds. */
const ORDERS_SECONDS = 30;
const FAIRNESS_SECONDS = 8;
const STAYING_SECONDS = 6;

/** Up to so many columns a later level is solved at one go. */
const SMALL_MODEL = 300;

export const DEFAULT_STAY_CENTS = 25;

/** Which levels are proven: no plan as good on the levels before is better on this one. */
export type Proven = {
  /** Levels 1 and 2. */
  readonly cost: boolean;
  readonly orders: boolean;
  readonly fairness: boolean;
  readonly staying: boolean;
};

export type Found = {
  readonly plan: ExactPlan;
  readonly proven: Proven;
  /** No plan with as few unmet needs costs less than this, in thousandths of a cent; moving counted. */
  readonly boundMilli: number;
};

/** What a plan costs on level 2, in thousandths of a cent, with the price of moving lines away from the current plan. */
export function levelTwoMilli(problem: Problem, plan: ExactPlan): number {
  return plan.costMilli + stayCentsOf(problem) * 1000 * plan.moved;
}

function stayCentsOf({ request }: Problem): number {
  return request.current ? (request.stayCents ?? DEFAULT_STAY_CENTS) : 0;
}

/** The best plan by the contract's levels, one after the other, as far as time allows. */
export async function searchPlan(context: SolveContext, problem: Problem, model: PlanModel): Promise<Found> {
  const levels = levelsOf(problem, model);
  const search = new Search(context, problem, model, (a, b) => isBetter(problem, a, b));
  for (const units of [greedyUnits(problem), problem.options.map(() => 0)]) {
    const plan = payExactly(context, problem, units);
    if (plan) search.offer(plan);
  }
  if (problem.options.length === 0) {
    const plan = bestOf(search);
    return { plan, proven: { cost: true, orders: true, fairness: true, staying: true }, boundMilli: levelTwoMilli(problem, plan) };
  }
  const worth = problem.items.reduce((sum, item) => sum + (item.need === "optional" ? item.quantity * item.valueCents : 0), 0);
  const first = bestOf(search);
  const firstMilli = levelTwoMilli(problem, first);
  context.onProgress?.(firstMilli, Math.ceil(firstMilli / 1000 + worth), { things: thingsOf(problem, first), cashCents: cashOf(first) });
  const proven = { cost: false, orders: false, fairness: false, staying: false };
  const state: State = { search, levels, boundMilli: -1000 * worth, proven };
  try {
    await needsAndCost(state);
    await orders(state);
    await fairness(state);
    await staying(state);
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
  }
  const plan = bestOf(search);
  return { plan, proven, boundMilli: Math.min(state.boundMilli, levelTwoMilli(problem, plan)) };
}

type Levels = { unmet: Level; cost: Level; fairness: Level; moved: Level };
type State = {
  readonly search: Search;
  readonly levels: Levels;
  boundMilli: number;
  readonly proven: { -readonly [Level in keyof Proven]: boolean };
};

function bestOf(search: Search): ExactPlan {
  if (!search.best) throw new Error("even buying nothing is a plan");
  return search.best;
}

function isBetter(problem: Problem, a: ExactPlan, b: ExactPlan): boolean {
  const steps = [
    a.unmet - b.unmet,
    levelTwoMilli(problem, a) - levelTwoMilli(problem, b),
    a.orders - b.orders,
    a.fairness - b.fairness,
    a.moved - b.moved,
  ];
  return (steps.find((step) => step !== 0) ?? 0) < 0;
}

function levelsOf(problem: Problem, model: PlanModel): Levels {
  const forced = problem.items.reduce(
    (sum, item, index) => sum + (item.need === "must" && problem.optionsOfItem[index]?.length === 0 ? 4 - item.priority : 0),
    0,
  );
  const milli = [...model.costMilli, ...model.moved.map(([column]): Entry => [column, stayCentsOf(problem) * 1000])];
  const step = milli.reduce((common, [, coefficient]) => greatestCommonDivisor(common, Math.abs(coefficient)), 0) || 1;
  return {
    unmet: { entries: model.unmet, step: 1, valueOf: (plan) => plan.unmet - forced },
    cost: {
      entries: milli.map(([column, coefficient]) => [column, coefficient / 1000]),
      step: step / 1000,
      valueOf: (plan) => levelTwoMilli(problem, plan) / 1000,
      told: true,
    },
    fairness: { entries: model.fairness, step: 1, valueOf: (plan) => plan.fairness },
    moved: { entries: model.moved, step: 1, valueOf: (plan) => plan.moved },
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Levels 1 and 2. Buying every must-have is tried first: mostly it can be done, and then level 1 needs no solve. */
async function needsAndCost(state: State): Promise<void> {
  const { search, levels } = state;
  let outcome = everyNeedMet(search, levels);
  let needsProven = true;
  if (outcome === null) {
    await pause(search.context);
    needsProven = search.minimise(levels.unmet, { seconds: share(search.context) }).status === "proven";
    search.pins.push({ entries: levels.unmet.entries, most: levels.unmet.valueOf(bestOf(search)) });
    await pause(search.context);
    outcome = search.minimise(levels.cost, { seconds: share(search.context) });
  }
  state.proven.cost = needsProven && outcome.status === "proven";
  if (Number.isFinite(outcome.bound)) state.boundMilli = Math.max(state.boundMilli, Math.round(outcome.bound * 1000));
}

/** The least cost with every must-have bought that can be; null when that can't be done. */
function everyNeedMet(search: Search, levels: Levels): LevelOutcome | null {
  const columns = [...search.model.missing.values()];
  const fallback = search.best;
  if (fallback && levels.unmet.valueOf(fallback) > 0) search.best = null;
  for (const column of columns) search.upper[column] = 0;
  try {
    const outcome = search.minimise(levels.cost, { seconds: share(search.context) });
    if (search.best !== null && outcome.status !== "infeasible") return outcome;
    if (outcome.status === "stopped") throw new OutOfTime("no plan with every need met was found in time");
  } finally {
    if (search.best === null) {
      search.best = fallback;
      for (const column of columns) search.upper[column] = 1;
    }
  }
  return null;
}

async function orders(state: State): Promise<void> {
  const { search, levels } = state;
  if (bestOf(search).orders <= 1) {
    state.proven.orders = state.proven.cost;
    return;
  }
  await pause(search.context);
  const relaxation = search.relaxation(levels.cost);
  try {
    const until = performance.now() + 1000 * Math.min(ORDERS_SECONDS, share(search.context));
    state.proven.orders = fewestOrders(search, levels.cost, relaxation, until) && state.proven.cost;
  } finally {
    relaxation.dispose();
  }
}

async function fairness(state: State): Promise<void> {
  const { search, levels } = state;
  search.best = payFairly(search.context, search.problem, bestOf(search));
  const fair =
    bestOf(search).fairness === 0 || (await pinned(state, levels.fairness, Math.min(FAIRNESS_SECONDS, share(search.context)), []));
  state.proven.fairness = fair && state.proven.orders;
}

async function staying(state: State): Promise<void> {
  const { search, levels } = state;
  const stays =
    bestOf(search).moved === 0 ||
    (await pinned(state, levels.moved, Math.min(STAYING_SECONDS, share(search.context)), [
      { entries: levels.fairness.entries, most: bestOf(search).fairness },
    ]));
  state.proven.staying = stays && state.proven.fairness;
}

/** A later level, with cost and orders held where they are. Whether it is proven. */
async function pinned({ search, levels }: State, level: Level, seconds: number, pins: Search["pins"]): Promise<boolean> {
  await pause(search.context);
  const plan = bestOf(search);
  const value = levels.cost.valueOf(plan);
  const relaxation = search.relaxation(levels.cost);
  const relaxed = relaxation.solve();
  relaxation.dispose();
  if (!relaxed) return false;
  const { lower, upper } = search.boundsBelow(relaxed, value - relaxed.objective + levels.cost.step);
  const narrowed = new Search(search.context, search.problem, search.model, (a, b) => isBetter(search.problem, a, b), true);
  narrowed.lower.set(lower);
  narrowed.upper.set(upper);
  narrowed.pins.push(
    ...search.pins,
    { entries: levels.cost.entries, most: value + levels.cost.step / 100 },
    { entries: search.model.orders, most: plan.orders },
    ...pins,
  );
  narrowed.best = plan;
  try {
    if (search.model.linear.columns <= SMALL_MODEL) return narrowed.minimise(level, { seconds, settle: false }).status === "proven";
    // First among the orders of the plan at hand, which is mostly good and soon done.
    for (const [index, columns] of search.model.slots.entries()) if (!plan.slots.has(index)) narrowed.upper[columns.open] = 0;
    const near = narrowed.minimise(level, { seconds: seconds / 2, settle: false });
    for (const columns of search.model.slots) narrowed.upper[columns.open] = upper[columns.open] as number;
    const all = plan.slots.size === search.model.slots.length ? near : narrowed.minimise(level, { seconds: seconds / 2, settle: false });
    return all.status === "proven";
  } finally {
    search.best = narrowed.best;
  }
}

/** How long a level may take, in seconds: under a time limit the later ones want their turn even if it isn't proven. */
function share(context: SolveContext): number {
  return 0.7 * secondsLeft(context);
}

/** Lets the thread look at its messages between two solves. */
async function pause(context: SolveContext): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  checkCancelled(context);
}
