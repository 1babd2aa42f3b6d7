import { isAdult, seesBalances, today, type Actor } from "@/lib/auth/actor";
import { creditRows, savedAndLost, type CreditRow, type SavedAndLost } from "@/lib/credits/queries";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { notKeptFrom } from "@/lib/households/surprise";
import { cents } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { dayFromDate, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { readDebts } from "@/lib/settlements/queries";
import type { Debt } from "@/lib/settlements/simplify";
import { byUrgency, type Attention } from "./attention";
import { aboutCredit } from "./credits";
import { remindersFor } from "./reminders";

export type HomeList = {
  readonly id: Id;
  readonly name: string;
  readonly open: number;
  readonly inPlans: number;
  readonly unpriced: number;
};

export type HomeView = {
  readonly today: Day;
  /** What waits for the person, most urgent first. */
  readonly attention: readonly Attention[];
  readonly lists: readonly HomeList[];
  readonly names: ReadonlyMap<Id, string>;
  /** What the person owes or is owed; null for who doesn't see balances. */
  readonly debts: readonly Debt[] | null;
  readonly year: SavedAndLost | null;
  /** Nothing is here yet at all. */
  readonly empty: boolean;
  readonly stores: number;
};

/** Everything the home page says, in one look at the household. */
export function homeView(actor: Actor, clock: Clock): Promise<HomeView> {
  return inHousehold(actor.householdId, async (tx) => {
    const { householdId } = actor;
    const now = today(actor, clock);
    const sees = seesBalances(actor);
    const credits = sees ? await creditRows(tx, actor, { closed: false }) : [];
    const lists = await readLists(tx, actor);
    const debts = sees ? await readDebts(tx, actor, now) : null;
    const plans = await tx.plan.count({ where: { householdId } });
    const stores = await tx.store.count({ where: { householdId, archivedAt: null } });
    const members = await tx.member.findMany({ where: { householdId }, select: { id: true, name: true } });
    const toApprove = await approvals(tx, actor);
    const planned = new Set(toApprove.flatMap((about) => about.parts.map((part) => part.creditId)));
    const reminders = await remindersFor(tx, actor, credits, now);
    const attention: Attention[] = [
      ...toApprove,
      ...(await orders(tx, actor)),
      ...(isAdult(actor) ? await drafts(tx, actor) : []),
      // What a plan that waits for the person uses already needs no plan.
      ...credits.filter((credit) => !planned.has(credit.id)).flatMap((credit) => aboutCredit(actor, credit, now)),
      ...reminders,
      ...lists
        .filter((list) => list.unpriced > 0)
        .sort((a, b) => b.unpriced - a.unpriced)
        .slice(0, 1)
        .map((list): Attention => ({ kind: "price", listId: list.id, count: list.unpriced })),
    ];
    return {
      today: now,
      attention: byUrgency(attention, now),
      lists,
      names: new Map(members.map((member) => [member.id, member.name])),
      debts: debts && debts.debts.filter((debt) => debt.fromId === actor.memberId || debt.toId === actor.memberId),
      year: sees ? await savedAndLost(tx, actor, now) : null,
      empty: plans === 0 && credits.length === 0 && lists.every((list) => list.open === 0 && list.inPlans === 0),
      stores,
    };
  });
}

/** Open lists with what is open on them, what of that is in a plan already, and what has no price. */
async function readLists(tx: Tx, { householdId }: Actor): Promise<HomeList[]> {
  return tx.$queryRaw<HomeList[]>`
    select l.id::text as id, l.name, count(i.id)::int as open, count(planned.item_id)::int as "inPlans",
      count(i.id) filter (where i.price_cents is null and priced.item_id is null)::int as unpriced
    from list l
    left join item i on i.household_id = l.household_id and i.list_id = l.id and i.status = 'open'
    left join lateral (select o.item_id from item_offer o where o.household_id = i.household_id and o.item_id = i.id and o.unit_price_cents is not null limit 1) priced on true
    left join lateral (
      select n.item_id from plan_line n join plan p on p.household_id = n.household_id and p.id = n.plan_id
      where n.household_id = i.household_id and n.item_id = i.id and n.status = 'planned' and p.status in ('proposed', 'approved') limit 1
    ) planned on true
    where l.household_id = ${householdId}::uuid and l.archived_at is null and l.purpose = 'shared'
    group by l.household_id, l.id, l.name order by count(i.id) desc, lower(l.name), l.id`;
}

/** Plans that wait for the person: as the holder, or for a member without sign-in. */
async function approvals(tx: Tx, actor: Actor): Promise<Extract<Attention, { kind: "approve" }>[]> {
  const { householdId } = actor;
  const mine = isAdult(actor) ? [{ holderId: actor.memberId }, { holder: { userId: null } }] : [{ holderId: actor.memberId }];
  const waiting = await tx.approval.findMany({
    where: { householdId, status: "waiting", plan: { status: "proposed", ...notKeptFrom(actor) }, OR: mine },
    orderBy: { planId: "asc" },
    include: {
      holder: { select: { id: true, name: true } },
      plan: {
        select: {
          id: true,
          name: true,
          planOrders: {
            select: {
              account: { select: { store: { select: { name: true } } } },
              allocations: {
                where: { stage: "planned" },
                select: { cents: true, credit: { select: { id: true, origin: true, postedCents: true, expiresOn: true } } },
              },
            },
          },
        },
      },
    },
  });
  return waiting.map(({ holder, plan }) => {
    const paid = plan.planOrders.flatMap((order) =>
      order.allocations.map((allocation) => ({ ...allocation, storeName: order.account.store.name })),
    );
    const sum = (rows: typeof paid) => cents(rows.reduce((total, row) => total + row.cents, 0n));
    const credits = new Map(paid.flatMap(({ credit, storeName }) => (credit ? [[credit.id, { ...credit, storeName }] as const] : [])));
    const expiring = [...credits.values()].flatMap(({ expiresOn, ...credit }) =>
      expiresOn ? [{ ...credit, expiresOn: dayFromDate(expiresOn) }] : [],
    );
    const soonest = expiring.sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1))[0];
    return {
      kind: "approve",
      planId: plan.id,
      name: plan.name,
      totalCents: sum(paid),
      cashCents: sum(paid.filter((row) => row.credit === null)),
      parts: [...credits.values()].map((credit) => ({
        creditId: credit.id,
        origin: credit.origin as CreditRow["origin"],
        cents: sum(paid.filter((row) => row.credit?.id === credit.id)),
      })),
      holder: holder.id === actor.memberId ? null : holder.name,
      soonest: soonest
        ? {
            origin: soonest.origin as CreditRow["origin"],
            postedCents: cents(soonest.postedCents),
            expiresOn: soonest.expiresOn,
            storeName: soonest.storeName,
          }
        : null,
    };
  });
}

