import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { Debt } from "./simplify";

/** Between two people: what the one spent for the other (to be evened up, or as a gift), and what was given back in money. */
export type Between = { readonly fromId: Id; readonly toId: Id; readonly kind: "bought" | "gift" | "settled"; readonly cents: bigint };

/**
 * Everything between any two members, added up by the database: `bought` and `gift` are what `from` spent for `to`,
 * `settled` what `from` gave to `to`. One row for each pair and kind, however many entries there are.
 */
export async function sumsBetween(tx: Tx, actor: Pick<Actor, "householdId">): Promise<Between[]> {
  return tx.$queryRaw<Between[]>`
    select payer_id::text as "fromId", receiver_id::text as "toId", case settlement when 'gift' then 'gift' else 'bought' end as kind, sum(cents)::bigint as cents
    from share_entry
    where household_id = ${actor.householdId}::uuid and payer_id <> receiver_id
    group by payer_id, receiver_id, settlement
    having sum(cents) <> 0
    union all
    select from_id::text, to_id::text, 'settled', sum(cents)::bigint
    from settlement where household_id = ${actor.householdId}::uuid
    group by from_id, to_id having sum(cents) <> 0
    order by 1, 2, 3`;
}

/** Who owes whom by these sums: the receiver owes the payer; giving money back takes from what the giver owes. */
export function debtsOf(sums: readonly Between[]): Debt[] {
  return sums.flatMap(({ fromId, toId, kind, cents: amount }): Debt[] => {
    if (kind === "gift") return [];
    return [kind === "bought" ? { fromId: toId, toId: fromId, cents: cents(amount) } : { fromId, toId, cents: cents(-amount) }];
  });
}

export type SavedAndLost = { readonly savedCents: bigint; readonly lostCents: bigint };

/**
 * Saved: what was spent, in this span, from balances that would have been lost one day; refunds and reversals taken
 * off. Lost: what was written off, and what has expired and isn't written off yet (R74, R78).
 */
export async function savedAndLost(tx: Tx, actor: Actor, from: Day, today: Day): Promise<SavedAndLost> {
  const [row] = await tx.$queryRaw<SavedAndLost[]>`
    with entries as (
      select e.amount_cents, e.kind, coalesce(r.kind, '') as reversed, c.expiry from ledger_entry e
      join credit c on c.household_id = e.household_id and c.id = e.credit_id
      left join ledger_entry r on r.household_id = e.household_id and r.id = e.reverses_id
      where e.household_id = ${actor.householdId}::uuid and e.occurred_on between ${from}::date and ${today}::date
    )
    select
      greatest(0, coalesce((select -sum(amount_cents) from entries where expiry = 'date' and (kind in ('spend', 'refund') or reversed in ('spend', 'refund'))), 0))::bigint as "savedCents",
      (greatest(0, coalesce((select -sum(amount_cents) from entries where kind = 'write_off' or reversed = 'write_off'), 0))
        + coalesce((select sum(posted_cents) from credit where household_id = ${actor.householdId}::uuid and expires_on < ${today}::date and expires_on >= ${from}::date), 0))::bigint as "lostCents"`;
  return row ?? { savedCents: 0n, lostCents: 0n };
}
