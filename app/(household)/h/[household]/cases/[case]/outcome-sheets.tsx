import { ActionForm } from "@/app/_forms/action-form";
import { DateField, RadioField, TextareaField } from "@/app/_forms/fields";
import { LinkButton } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { OUTCOMES } from "@/lib/cases/options";
import { addDays } from "@/lib/kernel/day";
import { endCase, reopenCase, setFollowUp } from "../actions";
import type { CaseProps } from "./props";

const A_WEEK = 7;

/** The day to ask again, kept while the case is open (R35). */
export function FollowUpSheet({ actor, page, words: { t, day } }: CaseProps) {
  const hidden = { household: actor.householdId, case: page.id };
  return (
    <Sheet aria-labelledby="follow-up">
      <SectionTitle id="follow-up">{t("followUp.title")}</SectionTitle>
      <p>{page.followUpOn ? t("followUp.on", { day: day(page.followUpOn) }) : t("followUp.none")}</p>
      <ActionForm
        key={page.followUpOn ?? "none"}
        action={setFollowUp}
        hidden={hidden}
        label={t("followUp.title")}
        doneText={t("followUp.done")}
        summary={false}
      >
        <DateField
          name="followUpOn"
          label={t("followUp.field")}
          min={page.today}
          defaultValue={page.followUpOn ?? addDays(page.today, A_WEEK)}
          required
        />
        <SubmitButton variant="quiet">{t("followUp.submit")}</SubmitButton>
      </ActionForm>
      {page.followUpOn ? (
        <ActionForm
          action={setFollowUp}
          hidden={hidden}
          label={t("followUp.clear")}
          className="-my-2 -ml-3.5 justify-self-start"
          summary={false}
        >
          <SubmitButton variant="text" small>
            {t("followUp.clear")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </Sheet>
  );
}

/** Writing down how it ended; that most end with a no is said first (R34). */
export function OutcomeSheet({ actor, page, words: { t } }: CaseProps) {
  return (
    <Sheet aria-labelledby="outcome">
      <SectionTitle id="outcome">{t("outcome.title")}</SectionTitle>
      <p>{t("outcome.expect")}</p>
      <Disclosure summary={t("outcome.open")}>
        <ActionForm action={endCase} hidden={{ household: actor.householdId, case: page.id }} label={t("outcome.title")}>
          <RadioField
            name="outcome"
            label={t("outcome.label")}
            options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`), hint: t(`outcome.${value}Hint`) }))}
            required
          />
          <DateField name="outcomeOn" label={t("outcome.on")} max={page.today} defaultValue={page.today} required />
          <TextareaField name="note" label={t("outcome.note")} rows={3} maxLength={1000} />
          <SubmitButton variant="quiet">{t("outcome.submit")}</SubmitButton>
        </ActionForm>
      </Disclosure>
    </Sheet>
  );
}

/** How it ended, and the one next step: books move only by an entry that somebody makes (R34). */
export function EndedSheet({ actor, page, words: { t, base, day } }: CaseProps) {
  const { outcome, outcomeOn, credit } = page;
  if (outcome === null || outcomeOn === null) return null;
  const books = credit && outcome !== "denied" && outcome !== "no_reply" ? `${base}/balances/credits/${credit.id}` : null;
  return (
    <Sheet aria-labelledby="ended">
      <SectionTitle id="ended">{t("outcome.ended", { outcome, day: day(outcomeOn) })}</SectionTitle>
      {page.outcomeNote ? <p className="whitespace-pre-line [overflow-wrap:anywhere]">{page.outcomeNote}</p> : null}
      <p>{page.reversedCard ? t("outcome.reversedCard") : t(`outcome.next.${outcome}`)}</p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={books ?? `${base}/plans/new`} variant="primary">
          {t(books ? "outcome.book" : "outcome.plan")}
        </LinkButton>
        {page.reversedCard ? null : (
          <ActionForm
            action={reopenCase}
            hidden={{ household: actor.householdId, case: page.id }}
            label={t("outcome.reopen")}
            summary={false}
          >
            <SubmitButton variant="quiet">{t("outcome.reopen")}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Sheet>
  );
}
