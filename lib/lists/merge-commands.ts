import { today, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { systemClock } from "@/lib/kernel/clock";
import { dayFromDate } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import type { ItemFields, ItemStatus } from "./item";
import { assertDays, assertKnown } from "./item-guards";
import { itemNow } from "./queries";
import { mayEditItem } from "./rights";
import { lockItem, markCameBack, rewriteItem, writeStatus, type LockedItem } from "./store";

// The changes that a device may send late. Where two contradict each other, the rules of docs/decisions ("Merging lists") say what holds:
// whichever arrives first, the outcome is the same.

type Outcome = Promise<Result<{ itemId: Id }>>;

async function tell(tx: Tx, actor: Actor, action: string, item: Pick<LockedItem, "id" | "name">, before?: string): Promise<void> {
  await recordActivity(tx, actor, {
    action,
    subjectType: "item",
    subjectId: item.id,
    detail: { item: item.name, ...(before === undefined ? {} : { before }) },
  });
}

export type PatchItem = { readonly itemId: Id; readonly version: number; readonly set: Partial<ItemFields> };

/**
 * Changes only these fields, on top of what others have changed meanwhile. A tick stays. An item that was taken off meanwhile comes back,
 * marked.
 */
export function patchItem(actor: Actor, commandId: Id, { itemId, version, set }: PatchItem): Outcome {
  return runCommand(actor, { id: commandId, name: "lists.patch_item" }, async (tx) => {
    const item = await lockItem(tx, actor, itemId);
    if (item.status === "bought") throw new Refusal("lists.bought");
    if (!mayEditItem(actor, item)) throw new Refusal("lists.own_wishes");
    const now = await itemNow(tx, actor, item.listId, itemId);
    if (!now) throw new Error(`item ${itemId} is locked and not there`);
    const fields: ItemFields = { ...now, ...set };
    assertDays(fields, today(actor, systemClock), item.neededBy && dayFromDate(item.neededBy));
    await assertKnown(tx, actor, fields, item.requesterId, itemId);
    await rewriteItem(tx, actor, itemId, item.requesterId, fields);
    const removed = item.status === "removed";
    if (removed) await writeStatus(tx, actor, [itemId], "open");
    // Who changed it without having seen that it came back hasn't decided that it stays.
    if (removed || (item.cameBack && item.version !== version)) await markCameBack(tx, actor, itemId, true);
    await tell(tx, actor, "item.edited", { id: itemId, name: fields.name }, item.name);
    return { itemId };
  });
}

/** Ticks an item. What an order has bought meanwhile is got already. */
export function checkItem(actor: Actor, commandId: Id, { itemId }: { readonly itemId: Id }): Outcome {
  return runCommand(actor, { id: commandId, name: "lists.check_item" }, async (tx) => {
    const item = await lockItem(tx, actor, itemId);
    if (item.status === "checked" || item.status === "bought") return { itemId };
    if (item.status === "removed" && !mayEditItem(actor, item)) throw new Refusal("lists.own_wishes");
    await writeStatus(tx, actor, [itemId], "checked");
    await tell(tx, actor, item.status === "removed" ? "item.restored" : "item.checked", item);
    return { itemId };
  });
}

/** Takes back the tick that the device saw. Another member's tick, set meanwhile, stays: checked items don't come back by themselves. */
export function uncheckItem(actor: Actor, commandId: Id, { itemId, seen }: { readonly itemId: Id; readonly seen: Id | null }): Outcome {
  return runCommand(actor, { id: commandId, name: "lists.uncheck_item" }, async (tx) => {
    const item = await lockItem(tx, actor, itemId);
    if (item.status === "bought") throw new Refusal("lists.bought");
    if (item.status !== "checked" || item.statusById !== seen) return { itemId };
    await writeStatus(tx, actor, [itemId], "open");
    await tell(tx, actor, "item.unchecked", item);
    return { itemId };
  });
}

export type RemoveItem = { readonly itemId: Id; readonly version: number; readonly open: boolean };

/**
 * Takes an item off the list, unless somebody ticked it meanwhile (it is got) or changed it (somebody wants it: it stays, marked).
 */
export function removeItem(actor: Actor, commandId: Id, { itemId, version, open }: RemoveItem): Outcome {
  return runCommand(actor, { id: commandId, name: "lists.remove_item" }, async (tx) => {
    const item = await lockItem(tx, actor, itemId);
    if (item.status === "bought") throw new Refusal("lists.bought");
    if (item.status === "removed") return { itemId };
    if (!mayEditItem(actor, item)) throw new Refusal("lists.own_wishes");
    if (item.status === "checked" && open && item.statusById !== actor.memberId) return { itemId };
    if (item.version !== version) {
      await markCameBack(tx, actor, itemId, true);
      return { itemId };
    }
    await writeStatus(tx, actor, [itemId], "removed");
    await tell(tx, actor, "item.removed", item);
    return { itemId };
  });
}

/** Takes a removal back, to what the item was before. */
export function restoreItem(
  actor: Actor,
  commandId: Id,
  { itemId, to }: { readonly itemId: Id; readonly to: Extract<ItemStatus, "open" | "checked"> },
): Outcome {
  return runCommand(actor, { id: commandId, name: "lists.restore_item" }, async (tx) => {
    const item = await lockItem(tx, actor, itemId);
    if (item.status !== "removed") return { itemId };
    if (!mayEditItem(actor, item)) throw new Refusal("lists.own_wishes");
    await writeStatus(tx, actor, [itemId], to);
    await tell(tx, actor, "item.restored", item);
    return { itemId };
  });
}

/** Somebody has looked at an item that came back, and it stays. */
export function keepItem(actor: Actor, commandId: Id, { itemId }: { readonly itemId: Id }): Outcome {
  return runCommand(actor, { id: commandId, name: "lists.keep_item" }, async (tx) => {
    const item = await lockItem(tx, actor, itemId);
    if (!mayEditItem(actor, item)) throw new Refusal("lists.own_wishes");
    if (item.cameBack) await markCameBack(tx, actor, itemId, false);
    return { itemId };
  });
}
