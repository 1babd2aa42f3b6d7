import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { SelectField } from "@/app/_forms/fields";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { RemindersPage } from "@/lib/reminders/queries";
import { changeRules } from "./actions";

const DAYS = [7, 30, 90, 180, 0];

/** How often the household looks at balances (R84) and reads terms again (R50). */
export async function RulesSheet({ actor, page }: { readonly actor: Actor; readonly page: RemindersPage }) {
  const [t, common] = await Promise.all([getTranslations("reminders.rules"), getTranslations("reminders.page")]);
  const options = (chosen: number) =>
    (DAYS.includes(chosen) ? DAYS : [chosen, ...DAYS]).map((count) => ({
      value: String(count),
      label: count === 0 ? t("never") : t("days", { count }),
    }));
  return (
    <Sheet aria-labelledby="rules">
      <SectionTitle id="rules">{t("title")}</SectionTitle>
      <ActionForm
        action={changeRules}
        hidden={{ household: actor.householdId }}
        label={t("title")}
        doneText={common("saved")}
        summary={false}
      >
        {(["check", "terms"] as const).map((rule) => (
          <SelectField
            key={rule}
            name={rule}
            label={t(rule)}
            defaultValue={String(page.rules[rule])}
            options={options(page.rules[rule])}
            required
          />
        ))}
        <SubmitButton variant="quiet">{common("save")}</SubmitButton>
      </ActionForm>
    </Sheet>
  );
}
