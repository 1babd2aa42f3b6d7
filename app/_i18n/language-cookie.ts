import { cookies } from "next/headers";
import { LOCALE_COOKIE, type Language } from "@/lib/i18n/locale";

const A_YEAR = 31_536_000;

/** Speaks this language at this device from now on. Only where cookies can be set: actions and route handlers. */
export async function speak(language: Language): Promise<void> {
  (await cookies()).set(LOCALE_COOKIE, language, { path: "/", maxAge: A_YEAR, sameSite: "lax", httpOnly: true });
}
