import { expect, test } from "vitest";
import { day } from "@/lib/kernel/day";
import { firstDayOf, lastDayOf, monthOf, monthProgress, nextMonth, parseMonth, previousMonth } from "./month";

test("months follow each other across years, leap days included", () => {
  const december = monthOf(day("2026-12-31"));
  expect([december, nextMonth(december), previousMonth(nextMonth(december))]).toEqual(["2026-12", "2027-01", "2026-12"]);
  const february = monthOf(day("2028-02-10"));
  expect([firstDayOf(february), lastDayOf(february)]).toEqual(["2028-02-01", "2028-02-29"]);
  expect(previousMonth(monthOf(day("2026-03-31")))).toBe("2026-02");
});

test("a month is read only where it is one", () => {
  expect(parseMonth("2026-11")).toBe("2026-11");
  expect(["2026-13", "2026-1", "november", "2026-11-02", ""].map(parseMonth)).toEqual([null, null, null, null, null]);
});

test("how far a month is: none of it before, all of it after", () => {
  const month = monthOf(day("2026-11-01"));
  expect(monthProgress(month, day("2026-10-31"))).toEqual({ day: 0, days: 30 });
  expect(monthProgress(month, day("2026-11-15"))).toEqual({ day: 15, days: 30 });
  expect(monthProgress(month, day("2027-02-01"))).toEqual({ day: 30, days: 30 });
});
