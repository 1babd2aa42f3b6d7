import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, toDecimal } from "@/lib/kernel/cents";
import { addDays, day } from "@/lib/kernel/day";
import { CATEGORIES } from "@/lib/stores/category";
import type { ItemFields } from "./item";
import { MAX_QUANTITY_MILLI, quantityText } from "./quantity";
import { MAX_LINE, readQuickAdd, type QuickAddContext } from "./quick-add";
import { UNITS, unitWord } from "./units";

const context: QuickAddContext = {
  // A Sunday.
  today: day("2026-11-22"),
  currency: "USD",
  digits: 2,
  stores: [
    { id: "amazon", name: "Amazon (US)" },
    { id: "corner", name: "Corner Market" },
    { id: "cornerstone", name: "Cornerstone Books" },
  ],
  members: [
    { id: "anna", name: "Anna" },
    { id: "ben", name: "Ben Ferreira" },
    { id: "cleo", name: "Cléo" },
  ],
  me: "ben",
  listStoreId: null,
  categories: CATEGORIES,
};

function read(line: string, more: Partial<QuickAddContext> = {}) {
  const { item, problems } = readQuickAdd(line, { ...context, ...more });
  return { ...item, problems: problems.map(({ code }) => code) };
}

const one = (memberId: string, parts = 1) => ({ memberId, parts });

