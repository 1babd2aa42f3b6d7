import { describe, expect, test } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { addDays, day } from "@/lib/kernel/day";
import { POLICY_ORIGINS, type Facts, type Use, type UseKind } from "./facts";
import { RULES } from "./rules";
import { facts, NEVER, READ, seen, SPECIAL, statement, TODAY, UNCLEAR, UNREAD } from "./testing/facts";
import { verdict } from "./verdict";

const CARD: UseKind = { kind: "store_gift_card" };
const THIRD: UseKind = { kind: "third_party_gift_card" };
const RICE: UseKind = { kind: "goods", category: "grocery" };

function ask(changes: Partial<Facts>, use: UseKind, order?: Use["order"]) {
  const answer = verdict(facts(changes), { ...use, on: TODAY, order });
  return `${answer.verdict} ${answer.rule}`;
}

test("every rule names its rows, and no rule stands twice", () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  for (const { rows } of RULES) expect(rows.every((row) => /^R\d{1,3}$/u.test(row)) && rows.length > 0).toBe(true);
});

describe("gift cards", () => {
  test.each(["promotion", "reward"] as const)("R41: a %s buys no gift cards, whatever its terms leave open", (origin) => {
    for (const terms of [UNREAD, READ, UNCLEAR])
      for (const giftCards of ["yes", "unclear"] as const)
        for (const observations of [[], [seen("store_gift_card", "listed")]])
          expect(ask({ origin, terms, giftCards, observations }, CARD)).toBe("NO bonus_gift_cards");
  });

  test.each(["gift_card", "refund", "return", "other"] as const)(
    "R86: %s credit buys gift cards only as VERIFY, with its terms read",
    (origin) => {
      expect(ask({ origin, terms: READ }, CARD)).toBe("VERIFY gift_cards_by_terms");
      expect(ask({ origin, terms: READ, giftCards: "yes" }, CARD)).toBe("VERIFY gift_cards_by_terms");
      expect(ask({ origin, terms: UNREAD, giftCards: "yes" }, CARD)).toBe("NO gift_cards_unread");
      expect(ask({ origin, terms: READ, giftCards: "no" }, CARD)).toBe("NO gift_cards_noted_no");
    },
  );

  test("R96: unclear terms are a NO for gift cards, even where one can be selected", () => {
    expect(ask({ terms: UNCLEAR }, CARD)).toBe("NO gift_cards_unclear");
    expect(ask({ terms: UNCLEAR, observations: [seen("store_gift_card", "listed")] }, CARD)).toBe("NO gift_cards_unclear");
    expect(ask({ terms: UNCLEAR }, THIRD)).toBe("NO gift_cards_unclear");
    expect(ask({ terms: READ, origin: "unknown" }, CARD)).toBe("NO gift_cards_origin_unknown");
  });

  test("R62, R63: selectable at checkout alone is VERIFY, never OK", () => {
    const observations = [seen("store_gift_card", "listed")];
    expect(ask({ observations }, CARD)).toBe("VERIFY gift_cards_selectable");
    expect(ask({ observations, terms: READ }, CARD)).toBe("VERIFY gift_cards_by_terms");
  });

  test("R94: third-party gift cards are a use of their own: NO, or VERIFY with quoted terms", () => {
    expect(ask({}, THIRD)).toBe("NO third_party_unread");
    expect(ask({ terms: READ, giftCards: "yes" }, THIRD)).toBe("NO third_party_not_quoted");
    expect(ask({ statements: [statement("store_gift_card")] }, THIRD)).toBe("NO third_party_unread");
    expect(ask({ statements: [statement("third_party_gift_card")] }, THIRD)).toBe("VERIFY third_party_quoted");
  });
});

