/** Where "now" comes from, so that tests can choose it. Instants are JavaScript Dates (ms since 1970, UTC). */
export type Clock = { readonly now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that always says the same instant. */
export function fixedClock(iso: string): Clock {
  return { now: () => new Date(iso) };
}
