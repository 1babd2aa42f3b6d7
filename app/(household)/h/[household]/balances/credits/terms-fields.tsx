import { useTranslations } from "next-intl";
import {
  CheckboxesField,
  CheckboxField,
  DateField,
  MoneyField,
  RadioField,
  SelectField,
  TextareaField,
  TextField,
} from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import type { CreditRow } from "@/lib/credits/queries";
import { presetFor } from "@/lib/credits/origin-preset";
import { EXPIRIES, GIFT_CARD_USES, ORIGINS, type Origin } from "@/lib/credits/terms";
import type { MemberRow } from "@/lib/households/queries";
import { currencyDigits } from "@/lib/i18n/money";
import { toDecimal } from "@/lib/kernel/cents";
import { CATEGORIES } from "@/lib/stores/category";

/** Everything about a balance but its money: where it came from, when it is lost, what it can buy. Empty, or as it is. */
export function TermsFields({
  currency,
  members,
  credit,
  origin: chosen,
}: {
  readonly currency: string;
  readonly members: readonly MemberRow[];
  readonly credit?: CreditRow;
  /** Of a new balance: where it came from, as chosen before; the form begins as such balances mostly are (R49). */
  readonly origin?: Origin;
}) {
  const t = useTranslations("credits");
  const origin = useTranslations("common.origin");
  const category = useTranslations("lists.category");
  const categories = CATEGORIES.filter((name) => name !== "gift_card").map((name) => ({ value: name, label: category(name) }));
  const preset = chosen && presetFor(chosen);
  const minimum = credit && credit.minimumOrderCents > 0n ? toDecimal(credit.minimumOrderCents, currencyDigits(currency)) : undefined;
  return (
    <>
      <Sheet aria-labelledby="origin">
        <SectionTitle id="origin">{t("section.origin")}</SectionTitle>
        <RadioField
          name="origin"
          label={t("form.origin")}
          defaultValue={credit?.origin ?? chosen}
          required
          options={ORIGINS.map((name) => ({ value: name, label: origin(name), hint: t(`form.originHint.${name}`) }))}
        />
        <TextField
          name="label"
          label={t("form.label")}
          hint={t("form.labelHint")}
          defaultValue={credit?.label}
          maxLength={120}
          autoComplete="off"
        />
        <div className="grid items-start gap-4 desk:grid-cols-2">
          <TextField
            name="evidenceOrder"
            label={t("form.evidenceOrder")}
            defaultValue={credit?.evidenceOrder}
            maxLength={120}
            autoComplete="off"
          />
          <DateField name="evidenceOn" label={t("form.evidenceOn")} defaultValue={credit?.evidenceOn ?? undefined} />
        </div>
      </Sheet>
      <Sheet aria-labelledby="expiry">
        <SectionTitle id="expiry">{t("section.expiry")}</SectionTitle>
        <RadioField
          name="expiry"
          label={t("form.expiry")}
          defaultValue={credit?.expiry ?? preset?.expiry ?? undefined}
          required
          options={EXPIRIES.map((name) => ({
            value: name,
            label: t(`form.expiryOption.${name}`),
            hint: t(`form.expiryOptionHint.${name}`),
          }))}
        />
        <div className="grid items-start gap-4 desk:grid-cols-2">
          <DateField name="expiresOn" label={t("form.expiresOn")} defaultValue={credit?.expiresOn ?? undefined} />
          <DateField
            name="availableFrom"
            label={t("form.availableFrom")}
            hint={t("form.availableFromHint")}
            defaultValue={credit?.availableFrom}
          />
        </div>
      </Sheet>
      <Sheet aria-labelledby="use">
        <SectionTitle id="use">{t("section.use")}</SectionTitle>
        <CheckboxesField
          name="categories"
          label={t("form.categories")}
          hint={t("form.categoriesHint")}
          options={categories}
          defaultValues={credit?.categories ?? []}
        />
        <RadioField
          name="giftCards"
          label={t("form.giftCards")}
          hint={t("form.giftCardsHint")}
          defaultValue={credit?.giftCards ?? preset?.giftCards ?? "unclear"}
          required
          options={GIFT_CARD_USES.map((name) => ({ value: name, label: t(`form.giftCardsOption.${name}`) }))}
        />
        <TextareaField
          name="evidenceNote"
          label={t("form.evidenceNote")}
          hint={t("form.evidenceNoteHint")}
          defaultValue={credit?.evidenceNote}
          rows={3}
          maxLength={1000}
        />
        <CheckboxField
          name="coversShipping"
          label={t("form.coversShipping")}
          defaultChecked={credit?.coversShipping ?? preset?.coversShipping ?? true}
        />
        <Disclosure summary={t("section.rest")}>
          <MoneyField name="minimumOrder" label={t("form.minimumOrder")} currency={currency} defaultValue={minimum} />
          <CheckboxesField
            name="excludedCategories"
            label={t("form.excludedCategories")}
            options={categories}
            defaultValues={credit?.excludedCategories ?? []}
          />
          <SelectField
            name="intendedFor"
            label={t("form.intendedFor")}
            hint={t("form.intendedForHint")}
            placeholder={t("form.nobody")}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={credit?.intendedForId ?? undefined}
          />
        </Disclosure>
      </Sheet>
    </>
  );
}
