import Papa from "papaparse";
import { cents, toDecimal } from "@/lib/kernel/cents";
import { minorDigits, type CurrencyCode } from "@/lib/kernel/currency";
import type { Row, Value } from "./queries";

/**
 * What a spreadsheet would take for a formula: anything that begins with one of these signs, also in full width or behind blanks, and also when a line
 * break follows. A plain number is none, so that what was spent stays a number.
 */
const FORMULA = /^(?!-?\d{1,18}(?:\.\d{1,6})?$)\s*[=+\-@\t\r＝＋－＠]/u;

/** A table for spreadsheets: amounts in the household's currency, and no cell that one would run. */
export function toCsv(columns: readonly string[], rows: readonly Row[], currency: CurrencyCode): string {
  const digits = minorDigits(currency);
  const fields = columns.map((column) => column.replace(/(?:_|^)cents$/u, (end) => (end === "cents" ? "amount" : "")));
  const data = rows.map((row) =>
    columns.map((column) => {
      const value = row[column] ?? null;
      return /(?:_|^)cents$/u.test(column) && typeof value === "number" ? toDecimal(cents(value), digits) : cell(value);
    }),
  );
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return `\uFEFF${Papa.unparse({ fields, data }, { escapeFormulae: FORMULA, newline: "\r\n" })}\r\n`;
}

function cell(value: Value): string | number | boolean {
  if (value === null) return "";
  return typeof value === "object"
    ? Array.isArray(value) && value.every((each) => typeof each === "string")
      ? value.join("; ")
      : JSON.stringify(value)
    : value;
}
