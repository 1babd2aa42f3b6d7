/** The languages there are messages for. The first is the default. */
export const LOCALES = ["en"] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_COOKIE = "locale";

function known(tag: string): Locale | undefined {
  const language = tag.trim().toLowerCase().split("-")[0];
  return LOCALES.find((locale) => locale === language);
}

/** The language to speak: the one chosen by hand, else the first the browser asks for that we have, else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const byHand = chosen === undefined ? undefined : known(chosen);
  if (byHand) return byHand;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/u.exec(parameter)?.[1]).find((q) => q !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const locale = known(tag);
    if (locale) return locale;
  }
  return LOCALES[0];
}
