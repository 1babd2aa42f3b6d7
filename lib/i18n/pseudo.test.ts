import compile from "icu-minify/compile";
import format from "icu-minify/format";
import { expect, test } from "vitest";
import { pseudoMessages } from "./pseudo";

const formatters = {
  getDateTimeFormat: (...options: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...options),
  getNumberFormat: (...options: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...options),
  getPluralRules: (...options: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...options),
};

function written(text: string, locale: "en-XA" | "en-XB", values: Record<string, string | number>): string {
  const tree = pseudoMessages({ some: { text: compile(text) } }, locale)["some"] as Record<string, ReturnType<typeof compile>>;
  return String(format<string>(tree["text"] ?? "", locale, values, { formatters }));
}

test("texts grow and get accents; values and plurals stay", () => {
  expect(written("Close", "en-XA", {})).toBe("Clösé···");
  expect(written("{name} has {count, plural, one {# day} other {# days}}", "en-XA", { name: "Anna", count: 2 })).toBe(
    "Anna hás ··2 dáýs··",
  );
  expect(written("{kind, select, gift {a gift} other {none}}", "en-XA", { kind: "gift" })).toBe("á gíft···");
});

test("texts run from right to left", () => {
  expect(written("for {name}", "en-XB", { name: "Ben" })).toBe("\u202efor \u202cBen");
});
