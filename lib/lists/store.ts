import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { dateFromDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/result";
import type { ItemFields, ItemStatus } from "./item";
import { freshKeys } from "./sort-key";

export type LockedList = { readonly id: Id; readonly name: string; readonly storeId: Id | null; readonly archivedAt: Date | null };
export type LockedItem = {
  readonly id: Id;
  readonly listId: Id;
  readonly name: string;
  readonly status: ItemStatus;
  readonly requesterId: Id;
  readonly statusById: Id | null;
  readonly neededBy: Date | null;
  readonly version: number;
  readonly cameBack: boolean;
};

/** Holds the list while items are placed on it, so that no two get the same place. */
export async function lockList(tx: Tx, actor: Actor, listId: Id): Promise<LockedList> {
  const [list] = await tx.$queryRaw<LockedList[]>`
    select id, name, store_id as "storeId", archived_at as "archivedAt" from list
    where household_id = ${actor.householdId}::uuid and id = ${listId}::uuid for no key update`;
  if (!list) throw new Refusal("not_found");
  return list;
}

/**
 * Holds these items, in id order; those that aren't there are missing from the answer. Their lists are held before: every change of an
 * item counts its list up, and all who write take the list first.
 */
async function lockItems(tx: Tx, actor: Actor, itemIds: readonly Id[]): Promise<LockedItem[]> {
  await tx.$queryRaw`
    select id from list where household_id = ${actor.householdId}::uuid
      and id in (select list_id from item where household_id = ${actor.householdId}::uuid and id = any(${[...itemIds]}::uuid[]))
    order by id for no key update`;
  return tx.$queryRaw<LockedItem[]>`
    select id, list_id as "listId", name, status, status_by_id as "statusById", requester_id as "requesterId", needed_by as "neededBy", version,
      came_back as "cameBack" from item
    where household_id = ${actor.householdId}::uuid and id = any(${[...itemIds]}::uuid[]) order by id for update`;
}

export async function lockItem(tx: Tx, actor: Actor, itemId: Id): Promise<LockedItem> {
  const [item] = await lockItems(tx, actor, [itemId]);
  if (!item) throw new Refusal("not_found");
  return item;
}

function columns(fields: ItemFields) {
  return {
    name: fields.name,
    quantityMilli: fields.quantityMilli,
    unit: fields.unit,
    priceCents: fields.priceCents,
    category: fields.category,
    need: fields.need,
    worthCents: fields.worthCents,
    priority: fields.priority,
    notBefore: fields.notBefore && dateFromDay(fields.notBefore),
    neededBy: fields.neededBy && dateFromDay(fields.neededBy),
    forAll: fields.forAll,
    note: fields.note,
    link: fields.link,
  };
}

async function writeOffersAndParts(tx: Tx, actor: Actor, itemId: Id, { offers, forAll, parts }: ItemFields): Promise<void> {
  const own = { householdId: actor.householdId, itemId };
  if (offers.length > 0) await tx.itemOffer.createMany({ data: offers.map((offer) => ({ ...own, ...offer })) });
  if (!forAll && parts.length > 0) await tx.itemPart.createMany({ data: parts.map((part) => ({ ...own, ...part })) });
}

export async function insertItem(
  tx: Tx,
  actor: Actor,
  place: { readonly id: Id; readonly listId: Id; readonly sortKey: string; readonly requesterId: Id },
  fields: ItemFields,
): Promise<void> {
  await tx.item.create({ data: { householdId: actor.householdId, ...place, ...columns(fields) } });
  await writeOffersAndParts(tx, actor, place.id, fields);
}

/** Writes all fields of a locked item and counts its version up. Who wrote them has seen it, so a mark that it came back goes. */
export async function rewriteItem(tx: Tx, actor: Actor, itemId: Id, requesterId: Id, fields: ItemFields): Promise<void> {
  const own = { householdId: actor.householdId, itemId };
  await tx.item.update({
    where: { householdId_id: { householdId: actor.householdId, id: itemId } },
    data: { ...columns(fields), requesterId, cameBack: false, version: { increment: 1 } },
  });
  await tx.itemOffer.deleteMany({ where: own });
  await tx.itemPart.deleteMany({ where: own });
  await writeOffersAndParts(tx, actor, itemId, fields);
}

/** Says of locked items who changed their status when. The version stays: what the item is hasn't changed. */
export async function writeStatus(tx: Tx, actor: Actor, itemIds: readonly Id[], status: ItemStatus): Promise<void> {
  await tx.item.updateMany({
    where: { householdId: actor.householdId, id: { in: [...itemIds] } },
    data: { status, statusById: actor.memberId, statusAt: new Date(), cameBack: false },
  });
}

/** Marks a locked item as one that was taken off and changed at the same time, or as looked at. */
export async function markCameBack(tx: Tx, actor: Actor, itemId: Id, cameBack: boolean): Promise<void> {
  await tx.item.update({ where: { householdId_id: { householdId: actor.householdId, id: itemId } }, data: { cameBack } });
}

/** Numbers the items of a locked list afresh, keeping their order. */
export async function renumber(tx: Tx, actor: Actor, listId: Id): Promise<void> {
  const items = await tx.item.findMany({
    where: { householdId: actor.householdId, listId },
    select: { id: true },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
  });
  const keys = freshKeys(items.length);
  await tx.$executeRaw`
    update item set sort_key = fresh.key
    from unnest(${items.map(({ id }) => id)}::uuid[], ${keys}::text[]) as fresh (id, key)
    where item.household_id = ${actor.householdId}::uuid and item.id = fresh.id`;
}

/** An order has bought these: they leave the list, whoever had ticked or removed them meanwhile. */
export async function markItemsBought(tx: Tx, actor: Actor, itemIds: readonly Id[]): Promise<void> {
  const items = await lockItems(tx, actor, itemIds);
  await writeStatus(
    tx,
    actor,
    items.map(({ id }) => id),
    "bought",
  );
}

/** An order didn't bring these after all: those it had bought are on the list again, at their old place. */
export async function reopenItems(tx: Tx, actor: Actor, itemIds: readonly Id[]): Promise<void> {
  const items = await lockItems(tx, actor, itemIds);
  await writeStatus(
    tx,
    actor,
    items.filter(({ status }) => status === "bought").map(({ id }) => id),
    "open",
  );
}
