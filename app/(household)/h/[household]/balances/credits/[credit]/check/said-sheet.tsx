import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/app/_forms/action-form";
import { CheckboxField, DateField, RadioField, SelectField, TextareaField, TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { Note } from "@/app/_ui/feedback";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { SUBJECTS } from "@/lib/credits/terms-schema";
import { formatDay } from "@/lib/i18n/days";
import { SOURCE_KINDS } from "@/lib/policy/facts";
import { noteStatement, withdrawStatement } from "../../../terms-actions";
import { about, type StepProps } from "./first-steps";
import { useSubjectName } from "./look-steps";

type Props = Pick<StepProps, "actor" | "page" | "today">;

/** What the terms, the store's support or others say of a use (R43), with the risk of going round the rules (R44, R79). */
export function SaidSheet(props: Props) {
  const t = useTranslations("check.said");
  const nameOf = useSubjectName();
  const locale = useLocale();
  const { actor, page, today } = props;
  return (
    <Sheet aria-labelledby="said">
      <SectionTitle id="said">{t("title")}</SectionTitle>
      <p>{t("text")}</p>
      <ul className="grid gap-4">
        {page.known.statements.map((statement) => (
          <li key={statement.id} className="grid gap-1 [overflow-wrap:anywhere]">
            <span className="font-[620]">{t(statement.allows ? "allows" : "forbids", { subject: nameOf(statement.subject) })}</span>
            {statement.quote ? <q>{statement.quote}</q> : null}
            {statement.link ? (
              <a href={statement.link} className="underline" target="_blank" rel="noreferrer noopener">
                {statement.link}
              </a>
            ) : null}
            <span className="text-sm text-ink-2">
              {t(`sources.${statement.source}`)}, {statement.author}, {formatDay(statement.on, locale, today)}
            </span>
            {page.mayKeep ? (
              <ActionForm
                action={withdrawStatement}
                hidden={{ household: actor.householdId, statement: statement.id }}
                label={t("withdraw")}
                doneText={t("withdrawn")}
              >
                <SubmitButton variant="quiet">{t("withdraw")}</SubmitButton>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
      {page.mayKeep ? (
        <Disclosure summary={t("add")}>
          <ActionForm action={noteStatement} hidden={about(props)} label={t("add")} doneText={t("done")} className="grid gap-4">
            <SelectField
              name="subject"
              label={t("subject")}
              placeholder={t("choose")}
              options={SUBJECTS.map((value) => ({ value, label: nameOf(value) }))}
              required
            />
            <RadioField
              name="allows"
              label={t("what")}
              required
              options={[
                { value: "yes", label: t("yes") },
                { value: "no", label: t("no") },
              ]}
            />
            <RadioField
              name="source"
              label={t("source")}
              required
              options={SOURCE_KINDS.map((value) => ({ value, label: t(`sources.${value}`), hint: t(`sourceHints.${value}`) }))}
            />
            <TextareaField name="quote" label={t("quote")} hint={t("quoteHint")} rows={3} maxLength={2000} />
            <TextField name="link" label={t("link")} type="url" maxLength={1000} />
            <TextField name="author" label={t("author")} hint={t("authorHint")} maxLength={120} autoComplete="off" required />
            <DateField name="saidOn" label={t("on")} defaultValue={today} max={today} required />
            <Note kind="problem">{t("risk")}</Note>
            <CheckboxField name="warned" label={t("warned")} hint={t("warnedHint")} />
            <SubmitButton variant="quiet">{t("add")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Sheet>
  );
}
