import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { splitByLargestRemainder } from "@/lib/kernel/split";
import { allocate, fits, type Allocation, type PayTerms, type Source, type Target } from "./pay";

const anything: PayTerms = { categories: null, excludedCategories: [], giftCards: "unclear", coversShipping: true };
const groceries: PayTerms = { ...anything, categories: ["grocery"], coversShipping: false };
const terms = new Map([
  ["promo", groceries],
  ["gift", anything],
]);
const target = (lineId: string | null, category: string | null, amount: number): Target => ({ lineId, category, cents: cents(amount) });
const allocation = (lineId: string | null, creditId: string | null, amount: number): Allocation => ({
  lineId,
  creditId,
  cents: cents(amount),
});

describe("allocate", () => {
  it("keeps to the plan when everything came as planned", () => {
    const planned = [allocation("rice", "promo", 1425), allocation("tabs", "gift", 2149), allocation(null, null, 500)];
    const targets = [target("rice", "grocery", 1425), target("tabs", "household", 2149), target(null, null, 500)];
    const sources: Source[] = [
      { creditId: "promo", cents: cents(1425) },
      { creditId: "gift", cents: cents(2149) },
      { creditId: null, cents: cents(500) },
    ];
    expect(allocate(targets, sources, planned, terms)).toEqual(planned);
  });

  it("puts what a picky credit paid more on what it may pay", () => {
    const planned = [allocation("rice", "promo", 1000), allocation("tabs", "gift", 2000)];
    const targets = [target("tabs", "household", 2000), target("rice", "grocery", 1100)];
    const sources: Source[] = [
      { creditId: "gift", cents: cents(2000) },
      { creditId: "promo", cents: cents(1100) },
    ];
    expect(allocate(targets, sources, planned, terms)).toEqual([allocation("rice", "promo", 1100), allocation("tabs", "gift", 2000)]);
  });

  it("adds up for every line and every source, whatever was planned", () => {
    const categories = fc.constantFrom("grocery", "household", "gift_card");
    const weights = fc.tuple(fc.bigInt(0n, 9n), fc.bigInt(0n, 9n), fc.bigInt(1n, 9n));
    const plans = fc.array(fc.tuple(fc.nat(4), fc.constantFrom("promo", "gift", null), fc.nat(5000)), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(categories, fc.nat(5000)), { minLength: 1, maxLength: 5 }),
        fc.nat(900),
        weights,
        plans,
        (lines, shipping, shares, plan) => {
          const targets = [
            ...lines.map(([category, amount], index) => target(`line${index}`, category, amount)),
            target(null, null, shipping),
          ];
          const whole = cents(targets.reduce((sum, { cents: amount }) => sum + amount, 0n));
          const sources = splitByLargestRemainder(whole, shares).map(
            (amount, index): Source => ({ creditId: ["promo", "gift", null][index] ?? null, cents: amount }),
          );
          const paid = allocate(
            targets,
            sources,
            plan.map(([line, creditId, amount]) => allocation(`line${line}`, creditId, amount)),
            terms,
          );
          for (const { lineId, cents: cost } of targets)
            expect(paid.filter((row) => row.lineId === lineId).reduce((sum, row) => sum + row.cents, 0n)).toBe(cost);
          for (const { creditId, cents: amount } of sources)
            expect(paid.filter((row) => row.creditId === creditId).reduce((sum, row) => sum + row.cents, 0n)).toBe(amount);
          expect(paid.every((row) => row.cents > 0n)).toBe(true);
        },
      ),
    );
  });
});

describe("fits", () => {
  it.each([
    ["groceries for groceries", groceries, "grocery", true],
    ["groceries for toys", groceries, "toys", false],
    ["groceries for shipping", groceries, null, false],
    ["gift cards without leave", anything, "gift_card", false],
    ["gift cards with leave", { ...anything, giftCards: "yes" }, "gift_card", true],
    ["what is excluded", { ...anything, excludedCategories: ["toys"] }, "toys", false],
    ["cash for anything", undefined, "gift_card", true],
  ])("%s", (_, given, category, expected) => expect(fits(given, category)).toBe(expected));
});
