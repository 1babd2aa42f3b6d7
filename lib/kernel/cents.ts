import { assert } from "./assert";

/** Money in a currency's minor units. Integers only: no float ever touches money. */
export type Cents = bigint & { readonly __brand: "Cents" };

/** The most any one amount may be: 10^13 minor units, far above a household, far below BIGINT. */
export const MAX_CENTS = 10_000_000_000_000n;

export const ZERO = 0n as Cents;

/** Brands an integer as Cents. Throws for a number that isn't a safe integer. */
export function cents(value: bigint | number): Cents {
  if (typeof value === "number") assert(Number.isSafeInteger(value), `${value} is a whole number of cents`);
  return BigInt(value) as Cents;
}

export function add(...amounts: readonly Cents[]): Cents {
  return amounts.reduce((sum, amount) => sum + amount, 0n) as Cents;
}

export function subtract(from: Cents, amount: Cents): Cents {
  return (from - amount) as Cents;
}

export function negate(amount: Cents): Cents {
  return -amount as Cents;
}

/** For the planner and for JSON, whose numbers are safe up to 2^53: MAX_CENTS is. */
export function toNumber(amount: Cents): number {
  const value = Number(amount);
  assert(Number.isSafeInteger(value), `${amount} fits a number`);
  return value;
}

export type MoneyProblem = "money.format" | "money.digits" | "money.negative" | "money.huge";

/**
 * Reads an amount as a person types it ("12", "12.5", "1,234.50", "12,50", "$12.50", with spaces) into cents of
 * a currency with `digits` minor digits. The last dot or comma is the decimal sign unless three digits follow it, which
 * a comma groups; all others must group thousands. Never goes through a float.
 */
export function parseMoney(text: string, digits: number): { ok: true; cents: Cents } | { ok: false; problem: MoneyProblem } {
  const bare = text
    .trim()
    .replace(/^[^\d.,\-−+]{1,4}/u, "")
    .replace(/[^\d.,]{1,4}$/u, "")
    .replace(/[\s'’  ]/gu, "");
  if (/^[-−]/u.test(bare)) return { ok: false, problem: "money.negative" };
  if (bare.length === 0 || bare.length > 24 || !/^\d*(?:[.,]\d+)*[.,]?$/u.test(bare) || !/\d/u.test(bare))
    return { ok: false, problem: "money.format" };
  const separators = [...bare.matchAll(/[.,]/gu)];
  const last = separators.at(-1);
  const decimals = last ? bare.length - last.index - 1 : 0;
  const repeated = last ? separators.filter(([sign]) => sign === last[0]).length > 1 : false;
  // "12.345" may be a slip of one digit or twelve thousand: it is asked about, never guessed.
  if (separators.length === 1 && last?.[0] === "." && decimals === 3 && digits !== 3) return { ok: false, problem: "money.digits" };
  const isDecimal = last !== undefined && !repeated && (decimals !== 3 || digits === 3);
  const whole = isDecimal ? bare.slice(0, last.index) : bare;
  const fraction = isDecimal ? bare.slice(last.index + 1) : "";
  if (/[.,]/u.test(whole) && !/^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?:\.\d{3})+$/u.test(whole)) return { ok: false, problem: "money.format" };
  const significant = fraction.replace(/(?<!0)0+$/u, "");
  if (significant.length > digits) return { ok: false, problem: "money.digits" };
  const value = BigInt(whole.replace(/[.,]/gu, "") || "0") * 10n ** BigInt(digits) + BigInt(significant.padEnd(digits, "0") || "0");
  return value > MAX_CENTS ? { ok: false, problem: "money.huge" } : { ok: true, cents: value as Cents };
}

/** The amount as a plain decimal ("1234.50", "-0.05"): for form fields, and exact input to Intl.NumberFormat. */
export function toDecimal(amount: Cents, digits: number): string {
  const sign = amount < 0n ? "-" : "";
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, "0");
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
