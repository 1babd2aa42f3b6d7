import { ExternalLink } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/app/_forms/action-form";
import { DateField, MoneyField, RadioField, TextareaField, TextField } from "@/app/_forms/fields";
import { TextLink } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { PathStep } from "@/lib/credits/path";
import type { PathPage } from "@/lib/credits/path-page";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import type { Day } from "@/lib/kernel/day";
import { checkBalance } from "../../../actions";
import { markStep, noteReading } from "../../../terms-actions";
import { StepSheet } from "./step-sheet";

export type StepProps = {
  readonly actor: Actor;
  readonly page: PathPage;
  readonly step: PathStep;
  readonly number: number;
  readonly today: Day;
};

export const about = ({ actor, page }: Pick<StepProps, "actor" | "page">) => ({ household: actor.householdId, credit: page.credit.id });

function Outside({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a href={href} className="text-link" target="_blank" rel="noreferrer noopener">
      {children}
      <ExternalLink />
    </a>
  );
}

/** Find the balance: where to look at this store (R52, R54), and both the amount and the day that were seen (R53). */
export function BalanceStep(props: StepProps) {
  const t = useTranslations("check.balance");
  const locale = useLocale();
  const { actor, page, today } = props;
  const { currency } = actor.household;
  return (
    <StepSheet {...props}>
      <p className="whitespace-pre-line text-ink-2">{page.store.whereToLook || t("anywhere")}</p>
      {page.store.balanceUrl ? <Outside href={page.store.balanceUrl}>{t("open")}</Outside> : null}
      {page.seen ? (
        <p>{t("seen", { amount: formatMoney(page.seen.cents, currency, locale), day: formatDay(page.seen.on, locale, today) })}</p>
      ) : null}
      {page.mayKeep ? (
        <Disclosure summary={t("again")}>
          <ActionForm action={checkBalance} hidden={about(props)} label={t("again")} doneText={t("done")}>
            <div className="grid grid-cols-2 items-start gap-4">
              <MoneyField name="amount" label={t("amount")} currency={currency} required />
              <DateField name="occurredOn" label={t("on")} defaultValue={today} max={today} required />
            </div>
            <SubmitButton variant="quiet">{t("submit")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </StepSheet>
  );
}

/** Recall the origin: an order number or a date that shows it (R55), or that it can't be told (R56). */
export function OriginStep(props: StepProps) {
  const t = useTranslations("check.origin");
  const origin = useTranslations("common.origin");
  const { actor, page, step } = props;
  const { credit } = page;
  return (
    <StepSheet {...props}>
      <p className="font-[620]">{[origin(credit.origin), credit.label, credit.evidenceOrder].filter((part) => part !== "").join(", ")}</p>
      {page.mayKeep ? <TextLink href={`/h/${actor.householdId}/balances/credits/${credit.id}/terms`}>{t("change")}</TextLink> : null}
      {page.mayKeep && step.state === "open" ? (
        <ActionForm action={markStep} hidden={{ ...about(props), step: "origin_unknown" }} label={t("unknown")} doneText={t("done")}>
          <SubmitButton variant="quiet">{t("unknown")}</SubmitButton>
        </ActionForm>
      ) : null}
    </StepSheet>
  );
}

/** Read the terms that belong to that origin (R58): with a link or the text (R60), and three fields filled (R59). */
export function TermsStep(props: StepProps) {
  const t = useTranslations("check.terms");
  const locale = useLocale();
  const { page, step, today } = props;
  const { reading } = page.known;
  return (
    <StepSheet {...props}>
      <p className="text-ink-2">{t(`look.${page.credit.origin}`)}</p>
      {page.region ? <p className="text-sm text-ink-2">{t("region", { region: page.region })}</p> : null}
      {page.store.termsUrl ? <Outside href={page.store.termsUrl}>{t("open")}</Outside> : null}
      {reading ? (
        <dl className="grid gap-2 [overflow-wrap:anywhere]">
          <dt className="font-[620]">
            {t(`was.${reading.state}`, { name: reading.readerName, day: formatDay(reading.readOn, locale, today) })}
          </dt>
          {reading.offer ? <dd>{reading.offer}</dd> : null}
          <dd>{t("isLimits", { text: reading.limits || t("nothing") })}</dd>
          <dd>{t("isEnds", { text: reading.ends || t("nothing") })}</dd>
          <dd>{t("isEligible", { text: reading.eligible || t("nothing") })}</dd>
          {reading.link ? (
            <dd>
              <Outside href={reading.link}>{reading.link}</Outside>
            </dd>
          ) : null}
          {reading.pasted ? (
            <dd>
              <Disclosure summary={t("pastedText")}>
                <p className="text-sm whitespace-pre-line">{reading.pasted}</p>
              </Disclosure>
            </dd>
          ) : null}
        </dl>
      ) : null}
      {page.standing === "due" ? <p className="font-[620]">{t("due")}</p> : null}
      {page.mayKeep && step.state !== "wait" ? <ReadingForm {...props} /> : null}
    </StepSheet>
  );
}

function ReadingForm(props: StepProps) {
  const t = useTranslations("check.terms");
  const { page, today } = props;
  const form = (
    <ActionForm action={noteReading} hidden={about(props)} label={t("note")} doneText={t("done")} className="grid gap-4">
      <TextField name="offer" label={t("offer")} hint={t("offerHint")} maxLength={120} autoComplete="off" />
      <TextField
        name="link"
        label={t("link")}
        hint={t("linkHint")}
        type="url"
        defaultValue={page.store.termsUrl ?? undefined}
        maxLength={1000}
      />
      <TextareaField name="pasted" label={t("pasted")} rows={4} maxLength={20_000} />
      <TextareaField name="limits" label={t("limits")} hint={t("noneHint")} rows={2} maxLength={1000} />
      <TextareaField name="ends" label={t("ends")} hint={t("noneHint")} rows={2} maxLength={1000} />
      <TextareaField name="eligible" label={t("eligible")} hint={t("noneHint")} rows={2} maxLength={1000} />
      <RadioField
        name="state"
        label={t("state")}
        required
        options={(["read", "unclear"] as const).map((value) => ({ value, label: t(`choose.${value}`), hint: t(`choose.${value}Hint`) }))}
      />
      <DateField name="readOn" label={t("readOn")} defaultValue={today} max={today} required />
      <SubmitButton>{t("note")}</SubmitButton>
    </ActionForm>
  );
  return page.known.reading ? <Disclosure summary={t("again")}>{form}</Disclosure> : form;
}
