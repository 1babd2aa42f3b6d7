import { ZERO } from "@/lib/kernel/cents";
import type { CurrencyCode } from "@/lib/kernel/currency";
import { ok, type Result } from "@/lib/kernel/result";
import { CATEGORIES, type Category } from "./category";
import type { StorePreset } from "./preset";
import { rateField, type StoreForm, type StoreInput, type TaxForm } from "./schema";
import { readOptionalMoney } from "./typed-money";

/** The store form in the household's currency. No fee typed means shipping is free. */
export function readStoreForm(
  { shippingFee, freeShippingFrom, ...rest }: StoreForm,
  preset: StorePreset,
  currency: CurrencyCode,
): Result<StoreInput> {
  const fee = readOptionalMoney(shippingFee, currency, "shippingFee");
  if (!fee.ok) return fee;
  const from = readOptionalMoney(freeShippingFrom, currency, "freeShippingFrom");
  if (!from.ok) return from;
  return ok({ ...rest, preset, shippingFeeCents: fee.value ?? ZERO, freeShippingFromCents: from.value });
}

export type TaxRate = { readonly category: Category; readonly ratePpm: number };

/** The rates above 0 that a tax form stands for: a category's own, else the one for the rest. */
export function taxRates(form: TaxForm): TaxRate[] {
  return CATEGORIES.map((category) => ({ category, ratePpm: form[rateField(category)] ?? form.rest ?? 0 })).filter(
    ({ ratePpm }) => ratePpm > 0,
  );
}
