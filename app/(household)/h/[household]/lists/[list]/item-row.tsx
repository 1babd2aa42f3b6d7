"use client";

import { ArrowDown, ArrowUp, Check, ExternalLink, GripVertical, StickyNote } from "lucide-react";
import { memo, type PointerEvent } from "react";
import { memberColour, PeopleChip } from "@/app/_ui/avatar";
import { IconButton } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { formatMoment } from "@/lib/i18n/days";
import type { ListItem } from "@/lib/lists/queries";
import { go, onPlainClick } from "./address";
import type { ItemWords } from "./describe-item";
import type { Frame } from "./frame";

export const PRESS_FORM = "press-item";

/** Whether something about an item is on its way, or waits for the network. */
export type Waiting = "sending" | "later" | null;

export type RowActions = {
  readonly setStatus: (item: ListItem, to: "open" | "checked" | "removed") => void;
  /** Moves a row past its neighbour in the group. */
  readonly nudge: (item: ListItem, direction: -1 | 1) => void;
  readonly drag: (event: PointerEvent<HTMLElement>, item: ListItem) => void;
};

type Props = {
  readonly item: ListItem;
  readonly frame: Frame;
  readonly words: ItemWords;
  /** The store whose price counts in this group. */
  readonly storeId: string | null;
  readonly editHref: string | null;
  readonly ordering: boolean;
  /** Its neighbours in the group, which it can be moved past. */
  readonly aboveId?: string | undefined;
  readonly belowId?: string | undefined;
  readonly actions: RowActions;
  readonly waiting: Waiting;
  /** Just ticked: struck through, before it moves to the basket. */
  readonly struck: boolean;
};

function PeopleMeta({ item, frame, words }: Pick<Props, "item" | "frame" | "words">) {
  const { t } = words;
  const people = words.people(item);
  const requester = frame.members.find(({ id }) => id === item.requesterId);
  const face = ({ name, colour }: { readonly name: string; readonly colour: number }) => ({ name, colour: memberColour(colour) });
  const asked = requester && (people === null || (!item.forAll && !people.faces.some(({ id }) => id === requester.id)));
  return (
    <>
      {people ? <PeopleChip people={people.faces.map(face)}>{people.text}</PeopleChip> : null}
      {asked ? (
        <PeopleChip people={[face(requester)]}>
          {requester.id === frame.me ? t("askedByYou") : t("askedBy", { name: requester.name })}
        </PeopleChip>
      ) : null}
    </>
  );
}

function DoneMeta({ item, frame, words }: Pick<Props, "item" | "frame" | "words">) {
  const { t, locale } = words;
  const by = frame.members.find(({ id }) => id === item.statusById);
  const when = item.statusAt ? formatMoment(item.statusAt, frame.timeZone, locale, new Date(frame.now)) : "";
  return (
    <>
      {by ? (
        <PeopleChip people={[{ name: by.name, colour: memberColour(by.colour) }]}>
          {by.id === frame.me ? t("doneByYou", { when }) : t("doneBy", { name: words.nameOf(by.id), when })}
        </PeopleChip>
      ) : null}
      {item.status === "bought" ? <span className="tag">{t("bought")}</span> : null}
    </>
  );
}

/** Moves an item past its neighbour; at the end of its group there is none, and nothing happens. */
function Nudge({ item, words, aboveId, belowId, actions, direction }: Props & { readonly direction: -1 | 1 }) {
  const up = direction < 0;
  const neighbour = up ? aboveId : belowId;
  return (
    <IconButton
      type="submit"
      form={PRESS_FORM}
      name="move"
      value={neighbour === undefined ? "" : `${item.id}:${up ? "before" : "after"}:${neighbour}`}
      label={words.t(up ? "up" : "down", { name: item.name })}
      onClick={(event) => {
        event.preventDefault();
        actions.nudge(item, direction);
      }}
    >
      {up ? <ArrowUp /> : <ArrowDown />}
    </IconButton>
  );
}

/** One item: tick, what and how many, for whom and by when, what it costs about. The name opens it for changing. */
export const ItemRow = memo(function ItemRow(props: Props) {
  const { item, frame, words, storeId, editHref, ordering, actions, waiting, struck } = props;
  const { t } = words;
  const done = item.status !== "open";
  const quantity = words.quantity(item);
  const price = words.price(item, storeId);
  const next = done ? "open" : "checked";
  const name = (
    <>
      <span className="row-name">{item.name}</span>
      {quantity ? <span className="row-quantity"> {quantity}</span> : null}
    </>
  );
  return (
    <div className="margin-row" data-item={item.id} data-done={done || struck} data-new={waiting !== null}>
      <div>
        <button
          type="submit"
          form={PRESS_FORM}
          name="tick"
          value={`${item.id}:${next}`}
          role="checkbox"
          aria-checked={done || struck}
          aria-label={quantity ? `${item.name} ${quantity}` : item.name}
          disabled={item.status === "bought"}
          className="grid h-full min-h-14 w-14 place-items-center"
          onClick={(event) => {
            event.preventDefault();
            actions.setStatus(item, next);
          }}
        >
          <span className={classes("tick grid place-items-center", (done || struck) && "border-accent bg-accent text-on-accent")}>
            {done || struck ? <Check strokeWidth={3} /> : null}
          </span>
        </button>
      </div>
      <div className="margin-row-text relative">
        <span>
          {editHref === null || ordering ? (
            name
          ) : (
            <a
              href={editHref}
              title={t("change", { name: item.name })}
              className="no-underline after:absolute after:inset-0"
              onClick={(event) => onPlainClick(event, go)}
            >
              {name}
            </a>
          )}
        </span>
        <span className="row-meta text-sm text-ink-2">
          {done ? <DoneMeta item={item} frame={frame} words={words} /> : <PeopleMeta item={item} frame={frame} words={words} />}
          {done
            ? null
            : words.tags(item).map((tag) => (
                <span key={tag} className="tag">
                  {tag}
                </span>
              ))}
          {waiting ? <span className="tag">{t(waiting)}</span> : null}
          {item.cameBack && !done ? <span className="tag">{t("cameBack")}</span> : null}
          {item.note !== "" && !done ? (
            <span className="chip min-w-0">
              <StickyNote />
              <span className="truncate">{item.note}</span>
            </span>
          ) : null}
          {item.link && !done ? (
            <a
              href={item.link}
              target="_blank"
              rel="noopener noreferrer"
              className="chip relative z-1 min-h-6 text-accent underline underline-offset-3"
              aria-label={t("linkOf", { name: item.name })}
            >
              <ExternalLink />
              {t("link")}
            </a>
          ) : null}
        </span>
      </div>
      {ordering ? (
        <div className="flex items-center pr-2">
          <Nudge {...props} direction={-1} />
          <Nudge {...props} direction={1} />
          <span
            className="grid h-full w-11 cursor-grab touch-none noscript:hidden place-items-center text-ink-2"
            title={t("drag", { name: item.name })}
            onPointerDown={(event) => actions.drag(event, item)}
          >
            <GripVertical />
          </span>
        </div>
      ) : price ? (
        <div className="margin-row-end">
          {price.total}
          {price.note && !done ? <small>{price.note}</small> : null}
        </div>
      ) : null}
    </div>
  );
});
