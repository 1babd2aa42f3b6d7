import { parseMoney, type Cents } from "@/lib/kernel/cents";
import { fail, type Failure } from "@/lib/kernel/result";
import type { Line } from "./quick-add-line";
import { unitNamed, type Unit } from "./units";

/** An amount with, perhaps, the unit it is for. `each` is true for "3.49 each": of one, whatever the pack. */
export type PriceReading = { readonly cents: Cents; readonly per: Unit | null; readonly each: boolean };

export type Money = { readonly currency: string; readonly digits: number };

const NUMBER = String.raw`\d[\d.,'’]*`;
const SIGNED = new RegExp(String.raw`^[-−]?(?:[a-z]{0,3}(\p{Sc})[-−]?${NUMBER}|${NUMBER}(\p{Sc}))$`, "iu");
const SIGN_ALONE = /^[a-z]{0,3}(\p{Sc})$/iu;
const NUMBER_ALONE = new RegExp(String.raw`^[-−]?${NUMBER}$`, "u");

function signOf(currency: string): string {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" }).formatToParts(0);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}

/** A number without a sign is a price when it is written as one: with all the decimals of the currency. */
function looksLikePrice(text: string, digits: number): boolean {
  return digits > 0 && new RegExp(String.raw`^[-−]?\d[\d,.]*[.,]\d{${digits}}$`, "u").test(text);
}

type Found = { readonly at: number; readonly count: number; readonly text: string; readonly sign: string | null };

/** The amount that begins at this word, with its sign or currency code before or behind. */
function amountAt(line: Line, at: number, { currency, digits }: Money): Found | null {
  const here = line.plain(at);
  const next = line.plain(at + 1);
  const code = currency.toLowerCase();
  if ((here === code || SIGN_ALONE.test(here)) && NUMBER_ALONE.test(next))
    return { at, count: 2, text: next, sign: SIGN_ALONE.exec(here)?.[1] ?? null };
  if (NUMBER_ALONE.test(here) && (next === code || SIGN_ALONE.test(next)))
    return { at, count: 2, text: here, sign: SIGN_ALONE.exec(next)?.[1] ?? null };
  const before = line.plain(at - 1);
  if (NUMBER_ALONE.test(here) && (before === code || SIGN_ALONE.test(before)))
    return { at: at - 1, count: 2, text: here, sign: SIGN_ALONE.exec(before)?.[1] ?? null };
  const signed = SIGNED.exec(here);
  if (signed) return { at, count: 1, text: here.replace(/[a-z]{0,3}\p{Sc}/iu, ""), sign: signed[1] ?? signed[2] ?? null };
  return looksLikePrice(here, digits) ? { at, count: 1, text: here, sign: null } : null;
}

/** Without decimals in the currency, a number that ends the line is its price: "rice 500" in yen. */
function endingNumber(line: Line, { digits }: Money): Found | null {
  const at = line.free().at(-1);
  return digits === 0 && at !== undefined && at > 0 && /^\d{2,}$/u.test(line.plain(at))
    ? { at, count: 1, text: line.plain(at), sign: null }
    : null;
}

type Suffix = { readonly count: number; readonly each: boolean; readonly per: Unit | null };

function suffixAt(line: Line, at: number): Suffix {
  const word = line.plain(at);
  if (word === "each" || word === "ea" || word === "apiece") return { count: 1, each: true, per: null };
  const per = word === "per" || word === "/" ? unitNamed(line.plain(at + 1)) : word.startsWith("/") ? unitNamed(word.slice(1)) : undefined;
  return per ? { count: word === "per" || word === "/" ? 2 : 1, each: false, per } : { count: 0, each: false, per: null };
}

/** "3.49/kg" as the amount and its unit, by taking the line apart at the slash. */
function splitSlash(line: Line, at: number): { readonly text: string; readonly sign: string | null; readonly per: Unit } | null {
  const [amount = "", unit = "", ...rest] = line.plain(at).split("/");
  const per = rest.length === 0 ? unitNamed(unit) : undefined;
  const signed = SIGNED.exec(amount);
  if (!per || !(signed || NUMBER_ALONE.test(amount))) return null;
  return { text: amount.replace(/[a-z]{0,3}\p{Sc}/iu, ""), sign: signed?.[1] ?? signed?.[2] ?? null, per };
}

function read(text: string, sign: string | null, money: Money): Cents | Failure {
  if (sign !== null && !signOf(money.currency).includes(sign))
    return fail("lists.price_currency", { values: { currency: money.currency } }).failure;
  const reading = parseMoney(text, money.digits);
  return reading.ok ? reading.cents : fail(reading.problem, { values: { digits: money.digits } }).failure;
}

/** Takes the price out of the line: the last amount in it. A broken one is a problem, not part of the name. */
export function takePrice(line: Line, money: Money): { readonly price: PriceReading | null; readonly problem: Failure | null } {
  for (const here of line.free().reverse()) {
    const slash = splitSlash(line, here);
    const found = slash ? null : amountAt(line, here, money);
    const at = found?.at ?? here;
    if (!slash && !found) continue;
    const amount = read(slash?.text ?? found?.text ?? "", slash?.sign ?? found?.sign ?? null, money);
    const suffix = slash ? { count: 0, each: false, per: slash.per } : suffixAt(line, at + (found?.count ?? 1));
    // A decimal first in the line is how much, not what it costs, unless a sign says so.
    if (found && found.sign === null && found.count === 1 && at === line.free()[0] && suffix.count === 0) continue;
    line.take(at, (found?.count ?? 1) + suffix.count);
    const before = line.plain(at - 1);
    if (before === "for" || before === "at" || before === "@") line.take(at - 1);
    return typeof amount === "bigint"
      ? { price: { cents: amount, per: suffix.per, each: suffix.each }, problem: null }
      : { price: null, problem: amount };
  }
  const ending = endingNumber(line, money);
  if (!ending) return { price: null, problem: null };
  const amount = read(ending.text, null, money);
  line.take(ending.at);
  return typeof amount === "bigint"
    ? { price: { cents: amount, per: null, each: false }, problem: null }
    : { price: null, problem: amount };
}

/** Takes "worth 5" out of the line: what one unit of an optional item is worth. */
export function takeWorth(line: Line, money: Money): { readonly worth: Cents | null; readonly problem: Failure | null } {
  const at = line.free().find((index) => line.plain(index) === "worth");
  if (at === undefined) return { worth: null, problem: null };
  const found = amountAt(line, at + 1, money);
  // "worth 5" needs no cents.
  const text = found?.text ?? (NUMBER_ALONE.test(line.plain(at + 1)) ? line.plain(at + 1) : null);
  if (text === null) return { worth: null, problem: null };
  const amount = read(text, found?.sign ?? null, money);
  line.take(at, 1 + (found?.count ?? 1));
  return typeof amount === "bigint" ? { worth: amount, problem: null } : { worth: null, problem: amount };
}
