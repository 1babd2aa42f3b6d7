import { database } from "@/lib/db/client";
import { languageOf, type Language } from "@/lib/i18n/locale";
import type { Id } from "@/lib/kernel/id";

/** Keeps the language a person speaks, for what reaches them outside a page. */
export async function rememberLanguage(userId: Id, language: Language): Promise<void> {
  await database().userAccount.update({ where: { id: userId }, data: { language } });
}

/** The language the person with that address chose, or null when they never did. */
export async function languageOfAddress(email: string): Promise<Language | null> {
  const account = await database().userAccount.findUnique({ where: { email }, select: { language: true } });
  return account?.language ? (languageOf(account.language) ?? null) : null;
}

/** The languages those people chose; who never did isn't in it. */
export async function languagesOf(userIds: readonly Id[]): Promise<ReadonlyMap<Id, Language>> {
  const accounts = await database().userAccount.findMany({
    where: { id: { in: [...userIds] }, language: { not: null } },
    select: { id: true, language: true },
  });
  return new Map(
    accounts.flatMap(({ id, language }) => {
      const known = language === null ? undefined : languageOf(language);
      return known ? [[id, known] as const] : [];
    }),
  );
}
