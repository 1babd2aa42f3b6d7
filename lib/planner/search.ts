import type { Entry, Pin } from "./linear";
import type { PlanModel } from "./model";
import { cashOf, type ExactPlan, payExactly, payFairly, thingsOf } from "./payments";
import type { Problem } from "./problem";
import { type MipOutcome, type Relaxed, Relaxation, type SolveContext, solveMip } from "./solver";
import { columnsOf } from "./vector";

/** One level of the contract: what is made small, and by which steps its value can change at all. */
export type Level = {
  readonly entries: readonly Entry[];
  readonly step: number;
  readonly valueOf: (plan: ExactPlan) => number;
  /** Level 2 is what the progress of a plan is told in. */
  readonly told?: boolean;
};

export type LevelOutcome = {
  readonly status: "proven" | "stopped" | "infeasible";
  /** No plan is better than this on the level. */
  readonly bound: number;
};

/** From so many undecided columns on, an integer program is tried on the likeliest ones first. */
const MANY_COLUMNS = 600;

/** Up to so many, making the relaxation's solution whole is no faster than the integer program itself. */
const FEW_COLUMNS = 120;

/**
 * The state of one search: the best exact plan so far, and what earlier levels have pinned down. Every plan the
 * solver finds is paid for exactly before it counts.
 */
export class Search {
  best: ExactPlan | null = null;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly pins: Pin[] = [];

  constructor(
    readonly context: SolveContext,
    readonly problem: Problem,
    readonly model: PlanModel,
    private readonly isBetter: (a: ExactPlan, b: ExactPlan) => boolean,
    /** Whether plans count with the fairest of their cheapest payments: for the levels from fairness on. */
    private readonly fairly = false,
  ) {
    this.lower = Float64Array.from(model.linear.lower);
    this.upper = Float64Array.from(model.linear.upper);
  }

  /** Pays for the units of a solver's solution and keeps the plan if it is better. */
  consider(values: Float64Array): ExactPlan | null {
    const cheapest = payExactly(
      this.context,
      this.problem,
      this.model.take.map((column) => Math.round(values[column] as number)),
    );
    const plan = cheapest && this.fairly ? payFairly(this.context, this.problem, cheapest) : cheapest;
    if (plan) this.offer(plan);
    return plan;
  }

  offer(plan: ExactPlan): void {
    if (this.best === null || this.isBetter(plan, this.best)) this.best = plan;
  }

  relaxation(level: Level): Relaxation {
    return new Relaxation(
      this.context,
      this.model.linear.data({ cost: this.costOf(level.entries), lower: this.lower, upper: this.upper, rows: this.pins }),
    );
  }

  /**
   * Makes the level as small as can be: the relaxation's bound first; then its solution made whole, which is
   * often as good as the bound; only then the integer program, without the columns whose reduced cost shows that
   * they can't be part of anything better. Without `settle` the second step is left out.
   */
  minimise(level: Level, { seconds = Infinity, settle = true }: { seconds?: number; settle?: boolean } = {}): LevelOutcome {
    const until = performance.now() + seconds * 1000;
    const relaxation = this.relaxation(level);
    try {
      const relaxed = relaxation.solve();
      if (!relaxed) return { status: "infeasible", bound: Infinity };
      return this.closeGap(level, relaxed, until, settle);
    } finally {
      relaxation.dispose();
    }
  }

  private closeGap(level: Level, relaxed: Relaxed, until: number, settle: boolean): LevelOutcome {
    const bound = roundedUp(relaxed.objective, level.step);
    this.tell(level, bound);
    const met = () => this.best !== null && level.valueOf(this.best) <= bound + level.step / 4;
    if (met()) return { status: "proven", bound };
    if (settle && this.model.linear.columns > FEW_COLUMNS) {
      const settled = this.integer(level, this.settledBounds(relaxed), until);
      if (settled.best) this.consider(settled.best.values);
      this.tell(level, bound);
    }
    if (met()) return { status: "proven", bound };
    const outcome = this.branch(level, relaxed, bound, until);
    this.tell(level, outcome.bound);
    return outcome;
  }

  /** For bounds under which a plan as good as the best is looked for: whether there is one with less on later levels. */
  closeGapWithout(level: Level, relaxed: Relaxed, until: number): "found" | "worse" | "unknown" {
    const value = this.best === null ? Infinity : level.valueOf(this.best);
    const matches = (plan: ExactPlan | null) => plan !== null && level.valueOf(plan) <= value + level.step / 4;
    const settled = this.integer(level, this.settledBounds(relaxed), until, { start: null });
    if (settled.best && matches(this.consider(settled.best.values))) return "found";
    const atMost = { entries: level.entries, most: value + level.step / 2 };
    const outcome = this.integer(level, this.boundsBelow(relaxed, value - relaxed.objective + level.step), until, {
      start: null,
      pins: [...this.pins, atMost],
      firstWillDo: true,
    });
    if (outcome.best && matches(this.consider(outcome.best.values))) return "found";
    return outcome.status === "infeasible" ? "worse" : "unknown";
  }

