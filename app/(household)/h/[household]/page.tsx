import { CircleQuestionMark, History } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_session/actor";
import { LinkButton, TextLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/feedback";
import { RowLink } from "@/app/_ui/rows";
import { Columns, PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { isAdult, seesBalances } from "@/lib/auth/actor";
import { homeView } from "@/lib/home/queries";
import { formatLongDay } from "@/lib/i18n/days";
import { systemClock } from "@/lib/kernel/clock";
import { EmptyHome } from "./_home/empty-home";
import { FirstSheet } from "./_home/first-sheet";
import { BooksSheet, ListsSheet } from "./_home/side-sheets";
import { homeWords } from "./_home/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.places"))("home") };
}

const LATER_SHOWN = 8;

/** What needs attention, most urgent first, each with its one next step; then the lists and the year. */
export default async function HomePage({ params }: PageProps<"/h/[household]">) {
  const actor = await requireActor((await params).household);
  const view = await homeView(actor, systemClock);
  const [words, locale] = await Promise.all([homeWords(actor, view), getLocale()]);
  const { t, base } = words;
  const [first, ...others] = view.attention;
  return (
    <>
      <PageHeader above={formatLongDay(view.today, locale)} title={words.heading()} />
      <Columns>
        <Stack>
          {first ? <FirstSheet about={first} view={view} words={words} /> : null}
          {view.empty ? <EmptyHome actor={actor} view={view} words={words} /> : null}
          {!first && !view.empty ? (
            <Sheet>
              <EmptyState
                title={t("allDone.title")}
                action={isAdult(actor) ? <LinkButton href={`${base}/plans/new`}>{t("allDone.plan")}</LinkButton> : undefined}
              >
                {t("allDone.text")}
              </EmptyState>
            </Sheet>
          ) : null}
          {others.length > 0 ? (
            <Sheet flush aria-labelledby="later">
              <SectionTitle id="later">{t("later")}</SectionTitle>
              <ul className="rules">
                {others.slice(0, LATER_SHOWN).map((about, index) => {
                  const { title, text, href } = words.says(about);
                  return (
                    <li key={`${about.kind} ${index}`}>
                      <RowLink
                        href={href}
                        title={title}
                        sign={about.kind === "terms_unread" ? <span className="tag">{t("now.terms_unread.badge")}</span> : undefined}
                      >
                        {text}
                      </RowLink>
                    </li>
                  );
                })}
              </ul>
            </Sheet>
          ) : null}
        </Stack>
        <Stack>
          {view.empty ? null : <ListsSheet view={view} words={words} />}
          {view.empty ? null : <BooksSheet actor={actor} view={view} words={words} />}
          {seesBalances(actor) ? (
            <TextLink href={`${base}/answers`} className="justify-self-start">
              <CircleQuestionMark />
              {t("answers")}
            </TextLink>
          ) : null}
          <TextLink href={`${base}/activity`} className="justify-self-start">
            <History />
            {t("activity")}
          </TextLink>
        </Stack>
      </Columns>
    </>
  );
}
