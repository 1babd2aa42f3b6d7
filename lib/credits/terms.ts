import type { Category } from "@/lib/stores/category";
import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** Where a balance came from (R48). Decides which rules it has; never guessed. */
export const ORIGINS = ["gift_card", "refund", "return", "promotion", "reward", "other", "unknown"] as const;
export type Origin = (typeof ORIGINS)[number];

/** Whether it is lost one day: on a date, never, or not known yet (R101). */
export const EXPIRIES = ["date", "never", "unknown"] as const;
export type Expiry = (typeof EXPIRIES)[number];

/** Whether its terms let it buy gift cards. Only "yes" does; "unclear" counts as no (R96). */
export const GIFT_CARD_USES = ["yes", "no", "unclear"] as const;
export type GiftCardUse = (typeof GIFT_CARD_USES)[number];

/** Everything about a Credit but its money. */
export type Terms = {
  readonly origin: Origin;
  readonly label: string;
  readonly availableFrom: Day;
  readonly expiry: Expiry;
  /** The last day it can be used; null unless `expiry` is "date". */
  readonly expiresOn: Day | null;
  /** The only categories it may pay; null for all. */
  readonly categories: readonly Category[] | null;
  readonly excludedCategories: readonly Category[];
  readonly giftCards: GiftCardUse;
  readonly minimumOrderCents: Cents;
  readonly coversShipping: boolean;
  readonly evidenceOrder: string;
  readonly evidenceOn: Day | null;
  readonly evidenceNote: string;
  readonly intendedForId: Id | null;
};

/** What was kept to show where it came from and what its terms say (R55). */
export function hasEvidence(terms: Pick<Terms, "evidenceOrder" | "evidenceNote">): boolean {
  return terms.evidenceOrder !== "" || terms.evidenceNote !== "";
}

/**
 * The terms, if they make sense together. A promotion isn't "never" lost without evidence (R101), and only quoted
 * terms make a credit buy gift cards (R41, R96).
 */
export function checkTerms(terms: Terms): Result<Terms> {
  if (terms.expiry === "date" && terms.expiresOn === null) return fail("credits.expiry_day", { field: "expiresOn" });
  if (terms.expiresOn !== null && terms.expiresOn < terms.availableFrom) return fail("credits.lost_before_usable", { field: "expiresOn" });
  if (terms.origin === "promotion" && terms.expiry === "never" && !hasEvidence(terms))
    return fail("credits.promotion_never", { field: "expiry" });
  if (terms.giftCards === "yes" && terms.evidenceNote === "") return fail("credits.gift_cards_evidence", { field: "evidenceNote" });
  if (terms.categories?.some((category) => terms.excludedCategories.includes(category)))
    return fail("credits.categories_overlap", { field: "excludedCategories" });
  return ok(terms);
}
