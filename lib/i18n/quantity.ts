// Made once per language: a list writes hundreds of them.
const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string): Intl.NumberFormat {
  const made = numbers.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  numbers.set(locale, made);
  return made;
}

/**
 * A quantity as people write it: "2", "1.5 lb", "2 × 1 gal". `count` is how many, `unit` the size or unit of one.
 * A unit that starts with a digit is a pack size and takes the multiplication sign.
 */
export function formatQuantity(count: number, unit: string | null, locale: string): string {
  const number = numberFormat(locale).format(count);
  if (unit === null || unit === "") return number;
  if (/^\d/u.test(unit)) return count === 1 ? unit : `${number} × ${unit}`;
  return `${number} ${unit}`;
}

/** "62%" of a whole; 0 when there is no whole. Rounds down, so that 100% means all of it. */
export function formatPercent(part: number, whole: number, locale: string): string {
  const share = whole > 0 ? Math.floor((part / whole) * 100) / 100 : 0;
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
}
