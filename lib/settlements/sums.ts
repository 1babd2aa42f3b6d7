import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import type { Debt } from "./simplify";

/** Between two people: what the one spent for the other (to be evened up, or as a gift), and what was given back in money. */
export type Between = { readonly fromId: Id; readonly toId: Id; readonly kind: "bought" | "gift" | "settled"; readonly cents: bigint };

/**
 * Everything between any two members, added up by the database: `bought` and `gift` are what `from` spent for `to`,
 * `settled` what `from` gave to `to`. One row for each pair and kind, however many entries there are. `without`: plans kept from who looks.
 */
export async function sumsBetween(tx: Tx, actor: Pick<Actor, "householdId">, without: readonly Id[] = []): Promise<Between[]> {
  return tx.$queryRaw<Between[]>`
    select payer_id::text as "fromId", receiver_id::text as "toId", case settlement when 'gift' then 'gift' else 'bought' end as kind, sum(cents)::bigint as cents
    from share_entry
    where household_id = ${actor.householdId}::uuid and payer_id <> receiver_id and not plan_id = any(${without}::uuid[])
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
