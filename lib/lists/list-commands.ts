import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { lockList } from "./store";

const ADULTS = ["owner", "adult"] as const;

/** Of one store there is one running list at a time; the store's row is held while that is looked up (R16). */
async function assertNoRunningList(tx: Tx, actor: Actor, storeId: Id, exceptListId: Id | null): Promise<void> {
  const stores = await tx.$queryRaw<{ id: Id }[]>`
    select id from store where household_id = ${actor.householdId}::uuid and id = ${storeId}::uuid and archived_at is null for no key update`;
  if (stores.length === 0) throw new Refusal("lists.store_gone", { field: "storeId" });
  const other = await tx.list.findFirst({
    where: { householdId: actor.householdId, storeId, archivedAt: null },
    select: { id: true, name: true },
  });
  if (other && other.id !== exceptListId) throw new Refusal("lists.running_exists", { field: "storeId", values: { list: other.name } });
}

export type CreateList = { readonly name: string; readonly storeId?: Id | undefined };

/** Opens a list; with a store, that store's running list (R16). The list's id is the command's. */
export function createList(actor: Actor, commandId: Id, { name, storeId }: CreateList): Promise<Result<{ listId: Id }>> {
  return runCommand(actor, { id: commandId, name: "lists.create", roles: ADULTS }, async (tx) => {
    if (storeId) await assertNoRunningList(tx, actor, storeId, null);
    await tx.list.create({ data: { householdId: actor.householdId, id: commandId, name, storeId: storeId ?? null } });
    await recordActivity(tx, actor, { action: "list.created", subjectType: "list", subjectId: commandId, detail: { list: name } });
    return { listId: commandId };
  });
}

export type RenameList = { readonly listId: Id; readonly name: string };

export function renameList(actor: Actor, commandId: Id, { listId, name }: RenameList): Promise<Result<{ listId: Id }>> {
  return runCommand(actor, { id: commandId, name: "lists.rename", roles: ADULTS }, async (tx) => {
    const list = await lockList(tx, actor, listId);
    if (list.name !== name) {
      await tx.list.update({ where: { householdId_id: { householdId: actor.householdId, id: listId } }, data: { name } });
      await recordActivity(tx, actor, {
        action: "list.renamed",
        subjectType: "list",
        subjectId: listId,
        detail: { list: name, before: list.name },
      });
    }
    return { listId };
  });
}

export type ArchiveList = { readonly listId: Id; readonly archived: boolean };

/** Puts a list away, or takes it out again. Its items stay with it. */
export function archiveList(actor: Actor, commandId: Id, { listId, archived }: ArchiveList): Promise<Result<{ listId: Id }>> {
  return runCommand(actor, { id: commandId, name: archived ? "lists.archive" : "lists.restore", roles: ADULTS }, async (tx) => {
    const list = await lockList(tx, actor, listId);
    if ((list.archivedAt !== null) === archived) return { listId };
    if (!archived && list.storeId) await assertNoRunningList(tx, actor, list.storeId, listId);
    await tx.list.update({
      where: { householdId_id: { householdId: actor.householdId, id: listId } },
      data: { archivedAt: archived ? new Date() : null },
    });
    await recordActivity(tx, actor, {
      action: archived ? "list.archived" : "list.restored",
      subjectType: "list",
      subjectId: listId,
      detail: { list: list.name },
    });
    return { listId };
  });
}
