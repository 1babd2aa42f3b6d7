import { describe, expect, it } from "vitest";
import { planProblems } from "./check";
import { makePlan } from "./plan";
import { PlanCancelled } from "./solver";
import { SPECIMEN_SIZES, specimen } from "./specimen";
import { tinyRequest } from "./tiny-requests";

describe("makePlan with little time", { timeout: 120_000 }, () => {
  it("returns a plan that holds, with a gap that is true", async () => {
    const request = specimen(SPECIMEN_SIZES.family, 23);
    const best = await makePlan(request);
    for (const timeLimitMs of [1, 3, 10, 30, 100]) {
      const limited = { ...request, timeLimitMs };
      const plan = await makePlan(limited);
      expect(planProblems(limited, plan)).toEqual([]);
      if (plan.metrics.unmet === best.metrics.unmet) {
        expect(plan.metrics.costMilliCents).toBeGreaterThanOrEqual(best.metrics.costMilliCents);
        expect(plan.metrics.costMilliCents - plan.gapCents * 1000).toBeLessThanOrEqual(best.metrics.costMilliCents);
      }
      expect(plan.status === "optimal").toBe(plan.gapCents === 0);
    }
  });

  it("says so when nothing is proven: even the first plan has a true gap", async () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const request = tinyRequest(seed);
      const best = await makePlan(request);
      const plan = await makePlan({ ...request, timeLimitMs: 1 });
      if (plan.metrics.unmet > best.metrics.unmet) expect(plan.status, `seed ${seed}`).toBe("feasible");
      if (plan.metrics.unmet === best.metrics.unmet)
        expect(plan.metrics.costMilliCents - plan.gapCents * 1000, `seed ${seed}`).toBeLessThanOrEqual(best.metrics.costMilliCents);
    }
  });

  it("stops for a signal", async () => {
    const stopped = AbortSignal.abort();
    await expect(makePlan(specimen(SPECIMEN_SIZES.tiny, 1), { signal: stopped })).rejects.toBeInstanceOf(PlanCancelled);
  });
});
