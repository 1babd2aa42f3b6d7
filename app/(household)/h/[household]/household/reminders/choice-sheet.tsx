import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { CheckboxesField } from "@/app/_forms/fields";
import { Note } from "@/app/_ui/feedback";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { RemindersPage } from "@/lib/reminders/queries";
import { KINDS } from "@/lib/reminders/schedule";
import { chooseReminders } from "./actions";

/** Which kinds of reminders the person wants by which way. */
export async function ChoiceSheet({ actor, page }: { readonly actor: Actor; readonly page: RemindersPage }) {
  const [t, kinds, common] = await Promise.all([
    getTranslations("reminders.choice"),
    getTranslations("reminders.kinds"),
    getTranslations("reminders.page"),
  ]);
  const options = KINDS.map((kind) => ({ value: kind, label: kinds(kind) }));
  return (
    <Sheet aria-labelledby="choice">
      <SectionTitle id="choice">{t("title")}</SectionTitle>
      <ActionForm
        action={chooseReminders}
        hidden={{ household: actor.householdId }}
        label={t("title")}
        doneText={common("saved")}
        summary={false}
      >
        <CheckboxesField name="email" label={t("email")} hint={t("emailHint")} options={options} defaultValues={page.choice.email} />
        {page.mail ? null : <Note>{t("emailOff")}</Note>}
        <CheckboxesField name="push" label={t("push")} hint={t("pushHint")} options={options} defaultValues={page.choice.push} />
        <SubmitButton>{common("save")}</SubmitButton>
      </ActionForm>
    </Sheet>
  );
}
