import { getLocale, getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import { OTHER_SPENDING, type BudgetCategory } from "@/lib/budget/category";
import { firstDayOf, type Month } from "@/lib/budget/month";
import { formatMoney } from "@/lib/i18n/money";
import type { Cents } from "@/lib/kernel/cents";
import { dateFromDay } from "@/lib/kernel/day";

type Other = (typeof OTHER_SPENDING)[number];

const isOther = (category: BudgetCategory): category is Other => OTHER_SPENDING.some((other) => other === category);

/** How the budget page says categories, amounts and months. */
export async function budgetWords(actor: Actor) {
  const [t, items, locale] = await Promise.all([getTranslations("budget"), getTranslations("lists.category"), getLocale()]);
  return {
    t,
    locale,
    category: (name: BudgetCategory) => (isOther(name) ? t(`category.${name}`) : items(name)),
    money: (amount: Cents) => formatMoney(amount, actor.household.currency, locale),
    /** "November", with the year where it is another one than now. */
    month: (month: Month, now: Month) =>
      new Intl.DateTimeFormat(locale, {
        month: "long",
        ...(month.slice(0, 4) === now.slice(0, 4) ? {} : { year: "numeric" }),
        timeZone: "UTC",
      }).format(dateFromDay(firstDayOf(month))),
  };
}

export type BudgetWords = Awaited<ReturnType<typeof budgetWords>>;
