import type { Actor } from "@/lib/auth/actor";
import { emailsOf } from "@/lib/auth/emails";
import { languagesOf } from "@/lib/auth/language";
import { inHousehold } from "@/lib/db/transaction";
import { toHousehold, toRole } from "@/lib/households/rows";
import { LOCALES, type Language } from "@/lib/i18n/locale";
import type { Id } from "@/lib/kernel/id";
import type { Recipient } from "./subjects";

/** A household as the reminders see it, when nobody is asking. */
export type Reminded = {
  readonly householdId: Id;
  readonly household: Actor["household"];
  readonly members: readonly (Recipient & { readonly email: string | null; readonly language: Language })[];
};

/** Null for a household that is gone meanwhile. */
export async function readReminded(householdId: Id): Promise<Reminded | null> {
  const row = await inHousehold(householdId, (tx) =>
    tx.household.findUnique({
      where: { id: householdId },
      include: { members: { where: { status: "active" }, orderBy: { id: "asc" }, select: { id: true, role: true, userId: true } } },
    }),
  );
  if (!row) return null;
  const users = row.members.flatMap(({ userId }) => userId ?? []);
  const [emails, languages] = await Promise.all([emailsOf(users), languagesOf(users)]);
  return {
    householdId,
    household: toHousehold(row),
    members: row.members.map(({ id, role, userId }) => ({
      memberId: id,
      role: toRole(role),
      signsIn: userId !== null,
      email: (userId && emails.get(userId)) ?? null,
      language: (userId ? languages.get(userId) : undefined) ?? LOCALES[0],
    })),
  };
}

/** Where this installation is reached, for links that leave it: COMMONPURSE_URL, which the launcher sets where nobody did. */
export function homeAddress(householdId: Id, environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment.COMMONPURSE_URL || `http://localhost:${environment.PORT || "3000"}`;
  return `${base.replace(/(?<!\/)\/+$/u, "")}/h/${householdId}`;
}
