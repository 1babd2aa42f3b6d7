"use client";

import { ArrowUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent } from "react";
import { Dock } from "@/app/_ui/dock";
import { EmptyState } from "@/app/_ui/feedback";
import { Columns, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { useToast } from "@/app/_ui/toast";
import { concerns, groupItems, type Group } from "@/lib/lists/groups";
import { BLANK_ITEM, type ItemFields } from "@/lib/lists/item";
import type { ListItem } from "@/lib/lists/queries";
import { doneInOrder, LAST_KEY, openInOrder } from "@/lib/lists/replica";
import { pressAction } from "./actions";
import { go, onPlainClick, useAddress } from "./address";
import { loadItemForm } from "./away-parts";
import { AwayNote, BoardSync, WhoIsHere } from "./board-status";
import { Basket, GroupSheet } from "./group-sheet";
import { useItemWords } from "./describe-item";
import { Filters } from "./filters";
import { activeMembers, type Frame } from "./frame";
import { PRESS_FORM, type RowActions, type Waiting } from "./item-row";
import { MergeNotes } from "./merge-notes";
import { QuickAdd } from "./quick-add";
import { useBoard } from "./use-board";
import { useDrag } from "./use-drag";

// Most visits change nothing: the form comes when it is wanted.
const ItemForm = dynamic(() => loadItemForm().then((module) => module.ItemForm));

type Props = { readonly frame: Frame; readonly items: readonly ListItem[]; readonly moreDone: number; readonly commandId: string };

/** The list: what is open, by store; what is in the basket; and the line to add more. What is done here shows at once. */
export function Board({ frame, items: fromServer, moreDone, commandId }: Props) {
  const t = useTranslations("lists.board");
  const tForm = useTranslations("lists.form");
  const address = useAddress();
  const words = useItemWords(frame);
  const toast = useToast();
  const board = useBoard(frame, fromServer);
  const { items, struck, unsent, waiting, sending, here, said, queued, setStatus, move, add, edit, newCommandId } = board;
  const [started, setStarted] = useState<ItemFields | null>(null);

  // A ticked row stays a moment where it was.
  const open = useMemo(
    () =>
      openInOrder(items.map((item) => (struck.has(item.id) && item.status === "checked" ? { ...item, status: "open" as const } : item))),
    [items, struck],
  );
  const done = useMemo(() => doneInOrder(items.filter(({ id }) => !struck.has(id))), [items, struck]);
  const memberIds = activeMembers(frame).map(({ id }) => id);
  const { memberId, ordering } = address;
  const visible = memberId === null ? open : open.filter((item) => concerns(item, memberId, memberIds));
  const groups = groupItems(
    visible,
    frame.stores.map(({ id }) => id),
    frame.list.storeId,
    address.shown,
  );

  const latest = useRef(groups);
  const nudged = useRef<{ readonly itemId: string; readonly direction: -1 | 1 } | null>(null);
  useEffect(() => {
    latest.current = groups;
    // Moving a row in the page takes the focus off its button: bring it back, so that pressing again moves on.
    const wanted = nudged.current;
    if (wanted && document.activeElement === document.body)
      document.querySelectorAll<HTMLElement>(`[data-item="${wanted.itemId}"] .icon-button`)[wanted.direction < 0 ? 0 : 1]?.focus();
  });

  const nudge = useCallback(
    (item: ListItem, direction: -1 | 1) => {
      const group = latest.current.find((one) => one.items.some(({ id }) => id === item.id));
      const at = group?.items.findIndex(({ id }) => id === item.id) ?? -1;
      const neighbour = group?.items[at + direction];
      if (!neighbour) return;
      nudged.current = { itemId: item.id, direction };
      move(item, neighbour.id, direction < 0 ? "before" : "after");
    },
    [move],
  );
  const { drop: dropping, start } = useDrag(
    useCallback(
      ({ itemId, anchorId, side }) => {
        const item = latest.current.flatMap((group) => group.items).find(({ id }) => id === itemId);
        if (item) move(item, anchorId, side);
      },
      [move],
    ),
  );
  const drag = useCallback((event: PointerEvent<HTMLElement>, item: ListItem) => start(event, item.id), [start]);
  const actions: RowActions = useMemo(() => ({ setStatus, nudge, drag }), [setStatus, nudge, drag]);

  const closeHref = address.with({ editing: null });
  const close = () => go(closeHref);
  const saved = (name: string) => {
    setStarted(null);
    toast({ text: t("saved", { name }) });
    close();
  };
  const blank: ItemFields = { ...BLANK_ITEM, offers: frame.list.storeId ? [{ storeId: frame.list.storeId, unitPriceCents: null }] : [] };
  const editing = address.editing;
  const isFormOpen =
    (editing === "new" && !frame.list.archived) ||
    groups.some((group) => group.items.some(({ id, requesterId }) => id === editing && (frame.adult || requesterId === frame.me)));
  const isWaiting = (item: ListItem): Waiting =>
    !waiting.has(item.id) ? null : sending !== "ok" ? "later" : item.sortKey === LAST_KEY ? "sending" : null;
  const editForm = (item: ListItem) => (
    <ItemForm
      queueOnly={sending !== "ok" || waiting.has(item.id)}
      queue={(set) => edit(item, set)}
      frame={frame}
      words={words}
      item={item}
      existing={{ id: item.id, version: item.version }}
      commandId={commandId}
      closeHref={closeHref}
      onClose={close}
      onSaved={saved}
      onRemove={() => {
        setStatus(item, "removed");
        close();
      }}
    />
  );
  const sheet = (group: Group<ListItem>) => (
    <GroupSheet
      key={group.key}
      group={group}
      frame={frame}
      words={words}
      address={address}
      ordering={ordering}
      actions={actions}
      struck={struck}
      dropping={dropping}
      editForm={editForm}
      isWaiting={isWaiting}
    />
  );
  const [first, ...rest] = groups;
  const basket =
    done.length > 0 && address.shown.kind === "all" ? (
      <Basket done={done} moreDone={moreDone} frame={frame} words={words} actions={actions} isWaiting={isWaiting} />
    ) : null;
  const sync = { unsent: unsent.length, waiting: queued - unsent.length, sending };

  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <Filters frame={frame} open={open} address={address} />
        <div className="ml-auto flex items-center gap-3">
          {open.length > 1 ? (
            <a
              href={address.with({ ordering: !ordering })}
              className="button button-text button-small"
              onClick={(event) => onPlainClick(event)}
            >
              <ArrowUpDown />
              {t(ordering ? "reorderDone" : "reorder")}
            </a>
          ) : null}
          <BoardSync {...sync} />
        </div>
      </div>
      <WhoIsHere here={here} done={done} frame={frame} words={words} />
      <AwayNote {...sync} />
      <MergeNotes open={open} frame={frame} words={words} keep={board.keep} edit={edit} remove={(item) => setStatus(item, "removed")} />
      {ordering ? <p className="text-sm text-ink-2">{t("reorderHint")}</p> : null}
      <form id={PRESS_FORM} action={pressAction} hidden>
        <input type="hidden" name="household" value={frame.householdId} readOnly />
      </form>
      {editing === "new" && isFormOpen ? (
        <Sheet aria-labelledby="new-item">
          <SectionTitle id="new-item">{tForm("newTitle")}</SectionTitle>
          <ItemForm
            frame={frame}
            words={words}
            item={{ ...(started ?? blank), requesterId: frame.me }}
            existing={null}
            queueOnly={sending !== "ok"}
            queue={(_set, all, formId) => add(all.name, all, formId)}
            commandId={commandId}
            closeHref={closeHref}
            onClose={close}
            onSaved={saved}
            onRemove={close}
          />
        </Sheet>
      ) : null}
      {first === undefined && basket === null ? (
        <Sheet>
          {open.length === 0 ? (
            <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
          ) : (
            <EmptyState
              title={t("emptyFilter")}
              action={
                <a
                  href={address.with({ shown: { kind: "all" }, memberId: null })}
                  className="text-link"
                  onClick={(event) => onPlainClick(event)}
                >
                  {t("showAll")}
                </a>
              }
            />
          )}
        </Sheet>
      ) : rest.length > 0 ? (
        <Columns>
          <Stack>
            {first ? sheet(first) : null}
            {basket}
          </Stack>
          <Stack>{rest.map(sheet)}</Stack>
        </Columns>
      ) : (
        <Stack>
          {first ? sheet(first) : null}
          {basket}
        </Stack>
      )}
      <p className="sr-only" role="status">
        {said}
      </p>
      {frame.list.archived || isFormOpen ? null : (
        <Dock>
          <div className="min-w-0 flex-1">
            <QuickAdd
              frame={frame}
              commandId={commandId}
              send={add}
              unsent={unsent}
              retry={board.retry}
              drop={board.drop}
              fullHref={address.with({ editing: "new" })}
              openFull={(item) => {
                setStarted(item);
                go(address.with({ editing: "new" }));
                window.scrollTo({ top: 0 });
              }}
              newCommandId={newCommandId}
            />
          </div>
        </Dock>
      )}
    </>
  );
}
