"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, type ReactNode } from "react";
import { classes } from "@/app/_ui/classes";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { estimateAll, type Group } from "@/lib/lists/groups";
import type { ListItem } from "@/lib/lists/queries";
import type { Address } from "./address";
import type { ItemWords } from "./describe-item";
import type { Frame } from "./frame";
import { ItemRow, type RowActions, type Waiting } from "./item-row";
import type { Drop } from "./use-drag";
import type { VirtualRows } from "./virtual-rows";

type GroupProps = {
  readonly group: Group<ListItem>;
  readonly frame: Frame;
  readonly words: ItemWords;
  readonly address: Address;
  readonly ordering: boolean;
  readonly actions: RowActions;
  readonly struck: ReadonlySet<string>;
  readonly dropping: Drop | null;
  readonly editForm: (item: ListItem) => ReactNode;
  readonly isWaiting: (item: ListItem) => Waiting;
};

const LINE = { before: "shadow-[0_-3px_0_0_var(--accent)] z-1", after: "shadow-[0_3px_0_0_var(--accent)] z-1" };

/** From so many rows on, only those in view are in the page; so many of them are there before the scripts are. */
const LONG = 150;
const FIRST = 60;

type RowsProps = {
  readonly group: string;
  readonly items: readonly ListItem[];
  readonly openIndex: number;
  readonly row: (item: ListItem, at: number) => ReactNode;
};

function Rows({ group, items, openIndex, row }: RowsProps) {
  const t = useTranslations("lists.board");
  const isLong = items.length > LONG;
  const [Virtual, setVirtual] = useState<typeof VirtualRows | null>(null);
  useEffect(() => {
    if (!isLong) return;
    void import("./virtual-rows").then(
      (module) => setVirtual(() => module.VirtualRows),
      () => undefined,
    );
  }, [isLong]);
  const at = (index: number): ReactNode => {
    const item = items[index];
    return item ? row(item, index) : null;
  };
  if (isLong && Virtual)
    return <Virtual count={items.length} keyOf={(index) => items[index]?.id ?? ""} row={at} group={group} openIndex={openIndex} />;
  const shown = isLong ? items.slice(0, FIRST) : items;
  return (
    <>
      <ul className="rules" data-group={group}>
        {shown.map((item, index) => (
          <li key={item.id}>{row(item, index)}</li>
        ))}
      </ul>
      {isLong ? (
        <p className="border-t border-rule px-(--px) py-3 text-sm text-ink-2">{t("more", { count: items.length - shown.length })}</p>
      ) : null}
    </>
  );
}

/** The items of one store, of any store, or for someday; the one being changed opens in place. */
export function GroupSheet({ group, frame, words, address, ordering, actions, struck, dropping, editForm, isWaiting }: GroupProps) {
  const t = useTranslations("lists.board");
  const title =
    group.kind === "store"
      ? frame.stores.find(({ id }) => id === group.storeId)?.name
      : t(group.kind === "someday" ? "groupSomeday" : "groupAnywhere");
  const { cents, unpriced } = estimateAll(group.items, group.storeId);
  const sum =
    cents === 0n
      ? null
      : unpriced > 0
        ? t("toGoUnpriced", { amount: words.money(cents), count: unpriced })
        : t("toGo", { amount: words.money(cents) });
  const id = `group-${group.key}`;
  const row = (item: ListItem, at: number): ReactNode => {
    const mayEdit = frame.adult || item.requesterId === frame.me;
    const drop = dropping?.anchorId === item.id ? LINE[dropping.side] : undefined;
    return (
      <div className={classes("relative", drop, dropping?.itemId === item.id && "opacity-50")}>
        {address.editing === item.id && mayEdit ? (
          <div className="bg-accent-soft p-(--px)">{editForm(item)}</div>
        ) : (
          <ItemRow
            item={item}
            frame={frame}
            words={words}
            storeId={group.storeId}
            editHref={mayEdit ? address.with({ editing: item.id }) : null}
            ordering={ordering}
            aboveId={group.items[at - 1]?.id}
            belowId={group.items[at + 1]?.id}
            actions={actions}
            waiting={isWaiting(item)}
            struck={struck.has(item.id)}
          />
        )}
      </div>
    );
  };
  return (
    <Sheet flush aria-labelledby={id}>
      <SectionTitle id={id} end={sum}>
        {title}
      </SectionTitle>
      <Rows group={group.key} items={group.items} openIndex={group.items.findIndex((item) => item.id === address.editing)} row={row} />
    </Sheet>
  );
}

/** What is ticked or bought, the latest first. */
export function Basket({
  done,
  moreDone,
  frame,
  words,
  actions,
  isWaiting,
}: {
  readonly done: readonly ListItem[];
  readonly moreDone: number;
  readonly frame: Frame;
  readonly words: ItemWords;
  readonly actions: RowActions;
  readonly isWaiting: (item: ListItem) => Waiting;
}) {
  const t = useTranslations("lists.board");
  const checked = done.filter(({ status }) => status === "checked");
  const { cents } = estimateAll(checked, frame.list.storeId);
  const count = checked.length;
  return (
    <Sheet flush aria-labelledby="basket">
      <SectionTitle id="basket" end={cents > 0n ? t("basketSum", { count, amount: words.money(cents) }) : t("basketCount", { count })}>
        {t("basket")}
      </SectionTitle>
      <ul className="rules">
        {done.map((item) => (
          <li key={item.id}>
            <ItemRow
              item={item}
              frame={frame}
              words={words}
              storeId={null}
              editHref={null}
              ordering={false}
              actions={actions}
              waiting={isWaiting(item)}
              struck={false}
            />
          </li>
        ))}
      </ul>
      {moreDone > 0 ? <p className="border-t border-rule px-(--px) py-3 text-sm text-ink-2">{t("moreDone", { count: moreDone })}</p> : null}
    </Sheet>
  );
}
