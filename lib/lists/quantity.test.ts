import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { costOf, MAX_QUANTITY_MILLI, parseQuantity, quantityText } from "./quantity";

test.each([
  ["2", 2000],
  ["1.5", 1500],
  ["1,5", 1500],
  ["1,000", 1_000_000],
  ["0.001", 1],
  [".5", 500],
  ["1/2", 500],
  ["1 1/2", 1500],
  ["1/3", 333],
  ["½", 500],
  ["1½", 1500],
  [" 12 ", 12_000],
])("%j is %d thousandths", (text, milli) => {
  expect(parseQuantity(text)).toEqual({ ok: true, milli });
});

test.each([
  ["", "format"],
  ["two", "format"],
  ["1/0", "format"],
  ["🍎", "format"],
  ["0", "zero"],
  ["0.000", "zero"],
  ["-2", "negative"],
  ["−1.5", "negative"],
  ["10000", "huge"],
  ["99999999999999999999", "huge"],
  ["0.0005", "digits"],
  ["1e3", "format"],
])("%j is refused: %s", (text, problem) => {
  expect(parseQuantity(text)).toEqual({ ok: false, problem });
});

test("what is written is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MAX_QUANTITY_MILLI }), (milli) => {
      expect(parseQuantity(quantityText(milli))).toEqual({ ok: true, milli });
    }),
  );
});

test("any text gets an answer", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof parseQuantity(text).ok === "boolean"));
});

test("cost is price times quantity, half up", () => {
  expect(costOf(cents(349), 2000)).toBe(698n);
  expect(costOf(cents(333), 1500)).toBe(500n);
  expect(costOf(cents(1), 500)).toBe(1n);
  expect(costOf(cents(1), 499)).toBe(0n);
});
