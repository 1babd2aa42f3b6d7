import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ActionForm } from "@/app/_forms/action-form";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { StepProgress } from "@/app/_ui/feedback";
import { BackLink } from "@/app/_ui/shell/back-link";
import { PageHeader, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { today } from "@/lib/auth/actor";
import { POINTS } from "@/lib/cases/points";
import { pointsPage } from "@/lib/cases/queries";
import { systemClock } from "@/lib/kernel/clock";
import { tickPoint } from "../../actions";
import { TickRow } from "../../tick-row";
import { caseWords } from "../../words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases.points"))("title") };
}

/** The seven points for a balance, with what was done of them (R40). */
export default async function PointsPage({ params }: PageProps<"/h/[household]/cases/checklist/[credit]">) {
  const { household, credit: creditId } = await params;
  const actor = await requireActor(household);
  const page = (await pointsPage(actor, creditId)) ?? notFound();
  const { t, base, origin } = await caseWords(actor, today(actor, systemClock));
  const { credit, done, caseId } = page;
  return (
    <>
      <BackLink href={`${base}/balances/credits/${credit.id}`}>{t("points.back")}</BackLink>
      <PageHeader
        above={t("points.progress", { done: done.size })}
        title={t("points.title")}
        below={t("points.below", { origin: origin(credit), holder: credit.holderName, store: credit.storeName })}
      />
      <StepProgress done={done.size} total={POINTS.length} />
      <Sheet flush aria-label={t("points.title")}>
        <ol className="rules" aria-label={t("points.title")}>
          {POINTS.map(({ point }, index) => {
            const ticked = done.has(point);
            const name = t(`points.${point}.name`);
            return (
              <TickRow key={point} number={index + 1} done={ticked} name={name} text={t(`points.${point}.text`)}>
                <ActionForm
                  action={tickPoint}
                  hidden={{ household: actor.householdId, credit: credit.id, point, done: ticked ? "no" : "yes" }}
                  label={t(ticked ? "points.untickLabel" : "points.tickLabel", { point: name })}
                  className="justify-self-start"
                  summary={false}
                >
                  <SubmitButton variant={ticked ? "text" : "quiet"} small>
                    {t(ticked ? "points.untick" : "points.tick")}
                  </SubmitButton>
                </ActionForm>
              </TickRow>
            );
          })}
        </ol>
      </Sheet>
      <LinkButton href={caseId ? `${base}/cases/${caseId}` : `${base}/cases/new?credit=${credit.id}`} className="justify-self-start">
        {t(caseId ? "points.case" : "points.openCase")}
      </LinkButton>
    </>
  );
}