describe("what people write", () => {
  test.each<[string, Partial<ItemFields>]>([
    ["milk", { name: "milk", quantityMilli: 1000, unit: "", priceCents: null, need: "must", priority: 2, category: "grocery" }],
    [
      "2 rice 3.49 @Amazon for all",
      { name: "rice", quantityMilli: 2000, offers: [{ storeId: "amazon", unitPriceCents: cents(349) }], priceCents: null, forAll: true },
    ],
    ["1.5 kg potatoes", { name: "potatoes", quantityMilli: 1500, unit: "kg" }],
    ["1.5kg potatoes", { name: "potatoes", quantityMilli: 1500, unit: "kg" }],
    ["1,5 kg potatoes", { name: "potatoes", quantityMilli: 1500, unit: "kg" }],
    ["milk for Cleo and Anna by fri", { name: "milk", parts: [one("cleo"), one("anna")], neededBy: day("2026-11-27") }],
    ["eggs @corner mar", { name: "eggs", offers: [{ storeId: "corner", unitPriceCents: null }] }],
    ["@corner market eggs 4.29", { name: "eggs", offers: [{ storeId: "corner", unitPriceCents: cents(429) }] }],
    ['eggs @"Corner Market" large', { name: "eggs large", offers: [{ storeId: "corner", unitPriceCents: null }] }],
    ["chips?", { name: "chips", need: "optional", worthCents: cents(0) }],
    ["maybe chips 2.99", { name: "chips", need: "optional", worthCents: cents(299), priceCents: cents(299) }],
    ["chips 2.99 worth 4", { name: "chips", need: "optional", worthCents: cents(400), priceCents: cents(299) }],
    ["a dozen eggs", { name: "eggs", quantityMilli: 1000, unit: "dozen" }],
    ["2 dozen eggs", { name: "eggs", quantityMilli: 2000, unit: "dozen" }],
    ["2 bags of chips 3.00", { name: "chips", quantityMilli: 2000, unit: "bag", priceCents: cents(300) }],
    ["2 bar stools", { name: "bar stools", quantityMilli: 2000, unit: "" }],
    ["3x batteries", { name: "batteries", quantityMilli: 3000 }],
    ["batteries x3", { name: "batteries", quantityMilli: 3000 }],
    ["2 x 500g flour 1.20", { name: "flour", quantityMilli: 2000, unit: "500 g", priceCents: cents(120) }],
    ["2x500 g flour", { name: "flour", quantityMilli: 2000, unit: "500 g" }],
    ["500g flour 1.20", { name: "flour", quantityMilli: 1000, unit: "500 g", priceCents: cents(120) }],
    ["rice 10 lb 14.25", { name: "rice", quantityMilli: 1000, unit: "10 lb", priceCents: cents(1425) }],
    ["2 milk 1 gal 3.89", { name: "milk", quantityMilli: 2000, unit: "1 gal", priceCents: cents(389) }],
    ["500 g ham 12.00/kg", { name: "ham", quantityMilli: 500, unit: "kg", priceCents: cents(1200) }],
    ["1.5 kg potatoes 2.00 per kg", { name: "potatoes", quantityMilli: 1500, unit: "kg", priceCents: cents(200) }],
    ["eggs 12 pcs 4.29", { name: "eggs", quantityMilli: 1000, unit: "12 pcs", priceCents: cents(429) }],
    ["½ kg ham", { name: "ham", quantityMilli: 500, unit: "kg" }],
    ["1 1/2 lb ham", { name: "ham", quantityMilli: 1500, unit: "lb" }],
    ["rice $3.49", { name: "rice", priceCents: cents(349) }],
    ["rice $3", { name: "rice", priceCents: cents(300) }],
    ["rice 3.49$", { name: "rice", priceCents: cents(349) }],
    ["rice 3,49", { name: "rice", priceCents: cents(349) }],
    ["rice $ 3.49", { name: "rice", priceCents: cents(349) }],
    ["rice 3.49 USD", { name: "rice", priceCents: cents(349) }],
    ["rice for $3.49 for me", { name: "rice", priceCents: cents(349), parts: [one("ben")] }],
    ["2 rice @3.49", { name: "rice", quantityMilli: 2000, priceCents: cents(349) }],
    ["rice 3.49 each", { name: "rice", priceCents: cents(349) }],
    ["laptop 1,234.50", { name: "laptop", priceCents: cents(123450), category: "electronics" }],
    ["cake for Anna:2, Cleo", { name: "cake", parts: [one("anna", 2), one("cleo")] }],
    ["cake for Anna x2 and Ben Ferreira", { name: "cake", parts: [one("anna", 2), one("ben")] }],
    ["cake for 2x Anna & Ben", { name: "cake", parts: [one("anna", 2), one("ben")] }],
    ["sauce for pasta", { name: "sauce for pasta", forAll: false, parts: [] }],
    ["sauce for pasta for everyone", { name: "sauce for pasta", forAll: true }],
    ["stand by me dvd", { name: "stand by me dvd", neededBy: null }],
    ["tent not before 1 dec by 24 dec", { name: "tent", notBefore: day("2026-12-01"), neededBy: day("2026-12-24") }],
    ["! aspirin", { name: "aspirin", priority: 1, category: "health" }],
    ["picnic blanket someday", { name: "picnic blanket", priority: 3 }],
    ["frobnicator #toys", { name: "frobnicator", category: "toys" }],
    ["card #gift", { name: "card", category: "gift_card" }],
    ["rice // the long one, not basmati", { name: "rice", note: "the long one, not basmati" }],
    ["book https://example.org/b?id=1 17.99", { name: "book", link: "https://example.org/b?id=1", priceCents: cents(1799) }],
    ['"7 up" 2.50', { name: "7 up", quantityMilli: 1000, priceCents: cents(250) }],
    ['"The Tidewalkers" book', { name: '"The Tidewalkers" book' }],
    ["7up", { name: "7up" }],
    ["2", { name: "2", quantityMilli: 1000 }],
    ["🍕 for all", { name: "🍕", forAll: true }],
  ])("%s", (line, expected) => {
    expect(read(line)).toMatchObject(expected);
  });

  test("on a running list, the store is the list's unless the line says another", () => {
    expect(read("milk 3.89", { listStoreId: "corner" }).offers).toEqual([{ storeId: "corner", unitPriceCents: 389n }]);
    expect(read("milk @amazon", { listStoreId: "corner" }).offers).toEqual([{ storeId: "amazon", unitPriceCents: null }]);
  });

  test("in a currency without decimals, the number that ends the line is the price", () => {
    expect(read("2 rice 500", { currency: "JPY", digits: 0 })).toMatchObject({ name: "rice", quantityMilli: 2000, priceCents: 500n });
    expect(read("rice ¥500", { currency: "JPY", digits: 0 })).toMatchObject({ name: "rice", priceCents: 500n });
  });
});

