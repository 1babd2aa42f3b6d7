import { assemble } from "./assemble";
import { planProblems } from "./check";
import { parsePlanRequest, type PlanRequest, type PlanResult } from "./contract";
import { levelTwoMilli, type Proven, searchPlan } from "./levels";
import { buildModel } from "./model";
import { readProblem } from "./problem";
import { type BestSoFar, solver } from "./solver";

/** How far a plan has come: the best one so far, its cost, and how far from the optimum it can be at most. */
export type PlanProgress = {
  readonly costMilliCents: number;
  readonly gapCents: number;
  readonly elapsedMs: number;
  readonly best: BestSoFar;
};

/** A plan, and which levels of the contract are proven for it (the contract itself tells only of the first two). */
export type PlanOutcome = { readonly result: PlanResult; readonly proven: Proven };

export type PlanOptions = {
  readonly signal?: AbortSignal;
  /** Asked during solves, where no event can arrive; true stops the plan. */
  readonly cancelled?: () => boolean;
  /** Asked as often; true takes the best plan so far, as if a time limit had been reached. */
  readonly enough?: () => boolean;
  readonly onProgress?: (progress: PlanProgress) => void;
};

/** A plan that didn't pass the independent check: a bug of the planner, with what is needed to report it. */
export class PlanCheckError extends Error {
  override readonly name = "PlanCheckError";
  constructor(
    readonly problems: readonly string[],
    readonly request: PlanRequest,
  ) {
    super(`the plan failed its check: ${problems.slice(0, 3).join("; ")}`);
  }
}

/**
 * The best plan for a request, checked independently. Throws `PlanRequestError` for a request that doesn't satisfy
 * the contract, `PlanCancelled` when stopped, {@link PlanCheckError} rather than return a plan that breaks a rule.
 */
export async function makePlan(request: PlanRequest, options: PlanOptions = {}): Promise<PlanResult> {
  return (await workOutPlan(request, options)).result;
}

/** As {@link makePlan}, with what is proven about each level. */
export async function workOutPlan(request: PlanRequest, options: PlanOptions = {}): Promise<PlanOutcome> {
  const started = performance.now();
  const parsed = parsePlanRequest(request);
  const problem = readProblem(parsed);
  const { onProgress } = options;
  const found = await searchPlan(
    {
      highs: await solver(),
      get deadline() {
        if (options.enough?.() === true) return started;
        return parsed.timeLimitMs === undefined ? Infinity : started + parsed.timeLimitMs;
      },
      cancelled: () => options.signal?.aborted === true || options.cancelled?.() === true,
      ...(onProgress
        ? {
            onProgress: (costMilliCents, gapCents, best) =>
              onProgress({ costMilliCents, gapCents, elapsedMs: performance.now() - started, best }),
          }
        : {}),
    },
    problem,
    buildModel(problem),
  );
  const gapCents = found.proven.cost ? 0 : Math.max(1, Math.ceil((levelTwoMilli(problem, found.plan) - found.boundMilli) / 1000));
  const result = assemble(problem, found.plan, found.proven.cost ? "optimal" : "feasible", gapCents);
  const problems = planProblems(parsed, result);
  if (problems.length > 0) throw new PlanCheckError(problems, parsed);
  return { result, proven: found.proven };
}
