import { TZDate } from "@date-fns/tz";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, dayIn, daysBetween, type Day } from "@/lib/kernel/day";
import {
  balanceCheck,
  cardWaits,
  dueOn,
  EXPIRY_DAYS,
  followUp,
  isOpen,
  isSendingHour,
  methodsBack,
  termsAgain,
  type Ending,
  type Subject,
} from "./schedule";

const ending = (expiresOn: Day, knownSince = day("2010-01-01")): Ending => ({ kind: "expiry", subjectId: "c", expiresOn, knownSince });
/** The days on which something is newly due, asked every day from `from` for so many days. */
function days(subject: Subject, from: Day, count: number): Day[] {
  const asked = Array.from({ length: count }, (_, offset) => addDays(from, offset));
  return [...new Set(asked.flatMap((today) => dueOn([subject], today).map((due) => due.dueOn)))];
}

/** Clocks change at midnight, by half an hour, by three quarters off the hour, near the date line, or never. */
const ZONES = [
  "America/New_York",
  "Europe/Lisbon",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Cairo",
  "America/Havana",
  "Asia/Beirut",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Pacific/Apia",
  "UTC",
];

describe("what ends on a day", () => {
  test("R75: is said 30, 14, 7 and 1 days before, and on no other day", () => {
    const last = day("2026-12-31");
    expect(days(ending(last), day("2026-11-01"), 80)).toEqual(EXPIRY_DAYS.map((before) => addDays(last, -before)));
    expect(dueOn([ending(last)], addDays(last, 1))).toEqual([]);
  });

  test("is said late when nothing ran on the day, but not a week late", () => {
    const last = day("2026-12-31");
    expect(dueOn([ending(last)], day("2026-12-04"))).toMatchObject([{ dueOn: "2026-12-01" }]);
    expect(dueOn([ending(last)], day("2026-12-05"))).toEqual([]);
    expect(dueOn([ending(last)], last)).toMatchObject([{ dueOn: "2026-12-30" }]);
  });

  test("isn't said to who has just written it down", () => {
    const last = day("2026-12-31");
    expect(days(ending(last, day("2026-12-20")), day("2026-12-18"), 20)).toEqual(["2026-12-24", "2026-12-30"]);
  });

  test("R75: hourly, in any time zone and across daylight saving, each is sent on its own day in the morning, once", () => {
    const hour = 3_600_000;
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 365 * 12 }),
        fc.integer({ min: 0, max: 59 }),
        (zone, offset, minute) => {
          const last = addDays(day("2020-01-01"), offset);
          const from = new Date(`${addDays(last, -33)}T00:00:00Z`).getTime() + minute * 60_000;
          const sent = new Map<Day, Date>();
          for (let at = from; at < from + 36 * 24 * hour; at += hour) {
            const now = new Date(at);
            if (!isSendingHour(new TZDate(now, zone).getHours())) continue;
            for (const due of dueOn([ending(last)], dayIn(zone, now))) {
              if (!sent.has(due.dueOn)) sent.set(due.dueOn, now);
            }
          }
          expect([...sent.keys()]).toEqual(EXPIRY_DAYS.map((before) => addDays(last, -before)));
          for (const [due, now] of sent) {
            expect(dayIn(zone, now)).toBe(due);
            expect(new TZDate(now, zone).getHours()).toBe(7);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("what comes back until it is done", () => {
  test("R14: methods still off are said the day after the order, and every second day", () => {
    expect(days(methodsBack("o", day("2026-11-22")), day("2026-11-22"), 7)).toEqual(["2026-11-23", "2026-11-25", "2026-11-27"]);
  });

  test("R35: a case is said on its follow-up day, and every week", () => {
    expect(days(followUp("k", day("2026-11-30")), day("2026-11-22"), 20)).toEqual(["2026-11-30", "2026-12-07"]);
  });

  test("R84: a balance is looked at every so many days since the last look, and never where the household says so", () => {
    expect(days(balanceCheck("a", day("2026-11-01"), 30), day("2026-11-02"), 65)).toEqual(["2026-12-01", "2026-12-31"]);
    expect(days(balanceCheck("a", day("2026-11-01"), 0), day("2026-11-02"), 65)).toEqual([]);
    expect(isOpen(balanceCheck("a", day("2026-11-01"), 30), day("2027-03-01"))).toBe(true);
    expect(isOpen(balanceCheck("a", day("2026-11-01"), 30), day("2026-11-30"))).toBe(false);
  });

  test("R50: terms are asked for again 90 days after they were read", () => {
    const read = day("2026-08-24");
    expect(days(termsAgain("c", read, 90), read, 100)).toEqual([addDays(read, 90)]);
    expect(days(termsAgain("c", read, 0), read, 400)).toEqual([]);
  });

  test("the same day never has two names: however often it is asked, one day is due", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 400 }), (start, later) => {
        const first = addDays(day("2020-01-01"), start);
        const today = addDays(first, later);
        for (const due of dueOn([cardWaits("x", first), followUp("y", first)], today)) {
          expect(daysBetween(due.dueOn, today)).toBeLessThanOrEqual(3);
          expect(due.dueOn <= today).toBe(true);
        }
      }),
    );
  });
});
