import { fail, type Failure } from "@/lib/kernel/result";
import { parseQuantity, quantityText } from "./quantity";
import type { Line } from "./quick-add-line";
import type { PriceReading } from "./quick-add-price";
import { convert, unitAfter, unitNamed, unitWord, type Unit } from "./units";

/** How many, of what unit; `pack` is the size of one in "2 x 500 g". All in thousandths. */
export type QuantityReading = {
  readonly milli: number;
  readonly unit: Unit | null;
  readonly pack: { readonly milli: number; readonly unit: Unit } | null;
};

type Amount = { readonly milli: number; readonly unit: Unit | null; readonly count: number };
type Outcome = { readonly quantity: QuantityReading | null; readonly problem: Failure | null };

const NUMBER = String.raw`[\d½¼¾⅓⅔⅛][\d½¼¾⅓⅔⅛.,/]*`;
const NUMBER_ONLY = new RegExp(`^[-−]?${NUMBER}$`, "u");
const WITH_UNIT = new RegExp(`^(${NUMBER})(\\p{L}+)$`, "u");

function milliOf(text: string): number | null {
  const reading = parseQuantity(text);
  return reading.ok ? reading.milli : null;
}

/** "1.5kg", "1.5 kg", "2 bags" at this place: the amount and how many words it takes. */
function measuredAt(line: Line, at: number): Amount | null {
  const joined = WITH_UNIT.exec(line.plain(at));
  if (joined) {
    const milli = milliOf(joined[1] ?? "");
    const unit = unitNamed(joined[2] ?? "");
    return milli !== null && unit ? { milli, unit, count: 1 } : null;
  }
  const milli = NUMBER_ONLY.test(line.plain(at)) ? milliOf(line.plain(at)) : null;
  const unit = milli === null ? undefined : unitAfter(milli, line.plain(at + 1));
  return milli !== null && unit ? { milli, unit, count: 2 } : null;
}

/** A leading "1 1/2" is one number of two words. */
function numberAt(line: Line, at: number): { readonly text: string; readonly count: number } | null {
  const [first, second] = [line.plain(at), line.plain(at + 1)];
  if (/^\d{1,3}$/u.test(first) && /^\d{1,3}\/\d{1,3}$/u.test(second)) return { text: `${first} ${second}`, count: 2 };
  return NUMBER_ONLY.test(first) ? { text: first, count: 1 } : null;
}

function takeLeading(line: Line): Outcome {
  const nothing = { quantity: null, problem: null };
  const words = line.free();
  const at = words[0];
  if (at === undefined || words.length < 2) return nothing;
  const leaves = (count: number): boolean => words.length > count;
  const taken = (count: number, quantity: QuantityReading): Outcome => {
    const of = line.plain(at + count) === "of" && leaves(count + 1) ? 1 : 0;
    line.take(at, count + of);
    return { quantity, problem: null };
  };
  const article = ["a", "an", "one"].includes(line.plain(at)) ? unitAfter(1000, line.plain(at + 1)) : undefined;
  if (article && leaves(2)) return taken(2, { milli: 1000, unit: article, pack: null });

  // "2x500g", "2x 500 g", "2 x 500 g", "3x", "3 x"
  const times = /^(\d{1,6})[x×](.*)$/u.exec(line.plain(at));
  const apart = times ? null : /^\d{1,6}$/u.test(line.plain(at)) && /^[x×]$/u.test(line.plain(at + 1)) ? line.plain(at) : null;
  if (times ?? apart) {
    const milli = milliOf(times?.[1] ?? apart ?? "");
    if (milli === null) return { quantity: null, problem: fail("lists.quantity").failure };
    const glued = times?.[2] ? WITH_UNIT.exec(times[2]) : null;
    const gluedMilli = glued ? milliOf(glued[1] ?? "") : null;
    const gluedUnit = glued ? unitNamed(glued[2] ?? "") : undefined;
    if (gluedMilli !== null && gluedUnit && leaves(1)) return taken(1, { milli, unit: null, pack: { milli: gluedMilli, unit: gluedUnit } });
    const parted = times?.[2] && NUMBER_ONLY.test(times[2]) ? milliOf(times[2]) : null;
    const partedUnit = parted === null ? undefined : unitNamed(line.plain(at + 1));
    if (parted !== null && partedUnit && leaves(2)) return taken(2, { milli, unit: null, pack: { milli: parted, unit: partedUnit } });
    if (times?.[2]) return nothing;
    const head = times ? 1 : 2;
    const pack = measuredAt(line, at + head);
    if (pack?.unit && leaves(head + pack.count))
      return taken(head + pack.count, { milli, unit: null, pack: { milli: pack.milli, unit: pack.unit } });
    return leaves(head) ? taken(head, { milli, unit: null, pack: null }) : nothing;
  }

  const measured = measuredAt(line, at);
  if (measured && leaves(measured.count)) return taken(measured.count, { milli: measured.milli, unit: measured.unit, pack: null });
  const number = numberAt(line, at);
  if (!number || !leaves(number.count)) return nothing;
  const reading = parseQuantity(number.text);
  if (!reading.ok) {
    if (reading.problem === "format") return nothing;
    line.take(at, number.count);
    return { quantity: null, problem: fail(`lists.quantity_${reading.problem}`).failure };
  }
  const unit = number.count === 2 ? unitAfter(reading.milli, line.plain(at + 2)) : undefined;
  if (unit && leaves(3)) return taken(3, { milli: reading.milli, unit, pack: null });
  return taken(number.count, { milli: reading.milli, unit: null, pack: null });
}

