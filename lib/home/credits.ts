import type { Actor } from "@/lib/auth/actor";
import { isLost } from "@/lib/credits/expiry";
import type { CreditRow } from "@/lib/credits/queries";
import { daysBetween, type Day } from "@/lib/kernel/day";
import { SOON_DAYS, type Attention } from "./attention";

/** What a balance asks for: to be used before its end, to be written off, or to have its end looked up. */
export function aboutCredit(actor: Actor, credit: CreditRow, now: Day): Attention[] {
  const facts = {
    creditId: credit.id,
    origin: credit.origin,
    storeName: credit.storeName,
    holder: credit.holderId === actor.memberId ? null : credit.holderName,
    freeCents: credit.freeCents,
  };
  if (credit.freeCents === 0n || credit.accountStatus !== "active") return [];
  if (credit.expiresOn !== null) {
    if (isLost(credit.expiresOn, now)) return [{ kind: "lost", expiresOn: credit.expiresOn, ...facts }];
    return daysBetween(now, credit.expiresOn) <= SOON_DAYS ? [{ kind: "expiring", expiresOn: credit.expiresOn, ...facts }] : [];
  }
  return credit.expiry === "unknown" && facts.holder === null ? [{ kind: "expiry_unknown", ...facts }] : [];
}
