import { describe, expect, it } from "vitest";
import { planChanges } from "./changes";
import type { PlanRequest } from "./contract";
import { makePlan } from "./plan";
import { SPECIMEN_SIZES, specimen } from "./specimen";
import { alternativesTo } from "./what-if";

function creditOf(id: string, account: string, amountCents: number): PlanRequest["credits"][number] {
  return {
    id,
    account,
    amountCents,
    origin: "refund",
    heldCents: 0,
    availableFrom: "2026-11-22",
    expiresOn: "2026-12-01",
    categories: null,
    excludedCategories: [],
    giftCards: "no",
    minimumOrderCents: 0,
    coversShipping: false,
  };
}

function householdOf(two: Partial<PlanRequest> = {}): PlanRequest {
  return {
    format: "commonpurse.plan-request/1",
    today: "2026-11-22",
    horizonDays: 30,
    orderDates: ["2026-11-22"],
    members: ["anna", "ben"],
    stores: [{ id: "shop", shippingFeeCents: 500, freeShippingFromCents: 1000 }],
    accounts: [
      { id: "annas", owner: "anna", store: "shop" },
      { id: "bens", owner: "ben", store: "shop" },
    ],
    items: [
      {
        id: "rice",
        requester: "anna",
        shared: true,
        category: "grocery",
        need: "must",
        priority: 1,
        quantity: 1,
        offers: [{ store: "shop", unitPriceCents: 1200 }],
        notBefore: null,
        neededBy: null,
        valueCents: 1200,
      },
    ],
    credits: [creditOf("hers", "annas", 1200), creditOf("his", "bens", 200)],
    lendingCapsCents: {},
    cashBudgetCents: [],
    current: null,
    ...two,
  };
}

describe("alternativesTo", () => {
  it("says what a line costs from the other account, and without it", async () => {
    const request = householdOf();
    const plan = await makePlan(request);
    expect(plan.orders).toMatchObject([{ account: "annas", lines: [{ item: "rice", cashCents: 0 }] }]);
    const alternatives = await alternativesTo(request, plan, { item: "rice", account: "annas", date: "2026-11-22" });
    expect(alternatives).toMatchObject([
      {
        place: { account: "bens" },
        possible: true,
        extraCashCents: 1000,
        extraCostMilliCents: 1_000_000,
        text: "From bens on 2026-11-22: 10.00 more cash.",
      },
      { place: null, possible: true, extraCashCents: 0, extraCostMilliCents: 0 },
    ]);
  });

  it("says where the budget doesn't allow it", async () => {
    const request = householdOf({ cashBudgetCents: [{ from: "2026-11-22", cumulativeCents: 900 }] });
    const [first, second] = await alternativesTo(request, await makePlan(request), { item: "rice", account: "annas", date: "2026-11-22" });
    expect(first).toMatchObject({ place: null, possible: true });
    expect(second).toMatchObject({ place: { account: "bens" }, possible: false });
  });

  it("never finds a line of an optimal plan that is better elsewhere", { timeout: 60_000 }, async () => {
    for (const seed of [2, 3, 6, 9]) {
      const request = specimen(SPECIMEN_SIZES.tiny, seed);
      const plan = await makePlan(request);
      for (const order of plan.orders) {
        for (const line of order.lines) {
          for (const { place, possible, extraCostMilliCents } of await alternativesTo(request, plan, {
            item: line.item,
            account: order.account,
            date: order.date,
          })) {
            if (place && possible) expect(extraCostMilliCents).toBeGreaterThanOrEqual(0);
          }
        }
      }
    }
  });
});

describe("staying close to a plan", { timeout: 60_000 }, () => {
  it("moves a line only for more than it must gain", async () => {
    const request = householdOf({ credits: [] });
    const former = await makePlan(request);
    const [order] = former.orders;
    const other = order?.account === "annas" ? "bens" : "annas";
    const small = await makePlan({ ...request, current: former, credits: [creditOf("new", other, 24)] });
    expect(planChanges(former, small)).toEqual([]);
    const large = await makePlan({ ...request, current: former, credits: [creditOf("new", other, 26)] });
    expect(planChanges(former, large)).toEqual([
      {
        item: "rice",
        kind: "moved",
        before: [{ account: order?.account, date: "2026-11-22", quantity: 1 }],
        after: [{ account: other, date: "2026-11-22", quantity: 1 }],
      },
    ]);
  });

  it("keeps nearly every line of a family's plan when one price changes a little", async () => {
    const request = specimen(SPECIMEN_SIZES.family, 23);
    const former = await makePlan(request);
    const changed = structuredClone(request);
    for (const offer of changed.items[7]?.offers ?? []) offer.unitPriceCents += 40;
    const changes = planChanges(former, await makePlan({ ...changed, current: former }));
    expect(changes.filter((change) => change.kind === "moved").length).toBeLessThanOrEqual(1);
  });
});
