import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateFromDay, day, dayFromDate, dayIn, daysBetween, parseDay } from "./day";

describe("days", () => {
  it("is the day on the household's wall, not the server's", () => {
    const instant = new Date("2026-11-22T04:30:00Z");
    expect(dayIn("America/New_York", instant)).toBe("2026-11-21");
    expect(dayIn("Europe/Lisbon", instant)).toBe("2026-11-22");
    expect(dayIn("Pacific/Kiritimati", instant)).toBe("2026-11-22");
  });

  it.each(["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "yesterday", "1969-12-31", "2200-01-01", "2026-11-22T00:00"])(
    "refuses %s",
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  it("counts across daylight saving and leap years", () => {
    expect(addDays(day("2026-03-07"), 2)).toBe("2026-03-09");
    expect(addDays(day("2028-02-28"), 1)).toBe("2028-02-29");
    expect(daysBetween(day("2026-10-31"), day("2026-11-02"))).toBe(2);
  });

  it("goes to a DATE column and back unchanged", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), (offset) => {
        const value = addDays(day("1970-01-01"), offset);
        expect(dayFromDate(dateFromDay(value))).toBe(value);
        expect(daysBetween(day("1970-01-01"), value)).toBe(offset);
      }),
    );
  });
});
