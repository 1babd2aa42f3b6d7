import { getLocale, getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import type { GiftRow } from "@/lib/gifts/queries";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";

/** What pages say of gifts. */
export async function giftWords(actor: Actor, today: Day) {
  const [t, locale] = await Promise.all([getTranslations("gifts"), getLocale()]);
  const money = (amount: Cents) => formatMoney(amount, actor.household.currency, locale);
  const dayText = (day: Day) => formatDay(day, locale, today);
  return {
    t,
    money,
    dayText,
    row: (gift: GiftRow) =>
      t("row", {
        name: gift.forName,
        occasion: t(`occasion.${gift.occasion}`),
        day: dayText(gift.giftOn),
        amount: money(gift.amountCents),
      }),
  };
}

export type GiftWords = Awaited<ReturnType<typeof giftWords>>;
