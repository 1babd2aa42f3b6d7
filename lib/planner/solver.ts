import loadHighs, { type Highs, type ModelData, type Model } from "highs";

let loading: Promise<Highs> | null = null;

/** Options of the solver must be finite. */
const NO_LIMIT = 1e30;

/** The solver, loaded once per thread. */
export function solver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** What every solve looks at: when to stop, and whom to tell about progress. */
export type SolveContext = {
  readonly highs: Highs;
  /** On the clock of `performance.now()`. May come nearer during a solve, when the best plan so far will do. */
  readonly deadline: number;
  /** Asked now and then; true when the plan isn't wanted any more. */
  readonly cancelled: () => boolean;
  /** Told about the best plan so far: its cost with moves counted, how far from the optimum it can be, and what it comes to. */
  readonly onProgress?: (costMilliCents: number, gapCents: number, best: BestSoFar) => void;
};

/** What the best plan so far buys: how many of the things asked for, and the cash it takes. */
export type BestSoFar = { readonly things: number; readonly cashCents: number };

/** Thrown when a solve was cancelled. */
export class PlanCancelled extends Error {
  override readonly name = "PlanCancelled";
}

/** Thrown when there was no time left to begin a step that can't be done in part. */
export class OutOfTime extends Error {
  override readonly name = "OutOfTime";
}

export type Solution = { readonly values: Float64Array; readonly objective: number };

export type MipOutcome = {
  /** "stopped": time ran out; `best` may still be there. */
  readonly status: "optimal" | "infeasible" | "stopped";
  readonly best: Solution | null;
  readonly bound: number;
};

export type MipOptions = {
  readonly absoluteGap: number;
  readonly start?: Float64Array | null;
  readonly seconds?: number;
  /** Any solution will do: stop at the first. */
  readonly firstWillDo?: boolean;
  /** Told about each better solution and the bound at that time, in the objective's unit. */
  readonly onImproved?: (best: number, bound: number) => void;
};

export function secondsLeft(context: SolveContext): number {
  return (context.deadline - performance.now()) / 1000;
}

export function checkCancelled(context: SolveContext): void {
  if (context.cancelled()) throw new PlanCancelled("the plan is no longer wanted");
}

/** Solves an integer program to the given gap, or as far as time allows. */
export function solveMip(context: SolveContext, data: ModelData, options: MipOptions): MipOutcome {
  checkCancelled(context);
  const { highs } = context;
  const seconds = Math.min(options.seconds ?? Infinity, secondsLeft(context));
  if (seconds <= 0) return { status: "stopped", best: null, bound: -Infinity };
  const model = highs.createModel(data);
  try {
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: options.absoluteGap,
      mip_heuristic_run_feasibility_jump: false,
      mip_heuristic_run_rins: false,
      mip_heuristic_run_rens: false,
      ...(options.firstWillDo ? { mip_max_improving_sols: 1 } : {}),
      mip_heuristic_run_root_reduced_cost: false,
      time_limit: Math.min(seconds, NO_LIMIT),
    });
    if (options.start) model.setSolution({ colValue: options.start });
    const { mipInterrupt, mipImprovingSolution } = highs.constants.callbackType;
    model.run({
      [mipInterrupt]: (event) => {
        if (context.cancelled() || secondsLeft(context) <= 0) event.interrupt();
        return undefined;
      },
      [mipImprovingSolution]: (event) => {
        const { mip_primal_bound: best, mip_dual_bound: bound } = event.data;
        if (best !== undefined && bound !== undefined) options.onImproved?.(best, bound);
        return undefined;
      },
    });
    checkCancelled(context);
    return readOutcome(highs, model);
  } finally {
    model.dispose();
  }
}

function readOutcome(highs: Highs, model: Model): MipOutcome {
  const { modelStatus, solutionStatus } = highs.constants;
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
    return { status: "infeasible", best: null, bound: Infinity };
  const hasSolution = model.info.get("primal_solution_status") === solutionStatus.feasible;
  const best = hasSolution ? { values: model.getSolution().colValue, objective: model.getObjectiveValue() } : null;
  if (status === modelStatus.optimal || status === modelStatus.empty)
    return { status: "optimal", best, bound: Number(model.info.get("mip_dual_bound")) };
  if (status === modelStatus.timeLimit || status === modelStatus.interrupted || status === modelStatus.solutionLimit) {
    return { status: "stopped", best, bound: Number(model.info.get("mip_dual_bound")) };
  }
  throw new Error(`the solver ended with status ${status}`);
}

export type Relaxed = { readonly objective: number; readonly values: Float64Array; readonly reducedCosts: Float64Array };

/** A linear relaxation kept in memory, solved again and again as columns are opened and closed. Dispose of it. */
export class Relaxation {
  private readonly model: Model;
  constructor(
    private readonly context: SolveContext,
    data: ModelData,
  ) {
    const { integrality: _integrality, ...linear } = data;
    this.model = context.highs.createModel(linear);
    this.model.options.set({ output_flag: false });
  }

  bounds(column: number, lower: number, upper: number): void {
    this.model.changeColBounds(column, lower, upper);
  }

  /** The optimum, or null when there is none at or below `cutoff`. Throws {@link OutOfTime}. */
  solve(cutoff = Infinity): Relaxed | null {
    checkCancelled(this.context);
    const { highs } = this.context;
    const { modelStatus } = highs.constants;
    const seconds = secondsLeft(this.context);
    if (seconds <= 0) throw new OutOfTime("no time is left");
    this.model.zeroAllClocks();
    this.model.options.set({ objective_bound: Math.min(cutoff, NO_LIMIT), time_limit: Math.min(seconds, NO_LIMIT) });
    this.model.run();
    const status = this.model.getModelStatus();
    if (status === modelStatus.timeLimit) throw new OutOfTime("no time is left");
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible || status === modelStatus.objectiveBound)
      return null;
    if (status !== modelStatus.optimal && status !== modelStatus.empty) throw new Error(`the relaxation ended with status ${status}`);
    const objective = this.model.getObjectiveValue();
    if (objective > cutoff) return null;
    const { colValue, colDual } = this.model.getSolution();
    return { objective, values: colValue, reducedCosts: colDual };
  }

  dispose(): void {
    this.model.dispose();
  }
}
