import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";
import { z } from "zod";
import { assert } from "./assert";

/** A calendar day, `YYYY-MM-DD`, meant in the household's time zone. Compares with < and > as text. */
export type Day = string & { readonly __brand: "Day" };

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** The day written as `YYYY-MM-DD`, or null when that isn't a real day between 1970 and 2199. */
export function parseDay(text: string): Day | null {
  if (!PATTERN.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return null;
  return text >= "1970-01-01" && text <= "2199-12-31" ? (text as Day) : null;
}

export function day(text: string): Day {
  const parsed = parseDay(text);
  assert(parsed, `${text} is a day`);
  return parsed;
}

/** The day it is at `instant` on a wall clock in `timeZone` (IANA name). */
export function dayIn(timeZone: string, instant: Date): Day {
  return format(new TZDate(instant, timeZone), "yyyy-MM-dd") as Day;
}

/** What a Postgres DATE column arrives as (midnight UTC), as a Day; and back by {@link dateFromDay}. */
export function dayFromDate(date: Date): Day {
  return date.toISOString().slice(0, 10) as Day;
}

export function dateFromDay(value: Day): Date {
  return new Date(`${value}T00:00:00Z`);
}

export function addDays(value: Day, days: number): Day {
  return dayFromDate(new Date(dateFromDay(value).getTime() + days * 86_400_000));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((dateFromDay(to).getTime() - dateFromDay(from).getTime()) / 86_400_000);
}

export const daySchema = z.string().transform((text, context) => {
  const parsed = parseDay(text.trim());
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: "day" });
  return z.NEVER;
});
