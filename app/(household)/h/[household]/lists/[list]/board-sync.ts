import { makeRoomFor, openDevice, type KeptChange } from "@/app/_device/database";
import { keepPage, sendLater } from "@/app/_device/worker";
import { changeFromWire, changesFromWire, changeToWire, itemFromWire, itemToWire, type WireChanges } from "@/lib/lists/wire";
import { toSend, withAnswers, withChanges, withEarlier, withPage, type Queued } from "@/lib/lists/replica";
import { liveLink } from "../../_live/live-link";
import { readyForAway } from "./away-parts";
import type { BoardStore } from "./board-store";

export type SyncOptions = {
  readonly store: BoardStore;
  readonly household: string;
  readonly list: { readonly id: string; readonly name: string; readonly archived: boolean };
  readonly person: string;
  readonly member: string;
  readonly build: string;
  /** Why a whole sending was refused, in words. */
  readonly refused: string;
  /** The list itself was renamed, put away or taken out again. */
  readonly onListChanged: () => void;
};

type Reply = {
  readonly answers: readonly { readonly id: string; readonly problem?: { readonly text: string } }[];
  readonly changes: WireChanges;
};

const MOST_AT_ONCE = 50;
const ANSWER_WITHIN_MS = 20_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const SAVE_AFTER_MS = 400;
/** One page or service worker of this browser sends at a time, so that the order stays. */
const LOCK = "commonpurse-send";

/** Keeps what is done on the device, sends it in its order, and follows what the others do. The answer stops it. */
export function startSync({ store, household, list, person, member, build, refused, onListChanged }: SyncOptions): () => void {
  const opened = openDevice().then(async (database) => {
    await makeRoomFor(database, person);
    return database;
  });
  // Without a place to keep things (a private window), the page works all the same.
  const device = opened.catch(() => null);
  let stopped = false;
  let sending = false;
  let tries = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let savedVersion = -1;

  const keep = async ({ change, at, problem }: Queued): Promise<void> => {
    const kept: KeptChange = { id: change.id, list: list.id, household, person, member, at, change: changeToWire(change), problem };
    await (await device)?.put("queue", kept);
  };
  const forget = async (ids: readonly string[]): Promise<void> => {
    const database = await device;
    if (database) await Promise.all(ids.map((id) => database.delete("queue", id)));
  };
  const save = async (): Promise<void> => {
    const { version, items } = store.replica;
    if (version === savedVersion) return;
    savedVersion = version;
    const wired = [...items.values()].filter(({ status }) => status !== "removed").map(itemToWire);
    await (await device)?.put("lists", { id: list.id, household, person, member, name: list.name, version, items: wired });
  };

  const post = async (changes: ReturnType<typeof toSend>): Promise<Response> =>
    fetch(`/api/h/${household}/lists/${list.id}/sync`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ member, since: store.replica.version, changes: changes.map(changeToWire) }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });

  /** Sends once; true when there may be more to send. */
  const sendOnce = async (): Promise<boolean> => {
    const changes = toSend(store.replica, MOST_AT_ONCE);
    if (changes.length === 0 || stopped) return false;
    const response = await post(changes);
    if (response.status === 401 || response.status === 409) {
      store.say({ sending: response.status === 401 ? "signIn" : "other" });
      return false;
    }
    if (response.status >= 500) throw new Error(`sync answered ${response.status}`);
    const reply = response.ok ? ((await response.json()) as Reply) : null;
    const answers = reply
      ? reply.answers.map(({ id, problem }) => ({ id, problem: problem?.text ?? null }))
      : changes.map(({ id }) => ({ id, problem: refused }));
    store.update((replica) => {
      const answered = withAnswers(replica, answers);
      return reply ? withChanges(answered, changesFromWire(reply.changes)) : answered;
    });
    store.say({ sending: "ok" });
    tries = 0;
    await forget(answers.filter(({ problem }) => problem === null).map(({ id }) => id));
    await Promise.all(store.replica.queue.filter(({ problem }) => problem !== null).map(keep));
    if (answers.length === 0) throw new Error("nothing was answered");
    return true;
  };
  const send = async (): Promise<void> => {
    if (sending || stopped) return;
    sending = true;
    clearTimeout(retry);
    try {
      const all = async () => {
        while (await sendOnce());
      };
      await ("locks" in navigator ? navigator.locks.request(LOCK, all) : all());
    } catch {
      store.say({ sending: "away" });
      void sendLater();
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries) * (0.6 + Math.random() * 0.8);
      tries += 1;
      retry = setTimeout(() => void send(), wait);
    } finally {
      sending = false;
    }
  };
  const sendNow = () => {
    tries = 0;
    void send();
  };

  store.onChange = (queued) => {
    // Kept and sent at the same time: whichever comes first, it is in one of the two places.
    keep(queued).catch(() => undefined);
    void send();
  };
  const saveNow = () => void save().catch(() => undefined);
  // At once, and again after a while if more has come: the page may be closed in the next moment.
  const unsubscribe = store.subscribe(() => {
    if (saving !== undefined) return;
    saveNow();
    saving = setTimeout(() => {
      saving = undefined;
      saveNow();
    }, SAVE_AFTER_MS);
  });
  window.addEventListener("pagehide", saveNow);
  const onAway = () => store.say({ sending: "away", here: [] });
  window.addEventListener("online", sendNow);
  window.addEventListener("focus", sendNow);
  window.addEventListener("offline", onAway);
  if (!navigator.onLine) onAway();

  let unwatch: () => void = () => undefined;
  const begin = async (): Promise<void> => {
    // What was done before the sync was there.
    const here = store.replica.queue;
    await Promise.all(here.map(keep));
    const database = await device;
    const kept = await database?.get("lists", list.id);
    if (stopped) return;
    if (kept?.member === member) store.update((replica) => withPage(replica, kept.version, kept.items.map(itemFromWire)));
    const earlier = (await database?.getAllFromIndex("queue", "list", list.id)) ?? [];
    const mine = earlier
      .filter((each) => each.member === member)
      .map((each): Queued => ({ change: changeFromWire(each.change), at: each.at, problem: each.problem }));
    if (stopped) return;
    if (mine.length > 0) store.update((replica) => withEarlier(replica, mine));
    saveNow();
    unwatch = liveLink(household).watchList({
      listId: list.id,
      version: () => store.replica.version,
      onChanges: (changes) => {
        store.update((replica) => withChanges(replica, changes));
        if (changes.name !== list.name || changes.archived !== list.archived) onListChanged();
      },
      onHere: (memberIds) => store.say({ here: memberIds.filter((id) => id !== member) }),
      onState: (state) => {
        if (state === "signedOut") store.say({ sending: "signIn", here: [] });
        else if (state === "open") {
          if (store.state().sending !== "ok") store.say({ sending: "ok" });
          sendNow();
        } else if (state === "connecting") store.say({ here: [] });
      },
    });
    void send();
    await readyForAway();
    await keepPage(`/h/${household}/lists/${list.id}`, build);
  };
  begin().catch(() => undefined);

  return () => {
    stopped = true;
    clearTimeout(retry);
    clearTimeout(saving);
    saveNow();
    unsubscribe();
    unwatch();
    store.onChange = () => undefined;
    window.removeEventListener("pagehide", saveNow);
    window.removeEventListener("online", sendNow);
    window.removeEventListener("focus", sendNow);
    window.removeEventListener("offline", onAway);
  };
}

/** Forgets on the device what was taken back before it was sent. */
export async function forgetChange(id: string): Promise<void> {
  const database = await openDevice();
  await database.delete("queue", id);
  database.close();
}
