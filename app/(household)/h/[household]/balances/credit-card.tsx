import { useLocale, useTranslations } from "next-intl";
import { CreditStamp } from "@/app/_ui/credit-stamp";
import { ExpiryLeaf } from "@/app/_ui/expiry-leaf";
import { idleDays, isLost, orderBy } from "@/lib/credits/expiry";
import type { CreditRow } from "@/lib/credits/queries";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import { formatNames } from "@/lib/i18n/names";
import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";

export type CreditCardProps = {
  readonly credit: CreditRow;
  readonly currency: string;
  readonly today: Day;
  readonly href: string;
  /** Says whose it is and where, for views that don't group by account. */
  readonly place?: boolean;
  /** The name of the member it is meant for, if any (R18). */
  readonly meantFor?: string;
};

/** One balance as a stamp: what is free, what is held, when it is lost, what it is for. */
export function CreditCard({ credit, currency, today, href, place = false, meantFor }: CreditCardProps) {
  const t = useTranslations("balances");
  const origin = useTranslations("common.origin");
  const categories = useTranslations("lists.category");
  const locale = useLocale();
  const money = (amount: Cents) => formatMoney(amount, currency, locale);
  const names = (list: CreditRow["excludedCategories"]) =>
    formatNames(
      list.map((category) => categories(category)),
      locale,
    );
  const lost = isLost(credit.expiresOn, today);

  const lines = [
    place ? `${credit.holderName} · ${credit.storeName}` : null,
    credit.heldCents > 0n ? t("line.held", { held: money(credit.heldCents), posted: money(credit.postedCents) }) : null,
    credit.label,
    credit.categories ? t("line.only", { categories: names(credit.categories) }) : null,
    credit.excludedCategories.length > 0 ? t("line.except", { categories: names(credit.excludedCategories) }) : null,
    credit.minimumOrderCents > 0n ? t("line.minimum", { amount: money(credit.minimumOrderCents) }) : null,
    credit.availableFrom > today ? t("line.from", { day: formatDay(credit.availableFrom, locale, today) }) : null,
    expiryLine(),
    credit.storeAppliesBalanceFirst && !lost ? t("line.automatic") : null,
    meantFor === undefined ? null : t("line.meantFor", { name: meantFor }),
  ].filter((line) => line !== null && line !== "");

  function expiryLine(): string | null {
    if (credit.expiry === "unknown") return t("line.unknown");
    if (credit.expiresOn === null) {
      const days = idleDays(credit.lastMovedOn, today);
      return days > 0 ? t("line.neverIdle", { days }) : t("line.never");
    }
    if (lost) return t("line.lost", { day: formatDay(credit.expiresOn, locale, today) });
    const by = orderBy(credit.expiresOn);
    const after = t("line.lostAfter", { day: formatDay(credit.expiresOn, locale, today) });
    return by >= today ? `${t("line.orderBy", { day: formatDay(by, locale, today) })}. ${after}` : after;
  }

  const warning =
    credit.accountStatus === "active"
      ? credit.expiry === "unknown" && credit.origin === "promotion"
        ? t("warning.expiry")
        : credit.termsState === "read" || credit.closed
          ? undefined
          : t(`warning.terms.${credit.termsState}`)
      : t("warning.suspended");
  return (
    <CreditStamp
      origin={credit.origin}
      originText={origin(credit.origin)}
      amountText={money(credit.freeCents)}
      amountLabel={t("free")}
      leaf={credit.expiresOn ? <ExpiryLeaf small expires={credit.expiresOn} today={today} /> : undefined}
      held={{ held: credit.heldCents, free: credit.freeCents }}
      lines={lines}
      warning={warning}
      href={href}
    />
  );
}
