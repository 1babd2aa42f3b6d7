import { seesBalances, type Actor } from "@/lib/auth/actor";
import type { Origin } from "@/lib/credits/terms";
import { inHousehold } from "@/lib/db/transaction";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";

/** A balance on one member's account that is meant for another (R18), and how much of it has reached them. */
export type Intended = {
  readonly creditId: Id;
  readonly origin: Origin;
  readonly storeName: string;
  readonly holderName: string;
  readonly forName: string;
  /** All that was ever on it, but for what the store took away or what ran out. */
  readonly meantCents: Cents;
  /** What the member received through orders it paid, refunds taken off. */
  readonly receivedCents: Cents;
  /** meant - received, never below zero: also what others got of it. */
  readonly owedCents: Cents;
};

type Row = Omit<Intended, "meantCents" | "receivedCents" | "owedCents"> & { readonly meant: bigint; readonly received: bigint };

/**
 * What is still owed to the members whom balances are meant for: one balance, or all of them, the fullest first. Of a line that the
 * holder paid with several balances (or with money, too), each counts for its part, rounded to whole cents.
 */
export function intendedCredits(actor: Actor, creditId: Id | null = null): Promise<Intended[]> {
  if (!seesBalances(actor)) return Promise.resolve([]);
  return inHousehold(actor.householdId, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      select c.id::text as "creditId", c.origin, s.name as "storeName", h.name as "holderName", f.name as "forName",
        (c.posted_cents - coalesce((
          select sum(e.amount_cents) from ledger_entry e
          left join ledger_entry r on r.household_id = e.household_id and r.id = e.reverses_id
          where e.household_id = c.household_id and e.credit_id = c.id and coalesce(r.kind, e.kind) in ('spend', 'refund')
        ), 0))::bigint as meant,
        coalesce((
          select sum(round(share.cents * own.cents / paid.cents))
          from (
            select order_id, line_id, sum(cents) as cents from allocation
            where household_id = c.household_id and credit_id = c.id and stage = 'actual' group by order_id, line_id
          ) own
          join plan_order o on o.household_id = c.household_id and o.id = own.order_id
          cross join lateral (
            select sum(x.cents) as cents from allocation x
            where x.household_id = c.household_id and x.order_id = own.order_id and x.line_id is not distinct from own.line_id
              and x.stage = 'actual' and (x.credit_id is not null or o.cash_payer_id = a.member_id)
          ) paid
          cross join lateral (
            select coalesce(sum(e.cents), 0) as cents from share_entry e
            where e.household_id = c.household_id and e.order_id = own.order_id and e.line_id is not distinct from own.line_id
              and e.payer_id = a.member_id and e.receiver_id = c.intended_for_id
          ) share
          where paid.cents > 0
        ), 0)::bigint as received
      from credit c
      join store_account a on a.household_id = c.household_id and a.id = c.account_id
      join store s on s.household_id = a.household_id and s.id = a.store_id
      join member h on h.household_id = a.household_id and h.id = a.member_id
      join member f on f.household_id = c.household_id and f.id = c.intended_for_id
      where c.household_id = ${actor.householdId}::uuid and c.intended_for_id <> a.member_id
        and (${creditId}::uuid is null or c.id = ${creditId}::uuid)
      order by c.posted_cents desc, c.id`;
    return rows.map(({ meant, received, ...row }) => ({
      ...row,
      meantCents: cents(meant),
      receivedCents: cents(received),
      owedCents: cents(meant > received ? meant - received : 0n),
    }));
  });
}
