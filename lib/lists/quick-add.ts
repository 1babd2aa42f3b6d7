import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { fail, type Failure } from "@/lib/kernel/result";
import { guessCategory } from "./category-guess";
import { readDay } from "./day-words";
import { BLANK_ITEM, worthOf, type ItemFields, type Need, type Priority } from "./item";
import { calledSo, foldName, startingWith, type Named } from "./name-match";
import type { MemberPart } from "./parts";
import { Line } from "./quick-add-line";
import { takePrice, takeWorth } from "./quick-add-price";
import { settle, takeQuantity } from "./quick-add-quantity";

/** What the line is read against: the household's day, currency, stores and members, and who is writing. */
export type QuickAddContext = {
  readonly today: Day;
  readonly currency: string;
  /** Minor digits of the currency. */
  readonly digits: number;
  readonly stores: readonly Named[];
  readonly members: readonly Named[];
  readonly me: Id;
  /** The store of a running list: what is added there is to be had there unless the line says otherwise (R16). */
  readonly listStoreId: Id | null;
  readonly categories: readonly ItemFields["category"][];
};

/** How the line was understood, and what in it can't be right. */
export type Understood = { readonly item: ItemFields; readonly problems: readonly Failure[] };

/** The longest line, in characters as people count them. */
export const MAX_LINE = 1000;
const EVERYBODY = new Set(["all", "everyone", "everybody", "us"]);

function takeNote(line: Line, text: string): string {
  const at = line.free().find((index) => line.plain(index) === "//");
  const word = at === undefined ? undefined : line.words[at];
  if (at === undefined || !word) return "";
  line.take(at, line.words.length - at);
  return text.slice(word.start + word.raw.length).trim();
}

function takeLink(line: Line): string | null {
  const at = line.free().find((index) => /^https?:\/\/./u.test(line.plain(index)) && URL.canParse(line.words[index]?.text ?? ""));
  if (at === undefined) return null;
  line.take(at);
  return line.words[at]?.text ?? null;
}

function takeStore(line: Line, stores: readonly Named[], problems: Failure[]): Id | null {
  const at = line.free().find((index) => line.words[index]?.sigil === "@");
  const first = at === undefined ? undefined : line.words[at];
  if (at === undefined || !first) return null;
  for (let count = first.quoted ? 1 : 4; count > 0; count -= 1) {
    const more = Array.from({ length: count - 1 }, (_, offset) => line.plain(at + 1 + offset));
    if (more.includes("")) continue;
    const found = startingWith([first.text, ...more].join(" "), stores);
    if (found.length === 0) continue;
    line.take(at, count);
    if (found.length === 1) return found[0]?.id ?? null;
    problems.push(
      fail("lists.store_ambiguous", { values: { typed: first.text, first: found[0]?.name ?? "", second: found[1]?.name ?? "" } }).failure,
    );
    return null;
  }
  line.take(at);
  problems.push(fail("lists.store_unknown", { values: { typed: first.text } }).failure);
  return null;
}

function takeCategory(line: Line, categories: QuickAddContext["categories"]): ItemFields["category"] | null {
  for (const at of line.free()) {
    const word = line.words[at];
    if (word?.sigil !== "#") continue;
    const wanted = foldName(word.text);
    const found = wanted === "" ? undefined : categories.find((category) => foldName(category).startsWith(wanted));
    if (!found) continue;
    line.take(at);
    return found;
  }
  return null;
}

/** One name with its parts: "Cleo", "Cleo:2", "Cleo x2", "2x Cleo". */
function readPart(
  line: Line,
  at: number,
  context: QuickAddContext,
): { readonly memberId: Id; readonly parts: number; readonly count: number } | null {
  const before = /^(\d{1,6})[x×]$/u.exec(line.plain(at));
  const start = before ? at + 1 : at;
  const joined = /^(.+?)[:×x](\d{1,6})$/u.exec(line.plain(start).replace(/,$/u, ""));
  for (let words = 3; words > 0; words -= 1) {
    const typed = Array.from({ length: words }, (_, offset) => line.plain(start + offset));
    if (typed.includes("")) continue;
    const whole = typed.join(" ").replace(/,$/u, "");
    const member = whole === "me" || whole === "myself" ? context.me : calledSo(whole, context.members)?.id;
    if (!member) continue;
    const end = start + words;
    const after = before || typed.at(-1)?.endsWith(",") ? null : /^(?:[x×:](\d{1,6})|(\d{1,6})[x×]),?$/u.exec(line.plain(end));
    return { memberId: member, parts: Number(before?.[1] ?? after?.[1] ?? after?.[2] ?? 1), count: end - at + (after ? 1 : 0) };
  }
  const member = joined ? (joined[1] === "me" ? context.me : calledSo(joined[1] ?? "", context.members)?.id) : undefined;
  return member && joined ? { memberId: member, parts: Number(joined[2]), count: start - at + 1 } : null;
}

