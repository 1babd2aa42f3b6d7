import { parseMoney, type Cents } from "@/lib/kernel/cents";
import { minorDigits, type CurrencyCode } from "@/lib/kernel/currency";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** Reads the amount typed into `field`, in minor units of `currency`; refused with the `money.…` code of what is wrong with it. */
export function readMoney(typed: string, currency: CurrencyCode, field: string): Result<Cents> {
  const parsed = parseMoney(typed, minorDigits(currency));
  return parsed.ok ? ok(parsed.cents) : fail(parsed.problem, { field });
}

/** As {@link readMoney}, where nothing typed is an answer too. */
export function readOptionalMoney(typed: string | undefined, currency: CurrencyCode, field: string): Result<Cents | null> {
  return typed === undefined || typed === "" ? ok(null) : readMoney(typed, currency, field);
}
