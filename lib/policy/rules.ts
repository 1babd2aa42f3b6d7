import { toNumber } from "@/lib/kernel/cents";
import type { Facts, Observation, Use } from "./facts";
import type { Match, Rule } from "./rule";
import { GENERAL, isDue, isQuoted, looksAt, NOTED, raisedBy, seenBy, sourceOf, statementsOn, termsSource } from "./sources";

const giftCard = (use: Use) => use.kind === "store_gift_card" || use.kind === "third_party_gift_card";
const goods = (use: Use) => use.kind === "goods";
const bonus = ({ origin }: Facts) => origin === "promotion" || origin === "reward";
const noted = (holds: boolean): Match | null => (holds ? { source: NOTED } : null);
const general = (holds: boolean): Match | null => (holds ? { source: GENERAL } : null);
const byTerms = (facts: Facts, holds: boolean): Match | null => (holds ? { source: termsSource(facts) } : null);

function lastSeen(facts: Facts, use: Use, answer: Observation["answer"]): Match | null {
  const [latest] = looksAt(facts, use);
  return latest?.answer === answer ? { source: seenBy(latest), values: { reason: latest.reason } } : null;
}

function raised(facts: Facts, use: Use, due: boolean): Match | null {
  const statement = raisedBy(facts, use);
  return statement && isDue(statement.on, use.on, facts) === due
    ? { source: sourceOf(statement), values: { author: statement.author } }
    : null;
}

function outsideCategories(facts: Facts, use: Use): boolean {
  return use.kind === "goods" && facts.categories !== null && !facts.categories.includes(use.category);
}

function excluded(facts: Facts, use: Use): boolean {
  return use.kind === "goods" && facts.excludedCategories.includes(use.category);
}

/**
 * What a credit may be used for, as a table. The first rule that matches answers; the order is part of the rules:
 * what can't be used at all, what nobody may do, what was seen and said against it, what a quoted source raises,
 * then the careful defaults, and OK last.
 */
