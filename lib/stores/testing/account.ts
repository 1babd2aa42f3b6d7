import { database } from "@/lib/db/client";
import { newId, type Id } from "@/lib/kernel/id";

/** A store account of a member at a store of its own (or at `storeId`), made straight in the tables, for tests of features that build on stores. */
export async function testAccount(
  householdId: Id,
  memberId: Id,
  options: { readonly storeId?: Id; readonly status?: string } = {},
): Promise<{ storeId: Id; accountId: Id }> {
  const accountId = newId();
  const storeId = options.storeId ?? newId();
  const db = database();
  if (options.storeId === undefined) await db.store.create({ data: { householdId, id: storeId, name: `Store ${storeId.slice(-6)}` } });
  await db.storeAccount.create({ data: { householdId, id: accountId, storeId, memberId, status: options.status ?? "active" } });
  return { storeId, accountId };
}