function takePeople(
  line: Line,
  context: QuickAddContext,
  problems: Failure[],
): { readonly forAll: boolean; readonly parts: readonly MemberPart[] } {
  for (const at of line.free().filter((index) => line.plain(index) === "for")) {
    const group = line.plain(at + 1) === "the" ? 2 : 1;
    const next = line.plain(at + group);
    if (EVERYBODY.has(next) || (group === 2 && (next === "family" || next === "household"))) {
      line.take(at, group + 1);
      return { forAll: true, parts: [] };
    }
    const found = new Map<Id, number>();
    let end = at + 1;
    for (let cursor = end; ; ) {
      const joiner = found.size > 0 && ["and", "&", "+", ","].includes(line.plain(cursor)) ? 1 : 0;
      const part = readPart(line, cursor + joiner, context);
      if (!part) break;
      found.set(part.memberId, (found.get(part.memberId) ?? 0) + part.parts);
      cursor += joiner + part.count;
      end = cursor;
    }
    if (found.size === 0) continue;
    line.take(at, end - at);
    const parts = [...found].map(([memberId, count]) => ({ memberId, parts: count }));
    if (parts.some((part) => part.parts < 1 || part.parts > 1000)) problems.push(fail("lists.parts_range").failure);
    return { forAll: false, parts };
  }
  return { forAll: false, parts: [] };
}

function takeDay(line: Line, words: readonly string[], today: Day): Day | null {
  for (const at of line.free()) {
    if (!words.every((word, offset) => line.plain(at + offset) === word)) continue;
    const rest = Array.from({ length: 3 }, (_, offset) => line.plain(at + words.length + offset));
    const found = readDay(rest, today);
    if (!found) continue;
    line.take(at, words.length + found.count);
    return found.day;
  }
  return null;
}

/** Takes "?" (on its own or on a word) and "maybe"; true when there was one. */
function takeDoubt(line: Line): boolean {
  const at = line.free().find((index) => line.plain(index) === "?" || line.plain(index) === "maybe");
  if (at !== undefined) line.take(at);
  return at !== undefined;
}

function takePriority(line: Line): Priority {
  const urgent = line.free().find((index) => /^!+$/u.test(line.plain(index)));
  if (urgent !== undefined) {
    line.take(urgent);
    return 1;
  }
  const someday = line.free().find((index) => line.plain(index) === "someday");
  if (someday === undefined) return 2;
  line.take(someday);
  return 3;
}

function nothingIn(problem: Failure): Understood {
  return { item: BLANK_ITEM, problems: [problem] };
}

/**
 * Reads one line, e.g. "2 rice 3.49 @Amazon for all", "1.5 kg potatoes", "milk for Cleo and Anna by fri",
 * "maybe chips 2.99 worth 4". Never throws. What isn't understood is the name; what is understood but can't be right
 * (an unknown store, a day gone by, a price in another currency) is a problem.
 */
export function readQuickAdd(text: string, context: QuickAddContext): Understood {
  const clean = text
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/\p{Cc}+/gu, " ")
    .trim();
  if (clean === "") return nothingIn(fail("lists.name_missing").failure);
  if ([...clean].length > MAX_LINE) return nothingIn(fail("lists.line_long", { values: { max: MAX_LINE } }).failure);
  const line = new Line(clean);
  const problems: Failure[] = [];
  const note = takeNote(line, clean);
  const link = takeLink(line);
  const storeId = takeStore(line, context.stores, problems) ?? context.listStoreId;
  const chosenCategory = takeCategory(line, context.categories);
  const worth = takeWorth(line, context);
  const need: Need = takeDoubt(line) || worth.worth !== null ? "optional" : "must";
  const priority = takePriority(line);
  const notBefore = takeDay(line, ["not", "before"], context.today) ?? takeDay(line, ["from"], context.today);
  const neededBy = takeDay(line, ["by"], context.today) ?? takeDay(line, ["until"], context.today);
  const people = takePeople(line, context, problems);
  const price = takePrice(line, context);
  const quantity = takeQuantity(line);
  problems.push(...[worth.problem, price.problem, quantity.problem].filter((problem) => problem !== null));

  const amount = settle(quantity.quantity, price.price);
  if (!amount) problems.push(fail("lists.price_unit", { values: { unit: price.price?.per?.name ?? "" } }).failure);
  const name = line.name();
  if (name === "") problems.push(fail("lists.name_missing").failure);
  if ([...name].length > 200) problems.push(fail("lists.name_long", { values: { max: 200 } }).failure);
  if (neededBy !== null && neededBy < context.today) problems.push(fail("lists.day_past").failure);
  if (neededBy !== null && notBefore !== null && notBefore > neededBy) problems.push(fail("lists.day_order").failure);

  const unitPrice: Cents | null = price.price?.cents ?? null;
  return {
    problems,
    item: {
      name,
      quantityMilli: amount?.quantityMilli ?? 1000,
      unit: amount?.unit ?? "",
      priceCents: storeId === null ? unitPrice : null,
      offers: storeId === null ? [] : [{ storeId, unitPriceCents: unitPrice }],
      category: chosenCategory ?? guessCategory(name),
      need,
      worthCents: worthOf(need, worth.worth, unitPrice),
      priority,
      notBefore,
      neededBy,
      forAll: people.forAll,
      parts: people.parts,
      note,
      link,
    },
  };
}
