/** The languages there are messages for, as each calls itself. The first is the default. */
export const LANGUAGES = { en: "English", de: "Deutsch", es: "Español", pt: "Português" } as const;
export type Language = keyof typeof LANGUAGES;
export const LOCALES = ["en", "de", "es", "pt"] as const satisfies readonly Language[];

/**
 * English made hard to lay out, for tests: every text half as long again with accents, and every text from right to
 * left. Only there where {@link pseudoLocalesAllowed}.
 */
export const PSEUDO_LOCALES = ["en-XA", "en-XB"] as const;
export type PseudoLocale = (typeof PSEUDO_LOCALES)[number];
export type Locale = Language | PseudoLocale;

export const LOCALE_COOKIE = "locale";

/** Whether the server was started to be tested with made-up languages. */
export function pseudoLocalesAllowed(env: Readonly<Record<string, string | undefined>>): boolean {
  return env["COMMONPURSE_PSEUDO_LOCALES"] === "1";
}

/** Which way the text of a page runs. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return locale === "en-XB" ? "rtl" : "ltr";
}

/** The language of that tag, whatever its region; undefined when there are no messages for it. */
export function languageOf(tag: string): Language | undefined {
  const language = tag.trim().toLowerCase().split("-")[0];
  return LOCALES.find((locale) => locale === language);
}

/** The language to speak: the one chosen by hand, else the first the browser asks for that we have, else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null, withPseudo = false): Locale {
  const pseudo = withPseudo ? PSEUDO_LOCALES.find((locale) => locale === chosen) : undefined;
  const byHand = pseudo ?? (chosen === undefined ? undefined : languageOf(chosen));
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
    const language = languageOf(tag);
    if (language) return language;
  }
  return LOCALES[0];
}
