"use client";

import { Plus, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState, useDeferredValue, useEffect, useId, useMemo, useRef, useState, type FormEvent } from "react";
import { COMMAND_ID, IDLE } from "@/app/_forms/state";
import { FieldError } from "@/app/_ui/field";
import type { Failure } from "@/lib/kernel/result";
import { BLANK_ITEM, type ItemFields } from "@/lib/lists/item";
import type { QuickAddContext, readQuickAdd } from "@/lib/lists/quick-add";
import { addByLineAction } from "./actions";
import { onPlainClick } from "./address";
import { loadReader } from "./away-parts";
import { activeMembers, type Frame } from "./frame";
import { Understood } from "./understood";
import { UnsentNotes, type Unsent } from "./unsent";

type Props = {
  readonly frame: Frame;
  readonly commandId: string;
  /** Adds the item to the screen and sends the line. */
  readonly send: (line: string, item: ItemFields, commandId: string) => void;
  readonly unsent: readonly Unsent[];
  readonly retry: (id: string) => void;
  readonly drop: (id: string) => void;
  readonly fullHref: string;
  readonly openFull: (item: ItemFields) => void;
  readonly newCommandId: () => string;
};

function quickAddContext(frame: Frame): QuickAddContext {
  return {
    today: frame.today,
    currency: frame.currency,
    digits: frame.digits,
    stores: frame.stores.filter(({ active }) => active),
    members: activeMembers(frame),
    me: frame.me,
    listStoreId: frame.list.storeId,
    categories: frame.categories,
  };
}

type Reader = typeof readQuickAdd;

/** The line in which most things are added, with how it is understood above it. Without scripts it is a plain form. */
export function QuickAdd({ frame, commandId, send, unsent, retry, drop, fullHref, openFull, newCommandId }: Props) {
  const t = useTranslations("lists.add");
  const tLists = useTranslations("errors.lists");
  const tMoney = useTranslations("errors.money");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [state, post] = useActionState(addByLineAction, IDLE);
  const [line, setLine] = useState(state.status === "error" ? (state.fields?.["line"]?.[0] ?? "") : "");
  const [tried, setTried] = useState<Failure | null>(null);
  const context = useMemo(() => quickAddContext(frame), [frame]);
  // What reads the line comes when somebody begins to write.
  const [reader, setReader] = useState<Reader | null>(null);
  // What was typed before the scripts ran is in the field, not yet here.
  useEffect(() => {
    if (!field.current?.value) return;
    setLine(field.current.value);
    void loadReader().then(
      (read) => setReader(() => read),
      () => undefined,
    );
  }, []);
  const slowLine = useDeferredValue(line);
  const load = () => {
    if (!reader)
      void loadReader().then(
        (read) => setReader(() => read),
        () => undefined,
      );
  };
  const understood = useMemo(() => (reader ? reader(slowLine, context) : { item: BLANK_ITEM, problems: [] }), [reader, slowLine, context]);

  const say = ({ code, values }: Failure): string => {
    const [namespace, key = ""] = code.split(".");
    return (namespace === "money" ? tMoney : tLists)(key, values ? { ...values } : undefined);
  };
  // While writing, only what is already wrong is said; that nothing is written yet isn't.
  const [problem] = understood.problems;
  const whileWriting = problem && problem.code !== "lists.name_missing" ? say(problem) : undefined;
  const posted =
    state.status === "error" && tried === null && line === (state.fields?.["line"]?.[0] ?? "")
      ? (state.errors?.["line"]?.text ?? state.failure?.text)
      : undefined;
  const error = tried ? say(tried) : (posted ?? whileWriting);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // If the reader can't be had, the line goes as it is: the server reads it too.
    const read = reader ?? (await loadReader().catch(() => null));
    const now = read ? read(line, context) : { item: { ...BLANK_ITEM, name: line.trim() }, problems: [] };
    const [wrong] = now.problems;
    if (wrong) {
      setTried(wrong);
      field.current?.focus();
      return;
    }
    send(line, now.item, newCommandId());
    setLine("");
    setTried(null);
    field.current?.focus();
  };

  return (
    <div className="grid gap-2">
      <UnsentNotes
        unsent={unsent}
        actions={{
          retry,
          drop,
          edit: (one) => {
            setLine(one.line);
            drop(one.id);
            field.current?.focus();
          },
        }}
      />
      <div id={`${id}-hint`} className="min-h-0">
        {error ? <FieldError id={id}>{error}</FieldError> : null}
        {line.trim() !== "" && understood.item.name !== "" ? (
          <p>
            <span className="sr-only">{t("understood")}: </span>
            <Understood item={understood.item} frame={frame} />
          </p>
        ) : null}
      </div>
      <form action={post} onSubmit={submit} className="flex items-center gap-2" aria-label={t("label", { list: frame.list.name })}>
        <input type="hidden" name={COMMAND_ID} value={state.commandId ?? commandId} readOnly />
        <input type="hidden" name="household" value={frame.householdId} readOnly />
        <input type="hidden" name="list" value={frame.list.id} readOnly />
        <input
          ref={field}
          id={id}
          name="line"
          type="text"
          className="input"
          value={line}
          onFocus={load}
          onChange={(event) => {
            load();
            setLine(event.target.value);
            setTried(null);
          }}
          placeholder={t("placeholder", { list: frame.list.name })}
          aria-label={t("label", { list: frame.list.name })}
          aria-describedby={`${id}-hint`}
          aria-invalid={error ? true : undefined}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="done"
        />
        <a
          href={fullHref}
          className="icon-button icon-button-square"
          aria-label={t("full")}
          title={t("full")}
          onClick={(event) => onPlainClick(event, () => openFull(understood.item))}
        >
          <SlidersHorizontal />
        </a>
        <button type="submit" className="icon-button icon-button-square icon-button-filled" aria-label={t("submit")}>
          <Plus />
        </button>
      </form>
    </div>
  );
}
