import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { directionOf } from "@/lib/i18n/locale";
import { Messages } from "./_i18n/messages";
import { THEME_COOKIE, themeOf } from "./_ui/theme";
import { ToastProvider } from "./_ui/toast";
import { fontVariables } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
    icons: { icon: "/icon.svg", apple: "/icons/apple-touch-icon.png" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  viewportFit: "cover",
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#edf2e8" },
    { media: "(prefers-color-scheme: dark)", color: "#101a15" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()]);
  const theme = themeOf(jar.get(THEME_COOKIE)?.value);
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontVariables} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <Messages>
          <ToastProvider>{children}</ToastProvider>
        </Messages>
      </body>
    </html>
  );
}
