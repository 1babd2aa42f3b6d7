import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { CheckboxField, RadioField, SelectField, TextField } from "@/app/_forms/fields";
import { timeZones } from "@/app/households/choices";
import { TextLink } from "@/app/_ui/button";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { SETTLEMENTS } from "@/lib/households/schema";
import { changeSettings } from "./actions";

/** What the household has agreed on; unfolded, to change it. */
export async function SettingsSheet({ actor, open }: { readonly actor: Actor; readonly open: boolean }) {
  const t = await getTranslations("households.settings");
  return (
    <Sheet aria-labelledby="settings">
      <SectionTitle id="settings">{t("title")}</SectionTitle>
      {open ? <SettingsForm actor={actor} /> : <SettingsFacts actor={actor} />}
    </Sheet>
  );
}

async function SettingsFacts({ actor }: { readonly actor: Actor }) {
  const t = await getTranslations("households");
  const { timeZone, settlement, childrenSeeBalances, currency } = actor.household;
  const facts = [
    { name: t("settings.settlement"), value: t(`settings.${settlement}`) },
    { name: t("settings.children"), value: t(childrenSeeBalances ? "settings.see" : "settings.seeNot") },
    { name: t("currency"), value: currency },
    { name: t("timeZone"), value: timeZone.replaceAll("_", " ") },
  ];
  return (
    <>
      <dl className="grid gap-3">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-sm text-ink-2">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TextLink href={`/h/${actor.householdId}/household?open=settings`} scroll={false} className="justify-self-start">
        {t("settings.change")}
      </TextLink>
    </>
  );
}

async function SettingsForm({ actor }: { readonly actor: Actor }) {
  const [t, common, locale] = await Promise.all([getTranslations("households"), getTranslations("common"), getLocale()]);
  const { household } = actor;
  const zones = timeZones();
  const known = zones.includes(household.timeZone) ? zones : [household.timeZone, ...zones];
  const currency = new Intl.DisplayNames([locale], { type: "currency" }).of(household.currency) ?? household.currency;
  return (
    <>
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
      <TextLink href={`/h/${actor.householdId}/household`} scroll={false} className="justify-self-start">
        {common("close")}
      </TextLink>
    </>
  );
}
