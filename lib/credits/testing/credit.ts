import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { newId, type Id } from "@/lib/kernel/id";

/** An order of a plan, bare, for holds and entries to point to. */
export async function testOrder(householdId: Id, memberId: Id, accountId: Id): Promise<{ planId: Id; orderId: Id }> {
  const [planId, orderId] = [newId(), newId()];
  const db = database();
  await db.plan.create({
    data: { householdId, id: planId, name: "A plan", settlement: "gift", horizonDays: 14, request: {}, result: {}, createdById: memberId },
  });
  await db.planOrder.create({
    data: { householdId, id: orderId, planId, accountId, plannedOn: new Date("2026-11-22T00:00:00Z"), cashPayerId: memberId },
  });
  return { planId, orderId };
}

type Terms = Partial<Prisma.CreditUncheckedCreateInput>;

/** A Credit with its opening entry, made straight in the tables, for tests of features that build on credits. */
export async function testCredit(householdId: Id, memberId: Id, accountId: Id, amountCents: bigint, terms: Terms = {}): Promise<Id> {
  const id = newId();
  const day = new Date("2026-11-01T00:00:00Z");
  await database().$transaction([
    database().credit.create({
      data: {
        householdId,
        id,
        accountId,
        origin: "gift_card",
        label: "Gift card",
        postedCents: amountCents,
        availableFrom: day,
        expiry: "never",
        ...terms,
      },
    }),
    database().ledgerEntry.create({
      data: {
        householdId,
        id: newId(),
        creditId: id,
        kind: "opening",
        amountCents,
        postedAfterCents: amountCents,
        number: 1,
        occurredOn: day,
        memberId,
      },
    }),
  ]);
  return id;
}
