import { ZERO } from "@/lib/kernel/cents";
import { day } from "@/lib/kernel/day";
import type { Facts, Observation, Statement, UseKind } from "../facts";

export const TODAY = day("2026-11-22");
const LATELY = day("2026-11-20");

/** A gift-card credit nobody has read the terms of: no limits, no end. */
export function facts(changes: Partial<Facts> = {}): Facts {
  return {
    origin: "gift_card",
    terms: UNREAD,
    rereadAfterDays: 90,
    expiry: "never",
    expiresOn: null,
    availableFrom: day("2026-11-01"),
    categories: null,
    excludedCategories: [],
    giftCards: "unclear",
    minimumOrderCents: ZERO,
    coversShipping: true,
    statements: [],
    observations: [],
    evidence: false,
    account: "active",
    closed: false,
    ...changes,
  };
}

export const UNREAD: Facts["terms"] = { state: "unread", on: null, author: "", link: "" };
export const READ: Facts["terms"] = { state: "read", on: LATELY, author: "Ben", link: "https://store.example/terms" };
export const UNCLEAR: Facts["terms"] = { ...READ, state: "unclear" };

/** The store's terms, quoted with a link. */
export function statement(subject: string, changes: Partial<Statement> = {}): Statement {
  return {
    subject,
    allows: true,
    source: "official",
    quote: "Balances may be used to buy them.",
    link: "https://store.example/terms",
    author: "Ben",
    on: LATELY,
    ...changes,
  };
}

export function seen(subject: string, answer: Observation["answer"], changes: Partial<Observation> = {}): Observation {
  return { subject, answer, reason: "", author: "Anna", on: LATELY, ...changes };
}

export const SPECIAL: readonly UseKind[] = [{ kind: "store_gift_card" }, { kind: "third_party_gift_card" }];
export const NEVER: readonly UseKind[] = [{ kind: "cash_out" }, { kind: "give_to_person" }, { kind: "other_store" }];
