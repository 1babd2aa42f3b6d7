import type { Id } from "@/lib/kernel/id";
import type { HandStatus } from "@/lib/lists/status";
import type { ListItem } from "@/lib/lists/queries";
import { keyBetween } from "@/lib/lists/sort-key";

/** What a person did that the server hasn't answered yet. */
export type Change =
  | { readonly kind: "add"; readonly item: ListItem }
  | { readonly kind: "status"; readonly itemId: Id; readonly to: HandStatus; readonly by: Id; readonly at: Date }
  | { readonly kind: "move"; readonly itemId: Id; readonly anchorId: Id; readonly side: "before" | "after" };

/** Sorts after every key the server makes: a new item stands last until it has its own. */
export const LAST_KEY = "~";

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Open items as the household ordered them. */
export function openInOrder(items: readonly ListItem[]): ListItem[] {
  return items.filter(({ status }) => status === "open").sort((a, b) => compare(a.sortKey, b.sortKey) || compare(a.id, b.id));
}

/** Done items, the latest first. */
export function doneInOrder(items: readonly ListItem[]): ListItem[] {
  return items
    .filter(({ status }) => status === "checked" || status === "bought")
    .sort((a, b) => (b.statusAt?.getTime() ?? 0) - (a.statusAt?.getTime() ?? 0));
}

function moved(items: readonly ListItem[], { itemId, anchorId, side }: Extract<Change, { kind: "move" }>): readonly ListItem[] {
  const others = openInOrder(items).filter(({ id }) => id !== itemId);
  const at = others.findIndex(({ id }) => id === anchorId);
  if (at < 0) return items;
  const place = side === "before" ? at : at + 1;
  const [before, after] = [others[place - 1]?.sortKey ?? null, others[place]?.sortKey ?? null];
  // An item on its way has no place of its own yet: before it is at the end, and after it only the server can say.
  if (before === LAST_KEY) return items;
  const sortKey = keyBetween(before, after === LAST_KEY ? null : after);
  // No room for a key: the server numbers the list afresh, and its answer shows the move.
  return sortKey === null ? items : items.map((item) => (item.id === itemId ? { ...item, sortKey } : item));
}

/** The list as it will be when the change has arrived. */
export function withChange(items: readonly ListItem[], change: Change): readonly ListItem[] {
  switch (change.kind) {
    case "add":
      return items.some(({ id }) => id === change.item.id) ? items : [...items, change.item];
    case "status":
      return items.map((item) =>
        item.id === change.itemId ? { ...item, status: change.to, statusById: change.by, statusAt: change.at } : item,
      );
    case "move":
      return moved(items, change);
  }
}
