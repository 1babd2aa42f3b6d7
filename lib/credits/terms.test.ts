import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { byUrgency, idleDays, isLost, orderBy } from "./expiry";
import { readCredit, readEntry } from "./form";
import { presetFor } from "./origin-preset";
import { creditFormSchema, entryFormSchema } from "./schema";
import { ORIGINS } from "./terms";

const today = day("2026-11-22");
const account = newId();
const form = {
  place: account,
  amount: "15",
  seenOn: "2026-11-22",
  origin: "promotion",
  expiry: "date",
  expiresOn: "2026-12-01",
  giftCards: "unclear",
  coversShipping: "on",
};
const read = (changes: Record<string, unknown> = {}, currency = "USD") => {
  const parsed = creditFormSchema.safeParse({ ...form, ...changes });
  if (!parsed.success) return { shape: parsed.error.issues.map(({ path }) => path[0]) };
  const result = readCredit(parsed.data, currency, today);
  return result.ok ? result.value : result.failure;
};

describe("a new balance", () => {
  it("is read in the household's currency", () => {
    expect(read()).toMatchObject({
      place: { accountId: account },
      amountCents: 1500n,
      seenOn: "2026-11-22",
      terms: { expiresOn: "2026-12-01", categories: null, availableFrom: "2026-11-22", minimumOrderCents: 0n, coversShipping: true },
    });
    expect(read({ amount: "1500" }, "JPY")).toMatchObject({ amountCents: 1500n });
    expect(read({ categories: "grocery", excludedCategories: ["books", "toys"] })).toMatchObject({
      terms: { categories: ["grocery"], excludedCategories: ["books", "toys"] },
    });
  });

  it("may be on an account that is opened with it", () => {
    const [store, member] = [newId(), newId()];
    expect(read({ place: `${store}:${member}` })).toMatchObject({ place: { storeId: store, memberId: member } });
    expect(read({ place: `${store}:ben` })).toEqual({ shape: ["place"] });
  });

  it.each([
    [{ amount: "0" }, "money.zero", "amount"],
    [{ amount: "-5" }, "money.negative", "amount"],
    [{ amount: "🙂" }, "money.format", "amount"],
    [{ amount: "1.5" }, "money.digits", "amount", "JPY"],
    [{ amount: "99999999999999" }, "money.huge", "amount"],
    [{ seenOn: "2026-11-23" }, "credits.day_ahead", "seenOn"],
    [{ expiresOn: undefined }, "credits.expiry_day", "expiresOn"],
    [{ expiresOn: "2026-11-21" }, "credits.already_lost", "expiresOn"],
    [{ expiresOn: "2026-11-21", availableFrom: "2026-11-01" }, "credits.already_lost", "expiresOn"],
    [{ availableFrom: "2026-12-02" }, "credits.lost_before_usable", "expiresOn"],
    [{ expiry: "never", expiresOn: undefined }, "credits.promotion_never", "expiry"],
    [{ giftCards: "yes" }, "credits.gift_cards_evidence", "evidenceNote"],
    [{ categories: ["grocery"], excludedCategories: ["grocery"] }, "credits.categories_overlap", "excludedCategories"],
    [{ minimumOrder: "ten" }, "money.format", "minimumOrder"],
  ])("refuses %j", (changes, code, field, currency = "USD") => expect(read(changes, currency)).toMatchObject({ code, field }));

  it("R101: takes a promotion that never ends only with evidence, and one whose end isn't known", () => {
    expect(read({ expiry: "never" })).toMatchObject({ code: "credits.promotion_never" });
    expect(read({ expiry: "never", evidenceNote: "Terms, section 2" })).toMatchObject({ terms: { expiry: "never", expiresOn: null } });
    expect(read({ expiry: "unknown" })).toMatchObject({ terms: { expiry: "unknown", expiresOn: null } });
  });

  it("R48: wants an origin, one of the seven; R49: and an answer about its expiry", () => {
    expect(read({ origin: undefined, expiry: undefined })).toEqual({ shape: ["origin", "expiry"] });
    expect(read({ origin: "found money" })).toEqual({ shape: ["origin"] });
    expect(ORIGINS).toEqual(["gift_card", "refund", "return", "promotion", "reward", "other", "unknown"]);
  });

  it("R49: begins as credit of its origin mostly is: the store's own gifts end, and buy no gift cards", () => {
    for (const origin of ["promotion", "reward"] as const) expect(presetFor(origin)).toMatchObject({ expiry: "date", giftCards: "no" });
    for (const origin of ["gift_card", "refund", "return"] as const)
      expect(presetFor(origin)).toMatchObject({ expiry: null, giftCards: "unclear", coversShipping: true });
  });

  it("R55: keeps the order number and the date that show where it came from", () => {
    expect(read({ evidenceOrder: "112-334", evidenceOn: "2026-10-30" })).toMatchObject({
      terms: { evidenceOrder: "112-334", evidenceOn: "2026-10-30" },
    });
  });
});

describe("a told entry", () => {
  const told = (amount: string, zero: boolean) =>
    readEntry(entryFormSchema.parse({ amount, occurredOn: "2026-11-20" }), "USD", today, zero);
  it("is above zero, save where nothing may be left", () => {
    expect(told("12.50", false)).toEqual({ ok: true, value: { amountCents: 1250n, occurredOn: "2026-11-20", reason: "" } });
    expect(told("0", false)).toMatchObject({ failure: { code: "money.zero" } });
    expect(told("0", true)).toMatchObject({ ok: true });
  });
});

describe("expiry", () => {
  it("R73: counts the last day as usable and keeps three days for an order to go wrong", () => {
    expect([isLost(today, today), isLost(day("2026-11-21"), today), isLost(null, today)]).toEqual([false, true, false]);
    expect(orderBy(day("2026-11-23"))).toBe("2026-11-20");
    expect(idleDays(day("2026-11-12"), today)).toBe(10);
  });

  it("R10: puts first what is lost first, then what is unknown, then what lay idle longest", () => {
    const credit = (id: string, expiresOn: string | null, expiry: string, lastMovedOn: string) => ({
      id,
      expiresOn: expiresOn === null ? null : day(expiresOn),
      expiry,
      lastMovedOn: day(lastMovedOn),
    });
    const sorted = [
      credit("never, moved", null, "never", "2026-11-20"),
      credit("never, idle", null, "never", "2026-01-20"),
      credit("unknown", null, "unknown", "2026-11-20"),
      credit("later", "2027-01-31", "date", "2026-01-01"),
      credit("soon", "2026-12-01", "date", "2026-11-20"),
    ].sort(byUrgency);
    expect(sorted.map(({ id }) => id)).toEqual(["soon", "later", "unknown", "never, idle", "never, moved"]);
  });
});
