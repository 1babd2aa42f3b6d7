import type { Facts, SourceKind, Use } from "./facts";
import type { Day } from "@/lib/kernel/day";

export const CAREFULNESS = { OK: 0, VERIFY: 1, NO: 2 } as const;
export type Answer = keyof typeof CAREFULNESS;

/** What to do next; messages `policy.next.<step>`. */
export type NextStep =
  | "plan_eligible"
  | "read_terms"
  | "look_at_checkout"
  | "try_in_cart"
  | "find_expiry"
  | "recall_origin"
  | "quote_terms"
  | "ask_store"
  | "wait"
  | "order";

/** Evidence somebody can add. A rule names what may lift it; nothing else makes an answer less careful. */
export type Evidence =
  | "terms_read"
  | "terms_unclear"
  | "listed"
  | "not_listed"
  | "greyed_out"
  | "official_statement"
  | "official_refusal"
  | "household_statement"
  | "origin_note";

/** Whose word an answer rests on. "general": how store credit works everywhere, not a fact about this one. */
export type Source = {
  readonly kind: SourceKind | "general";
  readonly on: Day | null;
  readonly author: string;
  readonly quote: string;
  readonly link: string;
};

export type Values = Readonly<Record<string, string | number>>;

export type Match = { readonly source: Source; readonly values?: Values };

export type Rule = {
  readonly id: string;
  /** The rows of the acceptance table it holds. */
  readonly rows: readonly string[];
  readonly answer: Answer;
  readonly next: readonly NextStep[];
  readonly liftedBy: readonly Evidence[];
  /** An answer against the usual rule, on a quoted source: shown as an exception, with the risk (R43, R44, R79). */
  readonly exception?: true;
  readonly when: (facts: Facts, use: Use) => Match | null;
};
