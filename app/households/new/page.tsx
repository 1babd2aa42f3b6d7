import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { RadioField, SelectField, TextField } from "@/app/_forms/fields";
import { currentMemberships, requirePerson } from "@/app/_session/actor";
import { PageHeader, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { HOUSEHOLD_KINDS } from "@/lib/households/schema";
import { createHousehold } from "../actions";
import { currencyOptions, serverTimeZone, timeZones } from "../choices";
import { PersonFrame } from "../person-frame";
import { TimeZoneField } from "../time-zone-field";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("households.new"))("open") };
}

export default async function NewHouseholdPage() {
  const person = await requirePerson();
  const [t, locale, memberships] = await Promise.all([getTranslations("households"), getLocale(), currentMemberships()]);
  return (
    <PersonFrame>
      <PageHeader
        title={t(memberships.length === 0 ? "new.first" : "new.open")}
        above={t("chooser.greeting", { name: person.name })}
        below={memberships.length === 0 ? t("new.invited") : undefined}
      />
      <Sheet>
        <ActionForm action={createHousehold}>
          <TextField name="name" label={t("name")} hint={t("new.nameHint")} autoComplete="off" required />
          <RadioField
            name="kind"
            label={t("kind")}
            defaultValue="family"
            required
            options={HOUSEHOLD_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
          <SelectField
            name="currency"
            label={t("currency")}
            hint={t("new.currencyHint")}
            defaultValue="USD"
            required
            options={currencyOptions(locale)}
          />
          <TimeZoneField name="timeZone" label={t("timeZone")} hint={t("timeZoneHint")} zones={timeZones()} fallback={serverTimeZone()} />
          <SubmitButton>{t("new.submit")}</SubmitButton>
        </ActionForm>
      </Sheet>
    </PersonFrame>
  );
}
