import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/feedback";
import { RowLink } from "@/app/_ui/rows";
import { PageHeader, Sheet } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { today as todayOf } from "@/lib/auth/actor";
import { askPage } from "@/lib/credits/unread-terms";
import { formatMoney } from "@/lib/i18n/money";
import { systemClock } from "@/lib/kernel/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("balances"))("ask.title") };
}

/** "What may I do with it?": one of the three ways in (R47). Balances whose terms want reading stand first. */
export default async function AskPage({ params }: PageProps<"/h/[household]/balances/ask">) {
  const actor = await requireActor((await params).household);
  const rows = (await askPage(actor, todayOf(actor, systemClock))) ?? notFound();
  const [t, origin, locale] = await Promise.all([getTranslations("balances"), getTranslations("common.origin"), getLocale()]);
  const base = `/h/${actor.householdId}/balances`;
  return (
    <>
      <BackLink href={base}>{t("place")}</BackLink>
      <PageHeader title={t("ask.title")} below={t("ask.below")} />
      {rows.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={
            <LinkButton href={`${base}/credits/new`} variant="primary" icon={<Plus />}>
              {t("add")}
            </LinkButton>
          }
        >
          {t("empty.text")}
        </EmptyState>
      ) : (
        <Sheet flush aria-label={t("ask.title")}>
          <ul className="rules">
            {rows.map(({ credit, standing }) => (
              <li key={credit.id}>
                <RowLink
                  href={`${base}/credits/${credit.id}/check`}
                  title={credit.label || t("ask.row", { origin: origin(credit.origin), store: credit.storeName })}
                >
                  {t("ask.free", { amount: formatMoney(credit.freeCents, actor.household.currency, locale), holder: credit.holderName })}.{" "}
                  {t(`ask.standing.${standing}`)}
                </RowLink>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}
