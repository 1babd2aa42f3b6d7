import { today, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { type Cents, cents, negate, subtract, toNumber } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { dateFromDay } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { mayKeepAccountsOf } from "@/lib/stores/permission";
import { lockAccount, openAccount } from "@/lib/stores/store";
import type { NewCredit, Told } from "./form";
import type { Place } from "./schema";
import { openCredit, setCategories, termsRow } from "./open";
import { lockKept, notEnough, postEntry } from "./store";
import type { Terms } from "./terms";

async function placeOf(tx: Tx, actor: Actor, place: Place): Promise<Id> {
  if (!("accountId" in place)) return openAccount(tx, actor, { ...place, kind: "personal", label: "" });
  const account = await lockAccount(tx, actor.householdId, place.accountId);
  if (!mayKeepAccountsOf(actor, account.memberId)) throw new Refusal("not_found", { field: "place" });
  if (account.status === "closed") throw new Refusal("credits.account_closed", { field: "place" });
  return account.id;
}

/** Records a balance seen on a store account (opened with it where needed), with its opening entry. The answer is its id. */
export function recordCredit(actor: Actor, commandId: Id, input: NewCredit): Promise<Result<Id>> {
  return runCommand(actor, { id: commandId, name: "credits.record" }, async (tx) => {
    const accountId = await placeOf(tx, actor, input.place);
    return openCredit(tx, actor, { accountId, amountCents: input.amountCents, seenOn: input.seenOn, terms: input.terms });
  });
}

/** Changes what is known of a Credit's terms; refuses when somebody changed them since `version` was seen. Its money stays. */
export function editTerms(actor: Actor, commandId: Id, creditId: Id, version: number, terms: Terms): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "credits.editTerms" }, async (tx) => {
    const { householdId } = actor;
    const credit = await lockKept(tx, actor, creditId);
    if (credit.version !== version) throw new Refusal("conflict");
    await tx.credit.update({
      where: { householdId_id: { householdId, id: creditId } },
      data: { ...(await termsRow(tx, actor, terms)), version: version + 1 },
    });
    await setCategories(tx, actor, creditId, terms.categories);
    await recordActivity(tx, actor, {
      action: "credit.terms_changed",
      subjectType: "credit",
      subjectId: creditId,
      detail: { origin: terms.origin, label: terms.label },
    });
    return null;
  });
}

/** Says that the balance was looked up and what it showed (R84). */
async function noteSeen(tx: Tx, actor: Actor, creditId: Id, told: Told, differenceCents: Cents): Promise<void> {
  const { amountCents, occurredOn } = told;
  await tx.balanceCheck.create({
    data: {
      householdId: actor.householdId,
      id: newId(),
      creditId,
      seenCents: amountCents,
      differenceCents,
      seenOn: dateFromDay(occurredOn),
      memberId: actor.memberId,
    },
  });
  await recordActivity(tx, actor, {
    action: "credit.seen",
    subjectType: "credit",
    subjectId: creditId,
    detail: { seenOn: occurredOn, amountCents: toNumber(amountCents) },
  });
}

/**
 * Brings the books to the balance seen at the store: a correction for the difference, or only a note of the look when
 * there is none. What is held for approved plans can't be corrected away.
 */
export function correctBalance(actor: Actor, commandId: Id, creditId: Id, told: Told): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "credits.correct" }, async (tx) => {
    const credit = await lockKept(tx, actor, creditId);
    const difference = subtract(told.amountCents, credit.postedCents);
    if (told.amountCents < credit.heldCents) {
      throw new Refusal("credits.held_for_plans", {
        field: "amount",
        values: { heldCents: toNumber(credit.heldCents), currency: actor.household.currency },
      });
    }
    if (difference !== 0n) {
      await postEntry(tx, actor, {
        creditId,
        kind: "correction",
        amountCents: difference,
        reason: told.reason,
        occurredOn: told.occurredOn,
      });
    }
    await noteSeen(tx, actor, creditId, told, difference);
    return null;
  });
}

export type Tell = "top_up" | "spend" | "removal";

