"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/feedback";
import { formatQuantity } from "@/lib/i18n/quantity";
import type { ItemFields } from "@/lib/lists/item";
import type { ListItem } from "@/lib/lists/queries";
import { MAX_QUANTITY_MILLI } from "@/lib/lists/quantity";
import { findTwins, twinsKey } from "@/lib/lists/twins";
import { unitWord } from "@/lib/lists/units";
import type { ItemWords } from "./describe-item";
import type { Frame } from "./frame";

type Props = {
  readonly open: readonly ListItem[];
  readonly frame: Frame;
  readonly words: ItemWords;
  readonly keep: (item: ListItem) => void;
  readonly remove: (item: ListItem) => void;
  readonly edit: (item: ListItem, set: Partial<ItemFields>) => void;
};

/** What two people did to the same thing without seeing each other, for somebody to decide. One at a time. */
export function MergeNotes({ open, frame, words, keep, remove, edit }: Props) {
  const t = useTranslations("lists.merge");
  const [both, setBoth] = useState<ReadonlySet<string>>(new Set());
  const mine = useMemo(() => open.filter(({ requesterId }) => frame.adult || requesterId === frame.me), [open, frame.adult, frame.me]);
  const back = mine.find(({ cameBack }) => cameBack);
  const twins = useMemo(() => findTwins(mine).find((pair) => !both.has(twinsKey(pair))), [mine, both]);
  if (back)
    return (
      <Note role="status">
        <p>{t("cameBack", { name: back.name })}</p>
        <p className="flex flex-wrap gap-x-2">
          <Button variant="text" small onClick={() => keep(back)}>
            {t("keep")}
          </Button>
          <Button variant="text" small onClick={() => remove(back)}>
            {t("remove")}
          </Button>
        </p>
      </Note>
    );
  if (!twins) return null;
  const { first, second } = twins;
  const sum = Math.min(MAX_QUANTITY_MILLI, first.quantityMilli + second.quantityMilli);
  const text = formatQuantity(sum / 1000, unitWord(sum, first.unit), words.locale);
  return (
    <Note role="status">
      <p>{t("twins", { name: first.name })}</p>
      <p className="flex flex-wrap gap-x-2">
        <Button
          variant="text"
          small
          onClick={() => {
            edit(first, { quantityMilli: sum });
            remove(second);
          }}
        >
          {t("one", { quantity: text })}
        </Button>
        <Button variant="text" small onClick={() => setBoth((before) => new Set([...before, twinsKey(twins)]))}>
          {t("both")}
        </Button>
      </p>
    </Note>
  );
}
