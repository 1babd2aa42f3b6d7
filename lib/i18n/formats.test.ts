import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { day } from "@/lib/kernel/day";
import { formatDay, formatLongDay, formatMoment, formatShortDay } from "./days";
import { chooseLocale } from "./locale";
import { currencySign, formatChange, formatMoney, formatMoneyInText } from "./money";
import { formatNames, nameLetter } from "./names";
import { formatPercent, formatQuantity } from "./quantity";

describe("money", () => {
  test.each([
    [1254n, "USD", "$12.54"],
    [-930n, "USD", "−$9.30"],
    [0n, "USD", "$0.00"],
    [1_234_567n, "USD", "$12,345.67"],
    [1500n, "JPY", "¥1,500"],
    [1500n, "KWD", "KWD 1.500"],
  ])("%d %s is %s", (amount, currency, text) => {
    expect(formatMoney(cents(amount), currency, "en").replace(/\s/gu, " ")).toBe(text);
  });

  test("a change has its sign, nothing has none", () => {
    expect(formatChange(cents(450), "USD", "en")).toBe("+$4.50");
    expect(formatChange(cents(-3450), "USD", "en")).toBe("−$34.50");
    expect(formatChange(cents(0), "USD", "en")).toBe("$0.00");
  });

  test("only sentences say cents", () => {
    expect(formatMoneyInText(cents(75), "USD", "en")).toBe("75¢");
    expect(formatMoneyInText(cents(100), "USD", "en")).toBe("$1.00");
    expect(formatMoneyInText(cents(75), "EUR", "en")).toBe("€0.75");
  });

  test("no digit is lost, however large the amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (amount) => {
        const digits = formatMoney(cents(amount), "USD", "en")
          .replace(/[^\d−]/gu, "")
          .replace("−", "-");
        expect(BigInt(digits)).toBe(amount);
      }),
    );
  });

  test("the sign for a field", () => {
    expect(currencySign("USD", "en")).toBe("$");
    expect(currencySign("CAD", "en")).toBe("CA$");
  });
});

describe("days", () => {
  const monday = day("2026-11-23");
  test("are weekday, day, month", () => {
    expect(formatDay(monday, "en")).toBe("Mon 23 Nov");
    expect(formatLongDay(monday, "en")).toBe("Monday 23 November");
    expect(formatShortDay(monday, "en")).toBe("23 Nov");
  });
  test("say the year only when it is another one", () => {
    expect(formatDay(day("2027-01-31"), "en", monday)).toBe("Sun 31 Jan 2027");
    expect(formatDay(monday, "en", monday)).toBe("Mon 23 Nov");
  });
  test("other languages write them their way, without a dot at the end", () => {
    expect(formatDay(monday, "de")).toBe("Mo., 23. Nov");
    expect(formatDay(monday, "es")).toBe("lun, 23 nov");
    expect(formatDay(monday, "pt")).toBe("seg., 23 de nov");
  });
  test("moments are on the household's clock", () => {
    const instant = new Date("2026-11-23T15:44:00Z");
    expect(formatMoment(instant, "America/New_York", "en", new Date("2026-11-23T20:00:00Z"))).toBe("10:44");
    expect(formatMoment(instant, "America/New_York", "en", new Date("2026-11-24T20:00:00Z"))).toBe("Mon 23 Nov, 10:44");
  });
});

test("names are listed as spoken", () => {
  expect(formatNames(["Anna", "Ben", "Cleo"], "en")).toBe("Anna, Ben and Cleo");
  expect(formatNames(["Anna"], "en")).toBe("Anna");
  expect(nameLetter(" élodie")).toBe("É");
  expect(nameLetter("—")).toBe("?");
});

test("quantities", () => {
  expect(formatQuantity(2, "1 gal", "en")).toBe("2 × 1 gal");
  expect(formatQuantity(1, "10 lb", "en")).toBe("10 lb");
  expect(formatQuantity(1.5, "lb", "en")).toBe("1.5 lb");
  expect(formatQuantity(4, null, "en")).toBe("4");
  expect(formatPercent(999, 1000, "en")).toBe("99%");
  expect(formatPercent(1, 0, "en")).toBe("0%");
});

test("the language is the chosen one, else the browser's first that we have", () => {
  expect(chooseLocale("en", "de")).toBe("en");
  expect(chooseLocale("xx", "fr, de;q=0.9, en;q=0.8")).toBe("de");
  expect(chooseLocale(undefined, "pt-BR")).toBe("pt");
  expect(chooseLocale(undefined, "fr")).toBe("en");
  expect(chooseLocale("en-XA", null)).toBe("en");
  expect(chooseLocale("en-XA", null, true)).toBe("en-XA");
  expect(chooseLocale(undefined, null)).toBe("en");
});
