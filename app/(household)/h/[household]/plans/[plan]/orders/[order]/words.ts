import { getLocale, getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { OrderView } from "@/lib/orders/queries";

/** What the parts of an order's page say alike: names, amounts, days, balances, and the account. */
export async function orderWords(actor: Actor, view: OrderView) {
  const [t, origins, locale] = await Promise.all([getTranslations("orders"), getTranslations("common.origin"), getLocale()]);
  const { order, people } = view;
  const name = (id: Id) => people.get(id)?.name ?? "";
  const known = new Map(view.credits.map((credit) => [credit.id, credit]));
  return {
    t,
    name,
    money: (amount: Cents) => formatMoney(amount, actor.household.currency, locale),
    day: (day: Day) => formatDay(day, locale, view.today),
    account: t("account", { owner: name(order.holderId), kind: order.accountKind, store: order.storeName }),
    credit: (id: Id) => {
      const credit = known.get(id);
      return credit
        ? t("record.credit", {
            origin: origins(credit.origin),
            label: credit.label === "" || credit.label === origins(credit.origin) ? "none" : credit.label,
          })
        : origins("unknown");
    },
  };
}

export type OrderWords = Awaited<ReturnType<typeof orderWords>>;
