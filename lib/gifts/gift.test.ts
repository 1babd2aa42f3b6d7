import { expect, test } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { denominations } from "./gift";

test("R26: the usual amounts offered fit within what is free on the balance, in the currency's own units", () => {
  expect(denominations(cents(5_000), "USD")).toEqual([1_000n, 2_000n, 2_500n, 5_000n]);
  expect(denominations(cents(4_999), "USD")).toEqual([1_000n, 2_000n, 2_500n]);
  expect(denominations(cents(999), "USD")).toEqual([]);
  expect(denominations(cents(60), "JPY")).toEqual([10n, 20n, 25n, 50n]);
});