/** Books what happened to a balance outside any plan: more was added, it was spent (R4), or the store took it away (R100). */
export function tellEntry(actor: Actor, commandId: Id, creditId: Id, kind: Tell, told: Told): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: `credits.${kind}` }, async (tx) => {
    const credit = await lockKept(tx, actor, creditId);
    if (kind !== "top_up" && told.amountCents > credit.availableCents) throw notEnough(actor, credit, told.amountCents, "amount");
    const amountCents = kind === "top_up" ? told.amountCents : negate(told.amountCents);
    await postEntry(tx, actor, { creditId, kind, amountCents, reason: told.reason, occurredOn: told.occurredOn });
    await recordActivity(tx, actor, {
      action: `credit.${kind}`,
      subjectType: "credit",
      subjectId: creditId,
      detail: { origin: credit.origin, label: credit.label, amountCents: toNumber(told.amountCents) },
    });
    return null;
  });
}

/** All that is free, as the person saw it; refused with `conflict` when it is another amount by now. */
export type AllFree = { readonly seenCents: Cents; readonly reason: string };

/** Books all that is free as spent outside a plan, in one tap (R4). */
export function spendAll(actor: Actor, commandId: Id, creditId: Id, all: AllFree, clock: Clock): Promise<Result<null>> {
  return takeFree(actor, commandId, creditId, "spend", all, clock);
}

/** Writes off what expired: refused while it can still be used. The loss stays visible (R78). */
export function writeOff(actor: Actor, commandId: Id, creditId: Id, all: AllFree, clock: Clock): Promise<Result<null>> {
  return takeFree(actor, commandId, creditId, "write_off", all, clock);
}

function takeFree(
  actor: Actor,
  commandId: Id,
  creditId: Id,
  kind: "spend" | "write_off",
  { seenCents, reason }: AllFree,
  clock: Clock,
): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: `credits.${kind}All` }, async (tx) => {
    const credit = await lockKept(tx, actor, creditId);
    const now = today(actor, clock);
    if (kind === "write_off" && (credit.expiresOn === null || credit.expiresOn >= now)) throw new Refusal("credits.not_lost_yet");
    if (credit.availableCents === 0n) throw new Refusal("credits.nothing_free");
    if (credit.availableCents !== seenCents) throw new Refusal("conflict");
    await postEntry(tx, actor, { creditId, kind, amountCents: negate(credit.availableCents), reason, occurredOn: now });
    await recordActivity(tx, actor, {
      action: `credit.${kind}`,
      subjectType: "credit",
      subjectId: creditId,
      detail: { origin: credit.origin, label: credit.label, amountCents: toNumber(credit.availableCents) },
    });
    return null;
  });
}

/** Takes a mistaken entry back by a further, opposite one; the mistake stays in the books. Once per entry, and not for what an order booked. */
export function reverseEntry(actor: Actor, commandId: Id, entryId: Id, reason: string, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "credits.reverse" }, async (tx) => {
    const { householdId } = actor;
    const key = { householdId_id: { householdId, id: entryId } };
    const found = await tx.ledgerEntry.findUnique({ where: key, select: { creditId: true } });
    if (!found) throw new Refusal("not_found");
    const credit = await lockKept(tx, actor, found.creditId);
    // Under the lock: of two who take it back at the same moment, the second sees the first.
    const entry = await tx.ledgerEntry.findUniqueOrThrow({ where: key, include: { ledgerEntryAsReverses: { select: { id: true } } } });
    if (entry.ledgerEntryAsReverses) throw new Refusal("credits.taken_back_already");
    if (entry.kind === "reversal" || entry.orderId !== null || entry.refundId !== null) throw new Refusal("credits.not_taken_back_here");
    const amountCents = cents(-entry.amountCents);
    await postEntry(tx, actor, {
      creditId: credit.id,
      kind: "reversal",
      amountCents,
      reason,
      occurredOn: today(actor, clock),
      reversesId: entryId,
    });
    await recordActivity(tx, actor, {
      action: "credit.reversal",
      subjectType: "credit",
      subjectId: credit.id,
      detail: { origin: credit.origin, label: credit.label, amountCents: toNumber(amountCents), kind: entry.kind },
    });
    return null;
  });
}
