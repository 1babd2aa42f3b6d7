import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/result";
import type { ItemFields } from "./item";

/** Stores and members an item names must be the household's, in use, or named by the item before. */
export async function assertKnown(tx: Tx, actor: Actor, fields: ItemFields, requesterId: Id, itemId: Id | null): Promise<void> {
  const { householdId } = actor;
  const storeIds = fields.offers.map(({ storeId }) => storeId);
  if (storeIds.length > 0) {
    const known = await tx.store.count({
      where: { householdId, id: { in: storeIds }, OR: [{ archivedAt: null }, ...(itemId ? [{ itemOffers: { some: { itemId } } }] : [])] },
    });
    if (known !== new Set(storeIds).size) throw new Refusal("lists.store_gone");
  }
  const memberIds = new Set([requesterId, ...(fields.forAll ? [] : fields.parts.map(({ memberId }) => memberId))]);
  const members = await tx.member.count({
    where: {
      householdId,
      id: { in: [...memberIds] },
      OR: [{ status: "active" }, ...(itemId ? [{ itemParts: { some: { itemId } } }, { itemsAsRequester: { some: { id: itemId } } }] : [])],
    },
  });
  if (members !== memberIds.size) throw new Refusal("lists.member_gone");
}

/** A day that is over can't be asked for anew, and the days must be in their order. */
export function assertDays(fields: ItemFields, now: Day, neededByBefore: Day | null): void {
  const { neededBy, notBefore } = fields;
  if (neededBy && neededBy < now && neededBy !== neededByBefore) throw new Refusal("lists.day_past", { field: "neededBy" });
  if (neededBy && notBefore && notBefore > neededBy) throw new Refusal("lists.day_order", { field: "notBefore" });
}
