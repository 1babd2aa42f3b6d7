import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { mayKeepAccountsOf } from "./permission";
import type { NewAccount } from "./schema";

export type LockedStore = { readonly id: Id; readonly name: string; readonly version: number; readonly archived: boolean };

/** The store's row, locked until the transaction ends; refuses with `not_found`. */
export async function lockStore(tx: Tx, householdId: Id, storeId: Id): Promise<LockedStore> {
  const [store] = await tx.$queryRaw<LockedStore[]>`
    select id::text as "id", name, version, archived_at is not null as "archived" from store
    where household_id = ${householdId}::uuid and id = ${storeId}::uuid for update`;
  if (!store) throw new Refusal("not_found");
  return store;
}

export type LockedAccount = { readonly id: Id; readonly storeId: Id; readonly memberId: Id; readonly status: string };

/** The account's row, locked until the transaction ends; refuses with `not_found`. */
export async function lockAccount(tx: Tx, householdId: Id, accountId: Id): Promise<LockedAccount> {
  const [account] = await tx.$queryRaw<LockedAccount[]>`
    select id::text as "id", store_id::text as "storeId", member_id::text as "memberId", status from store_account
    where household_id = ${householdId}::uuid and id = ${accountId}::uuid for update`;
  if (!account) throw new Refusal("not_found");
  return account;
}

/** Opens the books for an account of an active member at a store still in use. The answer is its id. */
export async function openAccount(tx: Tx, actor: Actor, { storeId, memberId, kind, label }: NewAccount): Promise<Id> {
  const { householdId } = actor;
  if (!mayKeepAccountsOf(actor, memberId)) throw new Refusal("not_found");
  const store = await lockStore(tx, householdId, storeId);
  if (store.archived) throw new Refusal("stores.archived");
  const member = await tx.member.findFirst({ where: { householdId, id: memberId, status: "active" }, select: { name: true } });
  if (!member) throw new Refusal("not_found");
  const id = newId();
  await tx.storeAccount.create({ data: { householdId, id, storeId, memberId, kind, label } });
  await recordActivity(tx, actor, {
    action: "account.added",
    subjectType: "store",
    subjectId: storeId,
    detail: { store: store.name, member: member.name, kind },
  });
  return id;
}
