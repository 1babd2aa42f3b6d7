import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, MAX_CENTS, parseMoney, toDecimal } from "./cents";

const read = (text: string, digits = 2) => {
  const result = parseMoney(text, digits);
  return result.ok ? result.cents : result.problem;
};

describe("parseMoney", () => {
  it.each([
    ["12", 1200n],
    ["12.5", 1250n],
    ["12,50", 1250n],
    [".99", 99n],
    ["0", 0n],
    ["$1,234.50", 123450n],
    ["1.234,50 €", 123450n],
    ["1 234,50", 123450n],
    ["1’234.50", 123450n],
    ["1,234", 123400n],
    ["1.234.567", 123456700n],
    ["12.", 1200n],
    ["3.4900", 349n],
  ])("reads %s as people mean it", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["-5", "money.negative"],
    ["−5.00", "money.negative"],
    ["1.005", "money.digits"],
    ["1.500", "money.digits"],
    ["1.0051", "money.digits"],
    ["12.3.4", "money.format"],
    ["1,23,456", "money.format"],
    ["", "money.format"],
    ["twelve", "money.format"],
    ["🍚", "money.format"],
    ["1e9", "money.format"],
    ["999999999999999", "money.huge"],
    ["9".repeat(10_000), "money.format"],
  ])("answers %s in a way a form can explain", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("follows the currency's digits", () => {
    expect(read("1200", 0)).toBe(1200n);
    expect(read("12.5", 0)).toBe("money.digits");
    expect(read("1.234", 3)).toBe(1234n);
  });

  it("reads back whatever toDecimal writes, in every number of digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MAX_CENTS }), fc.constantFrom(0, 2, 3), (amount, digits) => {
        expect(read(toDecimal(cents(amount), digits), digits)).toBe(amount);
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60, unit: "grapheme" }),
        fc.constantFrom(0, 2, 3),
        (text, digits) => void parseMoney(text, digits),
      ),
    );
  });
});

describe("toDecimal", () => {
  it("writes small and negative amounts in full", () => {
    expect(toDecimal(cents(5), 2)).toBe("0.05");
    expect(toDecimal(cents(-5), 2)).toBe("-0.05");
    expect(toDecimal(cents(500), 0)).toBe("500");
  });
});