export const RULES = [
  // The credit can't pay anything.
  {
    id: "closed",
    rows: ["R74"],
    answer: "NO",
    next: ["plan_eligible"],
    liftedBy: [],
    when: ({ closed }) => noted(closed),
  },
  {
    id: "account_closed",
    rows: ["R100"],
    answer: "NO",
    next: ["plan_eligible", "ask_store"],
    liftedBy: [],
    when: ({ account }) => noted(account === "closed"),
  },
  {
    id: "account_suspended",
    rows: ["R100"],
    answer: "NO",
    next: ["plan_eligible", "ask_store"],
    liftedBy: [],
    when: ({ account }) => noted(account === "suspended"),
  },
  // What no credit may do, whatever anybody says.
  {
    id: "cash",
    rows: ["R77", "R90"],
    answer: "NO",
    next: ["plan_eligible"],
    liftedBy: [],
    when: (_, use) => general(use.kind === "cash_out"),
  },
  {
    id: "other_person",
    rows: ["R6", "R21", "R85"],
    answer: "NO",
    next: ["plan_eligible"],
    liftedBy: [],
    when: (_, use) => general(use.kind === "give_to_person"),
  },
  {
    id: "other_store",
    rows: ["R42"],
    answer: "NO",
    next: ["plan_eligible"],
    liftedBy: [],
    when: (_, use) => general(use.kind === "other_store"),
  },
  {
    id: "other_account",
    rows: ["R42"],
    answer: "NO",
    next: ["plan_eligible"],
    liftedBy: [],
    when: (_, use) => general(use.order?.onItsAccount === false),
  },
  {
    id: "not_yet",
    rows: ["R81"],
    answer: "NO",
    next: ["plan_eligible", "wait"],
    liftedBy: [],
    when: ({ availableFrom }, use) => (use.on < availableFrom ? { source: NOTED, values: { day: availableFrom } } : null),
  },
  {
    id: "expired",
    rows: ["R73", "R91"],
    answer: "NO",
    next: ["plan_eligible"],
    liftedBy: [],
    when: ({ expiresOn }, use) => (expiresOn !== null && use.on > expiresOn ? { source: NOTED, values: { day: expiresOn } } : null),
  },
  // What was seen and said against it.
  {
    id: "not_listed",
    rows: ["R64", "R67", "R68", "R69", "R88"],
    answer: "NO",
    next: ["plan_eligible", "ask_store"],
    liftedBy: ["listed"],
    when: (facts, use) => lastSeen(facts, use, "not_listed"),
  },
  {
    id: "greyed_out",
    rows: ["R66", "R67", "R68", "R69", "R89"],
    answer: "NO",
    next: ["plan_eligible", "ask_store"],
    liftedBy: ["listed"],
    when: (facts, use) => lastSeen(facts, use, "greyed_out"),
  },
  {
    id: "said_no",
    rows: ["R43", "R83"],
    answer: "NO",
    next: ["plan_eligible"],
    liftedBy: [],
    when: (facts, use) => {
      const against = statementsOn(facts, use).find(({ allows }) => !allows);
      return against ? { source: sourceOf(against), values: { author: against.author } } : null;
    },
  },
  // What a quoted source raises.
  {
    id: "third_party_quoted",
    rows: ["R43", "R44", "R79", "R94"],
    answer: "VERIFY",
    next: ["try_in_cart", "ask_store"],
    liftedBy: [],
    exception: true,
    when: (facts, use) => {
      const statement = use.kind === "third_party_gift_card" ? raisedBy(facts, use) : null;
      return statement && { source: sourceOf(statement), values: { author: statement.author } };
    },
  },
  {
    id: "gift_cards_quoted_long_ago",
    rows: ["R43", "R44", "R50", "R79"],
    answer: "VERIFY",
    next: ["quote_terms", "ask_store"],
    liftedBy: ["official_statement"],
    exception: true,
    when: (facts, use) => (giftCard(use) ? raised(facts, use, true) : null),
  },
  {
    id: "gift_cards_quoted",
    rows: ["R43", "R44", "R79", "R83"],
    answer: "OK",
    next: ["order"],
    liftedBy: [],
    exception: true,
    when: (facts, use) => (giftCard(use) ? raised(facts, use, false) : null),
  },
  // Gift cards: no, unless the terms of money that was the holder's were read.
  {
    id: "gift_cards_noted_no",
    rows: ["R41", "R94"],
    answer: "NO",
    next: ["plan_eligible", "quote_terms"],
    liftedBy: ["official_statement"],
    when: (facts, use) => byTerms(facts, giftCard(use) && facts.giftCards === "no"),
  },
  {
    id: "bonus_gift_cards",
    rows: ["R41", "R87"],
    answer: "NO",
    next: ["plan_eligible", "quote_terms"],
    liftedBy: ["official_statement"],
    when: (facts, use) => general(giftCard(use) && bonus(facts)),
  },
  {
    id: "gift_cards_origin_unknown",
    rows: ["R48", "R96"],
    answer: "NO",
    next: ["plan_eligible", "recall_origin"],
    liftedBy: ["official_statement"],
    when: (facts, use) => noted(giftCard(use) && facts.origin === "unknown"),
  },
  {
    id: "gift_cards_unclear",
    rows: ["R93", "R96"],
    answer: "NO",
    next: ["plan_eligible", "ask_store"],
    liftedBy: ["terms_read", "official_statement"],
    when: (facts, use) => byTerms(facts, giftCard(use) && facts.terms.state === "unclear"),
  },
  {
    id: "third_party_unread",
    rows: ["R94"],
    answer: "NO",
    next: ["plan_eligible", "read_terms"],
    liftedBy: ["terms_read", "official_statement"],
    when: (facts, use) => general(use.kind === "third_party_gift_card" && facts.terms.state === "unread"),
  },
  {
    id: "third_party_not_quoted",
    rows: ["R94"],
    answer: "NO",
    next: ["plan_eligible", "quote_terms"],
    liftedBy: ["official_statement"],
    when: (facts, use) => byTerms(facts, use.kind === "third_party_gift_card"),
  },
  {
    id: "gift_cards_selectable",
    rows: ["R62", "R63"],
    answer: "VERIFY",
    next: ["read_terms", "ask_store"],
    liftedBy: ["official_statement"],
    when: (facts, use) => (giftCard(use) && facts.terms.state === "unread" ? lastSeen(facts, use, "listed") : null),
  },
  {
    id: "gift_cards_hearsay",
    rows: ["R83"],
    answer: "NO",
    next: ["plan_eligible", "read_terms"],
    liftedBy: ["terms_read", "listed", "official_statement"],
    when: (facts, use) => {
      if (!giftCard(use) || facts.terms.state === "read") return null;
      const heard = statementsOn(facts, use).find((statement) => statement.allows && !isQuoted(statement));
      return heard ? { source: { ...sourceOf(heard), kind: "household" }, values: { author: heard.author } } : null;
    },
  },
  {
    id: "gift_cards_unread",
    rows: ["R46", "R86", "R96"],
    answer: "NO",
    next: ["plan_eligible", "read_terms"],
    liftedBy: ["terms_read", "listed", "official_statement"],
    when: (facts, use) => noted(giftCard(use) && facts.terms.state === "unread"),
  },
  {
    id: "gift_cards_by_terms",
    rows: ["R62", "R63", "R86", "R92"],
    answer: "VERIFY",
    next: ["try_in_cart", "quote_terms"],
    liftedBy: ["official_statement"],
    when: (facts, use) => byTerms(facts, giftCard(use)),
  },
  // Goods and shipping.
  {
    id: "category_quoted_long_ago",
    rows: ["R43", "R44", "R50", "R79"],
    answer: "VERIFY",
    next: ["quote_terms", "ask_store"],
    liftedBy: ["official_statement"],
    exception: true,
    when: (facts, use) => (excluded(facts, use) || outsideCategories(facts, use) ? raised(facts, use, true) : null),
  },
  {
    id: "category_excluded",
    rows: ["R72", "R81", "R87"],
    answer: "NO",
    next: ["plan_eligible"],
    liftedBy: ["official_statement"],
    when: (facts, use) => byTerms(facts, excluded(facts, use) && raisedBy(facts, use) === null),
  },
  {
    id: "category_not_allowed",
    rows: ["R72", "R81", "R87"],
    answer: "NO",
    next: ["plan_eligible"],
    liftedBy: ["official_statement"],
    when: (facts, use) => byTerms(facts, outsideCategories(facts, use) && raisedBy(facts, use) === null),
  },
  {
    id: "no_shipping",
    rows: ["R81"],
    answer: "NO",
    next: ["plan_eligible"],
    liftedBy: [],
    when: (facts, use) => byTerms(facts, use.kind === "shipping" && !facts.coversShipping),
  },
  {
    id: "minimum_not_met",
    rows: ["R81"],
    answer: "NO",
    next: ["plan_eligible"],
    liftedBy: [],
    when: (facts, use) =>
      use.order !== undefined && use.order.payableCents < facts.minimumOrderCents
        ? { source: termsSource(facts), values: { minimumCents: toNumber(facts.minimumOrderCents) } }
        : null,
  },
  {
    id: "listed_again",
    rows: ["R62", "R63", "R65"],
    answer: "VERIFY",
    next: ["look_at_checkout"],
    liftedBy: ["official_statement"],
    when: (facts, use) => {
      const looks = looksAt(facts, use);
      const before = looks.find(({ answer }) => answer !== "listed");
      return goods(use) && looks[0] && before && raisedBy(facts, use) === null ? { source: seenBy(looks[0]) } : null;
    },
  },
  {
    id: "category_quoted",
    rows: ["R43", "R44", "R79", "R83"],
    answer: "OK",
    next: ["order"],
    liftedBy: [],
    exception: true,
    when: (facts, use) => (excluded(facts, use) || outsideCategories(facts, use) ? raised(facts, use, false) : null),
  },
  {
    id: "terms_unclear",
    rows: ["R93", "R96"],
    answer: "VERIFY",
    next: ["ask_store", "look_at_checkout"],
    liftedBy: ["terms_read"],
    when: (facts) => byTerms(facts, facts.terms.state === "unclear"),
  },
  {
    id: "origin_unknown",
    rows: ["R48", "R56"],
    answer: "VERIFY",
    next: ["recall_origin", "look_at_checkout"],
    liftedBy: [],
    when: ({ origin }) => noted(origin === "unknown"),
  },
  {
    id: "expiry_unknown",
    rows: ["R101"],
    answer: "VERIFY",
    next: ["find_expiry"],
    liftedBy: [],
    when: ({ expiry }) => noted(expiry === "unknown"),
  },
  {
    id: "never_without_evidence",
    rows: ["R101"],
    answer: "VERIFY",
    next: ["find_expiry"],
    liftedBy: ["origin_note"],
    when: ({ origin, expiry, evidence }) => noted(origin === "promotion" && expiry === "never" && !evidence),
  },
  {
    id: "bonus_limits_unread",
    rows: ["R51", "R80", "R87"],
    answer: "VERIFY",
    next: ["read_terms", "look_at_checkout"],
    liftedBy: ["terms_read"],
    when: (facts) => noted(bonus(facts) && facts.categories === null && facts.terms.state === "unread"),
  },
  {
    id: "return_unread",
    rows: ["R92"],
    answer: "VERIFY",
    next: ["read_terms", "look_at_checkout"],
    liftedBy: ["terms_read"],
    when: ({ origin, terms }) => noted(origin === "return" && terms.state === "unread"),
  },
  {
    id: "other_unread",
    rows: ["R46", "R49"],
    answer: "VERIFY",
    next: ["read_terms", "look_at_checkout"],
    liftedBy: ["terms_read"],
    when: ({ origin, terms }) => noted(origin === "other" && terms.state === "unread"),
  },
  {
    id: "bonus_goods",
    rows: ["R87"],
    answer: "OK",
    next: ["order"],
    liftedBy: [],
    when: (facts) => byTerms(facts, bonus(facts)),
  },
  {
    id: "goods",
    rows: ["R86", "R92"],
    answer: "OK",
    next: ["order"],
    liftedBy: [],
    when: (facts) => byTerms(facts, true),
  },
] as const satisfies readonly Rule[];

export type RuleId = (typeof RULES)[number]["id"];