describe("what raises an answer", () => {
  test("R43: a quoted exception raises it, and is shown as an exception", () => {
    const raised = verdict(facts({ origin: "promotion", statements: [statement("store_gift_card")] }), { ...CARD, on: TODAY });
    expect(raised).toMatchObject({
      verdict: "OK",
      rule: "gift_cards_quoted",
      exception: true,
      source: { kind: "official", author: "Ben" },
    });
    expect(ask({ giftCards: "no", statements: [statement("store_gift_card")] }, CARD)).toBe("OK gift_cards_quoted");
    expect(ask({ statements: [statement("store_gift_card", { quote: "" })] }, CARD)).toBe("NO gift_cards_hearsay");
    expect(ask({ statements: [statement("store_gift_card", { link: "" })] }, CARD)).toBe("NO gift_cards_hearsay");
    expect(ask({ statements: [statement("store_gift_card", { source: "support", link: "" })] }, CARD)).toBe("OK gift_cards_quoted");
  });

  test("R83: what the household heard raises nothing", () => {
    const statements = [statement("store_gift_card", { source: "household" }), statement("books", { source: "household" })];
    expect(ask({ statements }, CARD)).toBe("NO gift_cards_hearsay");
    expect(ask({ statements, categories: ["grocery"] }, { kind: "goods", category: "books" })).toBe("NO category_not_allowed");
  });

  test("R50: words quoted longer ago than the household's days are VERIFY until they are quoted again", () => {
    const old = statement("store_gift_card", { on: addDays(TODAY, -90) });
    expect(ask({ statements: [old] }, CARD)).toBe("VERIFY gift_cards_quoted_long_ago");
    expect(ask({ statements: [old], rereadAfterDays: 91 }, CARD)).toBe("OK gift_cards_quoted");
    expect(ask({ statements: [old, statement("store_gift_card")] }, CARD)).toBe("OK gift_cards_quoted");
    const books = { categories: ["grocery"], statements: [statement("books", { on: addDays(TODAY, -90) })] };
    expect(ask(books, { kind: "goods", category: "books" })).toBe("VERIFY category_quoted_long_ago");
  });

  test("a word against it is stronger than one for it", () => {
    const statements = [statement("store_gift_card"), statement("store_gift_card", { allows: false, source: "household", quote: "" })];
    expect(ask({ statements }, CARD)).toBe("NO said_no");
  });
});

describe("what the checkout shows", () => {
  test("R64, R65, R66: listed, not listed and greyed out are three answers", () => {
    const answers = (["listed", "not_listed", "greyed_out"] as const).map((answer) =>
      ask({ observations: [seen("grocery", answer)] }, RICE),
    );
    expect(answers).toEqual(["OK goods", "NO not_listed", "NO greyed_out"]);
  });

  test("R67, R68: the NO carries the reason, the day and who looked", () => {
    const look = seen("grocery", "greyed_out", { reason: "Not for marketplace items", author: "Cleo", on: day("2026-11-19") });
    expect(verdict(facts({ observations: [look] }), { ...RICE, on: TODAY })).toMatchObject({
      verdict: "NO",
      values: { reason: "Not for marketplace items" },
      source: { kind: "household", author: "Cleo", on: "2026-11-19" },
    });
  });

  test("R88, R89: absent or greyed out is NO, whatever the terms say", () => {
    for (const answer of ["not_listed", "greyed_out"] as const)
      for (const use of SPECIAL) {
        const known = { terms: READ, statements: [statement(use.kind)], observations: [seen(use.kind, answer)] };
        expect(ask(known, use)).toBe(`NO ${answer}`);
      }
  });

  test("of two looks the later counts, of one day's the more careful; seen otherwise before, it stays VERIFY", () => {
    const no = seen("grocery", "not_listed", { on: day("2026-11-10") });
    expect(ask({ observations: [no, seen("grocery", "listed")] }, RICE)).toBe("VERIFY listed_again");
    expect(ask({ observations: [seen("grocery", "listed", { on: no.on }), no] }, RICE)).toBe("NO not_listed");
    expect(ask({ observations: [no] }, { kind: "goods", category: "books" })).toBe("OK goods");
  });
});

describe("what never works", () => {
  const everything: Partial<Facts> = {
    terms: READ,
    giftCards: "yes",
    statements: [...SPECIAL, ...NEVER].map(({ kind }) => statement(kind)),
  };
  test("R77, R90: credit isn't turned into cash, whatever its origin and whatever anybody says", () => {
    for (const origin of POLICY_ORIGINS) expect(ask({ ...everything, origin }, { kind: "cash_out" })).toBe("NO cash");
  });
  test("R85: credit isn't given to another person", () => {
    for (const origin of POLICY_ORIGINS) expect(ask({ ...everything, origin }, { kind: "give_to_person" })).toBe("NO other_person");
  });
  test("R42: a credit is only ever used at its own store and account", () => {
    for (const origin of POLICY_ORIGINS) expect(ask({ ...everything, origin }, { kind: "other_store" })).toBe("NO other_store");
    expect(ask({}, RICE, { onItsAccount: false, payableCents: cents(5000) })).toBe("NO other_account");
  });
  test("R74: what is used up and closed pays nothing", () => expect(ask({ closed: true }, RICE)).toBe("NO closed"));
  test("R100: nothing is bought from a suspended or closed account", () => {
    expect(ask({ account: "suspended" }, RICE)).toBe("NO account_suspended");
    expect(ask({ account: "closed" }, RICE)).toBe("NO account_closed");
  });
});

