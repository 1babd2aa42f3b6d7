import { getLocale, getTranslations } from "next-intl/server";
import { LANGUAGES, LOCALES } from "@/lib/i18n/locale";
import { chooseLanguage } from "./actions";

/** The languages there are, each in its own words; one press speaks it. Works without scripts. */
export async function LanguageChoice() {
  const [t, spoken] = await Promise.all([getTranslations("common.language"), getLocale()]);
  return (
    <form action={chooseLanguage} aria-label={t("label")} className="pills">
      {LOCALES.map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-pressed={language === spoken}
          className="pill"
        >
          {LANGUAGES[language]}
        </button>
      ))}
    </form>
  );
}
