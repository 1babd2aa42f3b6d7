import { seesBalances, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { categoryUse } from "@/lib/policy/facts";
import { CAREFULNESS } from "@/lib/policy/rule";
import { verdict, type Verdict } from "@/lib/policy/verdict";
import { CATEGORIES, type Category } from "@/lib/stores/category";
import { factsOf } from "./facts";
import { readKnowledge } from "./knowledge";
import { creditRows, type CreditRow } from "./queries";

/** What is wished for, and where it is sold; null is at any store. */
export type Wish = { readonly id: string; readonly category: string; readonly storeIds: readonly Id[] | null };

export type Payer = { readonly credit: CreditRow; readonly verdict: Verdict };

/**
 * For each thing, the credits with something free at a store that sells it, each with its verdict for that day:
 * OK before VERIFY before NO, and what is lost first first (R70, R72). Empty for who may not see balances.
 */
export async function creditsThatPay(tx: Tx, actor: Actor, wishes: readonly Wish[], today: Day): Promise<Map<string, Payer[]>> {
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

/** A credit that may pay things of a category, as a list says it of its items; never its amount, which isn't the list's. */
export type PayerOf = Pick<CreditRow, "id" | "label" | "origin" | "storeId" | "holderName"> & { readonly verdict: "OK" | "VERIFY" };

/** For each category the credits that may pay things of it today, as {@link creditsThatPay} orders them (R72). */
export async function payersByCategory(actor: Actor, today: Day): Promise<Readonly<Partial<Record<Category, readonly PayerOf[]>>>> {
  const wishes = CATEGORIES.map((category) => ({ id: category, category, storeIds: null }));
  const payers = await inHousehold(actor.householdId, (tx) => creditsThatPay(tx, actor, wishes, today));
  const told = ({ credit: { id, label, origin, storeId, holderName }, verdict: { verdict: answer } }: Payer): PayerOf[] =>
    answer === "NO" ? [] : [{ id, label, origin, storeId, holderName, verdict: answer }];
  return Object.fromEntries([...payers].map(([category, those]) => [category, those.flatMap(told)]));
}
