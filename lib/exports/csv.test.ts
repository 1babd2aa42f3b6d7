import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

const RUNS = /^\s*[=+\-@\t\r＝＋－＠]/u;
const lines = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/u, ""), { skipEmptyLines: true }).data;

describe("a table for spreadsheets", () => {
  it.each([
    '=HYPERLINK("http://evil.example","Total")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "=1\n+1",
    "＝1+1",
    "-",
  ])("shows %j as the text it is", (name) => {
    const [, row] = lines(toCsv(["name"], [{ name }], "USD"));
    expect(row).toEqual([`'${name}`]);
  });

  it("begins no cell like a formula, whatever was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("=", "+", "-", "@", "\t", "\r", ""), (text, sign) => {
        const csv = toCsv(["a", "b"], [{ a: sign + text, b: [sign + text] }], "USD");
        for (const cells of lines(csv).slice(1))
          for (const value of cells) expect(/^-?\d+(?:\.\d+)?$/u.test(value) || !RUNS.test(value), value).toBe(true);
      }),
    );
  });

  it("writes amounts in the household's currency, and what was spent as a number", () => {
    const csv = toCsv(["amount_cents", "cents"], [{ amount_cents: -1550, cents: 5 }], "USD");
    expect(lines(csv)).toEqual([
      ["amount", "amount"],
      ["-15.50", "0.05"],
    ]);
    expect(lines(toCsv(["price_cents"], [{ price_cents: 1550 }], "JPY"))[1]).toEqual(["1550"]);
  });

  it("keeps quotes, line breaks and separators within their cell", () => {
    const name = 'a "b", c;\nd';
    expect(lines(toCsv(["name", "more"], [{ name, more: ["x", "y"] }], "USD"))[1]).toEqual([name, "x; y"]);
  });
});
