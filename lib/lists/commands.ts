import { today, type Actor } from "@/lib/auth/actor";
import { systemClock } from "@/lib/kernel/clock";
import { dayFromDate } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import type { ItemFields } from "./item";
import { assertDays, assertKnown } from "./item-guards";
import { mayAskAs, mayEditItem } from "./rights";
import { keyAtEnd, keyBetween } from "./sort-key";
import { isEditable, mayBecome, type HandStatus } from "./status";
import { insertItem, lockItem, lockList, renumber, rewriteItem, writeStatus, type LockedItem } from "./store";

export type AddItem = ItemFields & { readonly listId: Id; readonly requesterId?: Id | undefined };

/** Puts an item at the end of a list. Its id is the command's, so that a screen can show it before the answer. */
export function addItem(
  actor: Actor,
  commandId: Id,
  { listId, requesterId = actor.memberId, ...fields }: AddItem,
): Promise<Result<{ itemId: Id }>> {
  return runCommand(actor, { id: commandId, name: "lists.add_item" }, async (tx) => {
    if (!mayAskAs(actor, requesterId)) throw new Refusal("lists.own_wishes", { field: "requesterId" });
    assertDays(fields, today(actor, systemClock), null);
    const list = await lockList(tx, actor, listId);
    if (list.archivedAt) throw new Refusal("lists.archived");
    await assertKnown(tx, actor, fields, requesterId, null);
    const last = await tx.item.findFirst({
      where: { householdId: actor.householdId, listId },
      orderBy: { sortKey: "desc" },
      select: { sortKey: true },
    });
    await insertItem(tx, actor, { id: commandId, listId, requesterId, sortKey: keyAtEnd(last?.sortKey ?? null) }, fields);
    await recordActivity(tx, actor, {
      action: "item.added",
      subjectType: "item",
      subjectId: commandId,
      detail: { item: fields.name, list: list.name },
    });
    return { itemId: commandId };
  });
}

export type EditItem = ItemFields & { readonly itemId: Id; readonly version: number; readonly requesterId: Id };

function assertEditable(actor: Actor, item: LockedItem): void {
  if (!isEditable(item.status)) throw new Refusal(item.status === "bought" ? "lists.bought" : "not_found");
  if (!mayEditItem(actor, item)) throw new Refusal("lists.own_wishes");
}

/** Changes what an item is, if nobody else did since `version`. */
export function editItem(
  actor: Actor,
  commandId: Id,
  { itemId, version, requesterId, ...fields }: EditItem,
): Promise<Result<{ itemId: Id }>> {
  return runCommand(actor, { id: commandId, name: "lists.edit_item" }, async (tx) => {
    const item = await lockItem(tx, actor, itemId);
    assertEditable(actor, item);
    if (item.version !== version) throw new Refusal("lists.changed_meanwhile");
    if (requesterId !== item.requesterId && !mayAskAs(actor, requesterId)) throw new Refusal("lists.own_wishes", { field: "requesterId" });
    assertDays(fields, today(actor, systemClock), item.neededBy && dayFromDate(item.neededBy));
    await assertKnown(tx, actor, fields, requesterId, itemId);
    await rewriteItem(tx, actor, itemId, requesterId, fields);
    await recordActivity(tx, actor, {
      action: "item.edited",
      subjectType: "item",
      subjectId: itemId,
      detail: { item: fields.name, before: item.name },
    });
    return { itemId };
  });
}

export type SetStatus = { readonly itemId: Id; readonly to: HandStatus };

function activityOf(from: LockedItem["status"], to: HandStatus): string {
  if (to === "open") return from === "removed" ? "item.restored" : "item.unchecked";
  if (to === "checked") return from === "removed" ? "item.restored" : "item.checked";
  return "item.removed";
}

/** Ticks, unticks, removes or brings back. Everybody ticks; removing and bringing back is for who may edit the item. */
export function setItemStatus(actor: Actor, commandId: Id, { itemId, to }: SetStatus): Promise<Result<{ itemId: Id }>> {
  return runCommand(actor, { id: commandId, name: "lists.set_item_status" }, async (tx) => {
    const item = await lockItem(tx, actor, itemId);
    if (item.status === to) return { itemId };
    if (!mayBecome(item.status, to)) throw new Refusal("lists.bought");
    if ((to === "removed" || item.status === "removed") && !mayEditItem(actor, item)) throw new Refusal("lists.own_wishes");
    await writeStatus(tx, actor, [itemId], to);
    await recordActivity(tx, actor, {
      action: activityOf(item.status, to),
      subjectType: "item",
      subjectId: itemId,
      detail: { item: item.name },
    });
    return { itemId };
  });
}

export type MoveItem = { readonly itemId: Id; readonly anchorId: Id; readonly side: "before" | "after" };

/** Puts an item right before or after another of its list. Order is everybody's, and no change of the item. */
export function moveItem(actor: Actor, commandId: Id, { itemId, anchorId, side }: MoveItem): Promise<Result<{ itemId: Id }>> {
  return runCommand(actor, { id: commandId, name: "lists.move_item" }, async (tx) => {
    const { householdId } = actor;
    const item = await tx.item.findUnique({ where: { householdId_id: { householdId, id: itemId } }, select: { listId: true } });
    if (!item) throw new Refusal("not_found");
    await lockList(tx, actor, item.listId);
    const place = async (): Promise<string | null> => {
      const anchor = await tx.item.findFirst({ where: { householdId, listId: item.listId, id: anchorId }, select: { sortKey: true } });
      if (!anchor || anchorId === itemId) throw new Refusal("not_found");
      const neighbour = await tx.item.findFirst({
        where: {
          householdId,
          listId: item.listId,
          id: { notIn: [itemId, anchorId] },
          sortKey: side === "after" ? { gte: anchor.sortKey } : { lte: anchor.sortKey },
        },
        orderBy: { sortKey: side === "after" ? "asc" : "desc" },
        select: { sortKey: true },
      });
      const other = neighbour?.sortKey ?? null;
      return side === "after" ? keyBetween(anchor.sortKey, other) : keyBetween(other, anchor.sortKey);
    };
    let sortKey = await place();
    if (sortKey === null) {
      await renumber(tx, actor, item.listId);
      sortKey = await place();
    }
    if (sortKey === null) throw new Error(`list ${item.listId} has no room after it was numbered afresh`);
    await tx.item.update({ where: { householdId_id: { householdId, id: itemId } }, data: { sortKey } });
    return { itemId };
  });
}
