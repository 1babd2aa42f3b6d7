import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "./cents";
import { splitByLargestRemainder } from "./split";

describe("splitByLargestRemainder", () => {
  it("gives the odd cents to the largest remainders, the earlier first", () => {
    expect(splitByLargestRemainder(cents(100), [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(splitByLargestRemainder(cents(2149), [1n, 2n])).toEqual([716n, 1433n]);
    expect(splitByLargestRemainder(cents(1), [0n, 5n])).toEqual([0n, 1n]);
  });

  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((weight) => weight > 0n));
  const amounts = fc.bigInt({ min: -10_000_000_000_000n, max: 10_000_000_000_000n });

  it("always adds up, and is never a cent off the exact share", () => {
    fc.assert(
      fc.property(amounts, weights, (amount, parts) => {
        const total = parts.reduce((sum, weight) => sum + weight, 0n);
        const split = splitByLargestRemainder(cents(amount), parts);
        expect(split.reduce((sum: bigint, part) => sum + part, 0n)).toBe(amount);
        split.forEach((part, index) => {
          const error = part * total - amount * (parts[index] ?? 0n);
          expect(error < total && error > -total).toBe(true);
        });
      }),
    );
  });

  it("splits a refund exactly as the purchase", () => {
    fc.assert(
      fc.property(amounts, weights, (amount, parts) => {
        const there = splitByLargestRemainder(cents(amount), parts);
        expect(splitByLargestRemainder(cents(-amount), parts)).toEqual(there.map((part) => -part));
      }),
    );
  });

  it("refuses weights that say nothing", () => {
    expect(() => splitByLargestRemainder(cents(1), [])).toThrow();
    expect(() => splitByLargestRemainder(cents(1), [0n])).toThrow();
  });
});
