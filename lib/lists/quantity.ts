import { cents, type Cents } from "@/lib/kernel/cents";

/** The most there can be of one item, in thousandths: 9,999.999. */
export const MAX_QUANTITY_MILLI = 9_999_999;

export type QuantityProblem = "format" | "negative" | "zero" | "huge" | "digits";
export type QuantityReading = { readonly ok: true; readonly milli: number } | { readonly ok: false; readonly problem: QuantityProblem };

const GLYPHS: Readonly<Record<string, number>> = { "½": 500, "¼": 250, "¾": 750, "⅓": 333, "⅔": 667, "⅛": 125 };

function bounded(milli: number): QuantityReading {
  if (milli === 0) return { ok: false, problem: "zero" };
  return milli > MAX_QUANTITY_MILLI ? { ok: false, problem: "huge" } : { ok: true, milli };
}

/** Reads "2", "1.5", "1,5", "1,000", "1/2", "½" or "1½" as thousandths. By string, so that 0.1 stays a tenth. */
export function parseQuantity(text: string): QuantityReading {
  const bare = text.trim();
  if (/^[-−]\s*[\d½¼¾⅓⅔⅛.,]/u.test(bare)) return { ok: false, problem: "negative" };
  const glyph = /^(\d{0,12})\s?([½¼¾⅓⅔⅛])$/u.exec(bare);
  if (glyph) return bounded(Number(glyph[1] ?? 0) * 1000 + (GLYPHS[glyph[2] ?? ""] ?? 0));
  const fraction = /^(?:(\d{1,5}) )?(\d{1,3})\/(\d{1,3})$/u.exec(bare);
  if (fraction) {
    const below = Number(fraction[3]);
    return below === 0
      ? { ok: false, problem: "format" }
      : bounded(Number(fraction[1] ?? 0) * 1000 + Math.round((Number(fraction[2]) * 1000) / below));
  }
  const thousands = /^\d{1,3}(?:,\d{3})+$/u.test(bare) ? bare.replaceAll(",", "") : bare;
  const decimal = /^(\d{0,12})(?:[.,](\d{1,12}))?$/u.exec(thousands);
  if (!decimal || (!decimal[1] && !decimal[2]))
    return /^\d{13,}$/u.test(bare) ? { ok: false, problem: "huge" } : { ok: false, problem: "format" };
  const digits = (decimal[2] ?? "").replace(/(?<!0)0+$/u, "");
  if (digits.length > 3) return { ok: false, problem: "digits" };
  return bounded(Number(decimal[1] || 0) * 1000 + Number(digits.padEnd(3, "0") || 0));
}

/** Thousandths as a plain decimal for a form field: 1500 is "1.5". */
export function quantityText(milli: number): string {
  const digits = String(milli % 1000)
    .padStart(3, "0")
    .replace(/(?<!0)0+$/u, "");
  return `${Math.floor(milli / 1000)}${digits === "" ? "" : `.${digits}`}`;
}

/** What so much of an item costs at a price for one unit, rounded half up to the cent. */
export function costOf(unitPrice: Cents, quantityMilli: number): Cents {
  return cents((unitPrice * BigInt(quantityMilli) + 500n) / 1000n);
}
