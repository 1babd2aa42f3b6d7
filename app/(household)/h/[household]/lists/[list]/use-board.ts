"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useCallback, useEffect, useOptimistic, useRef, useState } from "react";
import { v7 as newCommandId } from "uuid";
import { COMMAND_ID, IDLE } from "@/app/_forms/state";
import { useToast } from "@/app/_ui/toast";
import type { ItemFields } from "@/lib/lists/item";
import type { ListItem } from "@/lib/lists/queries";
import type { HandStatus } from "@/lib/lists/status";
import { addByLineAction, moveItemAction, setStatusAction, type Answer } from "./actions";
import { LAST_KEY, withChange } from "./board-state";
import type { Frame } from "./frame";
import type { Unsent } from "./quick-add";

/** How long a ticked row stays, struck through, before it moves to the basket; in ms. */
const STRUCK_MS = 900;

function without<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  return new Set([...set].filter((one) => one !== value));
}

/** The items as they are and as they are about to be, and what can be done with them at once. */
export function useBoard(frame: Frame, fromServer: readonly ListItem[]) {
  const t = useTranslations("lists.board");
  const tRow = useTranslations("lists.row");
  const tForm = useTranslations("common.form");
  const toast = useToast();
  const [items, apply] = useOptimistic(fromServer, withChange);
  const [struck, setStruck] = useState<ReadonlySet<string>>(new Set());
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  const [said, setSaid] = useState("");
  const [sending, setSending] = useState(0);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const pending = timers.current;
    return () => pending.forEach(clearTimeout);
  }, []);

  // What is on its way is counted outside the transition: inside, the number would wait with it.
  const counted = useCallback((by: 1 | -1) => setSending((count) => count + by), []);

  // Coming back to the page, or to the network, shows what the others did meanwhile.
  const router = useRouter();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", look);
    };
  }, [router]);

  const previous = useRef<Promise<unknown>>(Promise.resolve());
  /** One after the other: an undo must not overtake what it undoes, nor a line the one before it. */
  const inTurn = useCallback(<T>(send: () => Promise<T>): Promise<T> => {
    const sent = previous.current.then(send, send);
    previous.current = sent;
    return sent;
  }, []);

  /** Shows the change, sends it, and takes it back with a word if it was refused or didn't get through. */
  const attempt = useCallback(
    (change: Parameters<typeof withChange>[1], send: () => Promise<Answer>) => {
      counted(1);
      startTransition(async () => {
        apply(change);
        const answer = await inTurn(send).catch((): Answer => ({ ok: false, text: tForm("offline") }));
        counted(-1);
        if (!answer.ok) toast({ text: answer.text });
      });
    },
    [apply, counted, inTurn, tForm, toast],
  );

  const setStatus = useCallback(
    (item: ListItem, to: HandStatus) => {
      const change = (next: HandStatus) =>
        attempt({ kind: "status", itemId: item.id, to: next, by: frame.me, at: new Date() }, () =>
          setStatusAction({ household: frame.householdId, commandId: newCommandId(), item: item.id, to: next }),
        );
      if (to === "checked" && !window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
        setStruck((before) => new Set([...before, item.id]));
        timers.current.add(setTimeout(() => setStruck((before) => without(before, item.id)), STRUCK_MS));
      }
      change(to);
      const before = item.status;
      const undo =
        before === "bought"
          ? undefined
          : () => {
              setStruck((set) => without(set, item.id));
              change(before);
            };
      toast({ text: t(to === "checked" ? "checked" : to === "open" ? "unchecked" : "removed", { name: item.name }), undo });
    },
    [attempt, frame.householdId, frame.me, t, toast],
  );

  const move = useCallback(
    (item: ListItem, anchorId: string, side: "before" | "after") => {
      attempt({ kind: "move", itemId: item.id, anchorId, side }, () =>
        moveItemAction({ household: frame.householdId, commandId: newCommandId(), item: item.id, anchor: anchorId, side }),
      );
      setSaid(tRow("moved", { name: item.name }));
    },
    [attempt, frame.householdId, tRow],
  );

  const drop = useCallback((commandId: string) => setUnsent((before) => before.filter((one) => one.commandId !== commandId)), []);

  const add = useCallback(
    (line: string, fields: ItemFields, commandId: string) => {
      drop(commandId);
      const item: ListItem = {
        ...fields,
        id: commandId,
        requesterId: frame.me,
        status: "open",
        statusById: null,
        statusAt: null,
        sortKey: LAST_KEY,
        version: 1,
      };
      counted(1);
      startTransition(async () => {
        apply({ kind: "add", item });
        const sent = new FormData();
        for (const [name, value] of [
          [COMMAND_ID, commandId],
          ["household", frame.householdId],
          ["list", frame.list.id],
          ["line", line],
        ] as const)
          sent.set(name, value);
        const answer = await inTurn(() => addByLineAction(IDLE, sent)).catch(() => null);
        counted(-1);
        if (answer?.status === "done") setSaid(t("added", { name: fields.name }));
        else
          setUnsent((before) => [
            ...before,
            {
              commandId,
              line,
              item: fields,
              text: answer ? (answer.errors?.["line"]?.text ?? answer.failure?.text ?? tForm("unexpected")) : tForm("offline"),
            },
          ]);
      });
    },
    [apply, counted, drop, frame.householdId, frame.list.id, frame.me, inTurn, t, tForm],
  );

  return { items, struck, unsent, said, sending, setStatus, move, add, drop, newCommandId };
}
