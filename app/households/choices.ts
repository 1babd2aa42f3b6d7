import { currencyCodes } from "@/lib/kernel/currency";

/** Every ISO 4217 currency, named in the reader's language, by code. */
export function currencyOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: "currency" });
  return currencyCodes().map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}

/** The time zones people choose from. */
export function timeZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];
}

/** Where the machine stands that serves the household: the guess for browsers that run no scripts. */
export function serverTimeZone(): string {
  return new Intl.DateTimeFormat("en").resolvedOptions().timeZone;
}
