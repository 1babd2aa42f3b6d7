import { getLocale, getTranslations } from "next-intl/server";
import type { CardRow, PayingCredit } from "@/lib/cards/queries";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";

/** What pages say of cards: titles and the second line of rows. */
export async function cardWords(currency: string, today: Day) {
  const [t, origin, locale] = await Promise.all([getTranslations("cards"), getTranslations("common.origin"), getLocale()]);
  const money = (amount: Cents) => formatMoney(amount, currency, locale);
  const dayText = (day: Day) => formatDay(day, locale, today);
  return {
    t,
    money,
    dayText,
    title: (card: CardRow) => t("title", { amount: money(card.amountCents), store: card.storeName }),
    meta: (card: CardRow) =>
      [
        card.label,
        card.status === "unredeemed" ? "" : t(`status.${card.status}`),
        t("row.holder", { name: card.holderName }),
        card.forName ? t("row.for", { name: card.forName }) : "",
        card.status === "unredeemed" && card.expiresOn ? t("row.ends", { day: dayText(card.expiresOn) }) : "",
        card.status === "unredeemed" && card.expiry === "unknown" ? t("row.endUnknown") : "",
        card.remindOn ? t("row.remind", { day: dayText(card.remindOn) }) : "",
      ]
        .filter(Boolean)
        .join(" · "),
    credit: (credit: PayingCredit) =>
      t("form.credit", {
        origin: origin(credit.origin),
        store: credit.storeName,
        name: credit.holderName,
        label: credit.label || "none",
      }),
  };
}

export type CardWords = Awaited<ReturnType<typeof cardWords>>;
