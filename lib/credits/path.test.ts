import { describe, expect, test } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { addDays } from "@/lib/kernel/day";
import type { Facts } from "@/lib/policy/facts";
import { facts, READ, seen, TODAY, UNCLEAR, UNREAD } from "@/lib/policy/testing/facts";
import { pathOf, PATH_STEPS, type PathFacts, type PathStepName } from "./path";

function state(step: PathStepName, known: Partial<Facts> = {}, more: Partial<PathFacts> = {}) {
  const path = pathOf({
    facts: facts(known),
    today: TODAY,
    seen: null,
    originAcknowledged: false,
    cartSkipped: false,
    ordered: false,
    ...more,
  });
  expect(path.map((one) => one.step)).toEqual(PATH_STEPS);
  return path.find((one) => one.step === step)?.state;
}

describe("the eight steps, each done only under its condition", () => {
  test("R53: the balance is found only with an amount and a day", () => {
    expect(state("balance")).toBe("open");
    expect(state("balance", {}, { seen: { on: TODAY, cents: cents(1500) } })).toBe("done");
  });

  test("R56: the origin is known, or it was acknowledged that it can't be told", () => {
    expect(state("origin")).toBe("done");
    expect(state("origin", { origin: "unknown" })).toBe("open");
    expect(state("origin", { origin: "unknown" }, { originAcknowledged: true })).toBe("done");
  });

  test("R58: the terms wait until it is clear whose terms they are", () => {
    expect(state("terms", { origin: "unknown" })).toBe("wait");
    expect(state("terms", { origin: "unknown" }, { originAcknowledged: true })).toBe("open");
  });

  test("R50: terms read are open again after the household's days", () => {
    expect(state("terms", { terms: UNREAD })).toBe("open");
    expect(state("terms", { terms: READ })).toBe("done");
    expect(state("terms", { terms: { ...READ, on: addDays(TODAY, -90) } })).toBe("open");
    expect(state("terms", { terms: { ...READ, on: addDays(TODAY, -90) }, rereadAfterDays: 120 })).toBe("done");
  });

  test("R61: trying a gift card in the cart isn't offered where the terms say no, and waits until they are read", () => {
    expect(state("cart", { terms: UNREAD })).toBe("wait");
    expect(state("cart", { terms: READ })).toBe("open");
    expect(state("cart", { terms: READ, giftCards: "no" })).toBe("closed");
    expect(state("cart", { terms: UNCLEAR })).toBe("closed");
    expect(state("cart", { origin: "promotion", terms: READ })).toBe("closed");
    expect(state("cart", { terms: READ }, { cartSkipped: true })).toBe("skip");
    expect(state("cart", { terms: READ, observations: [seen("store_gift_card", "listed")] })).toBe("done");
  });

  test("R67: where the checkout refused it, the reason is part of it", () => {
    expect(state("checkout")).toBe("open");
    expect(state("reason")).toBe("wait");
    expect(state("reason", { observations: [seen("grocery", "listed")] })).toBe("skip");
    expect(state("reason", { observations: [seen("grocery", "greyed_out")] })).toBe("open");
    expect(state("reason", { observations: [seen("grocery", "greyed_out", { reason: "Not for this" })] })).toBe("done");
    expect(state("checkout", { observations: [seen("grocery", "listed")] })).toBe("done");
  });

  test("R71, R74: good is an order paid with it, and all of it used", () => {
    expect(state("needs")).toBe("open");
    expect(state("needs", {}, { ordered: true })).toBe("done");
    expect(state("use")).toBe("open");
    expect(state("use", { closed: true })).toBe("done");
    expect(state("use", { expiry: "date", expiresOn: addDays(TODAY, -1) })).toBe("closed");
  });
});
