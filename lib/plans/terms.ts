import { knownFacts } from "@/lib/credits/knowledge";
import type { PlanCredit } from "@/lib/planner/contract";
import { cents, toNumber, ZERO, type Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { categoryUse, type Facts, type UseKind } from "@/lib/policy/facts";
import type { RuleId } from "@/lib/policy/rules";
import { verdict } from "@/lib/policy/verdict";
import { CATEGORIES } from "@/lib/stores/category";
import type { WorldCredit } from "./world";

/** Whether a credit can pay for something, as the line says it, and by which rule of the policy: message `policy.reason.<reason>`. */
export type Verdict = { readonly verdict: "ok" | "verify" | "no"; readonly reason: VerdictReason };
export type VerdictReason = RuleId;

/** Rules under which a credit may pay if somebody chooses it, but is never taken unasked (R81): its terms leave it open. */
const ONLY_BY_HAND: ReadonlySet<RuleId> = new Set(["third_party_quoted", "gift_cards_selectable", "gift_cards_by_terms"]);

const LOWER = { OK: "ok", VERIFY: "verify", NO: "no" } as const;

/** A credit as the policy sees it. Its account's state is the plan's own concern: it has lost its ground there. */
function factsOf(credit: WorldCredit): Facts {
  const { origin, expiry, expiresOn, availableFrom, categories, excludedCategories, giftCards } = credit;
  const { minimumOrderCents, coversShipping, evidence, closed, known } = credit;
  const row = { origin, expiry, expiresOn, availableFrom, categories, excludedCategories, giftCards };
  return { ...row, minimumOrderCents, coversShipping, evidence, closed, account: "active", ...knownFacts(known) };
}

/** What the credit's terms say of that category, on a day it can be used and in no particular order. */
function byCategory(credit: WorldCredit, category: string): Verdict {
  const { verdict: answer, rule } = verdict({ ...factsOf(credit), closed: false }, { ...categoryUse(category), on: credit.availableFrom });
  return { verdict: LOWER[answer], reason: rule };
}

/** Planning takes the credit for gift cards only where a quoted source allows it; what is VERIFY is chosen by hand. */
function giftCardUse(credit: WorldCredit): "yes" | "no" | "unclear" {
  const { verdict: answer } = byCategory(credit, "gift_card");
  return answer === "ok" ? "yes" : answer === "verify" ? "unclear" : "no";
}

/**
 * The credit in the planner's words. An expiry nobody knows is none that can be planned with; what the checkout refused
 * is left out (R69), and what a quoted exception allows is taken in (R43).
 */
export function toPlanCredit(credit: WorldCredit): PlanCredit {
  const goods = CATEGORIES.filter((category) => category !== "gift_card");
  const pays = goods.filter((category) => paysCategory(credit, category));
  const refused = goods.filter((category) => !pays.includes(category));
  const giftCards = giftCardUse(credit);
  // "May pay gift cards" and "only these categories" are both asked: the one must not undo the other.
  const listed = giftCards === "yes" ? [...pays, "gift_card"] : pays;
  return {
    id: credit.id,
    account: credit.accountId,
    origin: credit.origin,
    amountCents: toNumber(credit.postedCents),
    heldCents: toNumber(credit.heldCents),
    availableFrom: credit.availableFrom,
    expiresOn: credit.expiry === "date" ? credit.expiresOn : null,
    categories: credit.categories === null ? null : listed,
    excludedCategories: credit.categories === null ? refused : [],
    giftCards,
    minimumOrderCents: toNumber(credit.minimumOrderCents),
    coversShipping: credit.coversShipping,
  };
}

/** Where a credit is to be used: the order's account and day, and the order's lines. */
export type Use = {
  readonly accountId: Id;
  readonly on: Day;
  readonly lines: readonly { readonly category: string; readonly amountCents: Cents }[];
};

const known = new WeakMap<WorldCredit, Map<string, boolean>>();

/** Whether the credit's terms let it pay for things of that category (R41, R86, R87). */
export function paysCategory(credit: WorldCredit, category: string): boolean {
  const answers = known.get(credit) ?? new Map<string, boolean>();
  known.set(credit, answers);
  const answer = answers.get(category) ?? byCategory(credit, category).verdict !== "no";
  answers.set(category, answer);
  return answer;
}

/** The verdict on paying one line of that category (null: the shipping) with the credit in that order. */
export function verdictOn(credit: WorldCredit, category: string | null, use: Use): Verdict {
  const kind: UseKind = category === null ? { kind: "shipping" } : categoryUse(category);
  const order = { onItsAccount: credit.accountId === use.accountId, payableCents: eligibleCents(credit, use) };
  const { verdict: answer, rule } = verdict(factsOf(credit), { ...kind, on: use.on, order });
  return { verdict: LOWER[answer], reason: rule };
}

/** Whether planning may take the credit for it without anybody choosing it (R81). */
export function isTakenUnasked({ verdict: answer, reason }: Verdict): boolean {
  return answer === "ok" || (answer === "verify" && !ONLY_BY_HAND.has(reason));
}

/** What the things in the order that this credit may pay add up to; only asked where there is a minimum. */
function eligibleCents(credit: WorldCredit, use: Use): Cents {
  if (credit.minimumOrderCents === 0n) return ZERO;
  return cents(use.lines.reduce((sum, line) => (paysCategory(credit, line.category) ? sum + line.amountCents : sum), 0n));
}
