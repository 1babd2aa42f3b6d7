import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { plansKeptFrom } from "@/lib/households/surprise";
import { cents, ZERO } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import { refundByCategory, type SpentOn } from "./budget";
import { budgetCategorySchema } from "./category";
import { firstDayOf, lastDayOf, type Month } from "./month";

type SpentRow = { readonly category: string; readonly balance: bigint; readonly cash: bigint };
type RefundRow = { readonly refundId: Id; readonly category: string; readonly returned: bigint; readonly toBalances: bigint };

/**
 * What was spent in a month, by category: the lines of orders as they were paid, their shipping, what was spent of
 * balances outside plans (nobody said on what: "other"), and expenses typed in by hand, less what came back. Orders of
 * plans that are kept from the reader aren't in it.
 */
export async function spendingOf(tx: Tx, actor: Actor, month: Month): Promise<SpentOn[]> {
  const { householdId } = actor;
  const kept = await plansKeptFrom(tx, actor);
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const rows = await tx.$queryRaw<SpentRow[]>`
    select category, sum(case when of_balance then amount else 0 end)::bigint as balance,
      sum(case when of_balance then 0 else amount end)::bigint as cash
    from (
      select coalesce(l.category, 'shipping') as category, a.credit_id is not null as of_balance, a.cents as amount
      from allocation a
      join plan_order o on o.household_id = a.household_id and o.id = a.order_id
      left join plan_line l on l.household_id = a.household_id and l.id = a.line_id
      where a.household_id = ${householdId}::uuid and a.stage = 'actual' and o.status in ('ordered', 'closed')
        and o.ordered_on between ${first}::date and ${last}::date and o.plan_id <> all(${kept}::uuid[])
      union all
      select 'other', true, -e.amount_cents
      from ledger_entry e
      left join ledger_entry r on r.household_id = e.household_id and r.id = e.reverses_id
      where e.household_id = ${householdId}::uuid and e.order_id is null and coalesce(r.kind, e.kind) = 'spend'
        and e.occurred_on between ${first}::date and ${last}::date
      union all
      select category, false, cents from expense
      where household_id = ${householdId}::uuid and removed_at is null and spent_on between ${first}::date and ${last}::date
    ) spent group by category`;
  const refunds = await tx.$queryRaw<RefundRow[]>`
    select r.id::text as "refundId", coalesce(l.category, 'shipping') as category, -sum(s.cents)::bigint as returned,
      (select coalesce(sum(p.cents), 0)::bigint from refund_part p
        where p.household_id = r.household_id and p.refund_id = r.id and p.credit_id is not null) as "toBalances"
    from refund r
    join share_entry s on s.household_id = r.household_id and s.refund_id = r.id
    left join plan_line l on l.household_id = s.household_id and l.id = s.line_id
    where r.household_id = ${householdId}::uuid and r.occurred_on between ${first}::date and ${last}::date
      and s.plan_id <> all(${kept}::uuid[])
    group by r.household_id, r.id, coalesce(l.category, 'shipping') having sum(s.cents) < 0
    order by 1, 2`;
  return [
    ...rows.map(({ category, balance, cash }) => ({
      category: categoryOf(category),
      balanceCents: cents(balance),
      cashCents: cents(cash),
    })),
    ...[...new Set(refunds.map(({ refundId }) => refundId))].flatMap((refundId) => {
      const parts = refunds.filter((row) => row.refundId === refundId);
      return refundByCategory(
        parts.map(({ category, returned }) => ({ category: categoryOf(category), cents: cents(returned) })),
        cents(parts[0]?.toBalances ?? ZERO),
      );
    }),
  ];
}

function categoryOf(name: string) {
  return budgetCategorySchema.parse(name);
}
