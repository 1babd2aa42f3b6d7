import { seesBalances, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { categoryUse } from "@/lib/policy/facts";
import { CAREFULNESS } from "@/lib/policy/rule";
import { verdict, type Verdict } from "@/lib/policy/verdict";
import { factsOf } from "./facts";
import { readKnowledge } from "./knowledge";
import { creditRows, type CreditRow } from "./queries";

/** What is wished for, and where it is sold; null is at any store. */
export type Wish = { readonly id: Id; readonly category: string; readonly storeIds: readonly Id[] | null };

export type Payer = { readonly credit: CreditRow; readonly verdict: Verdict };

/**
 * For each thing, the credits with something free at a store that sells it, each with its verdict for that day:
 * OK before VERIFY before NO, and what is lost first first (R70, R72). Empty for who may not see balances.
 */
export async function creditsThatPay(tx: Tx, actor: Actor, wishes: readonly Wish[], today: Day): Promise<Map<Id, Payer[]>> {
  if (!seesBalances(actor)) return new Map();
  const credits = (await creditRows(tx, actor, { closed: false })).filter(({ freeCents }) => freeCents > 0n);
  const known = await readKnowledge(tx, actor.householdId, null);
  return new Map(
    wishes.map(({ id, category, storeIds }) => {
      const here = credits.filter(({ storeId }) => storeIds === null || storeIds.includes(storeId));
      const payers = here.map((credit) => ({
        credit,
        verdict: verdict(factsOf(credit, known(credit.id)), { ...categoryUse(category), on: today }),
      }));
      return [id, payers.sort((a, b) => CAREFULNESS[a.verdict.verdict] - CAREFULNESS[b.verdict.verdict])];
    }),
  );
}
