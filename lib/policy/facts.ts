import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";

/** Where the credit came from (R48). The same words as a Credit's own. */
export const POLICY_ORIGINS = ["gift_card", "refund", "return", "promotion", "reward", "other", "unknown"] as const;
export type PolicyOrigin = (typeof POLICY_ORIGINS)[number];

/** Whether somebody read its terms (R46): not yet, and understood them, or read them and still can't tell (R96). */
export const TERMS_STATES = ["unread", "read", "unclear"] as const;
export type TermsState = (typeof TERMS_STATES)[number];

/** Who says so (R83). Only the terms themselves and the store's support reach OK; what the household heard doesn't. */
export const SOURCE_KINDS = ["official", "support", "household"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What the checkout shows for the credit (R64-R66). */
export const SEEN_ANSWERS = ["listed", "not_listed", "greyed_out"] as const;
export type SeenAnswer = (typeof SEEN_ANSWERS)[number];

/** Uses that are never taken for granted, and that a statement or a look at checkout may be about. */
export const SPECIAL_SUBJECTS = ["store_gift_card", "third_party_gift_card"] as const;

/** What a statement or an observation is about: one of {@link SPECIAL_SUBJECTS}, or a category of goods. */
export type Subject = string;

/** Somebody's words on what the credit may pay (R43): only with a quote is it more than hearsay. */
export type Statement = {
  readonly subject: Subject;
  readonly allows: boolean;
  readonly source: SourceKind;
  readonly quote: string;
  readonly link: string;
  readonly author: string;
  readonly on: Day;
};

/** A look at the checkout, without ordering (R61-R69). */
export type Observation = {
  readonly subject: Subject;
  readonly answer: SeenAnswer;
  readonly reason: string;
  readonly author: string;
  readonly on: Day;
};

/** Everything known of one credit that decides what it may be used for. Amounts in minor units. */
export type Facts = {
  readonly origin: PolicyOrigin;
  readonly terms: { readonly state: TermsState; readonly on: Day | null; readonly author: string; readonly link: string };
  /** Terms older than this are asked for again (R50). */
  readonly rereadAfterDays: number;
  readonly expiry: "date" | "never" | "unknown";
  /** The last usable day; null unless `expiry` is "date". */
  readonly expiresOn: Day | null;
  readonly availableFrom: Day;
  /** Null: every category. */
  readonly categories: readonly string[] | null;
  readonly excludedCategories: readonly string[];
  /** What the household noted of its terms on gift cards; it raises nothing by itself. */
  readonly giftCards: "yes" | "no" | "unclear";
  readonly minimumOrderCents: Cents;
  readonly coversShipping: boolean;
  readonly statements: readonly Statement[];
  readonly observations: readonly Observation[];
  /** An order number or a note of where it came from was kept (R55). */
  readonly evidence: boolean;
  readonly account: "active" | "suspended" | "closed";
  readonly closed: boolean;
};

/** What the credit is wanted for, and the day. */
export type UseKind =
  | { readonly kind: "goods"; readonly category: string }
  | { readonly kind: "shipping" }
  | { readonly kind: "store_gift_card" }
  | { readonly kind: "third_party_gift_card" }
  | { readonly kind: "cash_out" }
  | { readonly kind: "give_to_person" }
  | { readonly kind: "other_store" };

/** `order`, where one is being put together: whether it is on the credit's account, and what the credit may pay of it. */
export type Use = UseKind & {
  readonly on: Day;
  readonly order?: { readonly onItsAccount: boolean; readonly payableCents: Cents };
};

/** The use that buying something of this category is: gift cards are never ordinary goods. */
export function categoryUse(category: string): UseKind {
  return category === "gift_card" ? { kind: "store_gift_card" } : { kind: "goods", category };
}

/** What statements and observations on this use are about; null where none can change the answer. */
export function subjectOf(use: UseKind): Subject | null {
  if (use.kind === "goods") return use.category;
  return use.kind === "store_gift_card" || use.kind === "third_party_gift_card" ? use.kind : null;
}
