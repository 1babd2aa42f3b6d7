import type { Database } from "@/lib/db/client";
import { cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import { sharesOfOrder } from "@/lib/orders/shares";
import type { Difference } from "./difference";

type Booked = { readonly orderId: Id; readonly lineId: Id | null; readonly payerId: Id; readonly receiverId: Id; readonly sum: bigint };

/** Splits every order of a household afresh among those its lines were for, and compares each share with what was booked. */
export async function shareDifferences(db: Database, householdId: Id): Promise<Difference[]> {
  const orders = await db.planOrder.findMany({
    where: { householdId, OR: [{ allocations: { some: { stage: "actual" } } }, { shareEntries: { some: {} } }] },
    orderBy: { id: "asc" },
    include: {
      account: { select: { memberId: true } },
      plan: { select: { settlement: true } },
      planLines: {
        where: { actualAmountCents: { not: null } },
        orderBy: { id: "asc" },
        include: { lineParts: { orderBy: { memberId: "asc" } } },
      },
      allocations: { where: { stage: "actual" } },
    },
  });
  const booked = await db.$queryRaw<Booked[]>`
    select order_id::text as "orderId", line_id::text as "lineId", payer_id::text as "payerId", receiver_id::text as "receiverId", sum(cents)::bigint as sum
    from share_entry where household_id = ${householdId}::uuid and refund_id is null group by 1, 2, 3, 4`;
  const bookedBy = new Map<Id, Booked[]>();
  for (const row of booked) bookedBy.set(row.orderId, [...(bookedBy.get(row.orderId) ?? []), row]);

  return orders.flatMap((order) => {
    const lines = order.planLines.map((line) => ({ id: line.id, requesterId: line.requesterId, parts: line.lineParts }));
    const allocations = order.allocations.map(({ lineId, creditId, cents: amount }) => ({ lineId, creditId, cents: cents(amount) }));
    const sums = new Map<string, { expected: bigint; found: bigint; lineId: Id | null }>();
    const at = (lineId: Id | null, payerId: Id, receiverId: Id) => {
      const key = `${lineId} ${payerId} ${receiverId}`;
      const entry = sums.get(key) ?? { expected: 0n, found: 0n, lineId };
      sums.set(key, entry);
      return entry;
    };
    for (const share of sharesOfOrder(lines, allocations, order.account.memberId, order.cashPayerId))
      at(share.lineId, share.payerId, share.receiverId).expected += share.cents;
    for (const row of bookedBy.get(order.id) ?? []) at(row.lineId, row.payerId, row.receiverId).found += row.sum;
    return [...sums.values()]
      .filter(({ expected, found }) => expected !== found)
      .map(({ expected, found, lineId }) => ({
        householdId,
        check: lineId === null ? "share of a shipping" : "share of a line",
        subjectId: lineId ?? order.id,
        expected,
        found,
      }));
  });
}

/** Adds up every debt entry by entry, apart from the database's own sums, and compares what each member is owed. */
export async function debtDifferences(db: Database, householdId: Id, standings: ReadonlyMap<Id, bigint>): Promise<Difference[]> {
  const recomputed = new Map<Id, bigint>();
  const add = (memberId: Id, amount: bigint) => recomputed.set(memberId, (recomputed.get(memberId) ?? 0n) + amount);
  for (const share of await db.shareEntry.findMany({
    where: { householdId, settlement: "even_up" },
    select: { payerId: true, receiverId: true, cents: true },
  })) {
    add(share.payerId, share.cents);
    add(share.receiverId, -share.cents);
  }
  for (const payment of await db.settlement.findMany({ where: { householdId }, select: { fromId: true, toId: true, cents: true } })) {
    add(payment.fromId, payment.cents);
    add(payment.toId, -payment.cents);
  }
  return [...new Set([...recomputed.keys(), ...standings.keys()])].sort().flatMap((memberId): Difference[] => {
    const [expected, found] = [recomputed.get(memberId) ?? 0n, standings.get(memberId) ?? 0n];
    return expected === found ? [] : [{ householdId, check: "owed to a member", subjectId: memberId, expected, found }];
  });
}
