import { z } from "zod";

/** An ISO 4217 code, e.g. "USD". ECMA-402 carries the ISO table, so the platform is our source. */
export type CurrencyCode = string;

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Every currency a household can choose, in code order. */
export function currencyCodes(): CurrencyCode[] {
  return [...CODES];
}

/** How many minor digits the currency has: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: CurrencyCode): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

export const currencySchema = z.string().refine((code) => CODES.has(code), { message: "currency" });