describe("what can't be right", () => {
  test.each([
    ["", ["lists.name_missing"]],
    ["   \u0000 ", ["lists.name_missing"]],
    ["for all", ["lists.name_missing"]],
    ["rice @nowhere", ["lists.store_unknown"]],
    ["rice @corner", ["lists.store_ambiguous"]],
    ["-2 rice", ["lists.quantity_negative"]],
    ["0 rice", ["lists.quantity_zero"]],
    ["99999999 rice", ["lists.quantity_huge"]],
    ["1.00005 kg rice", ["lists.quantity_digits"]],
    ["rice $-3", ["money.negative"]],
    ["rice -3.49", ["money.negative"]],
    ["rice $3.4999", ["money.digits"]],
    ["rice €3.49", ["lists.price_currency"]],
    ["rice $99999999999999999", ["money.huge"]],
    ["2 bags rice 3/kg", ["lists.price_unit"]],
    ["rice by 2020-01-01", ["lists.day_past"]],
    ["rice not before 2027-02-01 by 2027-01-01", ["lists.day_order"]],
    ["rice for Anna:2000", ["lists.parts_range"]],
    ["x".repeat(MAX_LINE + 1), ["lists.line_long"]],
    ["x".repeat(201), ["lists.name_long"]],
  ])("%#: %j", (line, codes) => {
    expect(read(line).problems).toEqual(codes);
  });
});

