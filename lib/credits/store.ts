import type { Actor, Booker } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { present } from "@/lib/kernel/assert";
import { cents, toNumber, type Cents } from "@/lib/kernel/cents";
import { dateFromDay, type Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Failure } from "@/lib/kernel/result";
import { applyEntry, applyHold, type EntryKind } from "@/lib/ledger/entry";
import { mayKeepAccountsOf } from "@/lib/stores/permission";
import { lockCredits, type LockedCredit } from "./locked-credit";

export { lockCredits, type LockedCredit } from "./locked-credit";

export type NewEntry = {
  readonly creditId: Id;
  readonly kind: EntryKind;
  /** Signed: what it adds to the balance. */
  readonly amountCents: Cents;
  readonly reason: string;
  readonly occurredOn: Day;
  readonly orderId?: Id | null;
  readonly refundId?: Id | null;
  readonly reversesId?: Id | null;
  /** Nobody did it: the balance expired (R78). */
  readonly byItself?: boolean;
};

/** The refusal to take `wanted` from a Credit with less than that free; amounts in minor units, for the message. */
export function notEnough(actor: Booker, credit: LockedCredit, wanted: Cents, field?: string): Refusal {
  return refusal(actor, { code: "credits.not_enough", field }, credit, wanted);
}

function refusal(actor: Booker, { code, field }: Pick<Failure, "code" | "field">, credit: LockedCredit, wanted: Cents): Refusal {
  const { id, label, origin, availableCents } = credit;
  return new Refusal(code, {
    field,
    values: {
      credit: id,
      label,
      origin,
      availableCents: toNumber(availableCents),
      wantedCents: toNumber(wanted),
      currency: actor.household.currency,
    },
  });
}

async function lockOne(tx: Tx, householdId: Id, creditId: Id): Promise<LockedCredit> {
  const credit = (await lockCredits(tx, householdId, [creditId])).get(creditId);
  if (!credit) throw new Refusal("not_found");
  return credit;
}

/** Locks a Credit that the actor may keep; to all others it isn't there. */
export async function lockKept(tx: Tx, actor: Actor, creditId: Id): Promise<LockedCredit> {
  const credit = await lockOne(tx, actor.householdId, creditId);
  if (!mayKeepAccountsOf(actor, credit.holderId)) throw new Refusal("not_found");
  return credit;
}

/**
 * Writes one entry into the books of a Credit and moves its balance with it, under the row's lock. The Credit closes
 * when nothing is left (R74) and opens again when something comes back. Refuses with `credits.not_enough` when it
 * would take more than is free.
 */
export async function postEntry(tx: Tx, actor: Booker, entry: NewEntry): Promise<Id> {
  const { householdId } = actor;
  const credit = await lockOne(tx, householdId, entry.creditId);
  const wanted = cents(entry.amountCents < 0n ? -entry.amountCents : entry.amountCents);
  const applied = applyEntry(credit, entry.kind, entry.amountCents);
  if (!applied.ok) throw refusal(actor, applied.failure, credit, wanted);
  const after = applied.value;
  const { _max } = await tx.ledgerEntry.aggregate({ where: { householdId, creditId: credit.id }, _max: { number: true } });
  const id = newId();
  await tx.credit.update({
    where: { householdId_id: { householdId, id: credit.id } },
    data: { postedCents: after.postedCents, closedAt: after.postedCents === 0n ? new Date() : null },
  });
  await tx.ledgerEntry.create({
    data: {
      householdId,
      id,
      creditId: credit.id,
      kind: entry.kind,
      amountCents: entry.amountCents,
      postedAfterCents: after.postedCents,
      number: (_max.number ?? 0) + 1,
      reason: entry.reason,
      occurredOn: dateFromDay(entry.occurredOn),
      memberId: actor.memberId,
      orderId: entry.orderId ?? null,
      refundId: entry.refundId ?? null,
      reversesId: entry.reversesId ?? null,
      byItself: entry.byItself ?? false,
    },
  });
  return id;
}

/**
 * Sets part of a Credit aside for an order of an approved plan. Of two at the same moment, the second waits for the
 * first and then sees what is left; refuses with `credits.not_enough` (values: `credit`, `label`, `origin`,
 * `availableCents`, `wantedCents`, `currency`).
 */
export async function placeHold(
  tx: Tx,
  actor: Actor,
  hold: { readonly creditId: Id; readonly orderId: Id; readonly cents: Cents },
): Promise<Id> {
  const { householdId } = actor;
  const credit = await lockOne(tx, householdId, hold.creditId);
  // A frozen account freezes its plans (R100): nothing more is set aside on it.
  if (credit.accountStatus !== "active") throw refusal(actor, { code: "credits.account_suspended" }, credit, hold.cents);
  const applied = applyHold(credit, hold.cents);
  if (!applied.ok) throw refusal(actor, applied.failure, credit, hold.cents);
  const after = applied.value;
  const id = newId();
  await tx.hold.create({ data: { householdId, id, creditId: credit.id, orderId: hold.orderId, cents: hold.cents } });
  await tx.credit.update({ where: { householdId_id: { householdId, id: credit.id } }, data: { heldCents: after.heldCents } });
  return id;
}

/** Money that is no longer set aside: which Credit, how much. */
export type EndedHold = { readonly creditId: Id; readonly cents: Cents };

/**
 * Ends the open holds of an order (of one Credit, or of all): "released" gives the money back to what is free,
 * "spent" says that the entry written next takes it. Ending what has ended changes nothing.
 */
export async function endHolds(
  tx: Tx,
  actor: Actor,
  which: { readonly orderId: Id; readonly creditId?: Id },
  status: "released" | "spent",
): Promise<EndedHold[]> {
  const { householdId } = actor;
  const open = { householdId, orderId: which.orderId, status: "open", ...(which.creditId ? { creditId: which.creditId } : {}) };
  const creditIds = await tx.hold.findMany({ where: open, select: { creditId: true }, distinct: ["creditId"] });
  const locked = await lockCredits(
    tx,
    householdId,
    creditIds.map(({ creditId }) => creditId),
  );
  // Read again under the locks: another command may have ended some of them meanwhile.
  const holds = await tx.hold.findMany({
    where: { ...open, creditId: { in: [...locked.keys()] } },
    select: { id: true, creditId: true, cents: true },
  });
  const ended = new Map<Id, bigint>();
  for (const hold of holds) ended.set(hold.creditId, (ended.get(hold.creditId) ?? 0n) + hold.cents);
  await tx.hold.updateMany({ where: { householdId, id: { in: holds.map(({ id }) => id) } }, data: { status, endedAt: new Date() } });
  for (const [creditId, sum] of ended) {
    const { heldCents } = present(locked.get(creditId), "the locked credit of a hold");
    await tx.credit.update({ where: { householdId_id: { householdId, id: creditId } }, data: { heldCents: heldCents - sum } });
  }
  return [...ended].map(([creditId, sum]) => ({ creditId, cents: cents(sum) }));
}
