import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { planProblems } from "./check";
import type { PlanRequest, PlanResult } from "./contract";
import { bestRanking } from "./exhaustive";
import { makePlan } from "./plan";
import { tinyRequest } from "./tiny-requests";

type Expected = { unmet: number; costMilliCents: number; orders: number; fairnessCents: number };

function sample<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), "utf8")) as T;
}

function ranking({ metrics }: PlanResult): number[] {
  return [metrics.unmet, metrics.costMilliCents, metrics.orders, metrics.fairnessCents];
}

describe("makePlan on the samples", () => {
  const expected = sample<Record<string, Expected>>("expected");
  it.each(Object.entries(expected))("%s: meets the proven optimum", { timeout: 60_000 }, async (name, optimum) => {
    const request = sample<PlanRequest>(name);
    const plan = await makePlan(request);
    expect(planProblems(request, plan)).toEqual([]);
    expect(plan.status).toBe("optimal");
    expect(plan.gapCents).toBe(0);
    expect(plan.metrics).toMatchObject({ unmet: optimum.unmet, costMilliCents: optimum.costMilliCents, orders: optimum.orders });
    expect(plan.metrics.fairnessCents).toBeLessThanOrEqual(optimum.fairnessCents + 5);
  });
});

describe("makePlan against trying everything", () => {
  const BATCHES = 10;
  const EACH = 100;
  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))("agrees to the cent on %i-th hundred of tiny requests", { timeout: 120_000 }, async (batch) => {
    for (let seed = batch * EACH; seed < (batch + 1) * EACH; seed += 1) {
      const request = tinyRequest(seed);
      const plan = await makePlan(request);
      expect(planProblems(request, plan), `seed ${seed}`).toEqual([]);
      expect(plan.status, `seed ${seed}`).toBe("optimal");
      expect(ranking(plan), `seed ${seed}`).toEqual(bestRanking(request));
    }
  });
});
