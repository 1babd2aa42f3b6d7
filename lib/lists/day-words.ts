import type { Day } from "@/lib/kernel/day";

const DAY_MS = 86_400_000;
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

// The kernel's day module carries a schema library; this one runs while somebody types.
function dayAt(time: number): Day {
  return new Date(time).toISOString().slice(0, 10) as Day;
}

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Position of the only name that begins with these three letters or more; -1 for none. */
function indexOfName(names: readonly string[], word: string): number {
  return /^[a-z]{3,}$/u.test(word) ? names.findIndex((name) => name.startsWith(word)) : -1;
}

function realDay(year: number, month: number, date: number): Day | null {
  const time = Date.UTC(year, month, date);
  const real = new Date(time);
  return year >= 1970 && year <= 2199 && real.getUTCMonth() === month && real.getUTCDate() === date ? dayAt(time) : null;
}

/** A date without its year is the next one to come. */
function monthDay(month: number, date: number, year: string | undefined, today: Day): Day | null {
  if (year !== undefined) return realDay(Number(year), month, date);
  const thisYear = Number(today.slice(0, 4));
  const coming = [0, 1, 2, 3, 4].map((later) => realDay(thisYear + later, month, date));
  return coming.find((day) => day !== null && day >= today) ?? null;
}

const YEAR = /^\d{4}$/u;
const DATE = /^(\d{1,2})(?:st|nd|rd|th)?$/u;

/**
 * The day that the words say, and how many of them say it: "fri", "next friday", "tomorrow", "12 dec", "dec 12 2027",
 * "2026-12-12", "in 3 days". Null when they don't begin with a day. Weekdays are the next to come, today included.
 */
export function readDay(words: readonly string[], today: Day): { readonly day: Day; readonly count: number } | null {
  const [first = "", second = "", third = ""] = words.map((word) => word.toLowerCase().replace(/[,.;]$/u, ""));
  const now = timeOf(today);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(first);
  if (iso) {
    const day = realDay(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
    return day && { day, count: 1 };
  }
  if (first === "today" || first === "tonight") return { day: today, count: 1 };
  if (first === "tomorrow") return { day: dayAt(now + DAY_MS), count: 1 };
  if (first === "in") {
    const many = /^\d{1,3}$/u.test(second) ? Number(second) : second === "a" ? 1 : null;
    const length = { day: 1, days: 1, week: 7, weeks: 7 }[third];
    return many === null || length === undefined ? null : { day: dayAt(now + many * length * DAY_MS), count: 3 };
  }
  const next = first === "next" ? 1 : 0;
  const weekday = indexOfName(WEEKDAYS, next ? second : first);
  if (weekday >= 0) {
    const ahead = (weekday - new Date(now).getUTCDay() + 7) % 7;
    return { day: dayAt(now + (ahead + 7 * next) * DAY_MS), count: 1 + next };
  }
  const dateFirst = DATE.exec(first);
  const month = indexOfName(MONTHS, dateFirst ? second : first);
  const date = dateFirst ?? DATE.exec(second);
  if (month < 0 || !date) return null;
  const year = YEAR.test(third) ? third : undefined;
  const day = monthDay(month, Number(date[1]), year, today);
  return day && { day, count: year ? 3 : 2 };
}
