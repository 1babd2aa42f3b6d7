import { FolderOpen } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_session/actor";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { LinkButton, TextLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/feedback";
import { RowLink } from "@/app/_ui/rows";
import { BackLink } from "@/app/_ui/shell/back-link";
import { Columns, PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { today } from "@/lib/auth/actor";
import { caseList, type CaseRow } from "@/lib/cases/queries";
import { systemClock } from "@/lib/kernel/clock";
import { caseWords, type CaseWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("title") };
}

function Rows({ cases, words: { t, base, day } }: { readonly cases: readonly CaseRow[]; readonly words: CaseWords }) {
  const state = (row: CaseRow) => {
    if (row.outcome !== null && row.outcomeOn !== null) return t("outcome.ended", { outcome: row.outcome, day: day(row.outcomeOn) });
    return row.followUpOn ? t("list.ask", { day: day(row.followUpOn) }) : t("list.opened", { day: day(row.openedOn) });
  };
  return (
    <ul className="rules">
      {cases.map((row) => (
        <li key={row.id}>
          <RowLink
            href={`${base}/cases/${row.id}`}
            sign={<Avatar name={row.holderName} colour={memberColour(row.holderColour)} size="md" />}
            title={t("list.row", { about: row.about, store: row.storeName })}
          >
            {t("list.rowLine", { holder: row.holderName, contacts: row.contacts })} {state(row)}
          </RowLink>
        </li>
      ))}
    </ul>
  );
}

/** The household's cases, and where to look when somebody is unsure about a balance (R93). */
export default async function CasesPage({ params }: PageProps<"/h/[household]/cases">) {
  const actor = await requireActor((await params).household);
  const cases = (await caseList(actor)) ?? notFound();
  const words = await caseWords(actor, today(actor, systemClock));
  const { t, base } = words;
  const open = cases.filter(({ outcome }) => outcome === null);
  const ended = cases.filter(({ outcome }) => outcome !== null);
  const openOne = (
    <LinkButton href={`${base}/cases/new`} variant="primary" icon={<FolderOpen />}>
      {t("list.new")}
    </LinkButton>
  );
  return (
    <>
      <BackLink href={`${base}/household`}>{t("list.household")}</BackLink>
      <PageHeader title={t("list.open", { count: open.length })} end={cases.length > 0 ? openOne : null} />
      <Columns>
        <Stack>
          {cases.length === 0 ? (
            <Sheet>
              <EmptyState title={t("list.none")} action={openOne}>
                {t("list.noneText")}
              </EmptyState>
            </Sheet>
          ) : null}
          {open.length > 0 ? (
            <Sheet flush aria-labelledby="open">
              <SectionTitle id="open">{t("list.openTitle")}</SectionTitle>
              <Rows cases={open} words={words} />
            </Sheet>
          ) : null}
          {ended.length > 0 ? (
            <Sheet flush aria-labelledby="ended">
              <SectionTitle id="ended">{t("list.endedTitle")}</SectionTitle>
              <Rows cases={ended} words={words} />
            </Sheet>
          ) : null}
        </Stack>
        <Stack>
          <Sheet aria-labelledby="unsure">
            <SectionTitle id="unsure">{t("list.unsure")}</SectionTitle>
            <p>{t("list.unsureText")}</p>
            <TextLink href={`${base}/balances`} className="justify-self-start">
              {t("list.balances")}
            </TextLink>
          </Sheet>
        </Stack>
      </Columns>
    </>
  );
}
