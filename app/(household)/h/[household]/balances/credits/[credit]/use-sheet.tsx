import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { VerdictBadge } from "@/app/_ui/verdict";
import type { Actor } from "@/lib/auth/actor";
import type { CreditRow } from "@/lib/credits/queries";
import { formatMoney } from "@/lib/i18n/money";
import { formatNames } from "@/lib/i18n/names";

function Row({ title, verdict, children }: { readonly title: ReactNode; readonly verdict?: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="grid gap-1 px-(--px) py-3">
      <span className="flex items-center justify-between gap-3">
        <span className="font-[620]">{title}</span>
        {verdict}
      </span>
      <span className="text-sm text-ink-2">{children}</span>
    </li>
  );
}

/** What the noted terms let it buy. Unclear terms count as no (R96), and it never leaves its store (R42). */
export function UseSheet({ actor, credit }: { readonly actor: Actor; readonly credit: CreditRow }) {
  const t = useTranslations("credits.use");
  const category = useTranslations("lists.category");
  const locale = useLocale();
  const names = (list: CreditRow["excludedCategories"]) =>
    formatNames(
      list.map((name) => category(name)),
      locale,
    );
  const limits = [
    credit.excludedCategories.length > 0 ? `${t("except", { categories: names(credit.excludedCategories) })}.` : null,
    credit.minimumOrderCents > 0n
      ? `${t("minimum", { amount: formatMoney(credit.minimumOrderCents, actor.household.currency, locale) })}.`
      : null,
    t(credit.coversShipping ? "shipping" : "noShipping"),
  ];
  return (
    <Sheet flush aria-labelledby="use">
      <SectionTitle id="use">{t("title")}</SectionTitle>
      <ul className="rules">
        <Row
          title={credit.categories ? t("only", { categories: names(credit.categories) }) : t("all", { store: credit.storeName })}
          verdict={<VerdictBadge verdict="OK" />}
        >
          {limits.filter((limit) => limit !== null).join(" ")}
        </Row>
        <Row title={t("giftCards")} verdict={<VerdictBadge verdict={credit.giftCards === "yes" ? "VERIFY" : "NO"} />}>
          {t(`giftCardsWhy.${credit.giftCards}`)}
        </Row>
        <Row title={t("cash")} verdict={<VerdictBadge verdict="NO" />}>
          {t("cashWhy")}
        </Row>
      </ul>
    </Sheet>
  );
}
