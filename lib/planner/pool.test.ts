import { afterAll, describe, expect, it } from "vitest";
import { planProblems } from "./check";
import { type PlanRequest, PlanRequestError } from "./contract";
import { type PlanProgress, workOutPlan } from "./plan";
import { PlannerPool } from "./pool";
import { PlannerThread } from "./pool-thread";
import tiny from "./samples/tiny-1.json";
import { PlanCancelled } from "./solver";
import { SPECIMEN_SIZES, specimen } from "./specimen";

const TINY = tiny as PlanRequest;
const LONG = specimen(SPECIMEN_SIZES.stress, 1);

describe("PlannerPool", { timeout: 60_000 }, () => {
  const pool = new PlannerPool(1);
  afterAll(() => pool.close());

  it("plans in a thread, telling progress, as in process", async () => {
    const told: PlanProgress[] = [];
    const plan = await pool.plan("household", TINY, { onProgress: (progress) => told.push(progress) });
    expect(plan).toEqual(await workOutPlan(TINY));
    const { metrics, orders } = plan.result;
    expect(told.at(-1)).toMatchObject({
      costMilliCents: metrics.costMilliCents,
      gapCents: 0,
      best: { cashCents: metrics.cashCents, things: new Set(orders.flatMap((order) => order.lines.map((line) => line.item))).size },
    });
  });

  it("works on one plan per household: the newest wins", async () => {
    const old = pool.plan("household", LONG);
    const queued = pool.plan("neighbours", TINY);
    const queuedToo = pool.plan("neighbours", TINY);
    const newest = pool.plan("household", TINY);
    await expect(old).rejects.toBeInstanceOf(PlanCancelled);
    await expect(queued).rejects.toBeInstanceOf(PlanCancelled);
    expect((await queuedToo).result.status).toBe("optimal");
    expect((await newest).result.status).toBe("optimal");
  });

  it("stops a plan that is cancelled, under way or before it began", async () => {
    const stop = new AbortController();
    const plan = pool.plan("household", LONG, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(plan).rejects.toBeInstanceOf(PlanCancelled);
    await expect(pool.plan("household", TINY, { signal: stop.signal })).rejects.toBeInstanceOf(PlanCancelled);
    expect((await pool.plan("household", TINY)).result.status).toBe("optimal");
  });

  it("takes the best plan so far when told so, with a gap that is true and nothing proven that isn't", async () => {
    const best = new AbortController();
    const { result, proven } = await pool.plan("household", LONG, { enough: best.signal, onProgress: () => best.abort() });
    expect(planProblems(LONG, result)).toEqual([]);
    expect(result.status).toBe("feasible");
    expect(result.gapCents).toBeGreaterThan(0);
    expect(proven).toEqual({ cost: false, orders: false, fairness: false, staying: false });
    expect((await pool.plan("household", TINY)).proven).toEqual({ cost: true, orders: true, fairness: true, staying: true });
  });

  it("hands back what is wrong with a request", async () => {
    await expect(pool.plan("household", { ...TINY, stores: [] })).rejects.toBeInstanceOf(PlanRequestError);
  });

  it("plans in process when threads can't be started", async () => {
    let here = 0;
    const planHere: typeof workOutPlan = (request, options) => {
      here += 1;
      return workOutPlan(request, options);
    };
    const without = new PlannerPool(1, planHere, () => new PlannerThread("/nowhere/worker.mjs"));
    expect((await without.plan("household", TINY)).result.status).toBe("optimal");
    expect((await without.plan("household", TINY)).result.status).toBe("optimal");
    expect(here).toBe(2);
  });
});
