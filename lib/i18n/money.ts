import { toDecimal, type Cents } from "@/lib/kernel/cents";

const MINUS = "−";
const formats = new Map<string, Intl.NumberFormat>();

function currencyFormat(currency: string, locale: string, sign: "auto" | "exceptZero"): Intl.NumberFormat {
  const key = `${locale} ${currency} ${sign}`;
  const cached = formats.get(key);
  if (cached) return cached;
  const made = new Intl.NumberFormat(locale, { style: "currency", currency, signDisplay: sign });
  formats.set(key, made);
  return made;
}

/** How many minor digits amounts of this currency are written with: 2 for USD, 0 for JPY. */
export function currencyDigits(currency: string, locale = "en"): number {
  return currencyFormat(currency, locale, "auto").resolvedOptions().maximumFractionDigits ?? 2;
}

function write(amount: Cents, currency: string, locale: string, sign: "auto" | "exceptZero"): string {
  const decimal = toDecimal(amount, currencyDigits(currency, locale));
  // A decimal string keeps every digit; Intl reads it exactly.
  return currencyFormat(currency, locale, sign)
    .format(decimal as Intl.StringNumericLiteral)
    .replace("-", MINUS);
}

/** "$1,234.50", "−$9.30": always with the currency's digits, exact, with a true minus sign. */
export function formatMoney(amount: Cents, currency: string, locale: string): string {
  return write(amount, currency, locale, "auto");
}

/** As {@link formatMoney}, with a plus for gains: "+$4.50", "−$34.50", "$0.00". For ledgers. */
export function formatChange(amount: Cents, currency: string, locale: string): string {
  return write(amount, currency, locale, "exceptZero");
}

/** For sentences only: below one dollar "75¢", else as {@link formatMoney}. Columns always use two digits. */
export function formatMoneyInText(amount: Cents, currency: string, locale: string): string {
  const inCents = currency === "USD" && amount > 0n && amount < 100n;
  return inCents ? `${amount}¢` : formatMoney(amount, currency, locale);
}

/** The sign that stands before a money field: "$", "CA$", "€". */
export function currencySign(currency: string, locale: string): string {
  const part = currencyFormat(currency, locale, "auto")
    .formatToParts(0)
    .find(({ type }) => type === "currency");
  return part?.value ?? currency;
}