  private branch(level: Level, relaxed: Relaxed, bound: number, until: number): LevelOutcome {
    if (this.best !== null) {
      const likely = this.boundsBelow(relaxed, (level.valueOf(this.best) - relaxed.objective) / 8 + level.step);
      const free = this.boundsBelow(relaxed, level.valueOf(this.best) - relaxed.objective + level.step);
      if (undecided(free) > MANY_COLUMNS) {
        const first = this.integer(level, likely, until);
        if (first.best) this.consider(first.best.values);
      }
    }
    const cut =
      this.best === null
        ? { lower: this.lower, upper: this.upper }
        : this.boundsBelow(relaxed, level.valueOf(this.best) - relaxed.objective + level.step);
    let outcome = this.integer(level, cut, until);
    const exact = outcome.best && this.consider(outcome.best.values);
    // Caps and dated budgets together can make payments that only parts of cents would meet: then in whole cents.
    if (outcome.best && (!exact || level.valueOf(exact) > outcome.best.objective + level.step / 2)) {
      outcome = this.integer(level, cut, until, { wholeCents: true });
      if (outcome.best) this.consider(outcome.best.values);
    }
    if (outcome.status === "infeasible" && this.best === null) return { status: "infeasible", bound: Infinity };
    if (this.best === null) return { status: "stopped", bound };
    const value = level.valueOf(this.best);
    // Columns were fixed because no plan better than `value` uses them: the bound holds up to there.
    const reached = outcome.status === "infeasible" ? value : Math.min(value, Math.max(bound, roundedUp(outcome.bound, level.step)));
    const proven = reached >= value - level.step / 4;
    return { status: proven ? "proven" : "stopped", bound: Math.max(bound, reached) };
  }

  private integer(
    level: Level,
    { lower, upper }: Bounds,
    until: number,
    { start: from = this.best, pins = this.pins, firstWillDo = false, wholeCents = false }: IntegerOptions = {},
  ): MipOutcome {
    const cost = this.costOf(level.entries);
    const start = from && columnsOf(this.problem, this.model, from);
    const seconds = Number.isFinite(until) ? Math.max(0.001, (until - performance.now()) / 1000) : undefined;
    const onImproved = level.told ? (best: number, bound: number) => this.tellFigures(best, bound) : undefined;
    return solveMip(this.context, this.model.linear.data({ cost, lower, upper, rows: pins, wholeCents }), {
      // Anything better is better by a whole step.
      absoluteGap: level.step * 0.9,
      start,
      firstWillDo,
      ...(seconds ? { seconds } : {}),
      ...(onImproved ? { onImproved } : {}),
    });
  }

  private tell(level: Level, bound: number): void {
    if (!level.told || !this.best) return;
    this.tellFigures(level.valueOf(this.best), bound);
  }

  /** In the middle of a solve its newest figures stand beside the best plan that was paid for so far. */
  private tellFigures(cents: number, boundCents: number): void {
    const { best, context, problem } = this;
    if (!Number.isFinite(boundCents) || !best || !context.onProgress) return;
    const gapCents = Math.max(0, Math.ceil(cents - boundCents - 1e-6));
    context.onProgress(Math.round(cents * 1000), gapCents, { things: thingsOf(problem, best), cashCents: cashOf(best) });
  }

  private costOf(entries: readonly Entry[]): Float64Array {
    const cost = new Float64Array(this.model.linear.columns);
    for (const [column, coefficient] of entries) cost[column] = (cost[column] as number) + coefficient;
    return cost;
  }

  /** Everything the relaxation already decided as it is; only the items it split stay open. */
  private settledBounds({ values }: Relaxed): Bounds {
    const { problem, model } = this;
    const lower = this.lower.slice();
    const upper = this.upper.slice();
    for (const options of problem.optionsOfItem) {
      const columns = options.map((option) => model.take[option] as number);
      if (columns.some((column) => Math.abs((values[column] as number) - Math.round(values[column] as number)) > 1e-6)) continue;
      for (const column of columns) lower[column] = upper[column] = Math.round(values[column] as number);
    }
    return { lower, upper };
  }

  /** Fixes every integer column that would cost more than `allowance` to move away from its bound. */
  boundsBelow({ values, reducedCosts }: Relaxed, allowance: number): Bounds {
    const lower = this.lower.slice();
    const upper = this.upper.slice();
    for (const [column, integer] of this.model.linear.integer.entries()) {
      if (!integer || Math.abs(reducedCosts[column] as number) <= allowance) continue;
      const at = Math.round(values[column] as number);
      if (at !== lower[column] && at !== upper[column]) continue;
      lower[column] = upper[column] = at;
    }
    return { lower, upper };
  }
}

type IntegerOptions = {
  readonly start?: ExactPlan | null;
  readonly pins?: readonly Pin[];
  readonly firstWillDo?: boolean;
  readonly wholeCents?: boolean;
};

export type Bounds = { readonly lower: Float64Array; readonly upper: Float64Array };

function undecided({ lower, upper }: Bounds): number {
  let count = 0;
  for (const [column, low] of lower.entries()) if (low !== upper[column]) count += 1;
  return count;
}

/** The smallest multiple of `step` that isn't below `value`, forgiving what the solver rounds. */
export function roundedUp(value: number, step: number): number {
  return Math.ceil(value / step - 0.05) * step;
}
