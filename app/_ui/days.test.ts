import { expect, test } from "vitest";
import { day } from "@/lib/kernel/day";
import { stripDays } from "./strip-days";
import { urgency } from "./urgency";

const today = day("2026-11-14");

test("a day strip runs from today to the last usable day", () => {
  const cells = stripDays(today, day("2026-11-20"), day("2026-11-23"));
  expect(cells.map(({ state }) => state).join(" ")).toBe("safe safe safe safe safe safe safe late late end");
  expect(cells.at(-1)?.day).toBe("2026-11-23");
});

test("it has at most 14 cells, and none once the balance is lost", () => {
  expect(stripDays(today, day("2026-12-20"), day("2026-12-24"))).toHaveLength(14);
  expect(stripDays(today, day("2026-11-10"), day("2026-11-13"))).toEqual([]);
});

test.each([
  ["2026-12-15", "calm"],
  ["2026-12-14", "soon"],
  ["2026-11-29", "soon"],
  ["2026-11-28", "close"],
  ["2026-11-16", "close"],
  ["2026-11-15", "last"],
  ["2026-11-14", "last"],
  ["2026-11-13", "lost"],
])("a balance usable until %s is %s", (expires, expected) => {
  expect(urgency(today, day(expires))).toBe(expected);
});
