import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day, dayFromDate } from "@/lib/kernel/day";
import { readDay } from "./day-words";

// A Sunday.
const today = day("2026-11-22");

test.each([
  ["today", "2026-11-22", 1],
  ["tomorrow", "2026-11-23", 1],
  ["sun", "2026-11-22", 1],
  ["fri", "2026-11-27", 1],
  ["Friday,", "2026-11-27", 1],
  ["next fri", "2026-12-04", 2],
  ["12 dec", "2026-12-12", 2],
  ["Dec 12", "2026-12-12", 2],
  ["3rd march", "2027-03-03", 2],
  ["12 dec 2027", "2027-12-12", 3],
  ["29 feb", "2028-02-29", 2],
  ["in 3 days", "2026-11-25", 3],
  ["in a week", "2026-11-29", 3],
  ["2027-01-31", "2027-01-31", 1],
  ["2020-01-01", "2020-01-01", 1],
])("%s", (words, expected, count) => {
  expect(readDay(words.split(" "), today)).toEqual({ day: expected, count });
});

test.each(["", "me", "frx", "31 feb", "2027-02-30", "in x days", "next", "12", "dec", "0 dec", "99999 dec"])("%j is no day", (words) => {
  expect(readDay(words.split(" "), today)).toBeNull();
});

test("every ISO day is read as itself, every weekday is within a week", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 80_000 }),
      fc.constantFrom("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
      (offset, weekday) => {
        const any = dayFromDate(new Date(offset * 86_400_000));
        expect(readDay([any], today)?.day).toBe(any);
        const found = readDay([weekday], any)!.day;
        expect(found >= any && found <= addDays(any, 6)).toBe(true);
      },
    ),
  );
});
