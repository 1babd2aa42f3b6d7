import { Package } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/feedback";
import { RowLink } from "@/app/_ui/rows";
import { PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { isAdult } from "@/lib/auth/actor";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import { formatNames } from "@/lib/i18n/names";
import { planRows, type PlanRow } from "@/lib/plans/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.places"))("plans") };
}

export default async function PlansPage({ params }: PageProps<"/h/[household]/plans">) {
  const actor = await requireActor((await params).household);
  const [t, gifts, locale, rows] = await Promise.all([getTranslations("plans"), getTranslations("gifts"), getLocale(), planRows(actor)]);
  const base = `/h/${actor.householdId}/plans`;
  const money = (row: PlanRow["totalCents"]) => formatMoney(row, actor.household.currency, locale);
  const forMe = rows.filter((row) => row.waitsForMe).length;
  const make = isAdult(actor) ? (
    <LinkButton href={`${base}/new`} variant="primary" icon={<Package />}>
      {t("index.make")}
    </LinkButton>
  ) : null;

  const toGifts = (
    <Sheet flush>
      <RowLink href={`/h/${actor.householdId}/gifts`} title={gifts("title")}>
        {gifts("openText")}
      </RowLink>
    </Sheet>
  );

  const says = (row: PlanRow) => {
    if (row.waitsForMe) return t("index.waitsForYou");
    if (row.status === "proposed") return t("index.waitsFor", { names: formatNames(row.waitingFor, locale) });
    return t(`status.${row.status}`);
  };
  const groups = [
    {
      id: "under-way",
      rows: rows
        .filter((row) => row.status !== "done" && row.status !== "cancelled")
        .sort((a, b) => Number(b.waitsForMe) - Number(a.waitsForMe)),
    },
    { id: "ended", rows: rows.filter((row) => row.status === "done" || row.status === "cancelled") },
  ] as const;

  if (rows.length === 0) {
    return (
      <>
        <PageHeader title={t("index.none")} />
        <Stack>
          <Sheet>
            <EmptyState title={t("index.emptyTitle")} action={make}>
              {t("index.emptyText")}
            </EmptyState>
          </Sheet>
          {toGifts}
        </Stack>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={forMe > 0 ? t("index.titleForYou", { count: forMe }) : t("index.title", { count: groups[0].rows.length })}
        end={make}
      />
      <Stack>
        {groups.map(({ id, rows: group }) =>
          group.length > 0 ? (
            <Sheet key={id} flush aria-labelledby={id}>
              <SectionTitle id={id}>{t(`index.${id}`)}</SectionTitle>
              <ul className="rules">
                {group.map((row) => (
                  <li key={row.id}>
                    <RowLink href={`${base}/${row.id}`} title={row.name}>
                      {says(row)} · {t("index.row", { count: row.things, total: money(row.totalCents) })}
                      {row.cashCents > 0n ? ` · ${t("index.cash", { cash: money(row.cashCents) })}` : null}
                      {row.firstOn ? ` · ${formatDay(row.firstOn, locale)}` : null}
                    </RowLink>
                  </li>
                ))}
              </ul>
            </Sheet>
          ) : null,
        )}
        {toGifts}
      </Stack>
    </>
  );
}
