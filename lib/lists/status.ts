import type { ItemStatus } from "./item";

/** What people do to an item by hand. Only an order makes it bought, and only that order takes it back. */
export type HandStatus = Exclude<ItemStatus, "bought">;

/** Whether an item may go from one status to the other by hand. Staying is always fine: ticking twice is ticking once. */
export function mayBecome(from: ItemStatus, to: HandStatus): boolean {
  return from === to || from !== "bought";
}

/** Whether an item is still to be got, so that it can be edited. */
export function isEditable(status: ItemStatus): boolean {
  return status === "open" || status === "checked";
}
