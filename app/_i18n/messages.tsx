import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { MessageTree } from "@/lib/i18n/messages";
import { pickMessages } from "@/lib/i18n/pick";

const EVERYWHERE = ["common"] as const;

/**
 * Hands messages to the client components below. Server components need nothing: they call `useTranslations` or
 * `getTranslations` and send finished text. Where a client component calls `useTranslations("lists.row")`, the
 * server component around it names that branch:
 *
 *     <Messages namespaces={["lists.row"]}>
 *       <ItemRows … />
 *     </Messages>
 *
 * `common` is always there. A nested <Messages> replaces the outer one: name all that is used inside it.
 */
export async function Messages({ namespaces = [], children }: { readonly namespaces?: readonly string[]; readonly children: ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  return (
    <NextIntlClientProvider locale={locale} messages={pickMessages(messages as MessageTree, [...EVERYWHERE, ...namespaces])}>
      {children}
    </NextIntlClientProvider>
  );
}
