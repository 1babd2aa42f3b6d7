import { addDays, daysBetween, type Day } from "@/lib/kernel/day";

/** How long before the last usable day an order is still safe: it may be late, be cancelled, or have to be placed again. */
const SAFE_DAYS = 3;

/** The latest day on which it is safe to order with a balance whose last usable day is `expiresOn` (R73). */
export function orderBy(expiresOn: Day): Day {
  return addDays(expiresOn, -SAFE_DAYS);
}

/** "Expires on the 30th" is usable on the 30th and lost on the 31st. */
export function isLost(expiresOn: Day | null, today: Day): boolean {
  return expiresOn !== null && expiresOn < today;
}

type Urgent = { readonly id: string; readonly expiresOn: Day | null; readonly expiry: string; readonly lastMovedOn: Day };

/** For sorting: what is lost first comes first, then what has lain idle longest (R10). An unknown expiry comes before "never". */
export function byUrgency(a: Urgent, b: Urgent): number {
  if (a.expiresOn !== b.expiresOn) {
    if (a.expiresOn === null) return 1;
    if (b.expiresOn === null) return -1;
    return a.expiresOn < b.expiresOn ? -1 : 1;
  }
  if (a.expiry !== b.expiry) return a.expiry === "unknown" ? -1 : 1;
  if (a.lastMovedOn !== b.lastMovedOn) return a.lastMovedOn < b.lastMovedOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Days since anything happened to it. */
export function idleDays(lastMovedOn: Day, today: Day): number {
  return Math.max(0, daysBetween(lastMovedOn, today));
}
