import { describe, expect, it } from "vitest";
import type { PlanRequest } from "./contract";
import { planResultSchema } from "./contract";
import { makePlan } from "./plan";
import { SPECIMEN_SIZES, specimen } from "./specimen";
import { tinyRequest } from "./tiny-requests";

const EMPTY: PlanRequest = {
  ...tinyRequest(1),
  accounts: [],
  items: [],
  credits: [],
  lendingCapsCents: {},
  cashBudgetCents: [],
  orderDates: ["2026-11-22"],
  members: ["anna", "ben"],
  stores: [{ id: "shop", shippingFeeCents: 500, freeShippingFromCents: 3000 }],
};

function item(id: string, change: Partial<PlanRequest["items"][number]> = {}): PlanRequest["items"][number] {
  return {
    id,
    requester: "anna",
    shared: false,
    category: "grocery",
    need: "must",
    priority: 1,
    quantity: 1,
    offers: [{ store: "shop", unitPriceCents: 2000 }],
    notBefore: null,
    neededBy: null,
    valueCents: 2000,
    ...change,
  };
}

function credit(id: string, change: Partial<PlanRequest["credits"][number]> = {}): PlanRequest["credits"][number] {
  return {
    id,
    account: "annas",
    origin: "promotion",
    amountCents: 1000,
    heldCents: 0,
    availableFrom: "2026-11-22",
    expiresOn: null,
    categories: null,
    excludedCategories: [],
    giftCards: "no",
    minimumOrderCents: 0,
    coversShipping: false,
    ...change,
  };
}

async function codesOf(change: Partial<PlanRequest>): Promise<Record<string, string[]>> {
  const plan = await makePlan({ ...EMPTY, horizonDays: 30, accounts: [{ id: "annas", owner: "anna", store: "shop" }], ...change });
  const codes: Record<string, string[]> = {};
  for (const line of plan.orders.flatMap((order) => order.lines)) codes[line.item] = line.why.map((why) => why.code);
  for (const entry of [...plan.unmet, ...plan.leftOut]) codes[entry.item] = entry.why.map((why) => why.code);
  for (const entry of plan.credits) codes[entry.credit] = entry.why.map((why) => why.code);
  return codes;
}

describe("reasons", { timeout: 60_000 }, () => {
  it("are given for every line, every credit left over, and everything left out", async () => {
    const requests = [
      ...Array.from({ length: 150 }, (_, seed) => tinyRequest(9000 + seed)),
      ...[3, 6, 23].map((seed) => specimen(SPECIMEN_SIZES.family, seed)),
    ];
    for (const [index, request] of requests.entries()) {
      const plan = await makePlan(request);
      expect(planResultSchema.safeParse(plan).success, `request ${index}`).toBe(true);
      const reasons = [
        ...plan.orders.flatMap((order) => order.lines.map((line) => line.why)),
        ...plan.unmet.map((entry) => entry.why),
        ...plan.leftOut.map((entry) => entry.why),
        ...plan.credits.filter((entry) => entry.leftCents > 0).map((entry) => entry.why),
      ];
      for (const why of reasons) {
        expect(why.length, `request ${index}`).toBeGreaterThan(0);
        for (const { text, params } of why) {
          expect(text).toMatch(/^[A-Z0-9].*\.$/u);
          expect(text).not.toMatch(/NaN|Infinity|undefined|null/u);
          expect(params.detail).toBeTruthy();
        }
      }
    }
  });

  it("say what ends first, and how much of it is paid", async () => {
    const plan = await makePlan({
      ...EMPTY,
      horizonDays: 30,
      accounts: [
        { id: "annas", owner: "anna", store: "shop" },
        { id: "bens", owner: "ben", store: "shop" },
      ],
      items: [item("rice")],
      credits: [credit("soon", { expiresOn: "2026-12-01" }), credit("later", { account: "bens", origin: "gift_card" })],
    });
    expect(plan.orders[0]?.lines[0]?.why[0]).toEqual({
      code: "expires_first",
      text: "10.00 from the promotion soon: it ends in 9 days and can pay nothing else in the plan.",
      params: {
        detail: "pays_nothing_else",
        credit: "soon",
        cents: 1000,
        item: "rice",
        account: "annas",
        expiresOn: "2026-12-01",
        days: 9,
      },
    });
  });

  it.each([
    ["category_not_allowed", "c", { items: [item("rice")], credits: [credit("c", { categories: ["books"] })] }],
    ["gift_cards_not_allowed", "c", { items: [item("card", { category: "gift_card" })], credits: [credit("c")] }],
    ["not_live_on_date", "c", { items: [item("rice")], credits: [credit("c", { availableFrom: "2026-12-24" })] }],
    ["minimum_not_met", "c", { items: [item("rice")], credits: [credit("c", { minimumOrderCents: 9000 })] }],
    ["cap_reached", "c", { items: [item("book", { requester: "ben" })], credits: [credit("c")], lendingCapsCents: { anna: 0 } }],
    ["other_account", "c", { items: [], credits: [credit("c")] }],
    [
      "better_used_elsewhere",
      "c",
      { items: [item("rice", { offers: [{ store: "shop", unitPriceCents: 400 }] })], credits: [credit("c", { coversShipping: false })] },
    ],
    ["budget_reached", "rice", { items: [item("rice")], cashBudgetCents: [{ from: "2026-11-22", cumulativeCents: 100 }] }],
    ["other_account", "rice", { items: [item("rice", { offers: [] })] }],
    ["not_live_on_date", "rice", { items: [item("rice", { neededBy: "2026-11-01" })] }],
    ["better_used_elsewhere", "toy", { items: [item("toy", { need: "optional", valueCents: 100 })] }],
    ["free_shipping", "rice", { items: [item("rice"), item("tea")], credits: [credit("c")] }],
    ["equally_good", "rice", { items: [item("rice")] }],
    ["only_account_with_credit", "rice", { items: [item("rice")], credits: [credit("c")] }],
  ] satisfies [string, string, Partial<PlanRequest>][])("%s for %s", async (code, subject, change) => {
    expect((await codesOf(change))[subject]).toContain(code);
  });
});
