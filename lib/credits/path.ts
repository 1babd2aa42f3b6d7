import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Facts } from "@/lib/policy/facts";
import type { RuleId } from "@/lib/policy/rules";
import { isDue } from "@/lib/policy/sources";
import { verdict } from "@/lib/policy/verdict";

/** The eight steps of "what may I do with this credit?", in their order. */
export const PATH_STEPS = ["balance", "origin", "terms", "cart", "checkout", "reason", "needs", "use"] as const;
export type PathStepName = (typeof PATH_STEPS)[number];

/**
 * done: its condition is met. open: to be done. wait: another step comes first. skip: optional, and left out or not
 * needed. closed: not offered, because the answer is no already.
 */
export type StepState = "done" | "open" | "wait" | "skip" | "closed";

export type PathStep = { readonly step: PathStepName; readonly state: StepState; readonly rows: string };

export type PathFacts = {
  readonly facts: Facts;
  readonly today: Day;
  /** The balance seen at the store, with its day (R53). */
  readonly seen: { readonly on: Day; readonly cents: Cents } | null;
  /** Somebody said that the origin can't be told (R56). */
  readonly originAcknowledged: boolean;
  readonly cartSkipped: boolean;
  /** An order was paid with it (R71). */
  readonly ordered: boolean;
};

const ROWS: Readonly<Record<PathStepName, string>> = {
  balance: "R52-R54",
  origin: "R55-R57",
  terms: "R58-R60",
  cart: "R61-R63",
  checkout: "R64-R66",
  reason: "R67-R69",
  needs: "R70-R72",
  use: "R73-R75",
};

/** Rules that say NO to gift cards only until the terms are read: then the test in the cart waits for that (R61). */
const UNTIL_READ: ReadonlySet<RuleId> = new Set(["gift_cards_unread", "gift_cards_hearsay"]);

/** Each step with its state: done only under its own condition, never by clicking on. */
export function pathOf(given: PathFacts): PathStep[] {
  const states: Record<PathStepName, StepState> = {
    balance: given.seen ? "done" : "open",
    origin: given.facts.origin !== "unknown" || given.originAcknowledged ? "done" : "open",
    terms: termsState(given),
    cart: cartState(given),
    checkout: given.facts.observations.length > 0 ? "done" : "open",
    reason: reasonState(given.facts),
    needs: given.ordered ? "done" : "open",
    use: usedState(given),
  };
  return PATH_STEPS.map((step) => ({ step, state: states[step], rows: ROWS[step] }));
}

function termsState({ facts, today, originAcknowledged }: PathFacts): StepState {
  // Which terms are the right ones depends on where it came from (R58).
  if (facts.origin === "unknown" && !originAcknowledged) return "wait";
  return facts.terms.state === "unread" || isDue(facts.terms.on, today, facts) ? "open" : "done";
}

function cartState({ facts, today, cartSkipped }: PathFacts): StepState {
  if (facts.observations.some(({ subject }) => subject === "store_gift_card")) return "done";
  const answer = verdict(facts, { kind: "store_gift_card", on: today });
  if (answer.verdict === "NO") return UNTIL_READ.has(answer.rule) ? "wait" : "closed";
  return cartSkipped ? "skip" : "open";
}

/** A reason is due wherever the checkout refused it; nothing is due where it didn't. */
function reasonState({ observations }: Facts): StepState {
  if (observations.length === 0) return "wait";
  const refused = observations.filter(({ answer }) => answer !== "listed");
  if (refused.length === 0) return "skip";
  return refused.every(({ reason }) => reason !== "") ? "done" : "open";
}

function usedState({ facts, today }: PathFacts): StepState {
  if (facts.closed) return "done";
  return facts.expiresOn !== null && facts.expiresOn < today ? "closed" : "open";
}
