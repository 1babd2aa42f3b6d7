"use client";

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

  /** Counts what is on its way; the number shows until the last answer is there. */
  const onItsWay = useCallback(async <T,>(answer: Promise<T>): Promise<T> => {
    setSending((count) => count + 1);
    try {
      return await answer;
    } finally {
      setSending((count) => count - 1);
    }
  }, []);

  /** Shows the change, sends it, and takes it back with a word if it was refused or didn't get through. */
  const attempt = useCallback(
    (change: Parameters<typeof withChange>[1], send: () => Promise<Answer>) => {
      startTransition(async () => {
        apply(change);
        const answer = await onItsWay(send()).catch((): Answer => ({ ok: false, text: tForm("offline") }));
        if (!answer.ok) toast({ text: answer.text });
      });
    },
    [apply, onItsWay, tForm, toast],
  );

  const setStatus = useCallback(
    (item: ListItem, to: HandStatus) => {
      const change = (next: HandStatus) =>
        attempt({ kind: "status", itemId: item.id, to: next, by: frame.me, at: new Date() }, () => setStatusAction({ household: frame.householdId, commandId: newCommandId(), item: item.id, to: next }));
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
      attempt({ kind: "move", itemId: item.id, anchorId, side }, () => moveItemAction({ household: frame.householdId, commandId: newCommandId(), item: item.id, anchor: anchorId, side }));
      setSaid(tRow("moved", { name: item.name }));
    },
    [attempt, frame.householdId, tRow],
  );

  const drop = useCallback((commandId: string) => setUnsent((before) => before.filter((one) => one.commandId !== commandId)), []);

  const add = useCallback(
    (line: string, fields: ItemFields, commandId: string) => {
      drop(commandId);
      const item: ListItem = { ...fields, id: commandId, requesterId: frame.me, status: "open", statusById: null, statusAt: null, sortKey: LAST_KEY, version: 1 };
      startTransition(async () => {
        apply({ kind: "add", item });
        const sent = new FormData();
        for (const [name, value] of [[COMMAND_ID, commandId], ["household", frame.householdId], ["list", frame.list.id], ["line", line]] as const) sent.set(name, value);
        const answer = await onItsWay(addByLineAction(IDLE, sent)).catch(() => null);
        if (answer?.status === "done") setSaid(t("added", { name: fields.name }));
        else setUnsent((before) => [...before, { commandId, line, item: fields, text: answer ? (answer.errors?.["line"]?.text ?? answer.failure?.text ?? tForm("unexpected")) : tForm("offline") }]);
      });
    },
    [apply, drop, frame.householdId, frame.list.id, frame.me, onItsWay, t, tForm],
  );

  return { items, struck, unsent, said, sending, setStatus, move, add, drop, newCommandId };
}
