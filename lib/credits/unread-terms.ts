import { seesBalances, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import type { Day } from "@/lib/kernel/day";
import { mayKeepAccountsOf } from "@/lib/stores/permission";
import { termsStanding, type TermsStanding } from "./facts";
import { readKnowledge } from "./knowledge";
import { creditRows, type CreditRow } from "./queries";

/** A credit, and how it stands with its terms. */
export type CreditStanding = { readonly credit: CreditRow; readonly standing: TermsStanding };

async function standings(tx: Tx, actor: Actor, today: Day): Promise<CreditStanding[]> {
  const credits = await creditRows(tx, actor, { closed: false });
  const known = await readKnowledge(tx, actor.householdId, null);
  return credits.map((credit) => ({ credit, standing: termsStanding(known(credit.id), today) }));
}

/** Whether somebody should read its terms (R80), or read them again (R50), and this person keeps it. */
function wantsReading(actor: Actor, { credit, standing }: CreditStanding): boolean {
  return standing !== "read" && mayKeepAccountsOf(actor, credit.holderId);
}

/** Open credits whose terms the actor should read; what is lost first first. */
export async function creditsWithUnreadTerms(tx: Tx, actor: Actor, today: Day): Promise<CreditStanding[]> {
  return (await standings(tx, actor, today)).filter((one) => wantsReading(actor, one));
}

/** Every open credit to ask about, those whose terms want reading first (R47); null for who may not see balances. */
export function askPage(actor: Actor, today: Day): Promise<CreditStanding[] | null> {
  if (!seesBalances(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const all = await standings(tx, actor, today);
    return [...all.filter((one) => wantsReading(actor, one)), ...all.filter((one) => !wantsReading(actor, one))];
  });
}