describe("any line", () => {
  const pieces = fc.constantFrom(
    "2",
    "1.5",
    "x",
    "x2",
    "2x",
    "kg",
    "of",
    "@",
    "@corner",
    "market",
    "#",
    "#toys",
    "for",
    "all",
    "Anna",
    "Anna:2",
    "and",
    ",",
    "by",
    "fri",
    "in",
    "3",
    "days",
    "not before",
    "$",
    "$3.49",
    "3.49",
    "-1",
    "/kg",
    "per",
    "each",
    "?",
    "maybe",
    "worth",
    "!",
    "someday",
    "//",
    '"',
    '"7 up"',
    "\\",
    "https://a.b",
    "½",
    "1/0",
    "\u0000",
    "\ud800",
    "rice",
  );

  test("never throws, and always yields something that can be stored", () => {
    const lines = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.array(pieces, { maxLength: 14 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(lines, (line) => {
        const { item, problems } = readQuickAdd(line, context);
        if (problems.length > 0) return;
        expect([...item.name].length).toBeGreaterThan(0);
        expect([...item.name].length).toBeLessThanOrEqual(200);
        expect(item.quantityMilli >= 1 && item.quantityMilli <= MAX_QUANTITY_MILLI && Number.isInteger(item.quantityMilli)).toBe(true);
        expect(item.unit.length).toBeLessThanOrEqual(20);
        expect(item.need === "must" || item.worthCents !== null).toBe(true);
        expect(item.name + item.note).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(item.parts.every(({ parts }) => parts >= 1 && parts <= 1000)).toBe(true);
      }),
      { numRuns: 800 },
    );
  });

  test("as long as it may be is read within the time a test has, many times over", () => {
    const long = "for Anna and x 1/2 ".repeat(60).slice(0, MAX_LINE);
    for (let times = 0; times < 20; times += 1) expect(readQuickAdd(long, context).item.parts).not.toEqual([]);
  });
});

/** Writes an item as the line a careful person would: everything named, the name in quotes. */
function write(item: ItemFields): string {
  const price = item.offers[0] ? item.offers[0].unitPriceCents : item.priceCents;
  const pack = /^\d/u.test(item.unit);
  const quantity = pack
    ? `${quantityText(item.quantityMilli)} x ${item.unit}`
    : `${quantityText(item.quantityMilli)} ${unitWord(item.quantityMilli, item.unit)}`;
  const measured = item.unit !== "" && !pack ? `per ${item.unit}` : "each";
  return [
    quantity,
    `"${item.name.replace(/["\\]/gu, "\\$&")}"`,
    price === null ? "" : `$${toDecimal(price, 2)} ${measured}`,
    item.offers[0] ? `@"${context.stores.find(({ id }) => id === item.offers[0]?.storeId)?.name}"` : "",
    item.need === "optional" ? `? worth $${toDecimal(item.worthCents ?? cents(0), 2)}` : "",
    item.priority === 1 ? "!" : item.priority === 3 ? "someday" : "",
    `#${item.category}`,
    item.notBefore ? `not before ${item.notBefore}` : "",
    item.neededBy ? `by ${item.neededBy}` : "",
    item.forAll
      ? "for all"
      : item.parts.length > 0
        ? `for ${item.parts.map(({ memberId, parts }) => `${context.members.find(({ id }) => id === memberId)?.name} x${parts}`).join(" and ")}`
        : "",
    item.link ?? "",
    item.note === "" ? "" : `// ${item.note}`,
  ]
    .filter((piece) => piece !== "")
    .join(" ");
}

const money = fc.bigInt({ min: 0n, max: 99_999_999n }).map(cents);
const text = (max: number) =>
  fc.string({ unit: "grapheme", minLength: 1, maxLength: max }).map((raw) => raw.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim());
const anyDay = fc.integer({ min: 0, max: 900 }).map((offset) => addDays(context.today, offset));

const anyItem: fc.Arbitrary<ItemFields> = fc
  .record({
    name: text(40).filter((name) => name !== "" && [...name].length <= 200),
    counted: fc.oneof(
      fc.record({
        quantityMilli: fc.integer({ min: 1, max: MAX_QUANTITY_MILLI }),
        unit: fc.constantFrom("", ...UNITS.map(({ name }) => name)),
      }),
      fc.record({
        quantityMilli: fc.integer({ min: 1, max: 9999 }).map((count) => count * 1000),
        unit: fc.constantFrom("500 g", "1.5 l", "10 lb"),
      }),
    ),
    price: fc.option(money),
    storeId: fc.option(fc.constantFrom("amazon", "corner")),
    category: fc.constantFrom(...CATEGORIES),
    worth: fc.option(money),
    priority: fc.constantFrom(1 as const, 2 as const, 3 as const),
    days: fc.uniqueArray(anyDay, { minLength: 2, maxLength: 2 }).map((both) => both.sort()),
    hasDays: fc.record({ notBefore: fc.boolean(), neededBy: fc.boolean() }),
    people: fc.oneof(
      fc.constant("all" as const),
      fc.uniqueArray(fc.record({ memberId: fc.constantFrom("anna", "ben", "cleo"), parts: fc.integer({ min: 1, max: 1000 }) }), {
        selector: ({ memberId }) => memberId,
      }),
    ),
    note: fc.oneof(fc.constant(""), text(30)),
    link: fc.option(fc.webUrl({ withQueryParameters: true }).filter((url) => !url.endsWith("?"))),
  })
  .map(({ counted, price, storeId, worth, days, hasDays, people, ...rest }) => ({
    ...rest,
    ...counted,
    priceCents: storeId === null ? price : null,
    offers: storeId === null ? [] : [{ storeId, unitPriceCents: price }],
    need: worth === null ? ("must" as const) : ("optional" as const),
    worthCents: worth,
    notBefore: hasDays.notBefore ? (days[0] ?? null) : null,
    neededBy: hasDays.neededBy ? (days[1] ?? null) : null,
    forAll: people === "all",
    parts: people === "all" ? [] : people,
  }));

test("an item written out as a line is read back as itself", () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      expect({ line: write(item), problems: [], ...item }).toEqual({
        line: write(item),
        ...readQuickAdd(write(item), context).item,
        problems: readQuickAdd(write(item), context).problems,
      });
    }),
    { numRuns: 150 },
  );
});
