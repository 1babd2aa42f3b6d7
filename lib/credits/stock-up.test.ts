import { expect, test } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { day } from "@/lib/kernel/day";
import { facts, TODAY } from "@/lib/policy/testing/facts";
import { dueAgain, stockUp, type Bought } from "./stock-up";

function bought(name: string, amount: number, changes: Partial<Bought> = {}): Bought {
  const on = day("2026-11-01");
  return {
    lineId: name,
    name,
    category: "household",
    quantityMilli: 1000,
    unit: "",
    unitPriceCents: cents(amount),
    amountCents: cents(amount),
    times: 1,
    firstOn: on,
    lastOn: on,
    ...changes,
  };
}

test("R95: what comes back is proposed first, the soonest due before, up to what is free", () => {
  const monthly = { times: 3, firstOn: day("2026-09-01"), lastOn: day("2026-11-01") };
  const found = stockUp(
    [
      bought("lamp", 1000),
      bought("tabs", 2000, monthly),
      bought("filter", 5000, { ...monthly, times: 2 }),
      bought("soap", 900, { times: 2 }),
    ],
    facts(),
    cents(4000),
    TODAY,
  );
  expect(found.map(({ name, picked, dueOn }) => [name, picked, dueOn])).toEqual([
    ["soap", true, "2026-11-01"],
    ["tabs", true, "2026-12-02"],
    ["filter", false, "2027-01-01"],
    ["lamp", true, null],
  ]);
});

test("R95: only what the credit's verdict allows; what must be looked up first is shown, not picked", () => {
  const names = (changes: Parameters<typeof facts>[0]) =>
    stockUp(
      [bought("rice", 500, { category: "grocery" }), bought("tabs", 500), bought("card", 500, { category: "gift_card" })],
      facts(changes),
      cents(9000),
      TODAY,
    ).map(({ name, picked }) => [name, picked]);
  expect(names({})).toEqual([
    ["rice", true],
    ["tabs", true],
  ]);
  expect(names({ categories: ["grocery"] })).toEqual([["rice", true]]);
  expect(names({ expiry: "unknown" })).toEqual([
    ["rice", false],
    ["tabs", false],
  ]);
  expect(names({ account: "suspended" })).toEqual([]);
});

test("something bought once isn't due again by itself", () => {
  expect(dueAgain(bought("lamp", 1))).toBeNull();
});
