import { expect, test } from "vitest";
import { NOTHING_KNOWN, type Knowledge } from "@/lib/credits/knowledge";
import { cents } from "@/lib/kernel/cents";
import { READ, seen, statement } from "@/lib/policy/testing/facts";
import { isTakenUnasked, toPlanCredit, verdictOn } from "./terms";
import { credit, SATURDAY } from "./testing/worlds";
import type { WorldCredit } from "./world";

const reading: Knowledge["reading"] = {
  state: "read",
  offer: "",
  link: READ.link,
  pasted: "",
  limits: "none",
  ends: "none",
  eligible: "all",
  readOn: SATURDAY,
  readerName: "Ben",
};
const knowing = (known: Partial<Knowledge>, more: Partial<WorldCredit> = {}) =>
  credit("card", "bens", 5000, { known: { ...NOTHING_KNOWN, ...known }, ...more });
const on = (one: WorldCredit, category: string) =>
  verdictOn(one, category, { accountId: "bens", on: SATURDAY, lines: [{ category, amountCents: cents(1000) }] });
const said = { id: "said", ...statement("store_gift_card", { on: SATURDAY }) };

test("R69: planning a pair the checkout refused is off, and that pair only", () => {
  const refused = knowing({ looks: [{ id: "look", ...seen("books", "greyed_out", { reason: "Not for books" }) }] });
  expect(toPlanCredit(refused)).toMatchObject({ categories: null, excludedCategories: ["books"] });
  expect(on(refused, "books")).toEqual({ verdict: "no", reason: "greyed_out" });
  expect(on(refused, "toys").verdict).toBe("ok");
});

test("R81: what is VERIFY for gift cards is chosen by hand, never taken unasked; NO blocks", () => {
  const read = knowing({ reading });
  expect(toPlanCredit(read).giftCards).toBe("unclear");
  expect(on(read, "gift_card")).toEqual({ verdict: "verify", reason: "gift_cards_by_terms" });
  expect(isTakenUnasked(on(read, "gift_card"))).toBe(false);
  expect(isTakenUnasked(on(knowing({}, { expiry: "unknown" }), "books"))).toBe(true);
  expect(isTakenUnasked(on(knowing({}), "gift_card"))).toBe(false);
});

test("R43: a quoted exception is planned with, for gift cards and for another category", () => {
  const only = { categories: ["grocery"], origin: "promotion" } as const;
  const exceptions = knowing({ statements: [said, { id: "books", ...statement("books", { on: SATURDAY }) }] }, only);
  expect(toPlanCredit(exceptions)).toMatchObject({ giftCards: "yes", categories: ["grocery", "books", "gift_card"] });
  expect(toPlanCredit(knowing({}, only))).toMatchObject({ giftCards: "no", categories: ["grocery"] });
});
