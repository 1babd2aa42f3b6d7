import { expect, test } from "vitest";
import { BLANK_ITEM } from "@/lib/lists/item";
import type { ListItem } from "@/lib/lists/queries";
import { freshKeys } from "@/lib/lists/sort-key";
import { doneInOrder, LAST_KEY, openInOrder, withChange } from "./board-state";

const keys = freshKeys(3);
function item(id: string, over: Partial<ListItem> = {}): ListItem {
  return {
    ...BLANK_ITEM,
    id,
    name: id,
    requesterId: "anna",
    status: "open",
    statusById: null,
    statusAt: null,
    sortKey: keys[0]!,
    version: 1,
    ...over,
  };
}
const three = [item("a", { sortKey: keys[0]! }), item("b", { sortKey: keys[1]! }), item("c", { sortKey: keys[2]! })];
const order = (items: readonly ListItem[]) => openInOrder(items).map(({ id }) => id);

test("an added item stands last, and once even when the server's answer came first", () => {
  const added = item("new", { sortKey: LAST_KEY });
  expect(order(withChange(three, { kind: "add", item: added }))).toEqual(["a", "b", "c", "new"]);
  expect(order(withChange([...three, item("new", { sortKey: "a3" })], { kind: "add", item: added }))).toEqual(["a", "b", "c", "new"]);
});

test("a ticked item is done, the latest first; unticked it is back at its place", () => {
  const tick = (id: string, at: number) => ({ kind: "status", itemId: id, to: "checked", by: "ben", at: new Date(at) }) as const;
  const ticked = withChange(withChange(three, tick("a", 1)), tick("b", 2));
  expect([order(ticked), doneInOrder(ticked).map(({ id }) => id)]).toEqual([["c"], ["b", "a"]]);
  expect(order(withChange(ticked, { kind: "status", itemId: "a", to: "open", by: "ben", at: new Date(3) }))).toEqual(["a", "c"]);
});

test("a removed item is nowhere", () => {
  const left = withChange(three, { kind: "status", itemId: "b", to: "removed", by: "ben", at: new Date(1) });
  expect([order(left), doneInOrder(left)]).toEqual([["a", "c"], []]);
});

test("a moved item stands where it was put; without an anchor nothing changes", () => {
  expect(order(withChange(three, { kind: "move", itemId: "c", anchorId: "a", side: "before" }))).toEqual(["c", "a", "b"]);
  expect(order(withChange(three, { kind: "move", itemId: "a", anchorId: "b", side: "after" }))).toEqual(["b", "a", "c"]);
  expect(withChange(three, { kind: "move", itemId: "a", anchorId: "gone", side: "after" })).toBe(three);
});

test("next to an item that is still on its way, others can be moved all the same", () => {
  const waiting = [...three, item("new", { sortKey: LAST_KEY })];
  const move = (itemId: string, side: "before" | "after") =>
    openInOrder(withChange(waiting, { kind: "move", itemId, anchorId: "new", side })).map(({ id }) => id);
  expect(move("a", "before")).toEqual(["b", "c", "a", "new"]);
  expect(move("a", "after")).toEqual(["a", "b", "c", "new"]);
});