/** "rice 10 lb", "flour 500g", "milk x2", "milk 2x" at the end of what is left. */
function takeTrailing(line: Line): { readonly count: number | null; readonly measured: Amount | null } {
  let count: number | null = null;
  const multiple = line.free().find((index, position) => position > 0 && /^(?:[x×]\d{1,6}|\d{1,6}[x×])$/u.test(line.plain(index)));
  if (multiple !== undefined) {
    count = milliOf(line.plain(multiple).replace(/[x×]/u, ""));
    if (count !== null) line.take(multiple);
  }
  const words = line.free();
  const last = words.at(-1);
  if (last === undefined) return { count, measured: null };
  for (const [at, length] of [
    [last, 1],
    [last - 1, 2],
  ] as const) {
    const measured = words.length > length && line.isFree(at) ? measuredAt(line, at) : null;
    if (measured?.count === length) {
      line.take(at, length);
      return { count, measured };
    }
  }
  return { count, measured: null };
}

/** Takes how much is wanted out of the line, from its beginning or its end; something always stays for the name. */
export function takeQuantity(line: Line): Outcome {
  const leading = takeLeading(line);
  if (leading.problem) return leading;
  if (leading.quantity?.unit || leading.quantity?.pack) return leading;
  const { count, measured } = takeTrailing(line);
  const many = leading.quantity?.milli ?? count;
  if (measured?.unit && many !== null)
    return { quantity: { milli: many, unit: null, pack: { milli: measured.milli, unit: measured.unit } }, problem: null };
  if (measured) return { quantity: { milli: measured.milli, unit: measured.unit, pack: null }, problem: null };
  return { quantity: many === null ? null : { milli: many, unit: null, pack: null }, problem: null };
}

function packText({ milli, unit }: { readonly milli: number; readonly unit: Unit }): string {
  return `${quantityText(milli)} ${unitWord(milli, unit.name)}`;
}

/**
 * What is counted, and in what unit, given how the price was said: "500 g flour 1.20" is one pack of 500 g for 1.20,
 * "500 g ham 12.00/kg" is half a kilo, "2 bags chips 3.00" are two at 3.00. Null: the price is for another unit.
 */
export function settle(
  quantity: QuantityReading | null,
  price: PriceReading | null,
): { readonly quantityMilli: number; readonly unit: string } | null {
  const { milli, unit, pack } = quantity ?? { milli: 1000, unit: null, pack: null };
  if (pack) return price?.per ? null : { quantityMilli: milli, unit: packText(pack) };
  if (price?.per) {
    const amount = unit ? convert(milli, unit, price.per) : milli;
    return amount === null ? null : { quantityMilli: amount, unit: price.per.name };
  }
  if (unit?.measure && price && !price.each) return { quantityMilli: 1000, unit: packText({ milli, unit }) };
  return { quantityMilli: milli, unit: unit?.name ?? "" };
}
