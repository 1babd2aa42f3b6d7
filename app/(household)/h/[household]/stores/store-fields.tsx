import { useTranslations } from "next-intl";
import { CheckboxField, MoneyField, TextareaField, TextField } from "@/app/_forms/fields";
import { currencyDigits } from "@/lib/i18n/money";
import { toDecimal } from "@/lib/kernel/cents";
import type { StoreRow } from "@/lib/stores/queries";

/** The fields of a store, empty or as it is. */
export function StoreFields({ currency, store }: { readonly currency: string; readonly store?: StoreRow }) {
  const t = useTranslations("stores.form");
  const digits = currencyDigits(currency);
  const fee = store && store.shippingFeeCents > 0n ? toDecimal(store.shippingFeeCents, digits) : undefined;
  const from = store && store.freeShippingFromCents !== null ? toDecimal(store.freeShippingFromCents, digits) : undefined;
  return (
    <>
      <TextField name="name" label={t("name")} defaultValue={store?.name} maxLength={80} autoComplete="off" required />
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <MoneyField name="shippingFee" label={t("shippingFee")} hint={t("shippingFeeHint")} currency={currency} defaultValue={fee} />
        <MoneyField
          name="freeShippingFrom"
          label={t("freeShippingFrom")}
          hint={t("freeShippingFromHint")}
          currency={currency}
          defaultValue={from}
        />
      </div>
      <CheckboxField
        name="appliesBalanceFirst"
        label={t("appliesBalanceFirst")}
        hint={t("appliesBalanceFirstHint")}
        defaultChecked={store?.appliesBalanceFirst ?? false}
      />
      <TextField name="region" label={t("region")} hint={t("regionHint")} defaultValue={store?.region} maxLength={80} autoComplete="off" />
      <TextareaField
        name="whereToLook"
        label={t("whereToLook")}
        hint={t("whereToLookHint")}
        defaultValue={store?.whereToLook}
        rows={3}
        maxLength={1000}
      />
      <TextField
        name="balanceUrl"
        type="url"
        label={t("balanceUrl")}
        defaultValue={store?.balanceUrl ?? undefined}
        maxLength={2000}
        autoComplete="off"
      />
      <TextField
        name="termsUrl"
        type="url"
        label={t("termsUrl")}
        defaultValue={store?.termsUrl ?? undefined}
        maxLength={2000}
        autoComplete="off"
      />
    </>
  );
}
