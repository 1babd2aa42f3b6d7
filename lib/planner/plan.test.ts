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

/** Lines of the former plan that could still be where they were, and aren't. */
function linesMoved(request: PlanRequest, plan: PlanResult): number {
  let moved = 0;
  for (const order of request.current?.orders ?? []) {
    const store = request.accounts.find((account) => account.id === order.account)?.store;
    for (const former of order.lines) {
      const item = request.items.find((entry) => entry.id === former.item);
      if (!item?.offers.some((offer) => offer.store === store) || (item.need === "optional" && former.quantity > item.quantity)) continue;
      if ((item.notBefore && order.date < item.notBefore) || (item.neededBy && order.date > item.neededBy)) continue;
      const now = plan.orders
        .find((entry) => entry.account === order.account && entry.date === order.date)
        ?.lines.find((line) => line.item === item.id);
      if (!now || (item.need === "optional" && now.quantity !== former.quantity)) moved += 1;
    }
  }
  return moved;
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
  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))(
    "agrees to the cent on %i-th hundred of tiny requests",
    { timeout: 120_000 },
    async (batch) => {
      for (let seed = batch * EACH; seed < (batch + 1) * EACH; seed += 1) {
        const request = tinyRequest(seed);
        const plan = await makePlan(request);
        expect(planProblems(request, plan), `seed ${seed}`).toEqual([]);
        expect(plan.status, `seed ${seed}`).toBe("optimal");
        expect(ranking(plan), `seed ${seed}`).toEqual(bestRanking(request).slice(0, 4));
      }
    },
  );

  it("agrees when it is to stay close to a former plan", { timeout: 120_000 }, async () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const before = tinyRequest(seed);
      const after = tinyRequest(seed);
      for (const item of after.items)
        for (const offer of item.offers) offer.unitPriceCents = Math.max(0, offer.unitPriceCents + (seed % 3) - 1);
      const request: PlanRequest = { ...after, current: await makePlan(before), stayCents: seed % 4 };
      const plan = await makePlan(request);
      const moved = linesMoved(request, plan);
      const [unmet, costMilli, orders, fairness] = ranking(plan);
      expect([unmet, (costMilli ?? 0) + moved * 1000 * (seed % 4), orders, fairness, moved], `seed ${seed}`).toEqual(bestRanking(request));
    }
  });
});
