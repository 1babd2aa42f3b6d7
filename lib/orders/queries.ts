import { seesBalances, today, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { plansKeptFrom } from "@/lib/households/surprise";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { dayFromDate, type Day } from "@/lib/kernel/day";
import { isId, type Id } from "@/lib/kernel/id";
import { everybody, type Person } from "./people";
import { mayRun, readOrder, type StoredOrder } from "./locked-order";

export type CreditOrigin = "gift_card" | "refund" | "return" | "promotion" | "reward" | "other" | "unknown";

/** A balance on the order's account: what the plan takes of it, what it really paid, and what it could pay at most. */
export type OrderCredit = {
  readonly id: Id;
  readonly origin: CreditOrigin;
  readonly label: string;
  readonly plannedCents: Cents;
  readonly paidCents: Cents;
  /** Free to use, with what is held for this very order. */
  readonly usableCents: Cents;
  readonly heldCents: Cents;
  readonly expiresOn: Day | null;
};

export type RefundRow = {
  readonly id: Id;
  /** Null: the shipping or the order as a whole. */
  readonly lineName: string | null;
  readonly cents: Cents;
  readonly reason: string;
  readonly occurredOn: Day;
  readonly by: string;
  readonly parts: readonly { readonly creditId: Id | null; readonly cents: Cents }[];
};

export type OrderView = {
  readonly order: StoredOrder;
  readonly people: ReadonlyMap<Id, Person>;
  readonly credits: readonly OrderCredit[];
  readonly refunds: readonly RefundRow[];
  /** What hasn't come back yet, by line (null: shipping). Empty before ordering. */
  readonly left: ReadonlyMap<Id | null, Cents>;
  /** What each received in this order, whoever paid; refunds taken off. */
  readonly received: ReadonlyMap<Id, Cents>;
  readonly otherOrdersOpen: number;
  readonly today: Day;
};

/** An order with all its page says; null for who may not see it: strangers, and children who don't see balances and don't hold the account. */
export function orderView(actor: Actor, planId: string, orderId: string, clock: Clock): Promise<OrderView | null> {
  if (!isId(orderId) || !isId(planId)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const order = await readOrder(tx, actor.householdId, orderId);
    if (!order || order.planId !== planId || (!seesBalances(actor) && !mayRun(actor, order))) return null;
    if ((await plansKeptFrom(tx, actor)).includes(planId)) return null;
    const shares = await tx.shareEntry.groupBy({
      by: ["lineId", "receiverId"],
      where: { householdId: actor.householdId, orderId },
      _sum: { cents: true },
    });
    const add = <Key>(sums: Map<Key, Cents>, key: Key, amount: bigint) => sums.set(key, cents((sums.get(key) ?? 0n) + amount));
    const left = new Map<Id | null, Cents>();
    const received = new Map<Id, Cents>();
    for (const share of shares) {
      add(left, share.lineId, share._sum.cents ?? 0n);
      add(received, share.receiverId, share._sum.cents ?? 0n);
    }
    return {
      order,
      people: await everybody(tx, actor),
      credits: await readCredits(tx, actor, order),
      refunds: await readRefunds(tx, actor, orderId),
      left,
      received,
      otherOrdersOpen: await tx.planOrder.count({
        where: { householdId: actor.householdId, planId, status: { in: ["planned", "ordered"] }, id: { not: orderId } },
      }),
      today: today(actor, clock),
    };
  });
}

/** The balances of the account that are open or had a part in the order; those the order takes first. */
async function readCredits(tx: Tx, { householdId }: Actor, order: StoredOrder): Promise<OrderCredit[]> {
  const used = [...order.planned, ...order.actual].flatMap(({ creditId }) => (creditId === null ? [] : [creditId]));
  const rows = await tx.credit.findMany({
    where: { householdId, accountId: order.accountId, OR: [{ closedAt: null }, { id: { in: used } }] },
    include: { holds: { where: { orderId: order.id, status: "open" }, select: { cents: true } } },
    orderBy: { id: "asc" },
  });
  const sum = (allocations: StoredOrder["planned"], id: Id) =>
    cents(allocations.filter(({ creditId }) => creditId === id).reduce((total, allocation) => total + allocation.cents, 0n));
  const stillOpen = new Set(order.lines.filter((line) => line.status === "planned" || line.status === "ordered").map((line) => line.id));
  const planned = order.planned.filter(({ lineId }) => lineId === null || stillOpen.has(lineId));
  return rows
    .map((row): OrderCredit => {
      const heldHere = row.holds.reduce((total, hold) => total + hold.cents, 0n);
      return {
        id: row.id,
        origin: row.origin as CreditOrigin,
        label: row.label,
        plannedCents: sum(planned, row.id),
        paidCents: sum(order.actual, row.id),
        usableCents: cents(row.postedCents - row.heldCents + heldHere),
        heldCents: cents(heldHere),
        expiresOn: row.expiresOn && dayFromDate(row.expiresOn),
      };
    })
    .sort((a, b) => (a.plannedCents === b.plannedCents ? 0 : a.plannedCents > b.plannedCents ? -1 : 1));
}

async function readRefunds(tx: Tx, { householdId }: Actor, orderId: Id): Promise<RefundRow[]> {
  const rows = await tx.refund.findMany({
    where: { householdId, orderId },
    orderBy: { id: "asc" },
    include: { refundParts: { orderBy: { id: "asc" } }, line: { select: { name: true } }, member: { select: { name: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    lineName: row.line?.name ?? null,
    cents: cents(row.cents),
    reason: row.reason,
    occurredOn: dayFromDate(row.occurredOn),
    by: row.member.name,
    parts: row.refundParts.map(({ creditId, cents: amount }) => ({ creditId, cents: cents(amount) })),
  }));
}
