import { describe, expect, test } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { budgetMonth, refundByCategory, type Envelope, type SpentOn } from "./budget";

const HALF = { day: 15, days: 30 };

function envelope(category: Envelope["category"], limit: number): Envelope {
  return { id: category, category, limitCents: cents(limit) };
}

function spent(category: SpentOn["category"], balance: number, cash: number): SpentOn {
  return { category, balanceCents: cents(balance), cashCents: cents(cash) };
}

describe("R109: a month by category", () => {
  test("R109: what balances and cash paid is told apart, and taken off the limit", () => {
    const month = budgetMonth(
      [envelope("household", 16_000), envelope("grocery", 62_000)],
      [spent("grocery", 1425, 0), spent("grocery", 0, 10_000), spent("household", 5278, 2000)],
      HALF,
    );
    expect(month.envelopes).toMatchObject([
      { category: "grocery", balanceCents: 1425n, cashCents: 10_000n, spentCents: 11_425n, leftCents: 50_575n, state: "left" },
      { category: "household", balanceCents: 5278n, cashCents: 2000n, spentCents: 7278n, leftCents: 8722n, state: "left" },
    ]);
    expect(month).toMatchObject({ limitCents: 78_000n, leftCents: 59_297n, spent: { balanceCents: 6703n, cashCents: 12_000n } });
    expect(month.loose).toEqual([]);
  });

  test("an envelope is ahead when more of it than of the month is gone, and over above its limit", () => {
    const state = (amount: number, progress = HALF) =>
      budgetMonth([envelope("toys", 1000)], [spent("toys", 0, amount)], progress).envelopes[0]?.state;
    expect([500, 501, 1000, 1001].map((amount) => state(amount))).toEqual(["left", "ahead", "ahead", "over"]);
    expect(state(1000, { day: 30, days: 30 })).toBe("left");
  });

  test("what has no envelope counts, by its name", () => {
    const month = budgetMonth([envelope("grocery", 1000)], [spent("eating_out", 0, 1500), spent("other", 100, -100)], HALF);
    expect(month.loose).toMatchObject([
      { category: "other", balanceCents: 100n, cashCents: -100n, spentCents: 0n },
      { category: "eating_out", cashCents: 1500n },
    ]);
    expect(month.leftCents).toBe(-500n);
  });
});

test("money that came back is taken off each category, the balances' part in proportion, to the cent", () => {
  const parts = refundByCategory(
    [
      { category: "grocery", cents: cents(1000) },
      { category: "books", cents: cents(501) },
    ],
    cents(500),
  );
  expect(parts).toEqual([spent("grocery", -333, -667), spent("books", -167, -334)]);
});
