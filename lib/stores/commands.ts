import type { Actor } from "@/lib/auth/actor";
import type { Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import type { TaxRate } from "./form";
import { ADULTS, mayKeepAccountsOf } from "./permission";
import type { AccountChange, NewAccount, StoreInput } from "./schema";
import { lockAccount, lockStore, openAccount } from "./store";

/** Adds a store to the household. The answer is its id. */
export function addStore(actor: Actor, commandId: Id, input: StoreInput): Promise<Result<Id>> {
  return runCommand(actor, { id: commandId, name: "stores.add", roles: ADULTS }, async (tx) => {
    const id = newId();
    await tx.store.create({ data: { householdId: actor.householdId, id, ...input } });
    await recordActivity(tx, actor, { action: "store.added", subjectType: "store", subjectId: id, detail: { store: input.name } });
    return id;
  });
}

/** Changes what is known of a store; refuses when somebody changed it since `version` was seen. */
export function editStore(
  actor: Actor,
  commandId: Id,
  storeId: Id,
  version: number,
  input: Omit<StoreInput, "preset">,
): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "stores.edit", roles: ADULTS }, async (tx) => {
    const store = await lockStore(tx, actor.householdId, storeId);
    if (store.version !== version) throw new Refusal("conflict");
    await tx.store.update({
      where: { householdId_id: { householdId: actor.householdId, id: storeId } },
      data: { ...input, version: version + 1 },
    });
    await recordActivity(tx, actor, { action: "store.changed", subjectType: "store", subjectId: storeId, detail: { store: input.name } });
    return null;
  });
}

/** Sets the estimated sales tax of a store: categories not named have none. */
export function setTaxRates(actor: Actor, commandId: Id, storeId: Id, rates: readonly TaxRate[]): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "stores.setTaxRates", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const store = await lockStore(tx, householdId, storeId);
    await tx.storeTaxRate.deleteMany({ where: { householdId, storeId } });
    await tx.storeTaxRate.createMany({ data: rates.map((rate) => ({ householdId, storeId, ...rate })) });
    await recordActivity(tx, actor, {
      action: "store.tax_changed",
      subjectType: "store",
      subjectId: storeId,
      detail: { store: store.name },
    });
    return null;
  });
}

/** Puts a store away, or brings it back. Its accounts, balances and books stay. */
export function archiveStore(actor: Actor, commandId: Id, storeId: Id, archived: boolean, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "stores.archive", roles: ADULTS }, async (tx) => {
    const store = await lockStore(tx, actor.householdId, storeId);
    if (store.archived === archived) return null;
    await tx.store.update({
      where: { householdId_id: { householdId: actor.householdId, id: storeId } },
      data: { archivedAt: archived ? clock.now() : null, version: store.version + 1 },
    });
    await recordActivity(tx, actor, {
      action: archived ? "store.archived" : "store.restored",
      subjectType: "store",
      subjectId: storeId,
      detail: { store: store.name },
    });
    return null;
  });
}

/** Adds a member's account at a store. The answer is its id. */
export function addAccount(actor: Actor, commandId: Id, input: NewAccount): Promise<Result<Id>> {
  return runCommand(actor, { id: commandId, name: "stores.addAccount" }, (tx) => openAccount(tx, actor, input));
}

/** Changes an account's kind, label or status. Suspending it freezes what is planned on it (R100). */
export function changeAccount(actor: Actor, commandId: Id, accountId: Id, input: AccountChange): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "stores.changeAccount" }, async (tx) => {
    const { householdId } = actor;
    const account = await lockAccount(tx, householdId, accountId);
    if (!mayKeepAccountsOf(actor, account.memberId)) throw new Refusal("not_found");
    await tx.storeAccount.update({ where: { householdId_id: { householdId, id: accountId } }, data: input });
    const store = await tx.store.findUniqueOrThrow({
      where: { householdId_id: { householdId, id: account.storeId } },
      select: { name: true },
    });
    const member = await tx.member.findUniqueOrThrow({
      where: { householdId_id: { householdId, id: account.memberId } },
      select: { name: true },
    });
    const action = input.status === account.status ? "account.changed" : `account.${input.status}`;
    await recordActivity(tx, actor, {
      action,
      subjectType: "store",
      subjectId: account.storeId,
      detail: { store: store.name, member: member.name, kind: input.kind },
    });
    return null;
  });
}
