import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

/** The longest key the database takes; long before it, a list is numbered afresh. */
const RENUMBER_FROM = 160;

/** The key for an item at the end of a list whose last key is `last` (null: the list is empty). */
export function keyAtEnd(last: string | null): string {
  return generateKeyBetween(last, null);
}

/**
 * A key between two neighbours (null: no neighbour on that side), or null when there is no room: the two are equal
 * or the wrong way round, or the key would grow too long. Then the list wants {@link freshKeys}.
 */
export function keyBetween(before: string | null, after: string | null): string | null {
  if (before !== null && after !== null && before >= after) return null;
  const key = generateKeyBetween(before, after);
  return key.length < RENUMBER_FROM ? key : null;
}

/** `count` short keys in ascending order, for a list that is numbered afresh. */
export function freshKeys(count: number): string[] {
  return generateNKeysBetween(null, null, count);
}
