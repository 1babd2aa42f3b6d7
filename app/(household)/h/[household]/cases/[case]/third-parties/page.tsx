import { Flag, TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ActionForm } from "@/app/_forms/action-form";
import { TextareaField, TextField } from "@/app/_forms/fields";
import { requireActor } from "@/app/_session/actor";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/feedback";
import { PageHeader, SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { openOptions } from "@/lib/cases/options";
import { casePage } from "@/lib/cases/queries";
import { RED_FLAGS, RISKS } from "@/lib/cases/third-party";
import { systemClock } from "@/lib/kernel/clock";
import { noteThirdParty } from "../../actions";
import { caseWords } from "../../words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases.thirdParty"))("title") };
}

/**
 * What third parties can cost (R36-R39). There isn't one link in it, not even back: nothing here leads to any of them,
 * and the way back to the case is a button.
 */
export default async function ThirdPartiesPage({ params }: PageProps<"/h/[household]/cases/[case]/third-parties">) {
  const { household, case: caseId } = await params;
  const actor = await requireActor(household);
  const page = (await casePage(actor, caseId, systemClock)) ?? notFound();
  const { t, base, day } = await caseWords(actor, page.today);
  const reached = page.outcome === null && page.facts.about === "mistake" && openOptions(page.choices).includes("third_party");
  return (
    <>
      <PageHeader title={t("thirdParty.title")} below={t("thirdParty.below")} />
      <Sheet aria-labelledby="risks">
        <SectionTitle id="risks">{t("thirdParty.risks")}</SectionTitle>
        <ul className="grid gap-3" aria-labelledby="risks">
          {RISKS.map((risk) => (
            <li key={risk} className="flex gap-2.5">
              <TriangleAlert className="mt-1 flex-none text-no" aria-hidden="true" />
              <span>
                <b className="block">{t(`thirdParty.risk.${risk}`)}</b>
                {t(`thirdParty.risk.${risk}Text`)}
              </span>
            </li>
          ))}
        </ul>
      </Sheet>
      <Sheet aria-labelledby="flags">
        <SectionTitle id="flags">{t("thirdParty.flags")}</SectionTitle>
        <ul className="grid gap-2" aria-labelledby="flags">
          {RED_FLAGS.map((flag) => (
            <li key={flag} className="flex gap-2.5">
              <Flag className="mt-1 flex-none text-no" aria-hidden="true" />
              <span>{t(`thirdParty.flag.${flag}`)}</span>
            </li>
          ))}
        </ul>
        <Note kind="problem">{t("thirdParty.never")}</Note>
      </Sheet>
      {page.thirdParties.length > 0 ? (
        <Sheet aria-labelledby="noted">
          <SectionTitle id="noted">{t("thirdParty.noted")}</SectionTitle>
          <ul className="rules" aria-labelledby="noted">
            {page.thirdParties.map((noted) => (
              <li key={noted.id} className="grid gap-1 py-3 [overflow-wrap:anywhere]">
                <span className="row-name">{noted.name}</span>
                <span className="whitespace-pre-line">{noted.evidence}</span>
                <span className="text-sm text-ink-2">{t("thirdParty.notedBy", { by: noted.by, day: day(noted.on) })}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
      {reached ? (
        <Sheet aria-labelledby="note">
          <SectionTitle id="note">{t("thirdParty.note")}</SectionTitle>
          <p>{t("thirdParty.noteText")}</p>
          <ActionForm
            key={page.thirdParties.length}
            action={noteThirdParty}
            hidden={{ household: actor.householdId, case: page.id }}
            label={t("thirdParty.note")}
            summary={false}
          >
            <TextField name="name" label={t("thirdParty.name")} maxLength={120} autoComplete="off" required />
            <TextareaField
              name="evidence"
              label={t("thirdParty.evidence")}
              hint={t("thirdParty.evidenceHint")}
              rows={4}
              maxLength={2000}
              required
            />
            <TextField
              name="acknowledgement"
              label={t("thirdParty.acknowledge")}
              hint={t("thirdParty.sentence")}
              autoComplete="off"
              spellCheck={false}
              required
            />
            <SubmitButton variant="danger">{t("thirdParty.submit")}</SubmitButton>
          </ActionForm>
        </Sheet>
      ) : (
        <p className="text-ink-2">{t("thirdParty.later")}</p>
      )}
      <form action={`${base}/cases/${page.id}`} className="justify-self-start">
        <Button type="submit">{t("thirdParty.back")}</Button>
      </form>
    </>
  );
}
