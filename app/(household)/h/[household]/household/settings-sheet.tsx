import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { CheckboxField, RadioField, SelectField, TextField } from "@/app/_forms/fields";
import { timeZones } from "@/app/households/choices";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { SETTLEMENTS } from "@/lib/households/schema";
import { changeSettings } from "./actions";

/** What the household has agreed on. */
export async function SettingsSheet({ actor }: { readonly actor: Actor }) {
  const [t, locale] = await Promise.all([getTranslations("households"), getLocale()]);
  const { household } = actor;
  const zones = timeZones();
  const known = zones.includes(household.timeZone) ? zones : [household.timeZone, ...zones];
  const currency = new Intl.DisplayNames([locale], { type: "currency" }).of(household.currency) ?? household.currency;
  return (
    <Sheet aria-labelledby="settings">
      <SectionTitle id="settings">{t("settings.title")}</SectionTitle>
      <ActionForm
        action={changeSettings}
        hidden={{ household: actor.householdId }}
        label={t("settings.title")}
        doneText={t("settings.saved")}
        summary={false}
      >
        <TextField name="name" label={t("name")} defaultValue={household.name} autoComplete="off" required />
        <SelectField
          name="timeZone"
          label={t("timeZone")}
          hint={t("timeZoneHint")}
          defaultValue={household.timeZone}
          required
          options={known.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
        <RadioField
          name="settlement"
          label={t("settings.settlement")}
          hint={t("settings.settlementHint")}
          defaultValue={household.settlement}
          required
          options={SETTLEMENTS.map((settlement) => ({
            value: settlement,
            label: t(`settings.${settlement}`),
            hint: t(`settings.${settlement}_hint`),
          }))}
        />
        <CheckboxField
          name="childrenSeeBalances"
          label={t("settings.childrenSeeBalances")}
          defaultChecked={household.childrenSeeBalances}
        />
        <p className="text-sm text-ink-2">{t("settings.currency", { currency })}</p>
        <SubmitButton variant="quiet">{t("settings.submit")}</SubmitButton>
      </ActionForm>
    </Sheet>
  );
}
