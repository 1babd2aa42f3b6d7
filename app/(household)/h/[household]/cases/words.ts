import { getLocale, getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import { draftLines, type Facts } from "@/lib/cases/draft";
import type { CreditRow } from "@/lib/credits/queries";
import { formatDay } from "@/lib/i18n/days";
import type { Day } from "@/lib/kernel/day";

/** What the pages of a case say things with. */
export async function caseWords(actor: Actor, today: Day) {
  const [t, origin, locale] = await Promise.all([getTranslations("cases"), getTranslations("common.origin"), getLocale()]);
  const day = (value: Day) => formatDay(value, locale, today);
  const kilobytes = new Intl.NumberFormat(locale, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });
  const megabytes = new Intl.NumberFormat(locale, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
  return {
    t,
    locale,
    base: `/h/${actor.householdId}`,
    day,
    origin: (credit: Pick<CreditRow, "origin">) => origin(credit.origin),
    balance: (credit: Pick<CreditRow, "origin" | "label" | "holderName" | "storeName">) =>
      t("place.credit", {
        origin: origin(credit.origin),
        label: credit.label === "" ? "none" : credit.label,
        holder: credit.holderName,
        store: credit.storeName,
      }),
    size: (bytes: number) => (bytes < 1_000_000 ? kilobytes.format(Math.max(1, bytes / 1000)) : megabytes.format(bytes / 1_000_000)),
    /** The message to support, its paragraphs one below the other (R31). */
    message: (facts: Facts) =>
      draftLines(facts, day)
        .map(({ key, values }) => t(`draft.${key}`, { ...values }))
        .join("\n\n"),
  };
}

export type CaseWords = Awaited<ReturnType<typeof caseWords>>;
