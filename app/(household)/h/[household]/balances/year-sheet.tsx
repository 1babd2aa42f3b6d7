import { useLocale, useTranslations } from "next-intl";
import { Progress } from "@/app/_ui/feedback";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import type { SavedAndLost } from "@/lib/credits/queries";
import { formatMoney } from "@/lib/i18n/money";

/** Saved versus lost: what the household used this year, and what ran out unused (R74, R78). */
export function YearSheet({ year, currency }: { readonly year: SavedAndLost; readonly currency: string }) {
  const t = useTranslations("balances.year");
  const locale = useLocale();
  const whole = year.usedCents + year.lostCents;
  return (
    <Sheet aria-labelledby="year">
      <SectionTitle id="year">{t("title", { year: String(year.year) })}</SectionTitle>
      <dl className="flex items-end justify-between gap-3">
        <div className="flex flex-col-reverse">
          <dt className="text-sm">{t("used")}</dt>
          <dd className="font-display text-2xl font-bold normal-nums">{formatMoney(year.usedCents, currency, locale)}</dd>
        </div>
        <div className="flex flex-col-reverse text-right">
          <dt className="text-sm">{t("lost")}</dt>
          <dd className="font-display text-xl font-bold normal-nums">{formatMoney(year.lostCents, currency, locale)}</dd>
        </div>
      </dl>
      {whole > 0n ? <Progress label={t("bar")} percent={Number((year.usedCents * 100n) / whole)} /> : null}
    </Sheet>
  );
}
