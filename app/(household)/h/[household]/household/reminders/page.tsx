import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_session/actor";
import { Note } from "@/app/_ui/feedback";
import { BackLink } from "@/app/_ui/shell/back-link";
import { Columns, PageHeader, Stack } from "@/app/_ui/sheet";
import { isAdult, today } from "@/lib/auth/actor";
import { formatDay } from "@/lib/i18n/days";
import { systemClock } from "@/lib/kernel/clock";
import { remindersPage } from "@/lib/reminders/queries";
import { ChoiceSheet } from "./choice-sheet";
import { FeedSheet } from "./feed-sheet";
import { PushSheet } from "./push-sheet";
import { RulesSheet } from "./rules-sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders.page"))("title") };
}

/** What tells a member about what waits, besides the home page (R75). */
export default async function RemindersPage({ params }: PageProps<"/h/[household]/household/reminders">) {
  const actor = await requireActor((await params).household);
  const [t, locale, page] = await Promise.all([getTranslations("reminders.page"), getLocale(), remindersPage(actor)]);
  return (
    <>
      <BackLink href={`/h/${actor.householdId}/household`}>{t("back")}</BackLink>
      <PageHeader title={t("title")} below={t("intro")} />
      {page.problem ? (
        <Note kind="problem">
          {t("problem", { channel: page.problem.channel, day: formatDay(page.problem.on, locale, today(actor, systemClock)) })}
        </Note>
      ) : null}
      <Columns>
        <Stack>
          <ChoiceSheet actor={actor} page={page} />
          {isAdult(actor) ? <RulesSheet actor={actor} page={page} /> : null}
        </Stack>
        <Stack>
          <PushSheet actor={actor} page={page} />
          <FeedSheet actor={actor} page={page} />
        </Stack>
      </Columns>
    </>
  );
}
