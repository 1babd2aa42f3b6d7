import { getLocale, getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import type { Attention } from "@/lib/home/attention";
import type { HomeView } from "@/lib/home/queries";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";

/** How the home page says what waits: its heading, and the title, text, button and address of each thing. */
export async function homeWords(actor: Actor, view: HomeView) {
  const [t, origins, locale] = await Promise.all([getTranslations("home"), getTranslations("common.origin"), getLocale()]);
  const base = `/h/${actor.householdId}`;
  const money = (amount: Cents) => formatMoney(amount, actor.household.currency, locale);
  const day = (which: Day) => formatDay(which, locale, view.today);

  const says = (about: Attention): { title: string; text: string; button: string; href: string } => {
    const button = t(`now.${about.kind}.button`);
    switch (about.kind) {
      case "approve": {
        const title = about.soonest
          ? t("now.approve.titleLost", { amount: money(about.soonest.postedCents), origin: about.soonest.origin })
          : t("now.approve.title", { plan: about.name });
        const text =
          about.holder !== null
            ? t("now.approve.textFor", { holder: about.holder })
            : about.soonest
              ? t("now.approve.textLost", { store: about.soonest.storeName })
              : "";
        return { title, text, button, href: `${base}/plans/${about.planId}` };
      }
      case "order":
      case "methods_back":
      case "close": {
        const whose = t("whose.order", { holder: about.holder ?? "none", store: about.storeName });
        const values = { whose, total: money(about.totalCents), day: day(about.plannedOn) };
        return {
          title: t(`now.${about.kind}.title`, values),
          text: t(`now.${about.kind}.text`, values),
          button,
          href: `${base}/plans/${about.planId}/orders/${about.orderId}`,
        };
      }
      case "expiring":
      case "lost":
      case "expiry_unknown": {
        const whose = t("whose.credit", { holder: about.holder ?? "none", store: about.storeName });
        const values = {
          whose,
          amount: money(about.freeCents),
          origin: about.origin,
          day: "expiresOn" in about ? day(about.expiresOn) : "",
        };
        return {
          title: t(`now.${about.kind}.title`, values),
          text: t(`now.${about.kind}.text`, values),
          button,
          href: about.kind === "expiring" ? `${base}/plans/new` : `${base}/balances/credits/${about.creditId}`,
        };
      }
      case "follow_up":
      case "card":
      case "card_ends":
      case "check":
      case "terms_again": {
        const values = {
          store: about.storeName,
          holder: about.holder ?? "none",
          amount: about.cents === null ? "" : money(about.cents),
          day: day(about.dayOf),
        };
        return { title: t(`now.${about.kind}.title`, values), text: t(`now.${about.kind}.text`, values), button, href: base + about.path };
      }
      case "terms_unread":
        return {
          title: t("now.terms_unread.title", { count: about.count }),
          text: t("now.terms_unread.text"),
          button,
          href: `${base}/balances/credits/${about.creditId}/check#terms`,
        };
      case "draft":
        return {
          title: t("now.draft.title", { plan: about.name }),
          text: t("now.draft.text"),
          button,
          href: `${base}/plans/${about.planId}`,
        };
      case "price":
        return {
          title: t("now.price.title", { count: about.count }),
          text: t("now.price.text"),
          button,
          href: `${base}/lists/${about.listId}`,
        };
    }
  };

  const heading = (): string => {
    const me = actor.name;
    const [first] = view.attention;
    if (!first) return view.empty ? t("title.empty", { me }) : t("title.none", { me });
    const count =
      first.kind === "price" || first.kind === "terms_unread"
        ? first.count
        : view.attention.filter((about) => about.kind === first.kind).length;
    return t(`title.${first.kind}`, { me, count, amount: "freeCents" in first ? money(first.freeCents) : "" });
  };

  return { t, base, money, day, says, heading, origin: (origin: Parameters<typeof origins>[0]) => origins(origin) };
}

export type HomeWords = Awaited<ReturnType<typeof homeWords>>;
