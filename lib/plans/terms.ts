import type { PlanCredit } from "@/lib/planner/contract";
import { cents, toNumber, type Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { WorldCredit } from "./world";

/** Whether a credit can pay for something, as the line says it, and why. */
export type Verdict = { readonly verdict: "ok" | "verify" | "no"; readonly reason: VerdictReason };
export type VerdictReason =
  | "allowed"
  | "expiry_unknown"
  | "gift_card_terms"
  | "other_account"
  | "closed"
  | "not_yet"
  | "expired"
  | "gift_cards_not_allowed"
  | "category_not_allowed"
  | "minimum_not_met"
  | "no_shipping";

/** Promotional and reward credit buys no gift cards, whatever else it may buy (R41). */
function giftCardUse(credit: WorldCredit): "yes" | "no" | "unclear" {
  return credit.origin === "promotion" || credit.origin === "reward" ? "no" : credit.giftCards;
}

/** The credit in the planner's words. An expiry nobody knows is none that can be planned with. */
export function toPlanCredit(credit: WorldCredit): PlanCredit {
  return {
    id: credit.id,
    account: credit.accountId,
    origin: credit.origin,
    amountCents: toNumber(credit.postedCents),
    heldCents: toNumber(credit.heldCents),
    availableFrom: credit.availableFrom,
    expiresOn: credit.expiry === "date" ? credit.expiresOn : null,
    categories: credit.categories === null ? null : [...credit.categories],
    excludedCategories: [...credit.excludedCategories],
    giftCards: giftCardUse(credit),
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

/** Whether the credit's terms let it pay for things of that category (R41, R86, R87). */
export function paysCategory(credit: WorldCredit, category: string): boolean {
  if (category === "gift_card" && giftCardUse(credit) !== "yes") return false;
  if (credit.excludedCategories.includes(category)) return false;
  return credit.categories === null || credit.categories.includes(category);
}

/** The verdict on paying one line of that category (null: the shipping) with the credit in that order. */
export function verdictOn(credit: WorldCredit, category: string | null, use: Use): Verdict {
  const no = (reason: VerdictReason): Verdict => ({ verdict: "no", reason });
  if (credit.accountId !== use.accountId) return no("other_account");
  if (credit.closed) return no("closed");
  if (use.on < credit.availableFrom) return no("not_yet");
  if (credit.expiresOn !== null && use.on > credit.expiresOn) return no("expired");
  if (category === "gift_card" && giftCardUse(credit) !== "yes") return no("gift_cards_not_allowed");
  if (category !== null && !paysCategory(credit, category)) return no("category_not_allowed");
  if (category === null && !credit.coversShipping) return no("no_shipping");
  if (eligibleCents(credit, use) < credit.minimumOrderCents) return no("minimum_not_met");
  if (category === "gift_card") return { verdict: "verify", reason: "gift_card_terms" };
  if (credit.expiry === "unknown") return { verdict: "verify", reason: "expiry_unknown" };
  return { verdict: "ok", reason: "allowed" };
}

/** What the things in the order that this credit may pay add up to. */
function eligibleCents(credit: WorldCredit, use: Use): Cents {
  return cents(use.lines.reduce((sum, line) => (paysCategory(credit, line.category) ? sum + line.amountCents : sum), 0n));
}
