import type { Day } from "@/lib/kernel/day";

type Detail = "short" | "long" | "month";

const OPTIONS: Record<Detail, Intl.DateTimeFormatOptions> = {
  short: { weekday: "short", day: "numeric", month: "short" },
  long: { weekday: "long", day: "numeric", month: "long" },
  month: { day: "numeric", month: "short" },
};

// Made once per language and detail: a list writes hundreds of days.
const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(locale: string, detail: Detail, withYear: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${detail} ${withYear}`;
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, { ...OPTIONS[detail], ...(withYear ? { year: "numeric" as const } : {}), timeZone: "UTC" });
  formats.set(key, made);
  return made;
}

function write(day: Day, locale: string, detail: Detail, withYear: boolean): string {
  const format = dayFormat(locale, detail, withYear);
  const instant = new Date(`${day}T00:00:00Z`);
  // A short month ends with a dot in some languages, which would stand before the dot of a sentence.
  if (!locale.startsWith("en")) return format.format(instant).replace(/\.$/u, "");
  // English households read "Mon 23 Nov": weekday, day, month, in that order and without commas.
  const parts = format.formatToParts(instant);
  return (["weekday", "day", "month", "year"] as const)
    .map((type) => parts.find((part) => part.type === type)?.value)
    .filter((value) => value !== undefined)
    .join(" ");
}

/** "Mon 23 Nov"; with `today` given, "Sun 31 Jan 2027" when the year is another one. */
export function formatDay(day: Day, locale: string, today?: Day): string {
  return write(day, locale, "short", today !== undefined && today.slice(0, 4) !== day.slice(0, 4));
}

/** "Saturday 14 November", for the line above a page's title. */
export function formatLongDay(day: Day, locale: string): string {
  return write(day, locale, "long", false);
}

/** "23 Nov", for narrow columns; with `today` given, the year when it is another one. */
export function formatShortDay(day: Day, locale: string, today?: Day): string {
  return write(day, locale, "month", today !== undefined && today.slice(0, 4) !== day.slice(0, 4));
}

/** The day of the month alone, for the cells of a day strip. */
export function dayOfMonth(day: Day): string {
  return String(Number(day.slice(8, 10)));
}

/** A moment on the household's clock: "10:44" today, else "Mon 23 Nov, 10:44". `timeZone` is an IANA name. */
export function formatMoment(instant: Date, timeZone: string, locale: string, now: Date): string {
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(instant);
  const dayThere = (when: Date) => new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone }).format(when) as Day;
  const [then, today] = [dayThere(instant), dayThere(now)];
  return then === today ? time : `${formatDay(then, locale, today)}, ${time}`;
}
