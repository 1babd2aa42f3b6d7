import { ExternalLink } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import type { CreditPage } from "@/lib/credits/ledger-page";
import { formatDay } from "@/lib/i18n/days";
import type { Day } from "@/lib/kernel/day";

function Outside({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={href} className="text-link" target="_blank" rel="noreferrer noopener">
      {children}
      <ExternalLink />
    </a>
  );
}

/** Where it came from, with the evidence kept (R55), whom it is meant for (R18), and the official links (R50, R52). */
export function FromSheet({ page, today }: { readonly page: CreditPage; readonly today: Day }) {
  const t = useTranslations("credits.from");
  const origin = useTranslations("common.origin");
  const locale = useLocale();
  const { credit, store, members } = page;
  const order = [
    credit.evidenceOrder ? t("order", { number: credit.evidenceOrder }) : null,
    credit.evidenceOn ? t("on", { day: formatDay(credit.evidenceOn, locale, today) }) : null,
  ]
    .filter((part) => part !== null)
    .join(" ");
  const meantFor = members.find(({ id }) => id === credit.intendedForId);
  const evidence = [credit.label, order, credit.evidenceNote].filter((part) => part !== "");
  return (
    <Sheet aria-labelledby="from">
      <SectionTitle id="from">{t("title")}</SectionTitle>
      <p className="font-[620]">{origin(credit.origin)}</p>
      {evidence.length === 0 ? (
        <p className="text-ink-2">{t("nothing")}</p>
      ) : (
        evidence.map((line, index) => (
          <p key={index} className="whitespace-pre-line [overflow-wrap:anywhere]">
            {line}
          </p>
        ))
      )}
      {meantFor ? <p>{t("meantFor", { name: meantFor.name })}</p> : null}
      {store.whereToLook ? <p className="text-sm whitespace-pre-line text-ink-2">{store.whereToLook}</p> : null}
      <div className="flex flex-wrap gap-x-5">
        {store.balanceUrl ? <Outside href={store.balanceUrl}>{t("look")}</Outside> : null}
        {store.termsUrl ? <Outside href={store.termsUrl}>{t("terms")}</Outside> : null}
      </div>
    </Sheet>
  );
}
