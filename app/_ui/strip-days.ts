import { addDays, daysBetween, type Day } from "@/lib/kernel/day";

export type StripDay = { readonly day: Day; readonly state: "safe" | "late" | "end" };

const MOST = 14;

/**
 * The cells of a day strip: today first, the last usable day at the end. Days after `orderBy` may bring the parcel
 * too late. At most 14 cells: when there are more days, the strip starts later.
 */
export function stripDays(today: Day, orderBy: Day, expires: Day): StripDay[] {
  const count = daysBetween(today, expires) + 1;
  const shown = Math.min(Math.max(0, count), MOST);
  return Array.from({ length: shown }, (_, index) => {
    const day = addDays(expires, index + 1 - shown);
    return { day, state: day === expires ? "end" : day <= orderBy ? "safe" : "late" };
  });
}
