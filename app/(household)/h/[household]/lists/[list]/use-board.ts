"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { v7 as newCommandId } from "uuid";
import { useToast } from "@/app/_ui/toast";
import { itemOf, type Change } from "@/lib/lists/change";
import type { ItemFields } from "@/lib/lists/item";
import type { ListItem } from "@/lib/lists/queries";
import { again, withoutChange } from "@/lib/lists/replica";
import type { HandStatus } from "@/lib/lists/status";
import { BoardStore } from "./board-store";
import type { Frame } from "./frame";
import type { Unsent } from "./unsent";

/** How long a ticked row stays, struck through, before it moves to the basket; in ms. */
const STRUCK_MS = 900;

function without<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  return new Set([...set].filter((one) => one !== value));
}

/** The change that makes `to` of an item as it is shown here. */
function statusChange(item: ListItem, to: HandStatus): Change {
  const about = { id: newCommandId(), itemId: item.id };
  if (to === "removed") return { ...about, kind: "remove", version: item.version, open: item.status === "open" };
  if (item.status === "removed") return { ...about, kind: "restore", to };
  return to === "checked" ? { ...about, kind: "check" } : { ...about, kind: "uncheck", seen: item.statusById };
}

/** What sends and listens comes after the first paint; where it can't be had yet, when the network is back. */
function useSync(store: BoardStore, frame: Frame): void {
  const t = useTranslations("lists.board");
  const router = useRouter();
  const refused = t("refused");
  const { householdId, list, me, person, build } = frame;
  const { id, name, archived } = list;
  useEffect(() => {
    let stop: () => void = () => undefined;
    let stopped = false;
    const start = async () => {
      const { startSync } = await import("./board-sync");
      if (stopped) return;
      const onListChanged = () => router.refresh();
      stop = startSync({ store, household: householdId, list: { id, name, archived }, person, member: me, build, refused, onListChanged });
    };
    const begin = () => {
      start().catch(() => {
        store.say({ sending: "away" });
        window.addEventListener("online", begin, { once: true });
      });
    };
    begin();
    return () => {
      stopped = true;
      window.removeEventListener("online", begin);
      stop();
    };
  }, [store, householdId, id, name, archived, me, person, build, refused, router]);
}

/** The items as they are and as they are about to be, and what can be done with them at once. */
export function useBoard(frame: Frame, fromServer: readonly ListItem[]) {
  const t = useTranslations("lists.board");
  const tRow = useTranslations("lists.row");
  const toast = useToast();
  const [store] = useState(() => new BoardStore(frame.me, frame.list.version, fromServer));
  const { items, queue, sending, here } = useSyncExternalStore(store.subscribe, store.state, store.state);
  const shownPage = useRef(fromServer);
  useEffect(() => {
    if (shownPage.current === fromServer) return;
    shownPage.current = fromServer;
    store.showPage(frame.list.version, fromServer);
  }, [store, frame.list.version, fromServer]);
  useSync(store, frame);

  const [struck, setStruck] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState("");
  /** The lines as they were written, by the item's id: for taking one back into the field. */
  const [lines] = useState(() => new Map<string, string>());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const pending = timers.current;
    return () => pending.forEach(clearTimeout);
  }, []);

  const setStatus = useCallback(
    (item: ListItem, to: HandStatus) => {
      const before = item.status;
      if (to === "checked" && !window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
        setStruck((set) => new Set([...set, item.id]));
        timers.current.add(setTimeout(() => setStruck((set) => without(set, item.id)), STRUCK_MS));
      }
      store.do(statusChange(item, to));
      const undo =
        before === "bought"
          ? undefined
          : () => {
              setStruck((set) => without(set, item.id));
              const now = store.state().items.find(({ id }) => id === item.id);
              if (now) store.do(statusChange(now, before));
            };
      toast({ text: t(to === "checked" ? "checked" : to === "open" ? "unchecked" : "removed", { name: item.name }), undo });
    },
    [store, t, toast],
  );

  const move = useCallback(
    (item: ListItem, anchorId: string, side: "before" | "after") => {
      store.do({ id: newCommandId(), kind: "move", itemId: item.id, anchorId, side });
      setSaid(tRow("moved", { name: item.name }));
    },
    [store, tRow],
  );

  const add = useCallback(
    (line: string, fields: ItemFields, commandId: string) => {
      lines.set(commandId, line);
      store.do({ id: commandId, kind: "add", fields });
      setSaid(t("added", { name: fields.name }));
    },
    [store, lines, t],
  );

  const edit = useCallback(
    (item: Pick<ListItem, "id" | "version">, set: Partial<ItemFields>) =>
      store.do({ id: newCommandId(), kind: "edit", itemId: item.id, version: item.version, set }),
    [store],
  );

  const keep = useCallback((item: ListItem) => store.do({ id: newCommandId(), kind: "keep", itemId: item.id }), [store]);

  const drop = useCallback(
    (id: string) => {
      store.update((replica) => withoutChange(replica, id));
      void import("./board-sync").then(({ forgetChange }) => forgetChange(id)).catch(() => undefined);
    },
    [store],
  );
  const retry = useCallback(
    (id: string) => {
      store.update((replica) => again(replica, id));
      const queued = store.replica.queue.find(({ change }) => change.id === id);
      if (queued) store.onChange(queued);
    },
    [store],
  );

  const unsent = useMemo(
    () =>
      queue.flatMap(({ change, problem }): Unsent[] => {
        if (problem === null) return [];
        const about = change.kind === "add" ? change.fields.name : items.find(({ id }) => id === change.itemId)?.name;
        return [{ id: change.id, added: change.kind === "add", line: lines.get(change.id) ?? about ?? "", text: problem }];
      }),
    [queue, items, lines],
  );
  /** Items with something on its way. */
  const waiting = useMemo(() => new Set(queue.flatMap(({ change, problem }) => (problem === null ? itemOf(change) : []))), [queue]);

  return {
    items,
    struck,
    unsent,
    waiting,
    sending,
    here,
    said,
    queued: queue.length,
    setStatus,
    move,
    add,
    edit,
    keep,
    drop,
    retry,
    newCommandId,
  };
}
