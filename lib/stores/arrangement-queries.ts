import { seesBalances, type Actor } from "@/lib/auth/actor";
import { inHousehold } from "@/lib/db/transaction";
import type { Id } from "@/lib/kernel/id";
import { ARRANGEMENT_STATUSES, type Arrangement } from "./arrangement";

/** What is arranged on the accounts of a store; nothing for a child who may not see balances. */
export function arrangements(actor: Actor, storeId: Id): Promise<Arrangement[]> {
  if (!seesBalances(actor)) return Promise.resolve([]);
  return inHousehold(actor.householdId, async (tx) => {
    const accounts = await tx.storeAccount.findMany({
      where: { householdId: actor.householdId, storeId },
      select: {
        id: true,
        storeArrangement: { include: { consentedBy: { select: { name: true } } } },
        sharedPayments: {
          where: { endedAt: null },
          select: { id: true, method: true, member: { select: { name: true } } },
          orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        },
      },
    });
    return accounts.map(({ id, storeArrangement: noted, sharedPayments }) => ({
      accountId: id,
      status: ARRANGEMENT_STATUSES.find((status) => status === noted?.status) ?? "not_set",
      note: noted?.note ?? "",
      consentedAt: noted?.consentedAt ?? null,
      consentedByName: noted?.consentedBy?.name ?? "",
      shared: sharedPayments.map(({ id: sharedId, method, member }) => ({ id: sharedId, method, memberName: member.name })),
    }));
  });
}
