import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { requireActor } from "@/app/_session/actor";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { EmptyState } from "@/app/_ui/feedback";
import { Pager } from "@/app/_ui/pager";
import { BackLink } from "@/app/_ui/shell/back-link";
import { PageHeader, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult, today as todayOf } from "@/lib/auth/actor";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import { systemClock } from "@/lib/kernel/clock";
import { settlementHistory } from "@/lib/settlements/queries";
import { pageNumber } from "../page-number";
import { takeBack } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settlements.history"))("title") };
}

/** What was evened up so far, each payment with the way to take it back. */
export default async function SettlePage({ params, searchParams }: PageProps<"/h/[household]/settle">) {
  const actor = await requireActor((await params).household);
  const page = pageNumber((await searchParams).page);
  const [t, locale, history] = await Promise.all([getTranslations("settlements.history"), getLocale(), settlementHistory(actor, page)]);
  if (!history) notFound();
  const here = `/h/${actor.householdId}/settle`;
  const today = todayOf(actor, systemClock);
  const may = isAdult(actor);
  return (
    <>
      <BackLink href={`/h/${actor.householdId}/balances`}>{t("back")}</BackLink>
      <PageHeader title={history.rows.length > 0 ? t("title") : t("none")} />
      <Sheet flush>
        {history.rows.length === 0 ? <EmptyState title={t("none")}>{t("noneText")}</EmptyState> : null}
        <ul className="rules">
          {history.rows.map((row) => {
            const names = { from: row.from.name, to: row.to.name };
            const amount = formatMoney(row.cents, actor.household.currency, locale);
            return (
              <li key={row.id} className="margin-row">
                <div>
                  <Avatar name={row.from.name} colour={memberColour(row.from.colour)} size="md" />
                </div>
                <div className="margin-row-text">
                  <span className="row-name">{t(row.state === "reversal" ? "reversal" : "row", names)}</span>
                  <span className="row-meta text-sm text-ink-2">
                    {t("by", { day: formatDay(row.occurredOn, locale, today), by: row.by })}
                    {row.note ? <span>{row.note}</span> : null}
                    {row.state === "reversed" ? <span className="tag">{t("reversed")}</span> : null}
                  </span>
                  {may && row.state === "standing" ? (
                    <ActionForm
                      action={takeBack}
                      hidden={{ household: actor.householdId, settlementId: row.id }}
                      label={t("takeBackLabel", { ...names, amount })}
                      className="-my-1 -ml-3.5 justify-self-start"
                      summary={false}
                    >
                      <SubmitButton variant="text" small>
                        {t("takeBack")}
                      </SubmitButton>
                    </ActionForm>
                  ) : null}
                </div>
                <div className="margin-row-end">{amount}</div>
              </li>
            );
          })}
        </ul>
      </Sheet>
      <Pager
        label={t("pages")}
        newer={page > 1 ? { href: `${here}?page=${page - 1}`, text: t("newer") } : null}
        older={history.more ? { href: `${here}?page=${page + 1}`, text: t("older") } : null}
      />
    </>
  );
}
