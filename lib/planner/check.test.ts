import { beforeAll, describe, expect, it } from "vitest";
import { planProblems } from "./check";
import type { PlanLine, PlanOrder, PlanRequest, PlanResult } from "./contract";
import { makePlan } from "./plan";
import family from "./samples/family-1.json";

const REQUEST = family as unknown as PlanRequest;

describe("planProblems", () => {
  let plan: PlanResult;
  beforeAll(async () => {
    plan = await makePlan(REQUEST);
  }, 60_000);

  const firstLine = (result: PlanResult, where: (line: PlanLine) => boolean): [PlanOrder, PlanLine] => {
    for (const order of result.orders) for (const line of order.lines) if (where(line)) return [order, line];
    throw new Error("the plan has no such line");
  };

  it("finds nothing wrong with a plan that holds", () => {
    expect(planProblems(REQUEST, plan)).toEqual([]);
  });

  const breaking: [string, (result: PlanResult) => void, RegExp][] = [
    [
      "a line that isn't paid",
      (result) => {
        firstLine(result, (line) => line.cashCents > 0)[1].cashCents -= 1;
      },
      /not paid to the cent/u,
    ],
    [
      "a wrong amount",
      (result) => {
        firstLine(result, () => true)[1].amountCents += 1;
      },
      /costs \d+/u,
    ],
    [
      "a must-have in part",
      (result) => {
        firstLine(result, (line) => line.quantity > 1)[1].quantity = 1;
      },
      /in part|costs/u,
    ],
    [
      "a credit of another account",
      (result) => {
        const [order, line] = firstLine(result, (entry) => entry.payments.length > 0);
        const other = REQUEST.credits.find((credit) => credit.account !== order.account);
        const [payment] = line.payments;
        if (payment && other) payment.credit = other.id;
      },
      /another account/u,
    ],
    [
      "an order on another day",
      (result) => {
        const [order] = result.orders;
        if (order) order.date = "2026-11-23";
      },
      /not an order date/u,
    ],
    [
      "two orders of one account on one date",
      (result) => {
        const [order] = result.orders;
        if (order) result.orders.push(structuredClone(order));
      },
      /two orders/u,
    ],
    [
      "shipping that isn't charged",
      (result) => {
        const [order] = result.orders;
        if (order) {
          order.lines.splice(1);
          order.subtotalCents = order.lines[0]?.amountCents ?? 0;
        }
      },
      /shipping costs|cash is/u,
    ],
    [
      "a must-have that is hidden",
      (result) => {
        const [order] = result.orders;
        order?.lines.splice(0, 1);
      },
      /unmet doesn't name|leftOut doesn't name/u,
    ],
    [
      "a credit overdrawn",
      (result) => {
        const [, line] = firstLine(result, (entry) => entry.payments.length > 0 && entry.cashCents > 0);
        const [payment] = line.payments;
        if (payment) {
          payment.cents += line.cashCents;
          line.cashCents = 0;
        }
      },
      /more than it has/u,
    ],
    [
      "a better cost than there is",
      (result) => {
        result.metrics.costMilliCents -= 1000;
      },
      /metrics\.costMilliCents/u,
    ],
    [
      "fewer orders than there are",
      (result) => {
        result.metrics.orders -= 1;
      },
      /metrics\.orders/u,
    ],
    [
      "fairness made up",
      (result) => {
        result.metrics.fairnessCents += 1;
      },
      /metrics\.fairnessCents/u,
    ],
    [
      "a gap in an optimal plan",
      (result) => {
        result.gapCents = 5;
      },
      /has no gap/u,
    ],
    [
      "a credit's rest",
      (result) => {
        const [use] = result.credits;
        if (use) use.leftCents += 1;
      },
      /is left/u,
    ],
  ];
  it.each(breaking)("sees %s", (_, damage, problem) => {
    const damaged = structuredClone(plan);
    damage(damaged);
    expect(planProblems(REQUEST, damaged).join("\n")).toMatch(problem);
  });

  it("sees rules of the request that a plan breaks", () => {
    const lender = Object.keys(REQUEST.lendingCapsCents);
    const tighter: [PlanRequest, RegExp][] = [
      [{ ...REQUEST, lendingCapsCents: Object.fromEntries(REQUEST.members.map((member) => [member, 0])) }, /over the cap/u],
      [{ ...REQUEST, cashBudgetCents: REQUEST.cashBudgetCents.map((entry) => ({ ...entry, cumulativeCents: 100 })) }, /over the budget/u],
      [{ ...REQUEST, credits: REQUEST.credits.map((credit) => ({ ...credit, categories: ["garden"] })) }, /can't pay/u],
      [{ ...REQUEST, credits: REQUEST.credits.map((credit) => ({ ...credit, expiresOn: "2026-11-21" })) }, /has expired/u],
      [{ ...REQUEST, credits: REQUEST.credits.map((credit) => ({ ...credit, availableFrom: "2027-01-01" })) }, /isn't available yet/u],
      [{ ...REQUEST, credits: REQUEST.credits.map((credit) => ({ ...credit, minimumOrderCents: 9_999_999 })) }, /needs an order of/u],
      [{ ...REQUEST, items: REQUEST.items.map((item) => ({ ...item, neededBy: "2026-11-21" })) }, /too late/u],
      [{ ...REQUEST, items: REQUEST.items.map((item) => ({ ...item, notBefore: "2027-01-01" })) }, /too early/u],
    ];
    expect(lender.length).toBeGreaterThan(0);
    for (const [request, problem] of tighter) expect(planProblems(request, plan).join("\n")).toMatch(problem);
  });
});
