import { seesBalances, type Actor } from "@/lib/auth/actor";
import type { Id } from "@/lib/kernel/id";
import type { Hub } from "@/lib/live/hub";
import type { Topic } from "@/lib/live/notice";
import { log } from "@/lib/log/log";
import { changesAfter } from "./queries";
import { changesToWire } from "./wire";

/** What an open page is told. `list` names the version it brings the page to. */
export type LiveEvent =
  | { readonly event: "list"; readonly id: number; readonly data: string }
  | { readonly event: "topic" | "here" | "hello" | "end"; readonly data: string };

export type LivePage = {
  readonly actor: Actor;
  readonly sessionId: Id;
  /** The list the page shows and the version of it that it has. */
  readonly list: { readonly id: Id; readonly version: number } | null;
  /** The actor as they are now; null when the session or the membership ended. */
  readonly actorNow: () => Promise<Actor | null>;
  readonly send: (event: LiveEvent) => void;
  /** True while what was sent before waits in the connection: then changes are gathered. */
  readonly isFull: () => boolean;
};

/** How often the right to listen is looked up again, whatever was heard; in ms. */
const LOOK_AGAIN_MS = 60_000;
/** Pages at the same version want the same changes: they are read once. How long an answer is kept for the others; in ms. */
const KEPT_MS = 2_000;

type Told = { readonly version: number; readonly data: string };
const told = new Map<string, Promise<Told | null>>();

async function readAfter(householdId: Id, listId: Id, from: number): Promise<Told | null> {
  const changes = await changesAfter(householdId, listId, from);
  return changes && { version: changes.version, data: JSON.stringify(changesToWire(changes)) };
}

/** What changed after `from`, up to `wanted` at least: a version that is committed. Read once for all pages that ask for the same. */
function readOnce(householdId: Id, listId: Id, from: number, wanted: number): Promise<Told | null> {
  const key = `${listId} ${from} ${wanted}`;
  const kept = told.get(key) ?? readAfter(householdId, listId, from);
  told.set(key, kept);
  setTimeout(() => told.delete(key), KEPT_MS).unref();
  return kept;
}

/**
 * Tells a page what happens from now on, and what it has missed first. It ends by itself, with a word, when the session or the
 * membership does. The answer closes it; `pulse` is to be called now and then.
 */
export function openLiveStream(hub: Hub, page: LivePage): { readonly close: () => void; readonly pulse: () => void } {
  let actor = page.actor;
  let closed = false;
  let lookedAt = Date.now();
  let looking: Promise<void> | null = null;
  let [sent, wanted, missed] = [page.list?.version ?? 0, 0, true];
  let bringing = false;

  /** Brings the page's list up to date, one step after the other, so that its versions only grow. */
  const bring = async (): Promise<void> => {
    const { list } = page;
    if (bringing || list === null) return;
    bringing = true;
    try {
      while (!closed && !page.isFull() && (missed || wanted > sent)) {
        const fresh = missed;
        missed = false;
        const telling = await (fresh ? readAfter : readOnce)(actor.householdId, list.id, sent, wanted);
        // Nobody is told anything while it is looked up whether they may be.
        await looking;
        if (closed || telling === null) return;
        if (telling.version > sent) page.send({ event: "list", id: telling.version, data: telling.data });
        else wanted = sent;
        sent = Math.max(sent, telling.version);
      }
    } catch (error) {
      missed = true;
      log.warn({ err: error }, "A page couldn't be brought up to date; it is tried again");
    } finally {
      bringing = false;
    }
  };
  const look = (): Promise<void> => {
    lookedAt = Date.now();
    const now = page.actorNow().then((found) => {
      if (closed) return;
      if (!found) {
        page.send({ event: "end", data: "gone" });
        close();
      } else actor = found;
    });
    looking = (looking ?? Promise.resolve()).then(() => now).catch(() => undefined);
    return looking;
  };
  const mayHear = (topic: Topic) => topic !== "balances" || seesBalances(actor);

  const leave = hub.open({
    householdId: actor.householdId,
    memberId: actor.memberId,
    sessionId: page.sessionId,
    listId: page.list?.id ?? null,
    onList: (listId, version) => {
      if (listId === page.list?.id) {
        wanted = Math.max(wanted, version);
        void bring();
      } else if (page.list === null) page.send({ event: "topic", data: '"lists"' });
    },
    onTopic: (topic) => {
      void (looking ?? Promise.resolve()).then(() => {
        if (!closed && mayHear(topic)) page.send({ event: "topic", data: JSON.stringify(topic) });
      });
    },
    onHere: (memberIds) => page.send({ event: "here", data: JSON.stringify(memberIds) }),
    onDoubt: () => void look(),
    onGap: () => {
      missed = true;
      void bring();
      if (page.list === null) page.send({ event: "topic", data: '"gap"' });
    },
  });
  function close(): void {
    if (closed) return;
    closed = true;
    leave();
  }
  page.send({ event: "hello", data: "{}" });
  void bring();
  return {
    close,
    pulse: () => {
      if (Date.now() - lookedAt > LOOK_AGAIN_MS) void look();
      void bring();
    },
  };
}
