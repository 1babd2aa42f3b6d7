import type { Day } from "@/lib/kernel/day";
import type { Facts } from "@/lib/policy/facts";
import { isDue } from "@/lib/policy/sources";
import { knownFacts, type Knowledge } from "./knowledge";
import type { CreditRow } from "./queries";
import { hasEvidence, type Terms } from "./terms";

type Known = Omit<Terms, "label" | "evidenceOn" | "intendedForId"> & Pick<CreditRow, "accountStatus" | "closed">;

/** A credit as the policy sees it: its own row and what is known of its terms. */
export function factsOf(credit: Known, known: Knowledge): Facts {
  return {
    origin: credit.origin,
    expiry: credit.expiry,
    expiresOn: credit.expiresOn,
    availableFrom: credit.availableFrom,
    categories: credit.categories,
    excludedCategories: credit.excludedCategories,
    giftCards: credit.giftCards,
    minimumOrderCents: credit.minimumOrderCents,
    coversShipping: credit.coversShipping,
    evidence: hasEvidence(credit),
    account: credit.accountStatus,
    closed: credit.closed,
    ...knownFacts(known),
  };
}

/** How it stands with the terms, for badges (R46, R80): "due" is read once, but so long ago that they may have changed (R50). */
export type TermsStanding = "unread" | "unclear" | "due" | "read";

export function termsStanding({ reading, rereadAfterDays }: Knowledge, today: Day): TermsStanding {
  if (!reading) return "unread";
  return isDue(reading.readOn, today, { rereadAfterDays }) ? "due" : reading.state;
}
