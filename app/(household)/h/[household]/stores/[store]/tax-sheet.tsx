import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult, type Actor } from "@/lib/auth/actor";
import { formatNames } from "@/lib/i18n/names";
import { CATEGORIES } from "@/lib/stores/category";
import type { TaxRate } from "@/lib/stores/form";
import type { StoreRow } from "@/lib/stores/queries";
import { rateField } from "@/lib/stores/schema";
import { percentText } from "@/lib/stores/tax";
import { setTaxRates } from "../actions";

/** The estimated sales tax by category, in percent. */
export async function TaxSheet({
  actor,
  store,
  rates,
}: {
  readonly actor: Actor;
  readonly store: StoreRow;
  readonly rates: readonly TaxRate[];
}) {
  const [t, category, locale] = await Promise.all([getTranslations("stores.tax"), getTranslations("lists.category"), getLocale()]);
  const rateOf = new Map(rates.map(({ category: name, ratePpm }) => [name, ratePpm]));
  const byRate = new Map<number, string[]>();
  for (const { category: name, ratePpm } of rates) byRate.set(ratePpm, [...(byRate.get(ratePpm) ?? []), category(name)]);
  const said = [...byRate].map(([rate, names]) => t("rate", { percent: percentText(rate), categories: formatNames(names, locale) }));
  const shown = (rate: number | undefined) => (rate === undefined ? undefined : percentText(rate));
  return (
    <Sheet aria-labelledby="tax">
      <SectionTitle id="tax">{t("title")}</SectionTitle>
      {said.length === 0 ? <p>{t("none")}</p> : said.map((line) => <p key={line}>{line}</p>)}
      {isAdult(actor) ? (
        <Disclosure summary={t("change")}>
          <ActionForm
            action={setTaxRates}
            hidden={{ household: actor.householdId, store: store.id }}
            label={t("title")}
            doneText={t("saved")}
          >
            <p className="text-sm text-ink-2">{t("hint")}</p>
            <div className="grid grid-cols-2 items-start gap-4 desk:grid-cols-3">
              {CATEGORIES.map((name) => (
                <TextField
                  key={name}
                  name={rateField(name)}
                  label={category(name)}
                  inputMode="decimal"
                  autoComplete="off"
                  defaultValue={shown(rateOf.get(name))}
                />
              ))}
            </div>
            <TextField name="rest" label={t("rest")} inputMode="decimal" autoComplete="off" />
            <SubmitButton variant="quiet">{t("save")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Sheet>
  );
}
