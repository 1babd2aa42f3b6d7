import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { estimateTax, parsePercent, percentText } from "./tax";

describe("estimateTax", () => {
  it("rounds half a cent up", () => {
    expect(estimateTax(cents(1000), 88_750)).toBe(89n);
    expect(estimateTax(cents(100), 85_000)).toBe(9n);
    expect(estimateTax(cents(100), 84_999)).toBe(8n);
    expect(estimateTax(cents(0), 88_750)).toBe(0n);
    expect(estimateTax(cents(1234), 0)).toBe(0n);
  });

  it("is never half a cent or more away from the exact tax", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 13n), fc.integer({ min: 0, max: 1_000_000 }), (goods, rate) => {
        const twice = 2n * (estimateTax(cents(goods), rate) * 1_000_000n - goods * BigInt(rate));
        expect(twice > -1_000_000n && twice <= 1_000_000n).toBe(true);
      }),
    );
  });
});

describe("percentages", () => {
  it.each([
    ["8.875", 88_750],
    [" 8,875 % ", 88_750],
    ["0", 0],
    ["100", 1_000_000],
    ["10.25%", 102_500],
  ])("reads %s", (text, ppm) => expect(parsePercent(text)).toBe(ppm));

  it.each(["", "-1", "100.0001", "8.87551", "8.8.8", "eight", "1e2", "🙂", "9".repeat(10_000)])("refuses %s", (text) =>
    expect(parsePercent(text)).toBeNull(),
  );

  it("writes what it reads", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (ppm) => {
        expect(parsePercent(percentText(ppm))).toBe(ppm);
      }),
    );
  });
});
