import type { Id } from "@/lib/kernel/id";
import type { ItemFields } from "./item";

/**
 * What one person did to a list on one device, to be sent now or when the network is back. Each has an id made there, so that sending it
 * again changes nothing, and says what it was based on. What becomes of two that contradict each other: docs/decisions, "Merging lists".
 */
export type Change = { readonly id: Id } & (
  | { readonly kind: "add"; readonly fields: ItemFields }
  /** Of an item of this version, only what was changed: renaming sets the name, nothing else. */
  | { readonly kind: "edit"; readonly itemId: Id; readonly version: number; readonly set: Partial<ItemFields> }
  | { readonly kind: "check"; readonly itemId: Id }
  /** Takes back the tick of the member `seen`, not one that somebody else set meanwhile. */
  | { readonly kind: "uncheck"; readonly itemId: Id; readonly seen: Id | null }
  /** Takes an item of this version off the list, which was still open then or not. */
  | { readonly kind: "remove"; readonly itemId: Id; readonly version: number; readonly open: boolean }
  /** Takes a removal back, to what the item was before. */
  | { readonly kind: "restore"; readonly itemId: Id; readonly to: "open" | "checked" }
  | { readonly kind: "move"; readonly itemId: Id; readonly anchorId: Id; readonly side: "before" | "after" }
  /** Somebody has looked at an item that came back, and it stays. */
  | { readonly kind: "keep"; readonly itemId: Id }
);

/** The item a change is about; an added item's id is the change's. */
export function itemOf(change: Change): Id {
  return change.kind === "add" ? change.id : change.itemId;
}
