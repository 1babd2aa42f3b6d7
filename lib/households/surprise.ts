import { today, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { systemClock } from "@/lib/kernel/clock";
import { dateFromDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";

type Reader = Pick<Actor, "householdId" | "memberId" | "household">;

function todayOf(reader: Reader): Date {
  return dateFromDay(today(reader as Actor, systemClock));
}

/** Plans this member may know of: all but gifts kept from them until their day (R27). To be asked of every read of a plan. */
export function notKeptFrom(reader: Reader) {
  return { OR: [{ hiddenFromId: null }, { hiddenFromId: { not: reader.memberId } }, { hiddenUntil: { lte: todayOf(reader) } }] };
}

/** The plans kept from this member now. Nearly always none. */
export async function plansKeptFrom(tx: Tx, reader: Reader): Promise<Id[]> {
  const plans = await tx.plan.findMany({
    where: { householdId: reader.householdId, hiddenFromId: reader.memberId, hiddenUntil: { gt: todayOf(reader) } },
    select: { id: true },
  });
  return plans.map(({ id }) => id);
}

/** Everything that something written in the history may be about and that is kept from this member: plans, their orders, gifts and cards. */
export async function subjectsKeptFrom(tx: Tx, reader: Reader): Promise<Id[]> {
  const { householdId } = reader;
  const planIds = await plansKeptFrom(tx, reader);
  if (planIds.length === 0) return [];
  const about = { householdId, planId: { in: planIds } };
  const ids = (rows: readonly { readonly id: Id }[]) => rows.map(({ id }) => id);
  return [
    ...planIds,
    ...ids(await tx.planOrder.findMany({ where: about, select: { id: true } })),
    ...ids(await tx.gift.findMany({ where: about, select: { id: true } })),
    ...ids(await tx.card.findMany({ where: { householdId, purposePlanId: { in: planIds } }, select: { id: true } })),
  ];
}

/** What plans kept from this member did to a balance, to be shown to them as if it hadn't happened yet. */
export type KeptAmounts = { readonly heldCents: bigint; readonly postedCents: bigint };

/** By credit; empty for who isn't to be surprised. */
export async function amountsKeptFrom(tx: Tx, reader: Reader): Promise<ReadonlyMap<Id, KeptAmounts>> {
  const planIds = await plansKeptFrom(tx, reader);
  if (planIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ creditId: Id; heldCents: bigint; postedCents: bigint }[]>`
    with kept as (select id from plan_order where household_id = ${reader.householdId}::uuid and plan_id = any(${planIds}::uuid[]))
    select credit_id::text as "creditId", sum(held)::bigint as "heldCents", sum(posted)::bigint as "postedCents" from (
      select credit_id, cents as held, 0 as posted from hold
      where household_id = ${reader.householdId}::uuid and status = 'open' and order_id in (select id from kept)
      union all
      select e.credit_id, 0, e.amount_cents from ledger_entry e
      left join refund r on r.household_id = e.household_id and r.id = e.refund_id
      where e.household_id = ${reader.householdId}::uuid and coalesce(e.order_id, r.order_id) in (select id from kept)
    ) amounts group by credit_id`;
  return new Map(rows.map(({ creditId, heldCents, postedCents }) => [creditId, { heldCents, postedCents }]));
}