test("R93: where the terms leave it unsure, the answer says where to look, and to ask the store", () => {
  const unsure = [verdict(facts({ terms: UNCLEAR }), { ...CARD, on: TODAY }), verdict(facts({ terms: UNCLEAR }), { ...RICE, on: TODAY })];
  expect(unsure.map(({ verdict: answer, next }) => [answer, next])).toEqual([
    ["NO", ["plan_eligible", "ask_store"]],
    ["VERIFY", ["ask_store", "look_at_checkout"]],
  ]);
});

describe("goods", () => {
  test("R86: gift-card and refund credit pays goods, read or not", () => {
    for (const origin of ["gift_card", "refund"] as const)
      for (const terms of [UNREAD, READ]) expect(ask({ origin, terms }, RICE)).toBe("OK goods");
  });

  test("R87: a promotion pays its categories only", () => {
    const promotion = { origin: "promotion", categories: ["grocery"], evidence: true } as const;
    expect(ask(promotion, RICE)).toBe("OK bonus_goods");
    expect(ask(promotion, { kind: "goods", category: "books" })).toBe("NO category_not_allowed");
    expect(ask({ ...promotion, statements: [statement("books")] }, { kind: "goods", category: "books" })).toBe("OK category_quoted");
    expect(ask({ excludedCategories: ["grocery"] }, RICE)).toBe("NO category_excluded");
  });

  test("R51: a promotion without known limits is VERIFY until its fine print is read", () => {
    expect(ask({ origin: "promotion", evidence: true }, RICE)).toBe("VERIFY bonus_limits_unread");
    expect(ask({ origin: "promotion", evidence: true, terms: READ }, RICE)).toBe("OK bonus_goods");
  });

  test("R46: credit of another kind is VERIFY until its terms are read", () => {
    expect(ask({ origin: "other" }, RICE)).toBe("VERIFY other_unread");
    expect(ask({ origin: "other", terms: READ }, RICE)).toBe("OK goods");
  });

  test("R92: return credit pays as a refund does, after a look at its terms", () => {
    expect(ask({ origin: "return" }, RICE)).toBe("VERIFY return_unread");
    expect(ask({ origin: "return", terms: READ }, RICE)).toBe("OK goods");
  });

  test("R56: an unknown origin is acknowledged, and VERIFY", () =>
    expect(ask({ origin: "unknown", terms: READ }, RICE)).toBe("VERIFY origin_unknown"));

  test("R101: an expiry nobody knows is VERIFY", () => expect(ask({ expiry: "unknown" }, RICE)).toBe("VERIFY expiry_unknown"));

  test("R101: a promotion that never ends is believed only with evidence", () => {
    expect(ask({ origin: "promotion", terms: READ }, RICE)).toBe("VERIFY never_without_evidence");
  });

  test("R91: after its last day it pays nothing, on that day it still does", () => {
    const dated = { expiry: "date", expiresOn: TODAY } as const;
    expect(ask(dated, RICE)).toBe("OK goods");
    expect(verdict(facts(dated), { ...RICE, on: addDays(TODAY, 1) }).rule).toBe("expired");
    expect(ask({ availableFrom: addDays(TODAY, 1) }, RICE)).toBe("NO not_yet");
  });

  test("R81: an order below its minimum, and shipping it doesn't cover, are NO", () => {
    const order = { onItsAccount: true, payableCents: cents(2499) };
    expect(ask({ minimumOrderCents: cents(2500) }, RICE, order)).toBe("NO minimum_not_met");
    expect(ask({ minimumOrderCents: cents(2499) }, RICE, order)).toBe("OK goods");
    expect(ask({ coversShipping: false }, { kind: "shipping" })).toBe("NO no_shipping");
  });
});
