import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_session/actor";
import { TextLink } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { BackLink } from "@/app/_ui/shell/back-link";
import { Columns, PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { VerdictBadge } from "@/app/_ui/verdict";
import { today as todayOf, type Actor } from "@/lib/auth/actor";
import type { QuestionAnswer } from "@/lib/credits/answers";
import { answersPage } from "@/lib/credits/answers-page";
import type { CreditRow } from "@/lib/credits/queries";
import { formatDay } from "@/lib/i18n/days";
import { systemClock } from "@/lib/kernel/clock";
import type { Day } from "@/lib/kernel/day";
import { VerdictRow } from "../balances/credits/[credit]/verdict-row";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("answers"))("title") };
}

type AnswerProps = {
  readonly actor: Actor;
  readonly answer: QuestionAnswer;
  readonly credits: ReadonlyMap<string, CreditRow>;
  readonly today: Day;
};

/** One question: the answer in general, and what each balance of the household says to it. */
async function AnswerSheet({ actor, answer: { question, general, credits: own }, credits, today }: AnswerProps) {
  const [t, policy, origin, locale] = await Promise.all([
    getTranslations("answers"),
    getTranslations("policy"),
    getTranslations("common.origin"),
    getLocale(),
  ]);
  const base = `/h/${actor.householdId}`;
  const ends = (credit: CreditRow) =>
    credit.expiresOn
      ? t("ends.date", { day: formatDay(credit.expiresOn, locale, today) })
      : t(`ends.${credit.expiry === "never" ? "never" : "unknown"}`);
  const rows = own.flatMap(({ creditId, verdict }) => {
    const credit = credits.get(creditId);
    return credit ? [{ credit, verdict }] : [];
  });
  return (
    <Sheet flush aria-labelledby={question}>
      <SectionTitle id={question} end={rows.length === 0 ? <VerdictBadge verdict={general.verdict} /> : null}>
        {t(`${question}.question`)}
      </SectionTitle>
      <div className="grid gap-2 px-(--px) pb-3">
        <p>{t(`${question}.answer`)}</p>
        {rows.length === 0 ? <p className="text-sm text-ink-2">{policy(`reason.${general.rule}`, { credit: t("any") })}</p> : null}
      </div>
      {rows.length > 0 ? (
        <div className="px-(--px) pb-2">
          <Disclosure summary={t("yours", { count: rows.length })}>
            <ul className="rules -mx-(--px)">
              {rows.map(({ credit, verdict }) => (
                <VerdictRow
                  key={credit.id}
                  title={
                    <TextLink href={`${base}/balances/credits/${credit.id}`}>
                      {credit.label || t("balance", { origin: origin(credit.origin), store: credit.storeName, holder: credit.holderName })}
                    </TextLink>
                  }
                  verdict={verdict}
                  today={today}
                  links={{ base, creditId: credit.id }}
                >
                  {question === "expiry" ? <span className="text-sm text-ink-2">{ends(credit)}</span> : null}
                </VerdictRow>
              ))}
            </ul>
          </Disclosure>
        </div>
      ) : null}
    </Sheet>
  );
}

/** What people ask about store credit, each answered by the rules for this household's own balances (R97-R103). */
export default async function AnswersPage({ params }: PageProps<"/h/[household]/answers">) {
  const actor = await requireActor((await params).household);
  const today = todayOf(actor, systemClock);
  const page = (await answersPage(actor, today)) ?? notFound();
  const t = await getTranslations("answers");
  const credits = new Map(page.credits.map((credit) => [credit.id, credit]));
  const half = Math.ceil(page.answers.length / 2);
  return (
    <>
      <BackLink href={`/h/${actor.householdId}/balances`}>{t("back")}</BackLink>
      <PageHeader
        title={t("title")}
        below={
          page.credits.length > 0 ? (
            <>
              {t("below")} <TextLink href={`/h/${actor.householdId}/balances/ask`}>{t("ask")}</TextLink>
            </>
          ) : (
            t("belowNone")
          )
        }
      />
      <Columns even>
        {[page.answers.slice(0, half), page.answers.slice(half)].map((answers, column) => (
          <Stack key={column}>
            {answers.map((answer) => (
              <AnswerSheet key={answer.question} actor={actor} answer={answer} credits={credits} today={today} />
            ))}
          </Stack>
        ))}
      </Columns>
    </>
  );
}
