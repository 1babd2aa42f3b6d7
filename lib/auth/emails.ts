import { database } from "@/lib/db/client";
import type { Id } from "@/lib/kernel/id";

/** The e-mail addresses these people sign in with, for writing to them. */
export async function emailsOf(userIds: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const rows = await database().userAccount.findMany({ where: { id: { in: [...userIds] } }, select: { id: true, email: true } });
  return new Map(rows.map(({ id, email }) => [id, email]));
}
