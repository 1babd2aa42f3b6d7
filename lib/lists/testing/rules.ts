import type { Id } from "@/lib/kernel/id";
import type { Change } from "@/lib/lists/change";

/** An item as the written rules make it of the changes that were taken, one after the other. Told anew here, not shared with the server. */
export type Ruled = {
  name: string;
  quantityMilli: number;
  status: "open" | "checked" | "removed";
  by: Id | null;
  edits: number;
  cameBack: boolean;
};

/** The rules of "Merging lists" as a second, plain telling: the server must come to the same. `order` holds removed items too. */
export class Rules {
  readonly items = new Map<Id, Ruled>();
  readonly order: Id[] = [];
  readonly #taken = new Set<Id>();

  take(change: Change, by: Id): void {
    if (this.#taken.has(change.id)) return;
    this.#taken.add(change.id);
    if (change.kind === "add") {
      const { name, quantityMilli } = change.fields;
      this.items.set(change.id, { name, quantityMilli, status: "open", by: null, edits: 1, cameBack: false });
      this.order.push(change.id);
      return;
    }
    const item = this.items.get(change.itemId);
    if (!item) throw new Error("a change was taken of an item that was never added");
    const set = (next: Partial<Ruled>) => Object.assign(item, next);
    switch (change.kind) {
      case "edit":
        // An edit by somebody who couldn't know of the removal brings the item back; a mark stays until it was seen.
        if (item.status === "removed") set({ status: "open", by, cameBack: true });
        else if (item.cameBack && change.version === item.edits) set({ cameBack: false });
        set({ edits: item.edits + 1 });
        if (change.set.name !== undefined) set({ name: change.set.name });
        if (change.set.quantityMilli !== undefined) set({ quantityMilli: change.set.quantityMilli });
        return;
      case "check":
        if (item.status !== "checked") set({ status: "checked", by, cameBack: false });
        return;
      case "uncheck":
        if (item.status === "checked" && item.by === change.seen) set({ status: "open", by, cameBack: false });
        return;
      case "remove":
        if (item.status === "removed") return;
        if (item.status === "checked" && change.open && item.by !== by) return;
        if (item.edits !== change.version) set({ cameBack: true });
        else set({ status: "removed", by, cameBack: false });
        return;
      case "restore":
        if (item.status === "removed") set({ status: change.to, by, cameBack: false });
        return;
      case "keep":
        set({ cameBack: false });
        return;
      case "move": {
        this.order.splice(this.order.indexOf(change.itemId), 1);
        const at = this.order.indexOf(change.anchorId);
        this.order.splice(change.side === "before" ? at : at + 1, 0, change.itemId);
      }
    }
  }
}
