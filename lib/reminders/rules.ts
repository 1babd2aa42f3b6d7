import type { Tx } from "@/lib/db/transaction";
import type { Id } from "@/lib/kernel/id";

/** After how many days balances are looked at (R84) and terms are read again (R50); 0 is never. */
export type Rules = { readonly check: number; readonly terms: number };

const UNLESS_SET: Rules = { check: 30, terms: 90 };

/** What the household has agreed on. */
export async function readRules(tx: Tx, householdId: Id): Promise<Rules> {
  const rows = await tx.reminderRule.findMany({ where: { householdId }, select: { rule: true, days: true } });
  return { ...UNLESS_SET, ...Object.fromEntries(rows.map(({ rule, days }) => [rule, days])) };
}
