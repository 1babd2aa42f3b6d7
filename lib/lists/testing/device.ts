import type { Actor } from "@/lib/auth/actor";
import { newId, type Id } from "@/lib/kernel/id";
import type { Change } from "@/lib/lists/change";
import { BLANK_ITEM } from "@/lib/lists/item";
import { changesAfter, type ListChanges } from "@/lib/lists/queries";
import { enqueue, startReplica, toSend, viewOf, withAnswers, withChanges, withEarlier, withPage, type Replica } from "@/lib/lists/replica";
import { syncList } from "@/lib/lists/sync";
import { changeFromWire, changesFromWire, changesToWire, changeToWire, itemFromWire, itemToWire } from "@/lib/lists/wire";

/** What becomes of a sending: it arrives; it gets lost; it arrives and the answer gets lost; it arrives twice; the answer comes late. */
export const FATES = ["arrives", "lost", "unanswered", "twice", "late"] as const;
export type Fate = (typeof FATES)[number];

/** What somebody may do next; numbers choose among what there is. */
export type Deed = {
  readonly kind: "add" | "rename" | "quantity" | "check" | "uncheck" | "remove" | "restore" | "move" | "keep";
  readonly which: number;
  readonly other: number;
};

const through = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const NAMES = ["Rice", "Milk", "rice", "Eggs", "Tea"];

/** A phone or a computer with the list on it: the real replica and the real server, and between them a network that can do anything. */
export class Device {
  readonly actor: Actor;
  readonly #listId: Id;
  replica: Replica;
  /** What is on disk: the queue as soon as something is done, the list now and then. */
  #kept: { queue: string; list: string };
  /** Answers and news that were under way when something else came first. */
  readonly #late: ((replica: Replica) => Replica)[] = [];
  readonly #onTaken: (change: Change, by: Id) => void;

  constructor(actor: Actor, listId: Id, onTaken: (change: Change, by: Id) => void) {
    this.actor = actor;
    this.#listId = listId;
    this.#onTaken = onTaken;
    this.replica = startReplica(actor.memberId, 0, []);
    this.#kept = { queue: "[]", list: JSON.stringify({ version: 0, items: [] }) };
  }

  /** Does something to what is on the screen; nothing where there is nothing to do it to. */
  do({ kind, which, other }: Deed): Change | null {
    const items = viewOf(this.replica).filter(({ status }) => kind === "restore" || status !== "removed");
    const item = items[which % Math.max(1, items.length)];
    const id = newId();
    const change = ((): Change | null => {
      if (kind === "add") return { id, kind, fields: { ...BLANK_ITEM, name: NAMES[which % NAMES.length] ?? "" } };
      if (!item) return null;
      const about = { id, itemId: item.id };
      switch (kind) {
        case "rename":
          return { ...about, kind: "edit", version: item.version, set: { name: `${item.name.slice(0, 20)}${other % 10}` } };
        case "quantity":
          return { ...about, kind: "edit", version: item.version, set: { quantityMilli: 1000 * (1 + (other % 9)) } };
        case "check":
          return { ...about, kind };
        case "uncheck":
          return { ...about, kind, seen: item.statusById };
        case "remove":
          return { ...about, kind, version: item.version, open: item.status === "open" };
        case "restore":
          return { ...about, kind, to: "open" };
        case "keep":
          return { ...about, kind };
        case "move": {
          const anchor = items[other % items.length];
          return anchor && anchor.id !== item.id ? { ...about, kind, anchorId: anchor.id, side: other % 2 ? "before" : "after" } : null;
        }
      }
    })();
    if (!change) return null;
    this.replica = enqueue(this.replica, change, new Date());
    this.#keepQueue();
    return change;
  }

  /** Sends what waits, and takes the answer as it comes. */
  async send(fate: Fate): Promise<void> {
    const changes = toSend(this.replica, 4);
    if (fate === "lost" || changes.length === 0) return;
    const sending = { since: this.replica.version, changes: through(changes.map(changeToWire)) };
    const answered = await this.#arrives(sending, changes);
    if (fate === "twice") await this.#arrives(sending, changes);
    if (fate === "unanswered") return;
    if (fate === "late") this.#late.push(answered);
    else {
      this.replica = answered(this.replica);
      this.#keepQueue();
    }
  }

  async #arrives(sending: Parameters<typeof syncList>[2], changes: readonly Change[]): Promise<(replica: Replica) => Replica> {
    const synced = await syncList(this.actor, this.#listId, sending);
    if (!synced) throw new Error("the list is gone");
    for (const { id, ok } of synced.answers) {
      const change = changes.find((one) => one.id === id);
      if (ok && change) this.#onTaken(change, this.actor.memberId);
    }
    const answers = synced.answers.map((answer) => ({ id: answer.id, problem: answer.ok ? null : answer.failure.code }));
    const news = through(changesToWire(synced.changes));
    return (replica) => withChanges(withAnswers(replica, answers), changesFromWire(news));
  }

  /** Hears what has changed, at once or with a delay. */
  async hear(late: boolean): Promise<void> {
    const changes: ListChanges | null = await changesAfter(this.actor.householdId, this.#listId, this.replica.version);
    if (!changes) throw new Error("the list is gone");
    const news = through(changesToWire(changes));
    const take = (replica: Replica) => withChanges(replica, changesFromWire(news));
    if (late) this.#late.push(take);
    else this.replica = take(this.replica);
  }

  /** What was under way arrives after all, the last first. */
  takeLate(): void {
    for (const take of this.#late.splice(0).reverse()) this.replica = take(this.replica);
    this.#keepQueue();
  }

  keepList(): void {
    const { version, items } = this.replica;
    this.#kept = { ...this.#kept, list: JSON.stringify({ version, items: [...items.values()].map(itemToWire) }) };
  }

  #keepQueue(): void {
    this.#kept = { ...this.#kept, queue: JSON.stringify(this.replica.queue.map((one) => ({ ...one, change: changeToWire(one.change) }))) };
  }

  /** The battery is empty; afterwards there is what was kept. */
  crash(): void {
    this.#late.splice(0);
    const list = JSON.parse(this.#kept.list) as { version: number; items: Parameters<typeof itemFromWire>[0][] };
    const queue = JSON.parse(this.#kept.queue) as { change: Parameters<typeof changeFromWire>[0]; at: string; problem: string | null }[];
    const started = withPage(startReplica(this.actor.memberId, 0, []), list.version, list.items.map(itemFromWire));
    const earlier = queue.map(({ change, at, problem }) => ({ change: changeFromWire(change), at: new Date(at), problem }));
    this.replica = withEarlier(started, earlier);
  }

  /** Sends and hears until nothing waits any more but what was refused. */
  async settle(): Promise<void> {
    this.takeLate();
    while (toSend(this.replica, 1).length > 0) await this.send("arrives");
    await this.hear(false);
  }

  /** Changes the server refused, which the screen shows for somebody to decide. */
  refused(): ReadonlySet<Id> {
    return new Set(this.replica.queue.filter(({ problem }) => problem !== null).map(({ change }) => change.id));
  }

  /** Everything the screen says, without the refused. */
  screen(): string {
    const said = viewOf(this.replica)
      .filter(({ status }) => status !== "removed")
      .sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id < b.id ? -1 : 1))
      .map((item) => itemToWire(item));
    return JSON.stringify(said);
  }
}
