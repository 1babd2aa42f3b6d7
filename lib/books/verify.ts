import { database } from "@/lib/db/client";
import { inHousehold } from "@/lib/db/transaction";
import type { Id } from "@/lib/kernel/id";
import { simplify, standingsOf } from "@/lib/settlements/simplify";
import { debtsOf, sumsBetween } from "@/lib/settlements/sums";
import { sumDifferences } from "./checks";
import type { Difference } from "./difference";
import { debtDifferences, shareDifferences } from "./share-check";

export type Verified = {
  readonly households: number;
  readonly credits: number;
  readonly entries: number;
  readonly shares: number;
  readonly differences: readonly Difference[];
};

/**
 * Recomputes all balances, holds, payments, shares and debts of every household from their entries and names each
 * difference; `only` looks at a single household. Reads as the owner of the tables; changes nothing.
 */
export async function verifyBooks(only: Id | null = null): Promise<Verified> {
  const db = database();
  const differences = await sumDifferences(db, only);
  const households = await db.household.findMany({
    where: only === null ? {} : { id: only },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of households) {
    differences.push(...(await shareDifferences(db, id)));
    // What the pages show, read the way they read it.
    const shown = standingsOf(debtsOf(await inHousehold(id, (tx) => sumsBetween(tx, { householdId: id }))));
    differences.push(...(await debtDifferences(db, id, new Map(shown.map((standing) => [standing.memberId, standing.cents])))));
    const settled = new Map(standingsOf(simplify(shown)).map((standing) => [standing.memberId, standing.cents]));
    for (const { memberId, cents } of shown) {
      const found = settled.get(memberId) ?? 0n;
      if (found !== cents)
        differences.push({ householdId: id, check: "simplified debt of a member", subjectId: memberId, expected: cents, found });
    }
  }
  const where = only === null ? {} : { householdId: only };
  const [credits, entries, shares] = await Promise.all([
    db.credit.count({ where }),
    db.ledgerEntry.count({ where }),
    db.shareEntry.count({ where }),
  ]);
  return { households: households.length, credits, entries, shares, differences };
}
