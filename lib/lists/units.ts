/** A unit people buy in. Of measures, one price usually means the whole pack ("500 g flour 1.20", "12 pcs eggs 4.29"). */
export type Unit = {
  readonly name: string;
  /** Other spellings. A word with `plural` is read in the form that agrees with its count, so "2 bar stools" stays a stool. */
  readonly aliases?: readonly string[];
  readonly plural?: string;
  /** What it measures, and its size in the smallest unit of that, to turn "500 g at 4.00 per kg" into kilos. */
  readonly measure?: readonly ["mass" | "mass_imperial" | "volume" | "volume_us" | "pieces", number];
};

export const UNITS: readonly Unit[] = [
  { name: "kg", aliases: ["kgs", "kilo", "kilos", "kilogram", "kilograms"], measure: ["mass", 1000] },
  { name: "g", aliases: ["gr", "gram", "grams"], measure: ["mass", 1] },
  { name: "lb", aliases: ["lbs", "pound", "pounds"], measure: ["mass_imperial", 16] },
  { name: "oz", aliases: ["ounce", "ounces"], measure: ["mass_imperial", 1] },
  { name: "l", aliases: ["liter", "liters", "litre", "litres"], measure: ["volume", 1000] },
  { name: "dl", measure: ["volume", 100] },
  { name: "cl", measure: ["volume", 10] },
  { name: "ml", measure: ["volume", 1] },
  { name: "gal", aliases: ["gallon", "gallons"], measure: ["volume_us", 128] },
  { name: "qt", aliases: ["quart", "quarts"], measure: ["volume_us", 32] },
  { name: "pt", aliases: ["pint", "pints"], measure: ["volume_us", 16] },
  { name: "pack", plural: "packs" },
  { name: "packet", plural: "packets" },
  { name: "bag", plural: "bags" },
  { name: "box", plural: "boxes" },
  { name: "bottle", plural: "bottles" },
  { name: "can", plural: "cans" },
  { name: "tin", plural: "tins" },
  { name: "jar", plural: "jars" },
  { name: "tub", plural: "tubs" },
  { name: "tube", plural: "tubes" },
  { name: "carton", plural: "cartons" },
  { name: "crate", plural: "crates" },
  { name: "case", plural: "cases" },
  { name: "bunch", plural: "bunches" },
  { name: "head", plural: "heads" },
  { name: "loaf", plural: "loaves" },
  { name: "slice", plural: "slices" },
  { name: "bar", plural: "bars" },
  { name: "roll", plural: "rolls" },
  { name: "sheet", plural: "sheets" },
  { name: "pair", plural: "pairs" },
  { name: "set", plural: "sets" },
  { name: "tray", plural: "trays" },
  { name: "stick", plural: "sticks" },
  { name: "dozen", plural: "dozen" },
  { name: "pc", plural: "pcs", aliases: ["piece", "pieces"], measure: ["pieces", 1] },
];

const BY_WORD: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((unit) => [unit.name, unit.plural ?? unit.name, ...(unit.aliases ?? [])].map((word) => [word, unit])),
);

/** The unit this word names, whatever the count. */
export function unitNamed(word: string): Unit | undefined {
  return BY_WORD.get(word.toLowerCase());
}

/** The unit this word names after so many thousandths: "2 bags" and "1 bag", but not "2 bag". */
export function unitAfter(milli: number, word: string): Unit | undefined {
  const unit = unitNamed(word);
  if (!unit?.plural || unit.aliases?.includes(word.toLowerCase())) return unit;
  return word.toLowerCase() === (milli > 1000 ? unit.plural : unit.name) ? unit : undefined;
}

/** The word for the unit beside a count: "bag" becomes "bags" from more than one. Words of the household's own stay. */
export function unitWord(milli: number, unit: string): string {
  const known = UNITS.find(({ name }) => name === unit);
  return milli > 1000 && known?.plural ? known.plural : unit;
}

/** So much of one unit in another of the same measure, in thousandths; null where that isn't exact or has no meaning. */
export function convert(milli: number, from: Unit, to: Unit): number | null {
  if (from === to) return milli;
  if (!from.measure || !to.measure || from.measure[0] !== to.measure[0]) return null;
  const scaled = milli * from.measure[1];
  return scaled % to.measure[1] === 0 && scaled > 0 ? scaled / to.measure[1] : null;
}
