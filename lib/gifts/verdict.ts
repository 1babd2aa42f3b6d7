import type { Actor } from "@/lib/auth/actor";
import { factsOf } from "@/lib/credits/facts";
import { readKnowledge } from "@/lib/credits/knowledge";
import { creditRows, type CreditRow } from "@/lib/credits/queries";
import type { Tx } from "@/lib/db/transaction";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { verdict, type Verdict } from "@/lib/policy/verdict";
import { kindOfUse, type Thing } from "./gift";

/** A credit, and the policy's word on buying such a gift with it (R24, R94); null when the household has no such credit. */
export async function giftVerdict(
  tx: Tx,
  actor: Actor,
  creditId: Id,
  thing: Thing,
  on: Day,
): Promise<{ readonly credit: CreditRow; readonly verdict: Verdict } | null> {
  const [credit] = await creditRows(tx, actor, { id: creditId });
  if (!credit) return null;
  const known = await readKnowledge(tx, actor.householdId, [creditId]);
  return { credit, verdict: verdict(factsOf(credit, known(creditId)), { ...kindOfUse(thing), on }) };
}
