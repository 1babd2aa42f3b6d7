import { expect, test } from "vitest";
import type { Change } from "./change";
import { BLANK_ITEM } from "./item";
import type { ListItem } from "./queries";
import {
  again,
  doneInOrder,
  enqueue,
  LAST_KEY,
  openInOrder,
  startReplica,
  toSend,
  viewOf,
  withAnswers,
  withChange,
  withChanges,
  withoutChange,
  withPage,
} from "./replica";
import { freshKeys } from "./sort-key";
import { changeFromWire, changeToWire, itemFromWire, itemToWire } from "./wire";

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
    sortKey: keys[0] ?? "",
    version: 1,
    listVersion: 1,
    cameBack: false,
    ...over,
  };
}
const three = ["a", "b", "c"].map((id, at) => item(id, { sortKey: keys[at] ?? "" }));
const order = (items: readonly ListItem[]) => openInOrder(items).map(({ id }) => id);
const after = (items: readonly ListItem[], change: Change, at = 1) => withChange(items, change, "ben", new Date(at));
const check = (id: string): Change => ({ id: `check ${id}`, kind: "check", itemId: id });
const move = (itemId: string, anchorId: string, side: "before" | "after"): Change => ({ id: "move", kind: "move", itemId, anchorId, side });
const add = (id: string): Change => ({ id, kind: "add", fields: { ...BLANK_ITEM, name: id } });

test("an added item stands last, and once even when the server's answer came first", () => {
  expect(order(after(three, add("new")))).toEqual(["a", "b", "c", "new"]);
  expect(order(after([...three, item("new", { sortKey: "a3" })], add("new")))).toEqual(["a", "b", "c", "new"]);
});

test("a ticked item is done, the latest first; unticked it is back at its place", () => {
  const ticked = after(after(three, check("a")), check("b"), 2);
  expect([order(ticked), doneInOrder(ticked).map(({ id }) => id)]).toEqual([["c"], ["b", "a"]]);
  expect(order(after(ticked, { id: "u", kind: "uncheck", itemId: "a", seen: "ben" }, 3))).toEqual(["a", "c"]);
  expect(order(after(ticked, { id: "u", kind: "uncheck", itemId: "a", seen: "anna" }, 3))).toEqual(["c"]);
});

test("a removed item is nowhere; one that was changed since stays, marked", () => {
  const left = after(three, { id: "r", kind: "remove", itemId: "b", version: 1, open: true });
  expect([order(left), doneInOrder(left)]).toEqual([["a", "c"], []]);
  const kept = after(three, { id: "r", kind: "remove", itemId: "b", version: 0, open: true });
  expect(kept.map(({ cameBack }) => cameBack)).toEqual([false, true, false]);
});

test("a moved item stands where it was put; without an anchor nothing changes", () => {
  expect(order(after(three, move("c", "a", "before")))).toEqual(["c", "a", "b"]);
  expect(order(after(three, move("a", "b", "after")))).toEqual(["b", "a", "c"]);
  expect(after(three, move("a", "gone", "after"))).toBe(three);
});

test("next to an item that is still on its way, others can be moved all the same", () => {
  const waiting = [...three, item("new", { sortKey: LAST_KEY })];
  expect(order(after(waiting, move("a", "new", "before")))).toEqual(["b", "c", "a", "new"]);
  expect(order(after(waiting, move("a", "new", "after")))).toEqual(["a", "b", "c", "new"]);
});

test("what the server says in any order, late and twice comes to the same", () => {
  const start = startReplica("ben", 1, three);
  const news = [
    { version: 2, items: [item("a", { name: "old", listVersion: 2 })] },
    { version: 3, items: [item("a", { name: "new", listVersion: 3 }), item("d", { sortKey: "b", listVersion: 3 })] },
  ];
  const [first, second] = news;
  if (!first || !second) throw new Error("two");
  for (const told of [
    [first, second],
    [second, first],
    [second, second, first, first],
  ]) {
    const end = told.reduce(withChanges, start);
    expect([end.version, end.items.get("a")?.name, end.items.size]).toEqual([3, "new", 4]);
  }
  // A page that was rendered before what is known already takes nothing back.
  expect(withPage(news.reduce(withChanges, start), 1, three).items.get("a")?.name).toBe("new");
  expect([...withPage(start, 5, [item("d", { listVersion: 5 })]).items.keys()]).toEqual(["d"]);
});

test("what is queued shows until it is answered; what is refused waits for a person and can be tried again or left", () => {
  const queued = [add("new"), check("new"), check("a")].reduce(
    (now, change) => enqueue(now, change, new Date(1)),
    startReplica("ben", 1, three),
  );
  expect(viewOf(queued).map(({ id, status }) => `${id} ${status}`)).toEqual(["a checked", "b open", "c open", "new checked"]);
  const answered = withAnswers(queued, [
    { id: "new", problem: "too late" },
    { id: "check a", problem: null },
  ]);
  expect(answered.queue.map(({ change, problem }) => [change.id, problem])).toEqual([
    ["new", "too late"],
    ["check new", null],
  ]);
  expect(viewOf(answered).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(toSend(again(answered, "new"), 1)).toEqual([add("new")]);
  expect(withoutChange(answered, "new").queue).toEqual([]);
});

test("items and changes survive JSON", () => {
  const full = item("a", {
    priceCents: 349n as never,
    worthCents: 9_007_199_254_740_993n as never,
    offers: [
      { storeId: "s", unitPriceCents: null },
      { storeId: "t", unitPriceCents: 1n as never },
    ],
    statusAt: new Date(5),
  });
  const through = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  expect(itemFromWire(through(itemToWire(full)))).toEqual(full);
  for (const change of [
    add("x"),
    check("a"),
    { id: "e", kind: "edit", itemId: "a", version: 1, set: { offers: full.offers, worthCents: null } },
  ] as const)
    expect(changeFromWire(through(changeToWire(change)))).toEqual(change);
});
