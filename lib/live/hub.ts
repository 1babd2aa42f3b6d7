import { newId, type Id } from "@/lib/kernel/id";
import { Listener } from "./listener";
import type { Notice, Topic } from "./notice";
import { Presence } from "./presence";

/** An open page, and what it wants to hear. */
export type Page = {
  readonly householdId: Id;
  readonly memberId: Id;
  readonly sessionId: Id;
  /** The list it shows, if it shows one. */
  readonly listId: Id | null;
  /** Any list of the household has changed. */
  readonly onList: (listId: Id, version: number) => void;
  readonly onTopic: (topic: Topic) => void;
  /** Who is on the page's list now. */
  readonly onHere: (memberIds: readonly Id[]) => void;
  /** The right to listen may have ended: look again. */
  readonly onDoubt: () => void;
  /** Changes may have been missed: catch up. */
  readonly onGap: () => void;
};

/** How often this server says again who is here; in ms. */
const SAY_AGAIN_MS = 20_000;

/** Hands what the database tells this process to the open pages it concerns. */
export class Hub {
  readonly #server = newId();
  readonly #pages = new Map<Id, Set<Page>>();
  readonly #presence = new Presence();
  readonly #listener: Listener;
  readonly #again: ReturnType<typeof setInterval>;

  constructor(connectionString: string) {
    this.#listener = new Listener(connectionString, {
      onNotice: (notice) => this.#hear(notice),
      onGap: () => {
        for (const page of this.#all()) page.onGap();
        this.#sayAll();
      },
    });
    this.#again = setInterval(() => this.#sayAll(), SAY_AGAIN_MS);
    this.#again.unref();
  }

  ready(): Promise<void> {
    return this.#listener.ready();
  }

  /** Tells a page from now on; call the answer when it is closed. */
  open(page: Page): () => void {
    const pages = this.#pages.get(page.householdId) ?? new Set();
    this.#pages.set(page.householdId, pages.add(page));
    if (page.listId !== null) {
      this.#say(page.householdId, page.listId, true);
      page.onHere(this.#presence.on(page.listId, Date.now()));
    }
    return () => {
      if (!pages.delete(page)) return;
      if (pages.size === 0) this.#pages.delete(page.householdId);
      if (page.listId !== null) this.#say(page.householdId, page.listId, false);
    };
  }

  /** How many pages this process tells. */
  size(): number {
    return [...this.#pages.values()].reduce((sum, pages) => sum + pages.size, 0);
  }

  async stop(): Promise<void> {
    clearInterval(this.#again);
    await this.#listener.stop();
  }

  #all(): Page[] {
    return [...this.#pages.values()].flatMap((pages) => [...pages]);
  }

  #hear(notice: Notice): void {
    if (notice.kind === "session") {
      for (const page of this.#all()) if (page.sessionId === notice.session) page.onDoubt();
      return;
    }
    const pages = [...(this.#pages.get(notice.household) ?? [])];
    switch (notice.kind) {
      case "list":
        for (const page of pages) page.onList(notice.list, notice.version);
        return;
      case "topic":
        for (const page of pages) {
          if (notice.topic === "household") page.onDoubt();
          page.onTopic(notice.topic);
        }
        return;
      case "here": {
        const now = Date.now();
        if (notice.ask && notice.server !== this.#server) this.#say(notice.household, notice.list, false, true);
        if (!this.#presence.hear(notice.list, notice.server, notice.members, now)) return;
        const here = this.#presence.on(notice.list, now);
        for (const page of pages) if (page.listId === notice.list) page.onHere(here);
      }
    }
  }

  #membersOn(householdId: Id, listId: Id): Id[] {
    const pages = [...(this.#pages.get(householdId) ?? [])].filter((page) => page.listId === listId);
    return [...new Set(pages.map(({ memberId }) => memberId))];
  }

  /** Says who looks at a list through this process. `onlyIfSome`: silence is enough when nobody does. */
  #say(household: Id, list: Id, ask: boolean, onlyIfSome = false): void {
    const members = this.#membersOn(household, list);
    if (onlyIfSome && members.length === 0) return;
    this.#listener.say({ kind: "here", household, list, server: this.#server, members, ...(ask ? { ask } : {}) });
  }

  #sayAll(): void {
    for (const [household, pages] of this.#pages)
      for (const list of new Set([...pages].flatMap(({ listId }) => listId ?? []))) this.#say(household, list, false);
  }
}

// Development reloads modules, and pages and routes are bundled apart; one connection must serve them all.
const shared = globalThis as unknown as { commonpurseHub?: Hub };

/** The hub of this process, made when the first page listens. */
export function liveHub(): Hub {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set: start the app with `npm start`");
  shared.commonpurseHub ??= new Hub(connectionString);
  return shared.commonpurseHub;
}
