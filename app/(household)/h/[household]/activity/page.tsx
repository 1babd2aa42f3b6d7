import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_session/actor";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { EmptyState } from "@/app/_ui/feedback";
import { Pager } from "@/app/_ui/pager";
import { BackLink } from "@/app/_ui/shell/back-link";
import { PageHeader, Sheet } from "@/app/_ui/sheet";
import { formatMoment } from "@/lib/i18n/days";
import { systemClock } from "@/lib/kernel/clock";
import { historyPage } from "@/lib/households/history";
import { sentenceOf } from "./sentence";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activity"))("title") };
}

/** Who did what, when; newest first. */
export default async function ActivityPage({ params, searchParams }: PageProps<"/h/[household]/activity">) {
  const actor = await requireActor((await params).household);
  const { before } = await searchParams;
  const asked = typeof before === "string" ? before : undefined;
  const [t, origins, locale, { rows, older }] = await Promise.all([
    getTranslations("activity"),
    getTranslations("common.origin"),
    getLocale(),
    historyPage(actor, asked),
  ]);
  const here = `/h/${actor.householdId}/activity`;
  const now = systemClock.now();
  const words = {
    has: (key: string) => t.has(`says.${key}`),
    say: (key: string, values: Readonly<Record<string, string | number>>) => t(`says.${key}`, { ...values }),
    origin: (origin: string) => (origins.has(origin) ? origins(origin) : origins("unknown")),
  };
  return (
    <>
      <BackLink href={`/h/${actor.householdId}`}>{t("back")}</BackLink>
      <PageHeader title={t("title")} />
      <Sheet flush>
        {rows.length === 0 ? <EmptyState title={t("none")}>{t("noneText")}</EmptyState> : null}
        <ul className="rules">
          {rows.map((row) => (
            <li key={row.id} className="margin-row">
              <div>
                <Avatar name={row.who} colour={memberColour(row.colour)} size="md" />
              </div>
              <div className="margin-row-text">
                <span className="[overflow-wrap:anywhere]">{sentenceOf(row, actor.household.currency, locale, words)}</span>
                <time dateTime={row.at.toISOString()} className="text-sm text-ink-2">
                  {formatMoment(row.at, actor.household.timeZone, locale, now)}
                </time>
              </div>
            </li>
          ))}
        </ul>
      </Sheet>
      <Pager
        label={t("pages")}
        newer={asked === undefined ? null : { href: here, text: t("newest") }}
        older={older === null ? null : { href: `${here}?before=${older}`, text: t("older") }}
      />
    </>
  );
}
