import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import { formatNames } from "@/lib/i18n/names";
import { formatQuantity } from "@/lib/i18n/quantity";
import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import { estimate } from "@/lib/lists/groups";
import { unitPriceOf, type ItemFields } from "@/lib/lists/item";
import { isEven } from "@/lib/lists/parts";
import { unitWord } from "@/lib/lists/units";
import type { Frame } from "./frame";

type Person = { readonly id: string; readonly name: string; readonly colour: number };

/** An item in words: the pieces that rows, the preview and the form put together. */
export function useItemWords(frame: Frame) {
  const t = useTranslations("lists.row");
  const locale = useLocale();
  const nameOf = (memberId: string): string =>
    memberId === frame.me ? t("you") : (frame.members.find(({ id }) => id === memberId)?.name ?? "?");
  const money = (cents: Cents): string => formatMoney(cents, frame.currency, locale);
  const day = (value: Day): string => formatDay(value, locale, frame.today);

  return {
    /** The rows' own messages; handed down, so that hundreds of rows need no hooks. */
    t,
    locale,
    money,
    nameOf,
    /** "2", "1.5 kg", "2 × 500 g"; null for just one. */
    quantity({ quantityMilli, unit }: ItemFields): string | null {
      return quantityMilli === 1000 && unit === "" ? null : formatQuantity(quantityMilli / 1000, unitWord(quantityMilli, unit), locale);
    },
    /** What it costs at a store, and how that comes about when there is more than one. */
    price(item: ItemFields, storeId: string | null): { readonly total: string; readonly note: string | null } | null {
      const [unitPrice, total] = [unitPriceOf(item, storeId), estimate(item, storeId)];
      if (unitPrice === null || total === null) return null;
      if (item.quantityMilli === 1000) return { total: money(total), note: null };
      const packed = item.unit === "" || /^\d/u.test(item.unit);
      const count = formatQuantity(item.quantityMilli / 1000, null, locale);
      return {
        total: money(total),
        note: packed ? t("each", { count, amount: money(unitPrice) }) : t("perUnit", { amount: money(unitPrice), unit: item.unit }),
      };
    },
    /** Whom it is for in words, with their faces; null when that is whoever asked. */
    people({ forAll, parts }: ItemFields): { readonly faces: readonly Person[]; readonly text: string } | null {
      if (forAll) return { faces: frame.members.filter(({ active }) => active), text: t("forAll") };
      if (parts.length === 0) return null;
      const named = parts.map(({ memberId, parts: own }) =>
        isEven(parts) ? nameOf(memberId) : t("nameParts", { name: nameOf(memberId), parts: own }),
      );
      return {
        faces: frame.members.filter(({ id }) => parts.some(({ memberId }) => memberId === id)),
        text: t("forPeople", { names: formatNames(named, locale) }),
      };
    },
    /** The remarks on a row: how urgent, whether needed, by when. */
    tags({ priority, need, worthCents, neededBy, notBefore }: ItemFields): string[] {
      return [
        priority === 1 ? t("essential") : null,
        need === "optional"
          ? worthCents === null || worthCents === 0n
            ? t("maybe")
            : t("maybeWorth", { amount: money(worthCents) })
          : null,
        notBefore && notBefore > frame.today ? t("from", { day: day(notBefore) }) : null,
        neededBy ? t("by", { day: day(neededBy) }) : null,
      ].filter((text) => text !== null);
    },
  };
}

export type ItemWords = ReturnType<typeof useItemWords>;
