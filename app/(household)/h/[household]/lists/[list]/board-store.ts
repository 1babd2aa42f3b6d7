import type { Change } from "@/lib/lists/change";
import type { ListItem } from "@/lib/lists/queries";
import { enqueue, startReplica, viewOf, withPage, type Queued, type Replica } from "@/lib/lists/replica";

/** `ok`, or why nothing can be sent: no network, the session has ended, somebody else is signed in, or the list is gone for us. */
export type Sending = "ok" | "away" | "signIn" | "other";

export type BoardState = {
  /** As they are and as they are about to be. */
  readonly items: readonly ListItem[];
  readonly queue: readonly Queued[];
  readonly sending: Sending;
  /** Who else looks at the list now. */
  readonly here: readonly string[];
};

/** The list on this page: what the server said, and what is on its way. What sends it and listens comes after the first paint. */
export class BoardStore {
  #replica: Replica;
  #state: BoardState;
  readonly #listeners = new Set<() => void>();
  /** Called with each change that is done here. */
  onChange: (queued: Queued) => void = () => undefined;

  constructor(me: string, version: number, items: readonly ListItem[]) {
    this.#replica = startReplica(me, version, items);
    this.#state = { items: viewOf(this.#replica), queue: [], sending: "ok", here: [] };
  }

  get replica(): Replica {
    return this.#replica;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): BoardState => this.#state;

  /** Does something here; it shows at once. */
  do(change: Change): void {
    this.update((replica) => enqueue(replica, change, new Date()));
    const queued = this.#replica.queue.at(-1);
    if (queued) this.onChange(queued);
  }

  /** What the server rendered into the page. */
  showPage(version: number, items: readonly ListItem[]): void {
    this.update((replica) => withPage(replica, version, items));
  }

  update(next: (replica: Replica) => Replica): void {
    const replica = next(this.#replica);
    if (replica === this.#replica) return;
    this.#replica = replica;
    this.say({ items: viewOf(replica), queue: replica.queue });
  }

  say(about: Partial<BoardState>): void {
    this.#state = { ...this.#state, ...about };
    for (const listener of this.#listeners) listener();
  }
}
