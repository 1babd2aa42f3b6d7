import { assert } from "@/lib/kernel/assert";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";

/** `fromId` owes `toId` this much. */
export type Debt = { readonly fromId: Id; readonly toId: Id; readonly cents: Cents };
/** What a member is owed (above zero) or owes (below) in all. */
export type Standing = { readonly memberId: Id; readonly cents: Cents };

/** What each is owed or owes in all. Adds up to zero, because every debt has two ends. */
export function standingsOf(debts: readonly Debt[]): Standing[] {
  const sums = new Map<Id, bigint>();
  for (const { fromId, toId, cents: amount } of debts) {
    sums.set(fromId, (sums.get(fromId) ?? 0n) - amount);
    sums.set(toId, (sums.get(toId) ?? 0n) + amount);
  }
  return [...sums].map(([memberId, amount]) => ({ memberId, cents: cents(amount) })).sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
}

/**
 * The same standings in few payments: whoever owes most pays whoever is owed most, until nobody owes anything. Each
 * payment settles at least one of the two for good, so n people need at most n - 1.
 */
export function simplify(standings: readonly Standing[]): Debt[] {
  assert(standings.reduce((sum, standing) => sum + standing.cents, 0n) === 0n, "what is owed adds up to zero");
  const open = new Map(standings.map((standing) => [standing.memberId, standing.cents as bigint]));
  const debts: Debt[] = [];
  for (;;) {
    const ranked = [...open]
      .filter(([, amount]) => amount !== 0n)
      .sort(([idA, a], [idB, b]) => (a === b ? (idA < idB ? -1 : 1) : a < b ? -1 : 1));
    const [debtor, creditor] = [ranked[0], ranked.at(-1)];
    if (!debtor || !creditor) return debts;
    const amount = -debtor[1] < creditor[1] ? -debtor[1] : creditor[1];
    open.set(debtor[0], debtor[1] + amount);
    open.set(creditor[0], creditor[1] - amount);
    debts.push({ fromId: debtor[0], toId: creditor[0], cents: cents(amount) });
  }
}
