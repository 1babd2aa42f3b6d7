import { Circle, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { ActionForm } from "@/app/_forms/action-form";
import { DateField, RadioField, TextareaField, TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { ASKED_FOR, maskedCode, type AskedFor } from "@/lib/cases/draft";
import { REASONS } from "@/lib/cases/options";
import { editFacts } from "../actions";
import type { CaseProps } from "./props";

/** The three things support asks for, whether they are complete (R32), and how long ago it was (R35). */
export function FactsSheet({ actor, page, words: { t, day } }: CaseProps) {
  const { facts, missing, daysSince } = page;
  const mistake = facts.about === "mistake";
  const shown: Readonly<Record<AskedFor, ReactNode>> = {
    code: facts.codeEnd === "" ? null : maskedCode(facts.codeEnd),
    redeemed_on: facts.redeemedOn === null || daysSince === null ? null : t("facts.since", { day: day(facts.redeemedOn), days: daysSince }),
    account_details: facts.accountDetails,
  };
  const asked = ASKED_FOR.filter((thing) => mistake || thing === "account_details");
  return (
    <Sheet aria-labelledby="facts">
      <SectionTitle id="facts">{t("facts.title")}</SectionTitle>
      <ul className="grid gap-2.5" aria-labelledby="facts">
        {asked.map((thing) => {
          const there = !missing.includes(thing);
          return (
            <li key={thing} className="flex items-start gap-2.5">
              {there ? <CircleCheck className="mt-1 text-accent" aria-hidden="true" /> : <Circle className="mt-1" aria-hidden="true" />}
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span className="block text-sm text-ink-2">
                  {t(`facts.${thing}`)}
                  <span className="sr-only"> ({t(there ? "facts.there" : "facts.missing")})</span>
                </span>
                {there ? shown[thing] : t(`facts.${thing}Missing`)}
              </span>
            </li>
          );
        })}
      </ul>
      {mistake ? (
        <p role="status" className="font-[620]">
          {missing.length === 0 ? t("facts.complete") : t("facts.incomplete", { count: missing.length })}
        </p>
      ) : null}
      {page.outcome === null ? (
        <Disclosure summary={t("facts.change")}>
          <ActionForm
            key={page.version}
            action={editFacts}
            hidden={{ household: actor.householdId, case: page.id, version: String(page.version) }}
            label={t("facts.change")}
            doneText={t("facts.saved")}
          >
            {mistake ? (
              <>
                <TextField
                  name="codeEnd"
                  label={t("facts.codeField")}
                  hint={t("facts.codeHint")}
                  defaultValue={facts.codeEnd}
                  maxLength={4}
                  autoComplete="off"
                  autoCapitalize="characters"
                  spellCheck={false}
                />
                <DateField
                  name="redeemedOn"
                  label={t("facts.redeemedField")}
                  max={page.today}
                  defaultValue={facts.redeemedOn ?? undefined}
                />
              </>
            ) : null}
            <TextField
              name="accountDetails"
              label={t("facts.accountField")}
              hint={t("facts.accountHint")}
              defaultValue={facts.accountDetails}
              maxLength={300}
              autoComplete="off"
            />
            {mistake ? (
              <RadioField
                name="reason"
                label={t("reason.label")}
                options={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
                defaultValue={facts.reason}
                required
              />
            ) : (
              <input type="hidden" name="reason" value={facts.reason} />
            )}
            <TextareaField name="story" label={t("new.story")} defaultValue={facts.story} rows={4} maxLength={2000} />
            <TextareaField
              name="wish"
              label={t("facts.wish")}
              hint={t("facts.wishHint")}
              defaultValue={facts.wish}
              rows={2}
              maxLength={500}
            />
            <SubmitButton variant="quiet">{t("facts.save")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Sheet>
  );
}
