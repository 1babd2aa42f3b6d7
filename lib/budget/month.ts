import { addDays, day, daysBetween, parseDay, type Day } from "@/lib/kernel/day";

/** A calendar month, `YYYY-MM`, meant in the household's time zone. Compares with < and > as text. */
export type Month = string & { readonly __brand: "Month" };

export function monthOf(on: Day): Month {
  return on.slice(0, 7) as Month;
}

/** The month written as `YYYY-MM`, or null when that isn't one. */
export function parseMonth(text: string): Month | null {
  const first = parseDay(`${text}-01`);
  return first ? monthOf(first) : null;
}

export function firstDayOf(month: Month): Day {
  return day(`${month}-01`);
}

export function nextMonth(month: Month): Month {
  return monthOf(addDays(firstDayOf(month), 31));
}

export function previousMonth(month: Month): Month {
  return monthOf(addDays(firstDayOf(month), -1));
}

export function lastDayOf(month: Month): Day {
  return addDays(firstDayOf(nextMonth(month)), -1);
}

/** How far the month is: 0 days before it, all of them after it. */
export function monthProgress(month: Month, today: Day): { readonly day: number; readonly days: number } {
  const first = firstDayOf(month);
  const days = daysBetween(first, lastDayOf(month)) + 1;
  return { day: Math.max(0, Math.min(days, daysBetween(first, today) + 1)), days };
}
