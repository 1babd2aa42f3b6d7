import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import type { ArrangementForm, SharedPaymentForm } from "./arrangement";
import { ADULTS, mayKeepAccountsOf } from "./permission";
import { lockAccount } from "./store";

/** The account, locked, with the names its activity needs; to who doesn't keep it, it isn't there. */
async function keptAccount(tx: Tx, actor: Actor, accountId: Id) {
  const { householdId } = actor;
  const account = await lockAccount(tx, householdId, accountId);
  if (!mayKeepAccountsOf(actor, account.memberId)) throw new Refusal("not_found");
  const { member, store } = await tx.storeAccount.findUniqueOrThrow({
    where: { householdId_id: { householdId, id: accountId } },
    select: { member: { select: { name: true } }, store: { select: { name: true } } },
  });
  return { storeId: account.storeId, names: { member: member.name, store: store.name } };
}

/**
 * Notes how far the store's household feature is set up on an account (R19). It can only be "set" by somebody who said yes to both
 * consequences (R20); "not set" forgets that yes, so that it is asked for again.
 */
export function arrange(actor: Actor, commandId: Id, accountId: Id, form: ArrangementForm, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "stores.arrange", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const { storeId, names } = await keptAccount(tx, actor, accountId);
    const before = await tx.storeArrangement.findUnique({ where: { householdId_accountId: { householdId, accountId } } });
    const { status, note, sharesPayments, hasTerms } = form;
    const earlier = before?.consentedAt ? { consentedAt: before.consentedAt, consentedById: before.consentedById } : null;
    if (status === "set" && earlier === null) {
      if (!sharesPayments) throw new Refusal("stores.consent", { field: "sharesPayments" });
      if (!hasTerms) throw new Refusal("stores.consent", { field: "hasTerms" });
    }
    const consent =
      status === "not_set"
        ? { consentedAt: null, consentedById: null }
        : (earlier ?? (sharesPayments && hasTerms ? { consentedAt: clock.now(), consentedById: actor.memberId } : {}));
    const data = { status, note, ...consent, updatedAt: clock.now() };
    await tx.storeArrangement.upsert({
      where: { householdId_accountId: { householdId, accountId } },
      create: { householdId, id: newId(), accountId, ...data },
      update: { ...data, version: { increment: 1 } },
    });
    await recordActivity(tx, actor, {
      action: "arrangement.changed",
      subjectType: "store",
      subjectId: storeId,
      detail: { ...names, status },
    });
    return null;
  });
}

/** Notes that a member may use a payment method on an account (R22). */
export function sharePayment(actor: Actor, commandId: Id, accountId: Id, { member, method }: SharedPaymentForm): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "stores.sharePayment", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const { storeId, names } = await keptAccount(tx, actor, accountId);
    const user = await tx.member.findFirst({ where: { householdId, id: member, status: "active" }, select: { name: true } });
    if (!user) throw new Refusal("not_found", { field: "member" });
    await tx.sharedPayment.create({ data: { householdId, id: newId(), accountId, memberId: member, method, addedById: actor.memberId } });
    await recordActivity(tx, actor, {
      action: "arrangement.payment_shared",
      subjectType: "store",
      subjectId: storeId,
      detail: { ...names, name: user.name, method },
    });
    return null;
  });
}

/** Notes that a payment method is no longer used there; ending what has ended changes nothing. */
export function endSharedPayment(actor: Actor, commandId: Id, sharedId: Id, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "stores.endSharedPayment", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const where = { householdId_id: { householdId, id: sharedId } };
    const shared = await tx.sharedPayment.findUnique({ where, include: { member: { select: { name: true } } } });
    if (!shared) throw new Refusal("not_found");
    const { storeId, names } = await keptAccount(tx, actor, shared.accountId);
    const { count } = await tx.sharedPayment.updateMany({
      where: { householdId, id: sharedId, endedAt: null },
      data: { endedAt: clock.now() },
    });
    if (count === 0) return null;
    await recordActivity(tx, actor, {
      action: "arrangement.payment_ended",
      subjectType: "store",
      subjectId: storeId,
      detail: { ...names, name: shared.member.name, method: shared.method },
    });
    return null;
  });
}
