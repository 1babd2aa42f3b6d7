import type { Database } from "@/lib/db/client";
import type { Id } from "@/lib/kernel/id";
import type { Difference } from "./difference";

/**
 * Every check of sums, as one query each over all households: it answers with the rows that differ. `expected` is
 * recomputed from the entries, `found` is what is kept.
 */
const CHECKS: Readonly<Record<string, string>> = {
  "balance of a credit": `
    select c.household_id, c.id as subject_id, coalesce(sum(e.amount_cents), 0) as expected, c.posted_cents as found
    from credit c left join ledger_entry e on e.household_id = c.household_id and e.credit_id = c.id
    group by c.household_id, c.id, c.posted_cents`,
  "held of a credit": `
    select c.household_id, c.id as subject_id, coalesce(sum(h.cents), 0) as expected, c.held_cents as found
    from credit c left join hold h on h.household_id = c.household_id and h.credit_id = c.id and h.status = 'open'
    group by c.household_id, c.id, c.held_cents`,
  "number of an entry": `
    select household_id, id as subject_id, row_number() over (partition by household_id, credit_id order by number) as expected, number as found from ledger_entry`,
  "balance after an entry": `
    select household_id, id as subject_id, sum(amount_cents) over (partition by household_id, credit_id order by number) as expected, posted_after_cents as found from ledger_entry`,
  "reversal of an entry": `
    select r.household_id, r.id as subject_id, -e.amount_cents as expected, r.amount_cents as found
    from ledger_entry r join ledger_entry e on e.household_id = r.household_id and e.id = r.reverses_id where r.credit_id = e.credit_id
    union all
    select r.household_id, r.id, 0, r.amount_cents from ledger_entry r join ledger_entry e on e.household_id = r.household_id and e.id = r.reverses_id where r.credit_id <> e.credit_id`,
  "hold of an order": `
    select coalesce(a.household_id, h.household_id) as household_id, coalesce(a.order_id, h.order_id) as subject_id, coalesce(a.cents, 0) as expected, coalesce(h.cents, 0) as found
    from (
      select a.household_id, a.order_id, a.credit_id, sum(a.cents) as cents from allocation a
      join plan_order o on o.household_id = a.household_id and o.id = a.order_id
      join plan p on p.household_id = o.household_id and p.id = o.plan_id
      where a.stage = 'planned' and a.credit_id is not null and o.status = 'planned' and p.status = 'approved'
      group by a.household_id, a.order_id, a.credit_id
    ) a
    full join (select household_id, order_id, credit_id, sum(cents) as cents from hold where status = 'open' group by household_id, order_id, credit_id) h
      on h.household_id = a.household_id and h.order_id = a.order_id and h.credit_id = a.credit_id`,
  "planned payments of a line": `
    select l.household_id, l.id as subject_id, l.amount_cents as expected, coalesce(sum(a.cents), 0) as found
    from plan_line l join plan p on p.household_id = l.household_id and p.id = l.plan_id
    join plan_order o on o.household_id = l.household_id and o.id = l.order_id
    left join allocation a on a.household_id = l.household_id and a.line_id = l.id and a.stage = 'planned'
    where l.status = 'planned' and o.status = 'planned' and p.status in ('proposed', 'approved')
    group by l.household_id, l.id, l.amount_cents`,
  "total of an order": `
    select o.household_id, o.id as subject_id, o.actual_shipping_cents + coalesce(sum(l.actual_amount_cents), 0) as expected, o.actual_total_cents as found
    from plan_order o left join plan_line l on l.household_id = o.household_id and l.order_id = o.id
    where o.status in ('ordered', 'closed') group by o.household_id, o.id, o.actual_shipping_cents, o.actual_total_cents`,
  "payments of a line": `
    select l.household_id, l.id as subject_id, coalesce(l.actual_amount_cents, 0) as expected, coalesce(sum(a.cents), 0) as found
    from plan_line l left join allocation a on a.household_id = l.household_id and a.line_id = l.id and a.stage = 'actual'
    group by l.household_id, l.id, l.actual_amount_cents`,
  "payments of a shipping": `
    select o.household_id, o.id as subject_id, coalesce(o.actual_shipping_cents, 0) as expected, coalesce(sum(a.cents), 0) as found
    from plan_order o left join allocation a on a.household_id = o.household_id and a.order_id = o.id and a.line_id is null and a.stage = 'actual'
    group by o.household_id, o.id, o.actual_shipping_cents`,
  "spent by an order": `
    select coalesce(a.household_id, e.household_id) as household_id, coalesce(a.order_id, e.order_id) as subject_id, coalesce(e.cents, 0) as expected, coalesce(a.cents, 0) as found
    from (select household_id, order_id, credit_id, sum(cents) as cents from allocation where stage = 'actual' and credit_id is not null group by household_id, order_id, credit_id) a
    full join (
      select household_id, order_id, credit_id, -sum(amount_cents) as cents from ledger_entry
      where order_id is not null and refund_id is null group by household_id, order_id, credit_id
    ) e on e.household_id = a.household_id and e.order_id = a.order_id and e.credit_id = a.credit_id`,
  "parts of a refund": `
    select r.household_id, r.id as subject_id, r.cents as expected, coalesce(sum(p.cents), 0) as found
    from refund r left join refund_part p on p.household_id = r.household_id and p.refund_id = r.id group by r.household_id, r.id, r.cents`,
  "credited by a refund": `
    select coalesce(p.household_id, e.household_id) as household_id, coalesce(p.refund_id, e.refund_id) as subject_id, coalesce(p.cents, 0) as expected, coalesce(e.cents, 0) as found
    from (select household_id, refund_id, credit_id, sum(cents) as cents from refund_part where credit_id is not null group by household_id, refund_id, credit_id) p
    full join (select household_id, refund_id, credit_id, sum(amount_cents) as cents from ledger_entry where refund_id is not null group by household_id, refund_id, credit_id) e
      on e.household_id = p.household_id and e.refund_id = p.refund_id and e.credit_id = p.credit_id`,
  "shares of a refund": `
    select r.household_id, r.id as subject_id, -r.cents as expected, coalesce(sum(s.cents), 0) as found
    from refund r left join share_entry s on s.household_id = r.household_id and s.refund_id = r.id group by r.household_id, r.id, r.cents`,
  "refunded of an order beyond what it cost": `
    select o.household_id, o.id as subject_id, o.actual_total_cents as expected, sum(r.cents) as found
    from plan_order o join refund r on r.household_id = o.household_id and r.order_id = o.id
    group by o.household_id, o.id, o.actual_total_cents having sum(r.cents) > coalesce(o.actual_total_cents, 0)`,
  "shares below nothing": `
    select household_id, order_id as subject_id, 0 as expected, sum(cents) as found from share_entry group by household_id, order_id, line_id, receiver_id having sum(cents) < 0`,
  "reversal of a settlement": `
    select r.household_id, r.id as subject_id, case when r.from_id = s.from_id and r.to_id = s.to_id then -s.cents else 0 end as expected, r.cents as found
    from settlement r join settlement s on s.household_id = r.household_id and s.id = r.reverses_id`,
};

type Row = { household_id: string; subject_id: string; expected: bigint; found: bigint };

/** Runs every check of sums over all households, or over one. */
export async function sumDifferences(db: Database, only: Id | null): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [check, query] of Object.entries(CHECKS)) {
    const rows = await db.$queryRawUnsafe<Row[]>(
      `select household_id::text, subject_id::text, expected::bigint, found::bigint from (${query}) as compared
       where expected is distinct from found and ($1::uuid is null or household_id = $1::uuid) order by household_id, subject_id`,
      only,
    );
    differences.push(
      ...rows.map((row) => ({ householdId: row.household_id, check, subjectId: row.subject_id, expected: row.expected, found: row.found })),
    );
  }
  return differences;
}
