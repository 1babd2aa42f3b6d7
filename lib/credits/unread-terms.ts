import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Day } from "@/lib/kernel/day";
import { mayKeepAccountsOf } from "@/lib/stores/permission";
import { termsStanding, type TermsStanding } from "./facts";
import { readKnowledge } from "./knowledge";
import { creditRows, type CreditRow } from "./queries";

export type UnreadTerms = { readonly credit: CreditRow; readonly standing: Exclude<TermsStanding, "read"> };

/** Open credits whose terms somebody should read (R80), or read again (R50), that the actor keeps; what is lost first first. */
export async function creditsWithUnreadTerms(tx: Tx, actor: Actor, today: Day): Promise<UnreadTerms[]> {
  const credits = await creditRows(tx, actor, { closed: false });
  const known = await readKnowledge(tx, actor.householdId, null);
  return credits.flatMap((credit) => {
    const standing = termsStanding(known(credit.id), today);
    return standing === "read" || !mayKeepAccountsOf(actor, credit.holderId) ? [] : [{ credit, standing }];
  });
}
