import { buildModel } from "./model";
import { makePlan } from "./plan";
import { readProblem } from "./problem";
import { solver } from "./solver";
import { SPECIMEN_SIZES, specimen } from "./specimen";
import type { PlanRequest } from "./contract";

type Size = keyof typeof SPECIMEN_SIZES;

const SEEDS: Record<Size, number> = { tiny: 40, family: 40, large: 12, stress: 3 };
/**
 * Moments at which the gap is looked at. Times are milliseconds of processor time, which is what the clock shows on an
 * idle machine and doesn't depend on what else runs.
 */
const MOMENTS = [100, 300, 1000, 3000, 5000, 10_000];
const BARE_SECONDS = 120;

type Run = {
  readonly clockMs: number;
  readonly totalMs: number;
  readonly firstMs: number;
  readonly provenMs: number;
  readonly proven: boolean;
  /** Per moment, how far the best plan then was from the final cost, in thousandths of it. */
  readonly gaps: readonly (number | null)[];
};

/** Measures one size and prints a line per figure. `seeds` 0 means the usual number. */
export async function benchmark(name: string, seeds: number, bare: boolean): Promise<void> {
  if (name === "memory") {
    await memory(seeds || 1000);
    return;
  }
  const size = name as Size;
  for (let seed = 900; seed < 1000; seed += 1) await makePlan(specimen(SPECIMEN_SIZES.tiny, seed));
  for (let seed = 900; seed < 903; seed += 1) await makePlan(specimen(SPECIMEN_SIZES[size === "stress" ? "large" : size], seed));
  const runs: Run[] = [];
  const ratios: number[] = [];
  for (let seed = 1; seed <= (seeds || SEEDS[size]); seed += 1) {
    const request = specimen(SPECIMEN_SIZES[size], seed);
    const run = await measure(request);
    runs.push(run);
    if (bare) ratios.push((await bareCpuMs(request)) / run.totalMs);
  }
  report(size, runs, ratios);
}

async function measure(request: PlanRequest): Promise<Run> {
  const told: { at: number; costMilliCents: number; gapCents: number }[] = [];
  const started = performance.now();
  const spent = stopwatch();
  const plan = await makePlan(request, {
    onProgress: ({ costMilliCents, gapCents }) => told.push({ at: spent(), costMilliCents, gapCents }),
  });
  const totalMs = spent();
  const final = plan.metrics.costMilliCents;
  const gaps = MOMENTS.map((moment) => {
    const last = totalMs <= moment ? final : told.filter(({ at }) => at <= moment).at(-1)?.costMilliCents;
    return last === undefined ? null : (1000 * Math.max(0, last - final)) / Math.max(1, Math.abs(final));
  });
  const closed = told.find(({ gapCents, costMilliCents }) => gapCents === 0 && costMilliCents === final);
  return {
    clockMs: performance.now() - started,
    totalMs,
    firstMs: told[0]?.at ?? totalMs,
    provenMs: closed?.at ?? totalMs,
    proven: plan.status === "optimal",
    gaps,
  };
}

/** The same model given to HiGHS as it is, for levels 1 to 3 weighted in one objective, in processor time. */
async function bareCpuMs(request: PlanRequest): Promise<number> {
  const highs = await solver();
  const model = buildModel(readProblem(request));
  const cost = new Float64Array(model.linear.columns);
  const needWeight =
    10 * request.items.reduce((sum, item) => sum + item.quantity * Math.max(0, ...item.offers.map((offer) => offer.unitPriceCents)), 1000);
  for (const [column, coefficient] of model.costMilli) cost[column] = (cost[column] as number) + coefficient / 1000;
  for (const [column] of model.orders) cost[column] = (cost[column] as number) + 0.001;
  for (const [column, weight] of model.unmet) cost[column] = (cost[column] as number) + weight * needWeight;
  const spent = stopwatch();
  highs.withModel(model.linear.data({ cost }), (bare) => {
    bare.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 0.0005,
      mip_heuristic_run_feasibility_jump: false,
      time_limit: BARE_SECONDS,
    });
    bare.run();
  });
  return spent();
}

/** Milliseconds of processor time since now. */
function stopwatch(): () => number {
  const from = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
}

function report(size: Size, runs: readonly Run[], ratios: readonly number[]): void {
  const line = (what: string, values: readonly number[], unit: string) =>
    console.log(`${size.padEnd(7)} ${what.padEnd(34)} p50 ${quantile(values, 0.5)} ${unit}   p95 ${quantile(values, 0.95)} ${unit}`);
  line(
    "first plan",
    runs.map((run) => run.firstMs),
    "ms",
  );
  line(
    "levels 1 and 2 proven",
    runs.map((run) => run.provenMs),
    "ms",
  );
  line(
    "all levels, checked",
    runs.map((run) => run.totalMs),
    "ms",
  );
  line(
    "all levels, by the clock",
    runs.map((run) => run.clockMs),
    "ms",
  );
  console.log(`${size.padEnd(7)} proven ${runs.filter((run) => run.proven).length} of ${runs.length}`);
  for (const [index, moment] of MOMENTS.entries()) {
    const gaps = runs.map((run) => run.gaps[index]).filter((gap) => gap !== null && gap !== undefined);
    if (runs.every((run) => run.totalMs < moment) && gaps.every((gap) => gap === 0)) break;
    console.log(
      `${size.padEnd(7)} after ${String(moment).padStart(5)} ms: ${gaps.length} of ${runs.length} have a plan; from the optimum p50 ${permille(gaps, 0.5)}, p95 ${permille(gaps, 0.95)}`,
    );
  }
  if (ratios.length > 0) line("bare HiGHS takes so many times as long", ratios, "x");
  console.log(`${size.padEnd(7)} peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

function permille(gaps: readonly number[], share: number): string {
  return gaps.length === 0 ? "-" : `${(Number(quantileOf(gaps, share)) / 10).toFixed(3)}%`;
}

function quantile(values: readonly number[], share: number): string {
  const value = quantileOf(values, share);
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Solves again and again; what the process holds must stay where it is. */
async function memory(solves: number): Promise<void> {
  for (let count = 1; count <= solves; count += 1) {
    await makePlan(specimen(SPECIMEN_SIZES.tiny, (count % 50) + 1));
    if (count === solves / 10 || count === solves / 2 || count === solves)
      console.log(`memory  after ${String(count).padStart(4)} solves: ${Math.round(process.memoryUsage().rss / 1_048_576)} MB`);
  }
}
