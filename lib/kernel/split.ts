import { assert } from "./assert";
import { cents, type Cents } from "./cents";

/**
 * Divides an amount in proportion to whole-number weights by largest remainder: the parts always add up to the
 * amount, and no part is a cent or more from its exact share. Ties go to the earlier part. Works for negative
 * amounts (a refund splits exactly as the purchase did).
 */
export function splitByLargestRemainder(amount: Cents, weights: readonly bigint[]): Cents[] {
  assert(weights.length > 0 && weights.every((weight) => weight >= 0n), "weights are not negative");
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  assert(total > 0n, "some weight is positive");
  const size = amount < 0n ? -amount : amount;
  const floors = weights.map((weight) => (size * weight) / total);
  const missing = Number(size - floors.reduce((sum, part) => sum + part, 0n));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (size * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  const extra = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
  return floors.map((part, index) => {
    const whole = part + (extra.has(index) ? 1n : 0n);
    return cents(amount < 0n ? -whole : whole);
  });
}
