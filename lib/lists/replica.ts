import type { Id } from "@/lib/kernel/id";
import { itemOf, type Change } from "./change";
import type { ListChanges, ListItem } from "./queries";
import { keyBetween } from "./sort-key";

/** A change that the server hasn't confirmed. `problem`: it refused it, so that a person has to decide. */
export type Queued = { readonly change: Change; readonly at: Date; readonly problem: string | null };

/** What a device knows of a list: the server's word up to a version, and what was done here since. Never changed, only replaced. */
export type Replica = {
  readonly me: Id;
  readonly version: number;
  readonly items: ReadonlyMap<Id, ListItem>;
  readonly queue: readonly Queued[];
};

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

/** A device that sees a list for the first time. */
export function startReplica(me: Id, version: number, items: readonly ListItem[]): Replica {
  return { me, version, items: new Map(items.map((item) => [item.id, item])), queue: [] };
}

/** A page from the server: everything it shows, at a version. An older one adds nothing but what it knows better. */
export function withPage(replica: Replica, version: number, items: readonly ListItem[]): Replica {
  if (version < replica.version) return withNewer(replica, replica.version, items, false);
  const newer = [...replica.items.values()].filter(({ listVersion }) => listVersion > version);
  return { ...replica, version, items: new Map([...items, ...newer].map((item) => [item.id, item])) };
}

/** What the server says has changed since a version this device had. In any order, and twice, it comes to the same. */
export function withChanges(replica: Replica, { version, items }: Pick<ListChanges, "version" | "items">): Replica {
  return withNewer(replica, Math.max(version, replica.version), items, true);
}

function withNewer(replica: Replica, version: number, items: readonly ListItem[], alsoUnknown: boolean): Replica {
  const known = new Map(replica.items);
  for (const item of items) {
    const before = known.get(item.id);
    if (before ? item.listVersion >= before.listVersion : alsoUnknown) known.set(item.id, item);
  }
  return { ...replica, version, items: known };
}

/** Does something on this device. */
export function enqueue(replica: Replica, change: Change, at: Date): Replica {
  return { ...replica, queue: [...replica.queue, { change, at, problem: null }] };
}

/** What to send next, in the order in which it was done. */
export function toSend(replica: Replica, most: number): Change[] {
  return replica.queue
    .filter(({ problem }) => problem === null)
    .slice(0, most)
    .map(({ change }) => change);
}

/** The server has answered: what it took is its word now, what it refused (`problem` says why) waits for a person. */
export function withAnswers(replica: Replica, answers: readonly { readonly id: Id; readonly problem: string | null }[]): Replica {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const queue = replica.queue.flatMap((queued) => {
    const answer = byId.get(queued.change.id);
    if (!answer) return [queued];
    return answer.problem === null ? [] : [{ ...queued, problem: answer.problem }];
  });
  return { ...replica, queue };
}

/** What this device did in an earlier life, before what it did since. */
export function withEarlier(replica: Replica, earlier: readonly Queued[]): Replica {
  const known = new Set(replica.queue.map(({ change }) => change.id));
  return { ...replica, queue: [...earlier.filter(({ change }) => !known.has(change.id)), ...replica.queue] };
}

/** Forgets a change that was never taken, and what was done on this device to an item that it would have added. */
export function withoutChange(replica: Replica, id: Id): Replica {
  const added = replica.queue.some(({ change }) => change.id === id && change.kind === "add");
  return { ...replica, queue: replica.queue.filter(({ change }) => change.id !== id && !(added && itemOf(change) === id)) };
}

/** Tries a refused change again, and what was refused because of it. */
export function again(replica: Replica, id: Id): Replica {
  return {
    ...replica,
    queue: replica.queue.map((queued) => (queued.change.id === id || itemOf(queued.change) === id ? { ...queued, problem: null } : queued)),
  };
}

/** The list as it is for who looks at this device: the server's word, and on top what is on its way. */
export function viewOf(replica: Replica): readonly ListItem[] {
  const waiting = replica.queue.filter(({ problem }) => problem === null);
  return waiting.reduce<readonly ListItem[]>(
    (items, { change, at }) => withChange(items, change, replica.me, at),
    [...replica.items.values()],
  );
}

/** The items as they will be when the change has arrived and nobody else did anything. */
export function withChange(items: readonly ListItem[], change: Change, me: Id, at: Date): readonly ListItem[] {
  if (change.kind === "add") return added(items, change, me);
  if (change.kind === "move") return moved(items, change);
  return items.map((item) => (item.id === change.itemId ? changed(item, change, me, at) : item));
}

function added(items: readonly ListItem[], { id, fields }: Extract<Change, { kind: "add" }>, me: Id): readonly ListItem[] {
  if (items.some((item) => item.id === id)) return items;
  const place = { sortKey: LAST_KEY, version: 1, listVersion: 0, cameBack: false };
  return [...items, { ...fields, id, requesterId: me, status: "open", statusById: null, statusAt: null, ...place }];
}

function changed(item: ListItem, change: Exclude<Change, { kind: "add" | "move" }>, me: Id, at: Date): ListItem {
  const becomes = (status: ListItem["status"]): ListItem => ({ ...item, status, statusById: me, statusAt: at, cameBack: false });
  switch (change.kind) {
    case "edit":
      if (item.status === "bought") return item;
      return { ...(item.status === "removed" ? becomes("open") : item), ...change.set, version: item.version + 1 };
    case "check":
      return item.status === "bought" || item.status === "checked" ? item : becomes("checked");
    case "uncheck":
      return item.status === "checked" && item.statusById === change.seen ? becomes("open") : item;
    case "remove":
      if (item.status === "bought" || (item.status === "checked" && change.open && item.statusById !== me)) return item;
      return item.version === change.version ? becomes("removed") : { ...item, cameBack: true };
    case "restore":
      return item.status === "removed" ? becomes(change.to) : item;
    case "keep":
      return { ...item, cameBack: false };
  }
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
