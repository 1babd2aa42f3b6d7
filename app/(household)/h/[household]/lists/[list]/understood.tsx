"use client";

import { useTranslations } from "next-intl";
import { memberColour, PeopleChip } from "@/app/_ui/avatar";
import type { ItemFields } from "@/lib/lists/item";
import { useItemWords } from "./describe-item";
import type { Frame } from "./frame";

/** How the line is understood, while it is being written: name and amount first, then everything else it says. */
export function Understood({ item, frame }: { readonly item: ItemFields; readonly frame: Frame }) {
  const t = useTranslations("lists.add");
  const tCategory = useTranslations("lists.category");
  const words = useItemWords(frame);
  const quantity = words.quantity(item);
  const storeId = item.offers[0]?.storeId ?? null;
  const price = words.price(item, storeId);
  const people = words.people(item);
  const store = storeId === frame.list.storeId ? undefined : frame.stores.find(({ id }) => id === storeId);
  return (
    <span className="row-meta text-sm">
      <span>
        <span className="row-name">{item.name}</span>
        {quantity ? <span className="row-quantity"> {quantity}</span> : null}
      </span>
      {price ? (
        <span className="font-[620]">
          {price.total}
          {price.note ? <span className="font-[450] text-ink-2"> ({price.note})</span> : null}
        </span>
      ) : null}
      {store ? <span className="tag">{store.name}</span> : null}
      {people ? (
        <PeopleChip people={people.faces.map(({ name, colour }) => ({ name, colour: memberColour(colour) }))}>{people.text}</PeopleChip>
      ) : null}
      {words.tags(item).map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ))}
      <span className="tag">{tCategory(item.category)}</span>
      {item.note === "" ? null : <span className="max-w-full truncate text-ink-2">{t("note", { note: item.note })}</span>}
      {item.link ? <span className="tag">{t("linked")}</span> : null}
    </span>
  );
}
