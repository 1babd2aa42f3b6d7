import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { LOCALE_COOKIE, chooseLocale, pseudoLocalesAllowed } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";

/** What next-intl asks for on each request: the language (by cookie, else by the browser) and its messages. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(jar.get(LOCALE_COOKIE)?.value, head.get("accept-language"), pseudoLocalesAllowed(process.env));
  return { locale, messages: loadMessages(locale), timeZone: "UTC" };
});