/** Orders the person places or has placed: on their own account, or on that of a member without sign-in. */
async function orders(tx: Tx, actor: Actor): Promise<Attention[]> {
  const { householdId } = actor;
  const own = { account: { memberId: actor.memberId } };
  const rows = await tx.planOrder.findMany({
    where: {
      householdId,
      OR: [{ status: "planned", plan: { status: "approved" } }, { status: "ordered" }],
      plan: notKeptFrom(actor),
      AND: isAdult(actor) ? { OR: [own, { account: { member: { userId: null } } }, { orderedById: actor.memberId }] } : own,
    },
    orderBy: [{ plannedOn: "asc" }, { id: "asc" }],
    include: {
      account: { select: { memberId: true, member: { select: { name: true } }, store: { select: { name: true } } } },
      allocations: { where: { stage: "planned" }, select: { cents: true } },
      orderSteps: { where: { step: "methods_back" }, select: { step: true } },
    },
  });
  return rows.map(
    (row): Attention => ({
      kind: row.status === "planned" ? "order" : row.orderSteps.length > 0 ? "close" : "methods_back",
      planId: row.planId,
      orderId: row.id,
      storeName: row.account.store.name,
      holder: row.account.memberId === actor.memberId ? null : row.account.member.name,
      plannedOn: dayFromDate(row.plannedOn),
      totalCents: cents(row.actualTotalCents ?? row.allocations.reduce((total, allocation) => total + allocation.cents, 0n)),
    }),
  );
}

async function drafts(tx: Tx, actor: Actor): Promise<Attention[]> {
  const rows = await tx.plan.findMany({
    where: { householdId: actor.householdId, status: "draft", createdById: actor.memberId },
    orderBy: { createdAt: "desc" },
    take: 3,
    select: { id: true, name: true },
  });
  return rows.map((row): Attention => ({ kind: "draft", planId: row.id, name: row.name }));
}
