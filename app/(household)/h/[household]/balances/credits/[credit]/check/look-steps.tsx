import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/app/_forms/action-form";
import { DateField, RadioField, SelectField, TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { Note } from "@/app/_ui/feedback";
import { SubmitButton } from "@/app/_ui/submit-button";
import { SUBJECTS } from "@/lib/credits/terms-schema";
import { formatDay } from "@/lib/i18n/days";
import { SEEN_ANSWERS, type Subject } from "@/lib/policy/facts";
import { markStep, noteLook } from "../../../terms-actions";
import { about, type StepProps } from "./first-steps";
import { StepSheet } from "./step-sheet";

/** The name of what a look or a statement is about: a sort of gift card, or a category. */
export function useSubjectName(): (subject: Subject) => string {
  const t = useTranslations("policy.subject");
  const category = useTranslations("lists.category");
  return (subject) => (t.has(subject) ? t(subject) : category.has(subject) ? category(subject) : subject);
}

function LookForm(props: StepProps & { readonly subjects: readonly Subject[] }) {
  const t = useTranslations("check.look");
  const nameOf = useSubjectName();
  const { subjects, today } = props;
  const [only] = subjects;
  return (
    <ActionForm
      action={noteLook}
      hidden={subjects.length === 1 && only ? { ...about(props), subject: only } : about(props)}
      label={t("note")}
      doneText={t("done")}
      className="grid gap-4"
    >
      {subjects.length > 1 ? (
        <SelectField
          name="subject"
          label={t("subject")}
          placeholder={t("choose")}
          options={subjects.map((value) => ({ value, label: nameOf(value) }))}
          required
        />
      ) : null}
      <RadioField
        name="answer"
        label={t("answer")}
        required
        options={SEEN_ANSWERS.map((value) => ({ value, label: t(`answers.${value}`), hint: t(`hints.${value}`) }))}
      />
      <TextField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={500} autoComplete="off" />
      <DateField name="lookedOn" label={t("on")} defaultValue={today} max={today} required />
      <SubmitButton variant="quiet">{t("note")}</SubmitButton>
    </ActionForm>
  );
}

/** Try a gift card in the cart: optional, not offered where the terms say no (R61), and never ordered. */
export function CartStep(props: StepProps) {
  const t = useTranslations("check.cart");
  const { page, step } = props;
  if (step.state === "closed" || step.state === "wait") {
    return (
      <StepSheet {...props}>
        <p className="text-ink-2">{t(step.state)}</p>
      </StepSheet>
    );
  }
  return (
    <StepSheet {...props}>
      <Note>{t("dontOrder")}</Note>
      {page.mayKeep ? (
        <>
          <Disclosure summary={t("tried")}>
            <LookForm {...props} subjects={["store_gift_card"]} />
          </Disclosure>
          {step.state === "open" ? (
            <ActionForm action={markStep} hidden={{ ...about(props), step: "cart_skipped" }} label={t("leaveOut")} doneText={t("done")}>
              <SubmitButton variant="quiet">{t("leaveOut")}</SubmitButton>
            </ActionForm>
          ) : null}
        </>
      ) : null}
    </StepSheet>
  );
}

/** Look at the checkout: listed, not listed, greyed out (R64-R66), with the reason (R67). */
export function CheckoutStep(props: StepProps) {
  const t = useTranslations("check.checkout");
  const { page } = props;
  return (
    <StepSheet {...props}>
      <Note>{t("dontOrder")}</Note>
      {page.mayKeep ? (
        <Disclosure summary={t("looked")}>
          <LookForm {...props} subjects={SUBJECTS} />
        </Disclosure>
      ) : null}
    </StepSheet>
  );
}

/** What the checkout said, when, and who looked (R67-R69): a refusal is no, and isn't forced. */
export function ReasonStep(props: StepProps) {
  const t = useTranslations("check");
  const nameOf = useSubjectName();
  const locale = useLocale();
  const { page, today } = props;
  const looks = page.known.looks.toReversed();
  return (
    <StepSheet {...props}>
      {looks.length === 0 ? (
        <p className="text-ink-2">{t("reason.none")}</p>
      ) : (
        <ul className="grid gap-3">
          {looks.map((look) => (
            <li key={look.id} className="[overflow-wrap:anywhere]">
              <span className="font-[620]">{nameOf(look.subject)}</span>: {t(`look.answers.${look.answer}`)}
              {look.reason ? <q className="block">{look.reason}</q> : null}
              <span className="block text-sm text-ink-2">
                {t("reason.by", { name: look.author, day: formatDay(look.on, locale, today) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </StepSheet>
  );
}
