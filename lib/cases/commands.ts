import { today, type Actor } from "@/lib/auth/actor";
import { reverseRedemption } from "@/lib/cards/store";
import type { Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import { dateFromDay, type Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { CASE_ROLES, choicesOf, lockCase, lockOpenCase, mustHaveSupport, type LockedCase } from "./locked-case";
import { openOptions, type Choice, type Document, type Option } from "./options";
import type { Point } from "./points";
import { CODE_END, type CaseFacts, type CaseOutcome, type OpenCase, type TypedThirdParty } from "./schema";
import { checkThirdParty } from "./third-party";

async function placeOf(tx: Tx, { householdId }: Actor, place: OpenCase["place"]) {
  const store = { include: { store: { select: { name: true } } } };
  if ("accountId" in place) {
    const account = await tx.storeAccount.findUnique({ where: { householdId_id: { householdId, id: place.accountId } }, ...store });
    if (!account) throw new Refusal("not_found", { field: "place" });
    return { accountId: account.id, creditId: null, storeName: account.store.name };
  }
  const credit = await tx.credit.findUnique({
    where: { householdId_id: { householdId, id: place.creditId } },
    include: { account: store },
  });
  if (!credit) throw new Refusal("not_found", { field: "place" });
  return { accountId: credit.accountId, creditId: credit.id, storeName: credit.account.store.name };
}

/** What the card that became this balance already tells of the three things support asks for (R32); nothing without one. */
async function knownFromCard(tx: Tx, { householdId }: Actor, creditId: Id | null) {
  if (creditId === null) return {};
  const card = await tx.card.findFirst({
    where: { householdId, creditId },
    select: { codeTail: true, redeemedOn: true, confirmedName: true },
  });
  // The end of a short code is shorter than what support asks for, and one with a dash no form takes.
  const codeEnd = card && CODE_END.test(card.codeTail.toUpperCase()) ? card.codeTail.toUpperCase() : "";
  return card ? { codeEnd, redeemedOn: card.redeemedOn, accountDetails: card.confirmedName } : {};
}

/** Opens a case about a balance or an account (R1, R93). It takes nothing back: that can't be done (R2). The answer is its id. */
export function openCase(actor: Actor, commandId: Id, { place, ...input }: OpenCase): Promise<Result<Id>> {
  return runCommand(actor, { id: commandId, name: "cases.open", roles: CASE_ROLES }, async (tx) => {
    const { storeName, ...where } = await placeOf(tx, actor, place);
    const id = newId();
    const known = await knownFromCard(tx, actor, where.creditId);
    await tx.supportCase.create({ data: { householdId: actor.householdId, id, openedById: actor.memberId, ...where, ...known, ...input } });
    await recordActivity(tx, actor, { action: "case.opened", subjectType: "case", subjectId: id, detail: { store: storeName } });
    return id;
  });
}

/** Writes down what the case knows; refuses when somebody changed it since `version` was seen. */
export function editFacts(
  actor: Actor,
  commandId: Id,
  caseId: Id,
  version: number,
  { redeemedOn, ...facts }: CaseFacts,
  clock: Clock,
): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.editFacts", roles: CASE_ROLES }, async (tx) => {
    const found = await lockOpenCase(tx, actor, caseId);
    if (found.version !== version) throw new Refusal("conflict");
    if (redeemedOn !== null && redeemedOn > today(actor, clock)) throw new Refusal("cases.day_ahead", { field: "redeemedOn" });
    await tx.supportCase.update({
      where: { householdId_id: { householdId: actor.householdId, id: caseId } },
      data: { ...facts, redeemedOn: redeemedOn === null ? null : dateFromDay(redeemedOn), version: version + 1 },
    });
    await recordActivity(tx, actor, {
      action: "case.changed",
      subjectType: "case",
      subjectId: caseId,
      detail: { store: found.storeName },
    });
    return null;
  });
}

/** Decides about one of the five options. They are decided in their order, so support comes fourth (R1, R29); a decision can be changed. */
export function chooseOption(
  actor: Actor,
  commandId: Id,
  caseId: Id,
  { option, choice }: { readonly option: Option; readonly choice: Choice },
): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.chooseOption", roles: CASE_ROLES }, async (tx) => {
    const { householdId } = actor;
    const found = await lockOpenCase(tx, actor, caseId);
    if (found.about !== "mistake" || !openOptions(await choicesOf(tx, householdId, caseId)).includes(option))
      throw new Refusal("cases.options_in_order");
    await tx.caseOption.upsert({
      where: { householdId_caseId_option: { householdId, caseId, option } },
      create: { householdId, caseId, option, choice },
      update: { choice },
    });
    return null;
  });
}

/** Ticks a document that is at hand, or takes the tick away (R35). */
export function tickDocument(
  actor: Actor,
  commandId: Id,
  caseId: Id,
  { document, done }: { readonly document: Document; readonly done: boolean },
): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.tickDocument", roles: CASE_ROLES }, async (tx) => {
    const { householdId } = actor;
    await lockOpenCase(tx, actor, caseId);
    if (done) await tx.caseDocument.createMany({ data: [{ householdId, caseId, document }], skipDuplicates: true });
    else await tx.caseDocument.deleteMany({ where: { householdId, caseId, document } });
    return null;
  });
}

/** Ticks one of the seven points for a balance, or takes the tick away (R40). */
export function tickPoint(
  actor: Actor,
  commandId: Id,
  creditId: Id,
  { point, done }: { readonly point: Point; readonly done: boolean },
): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.tickPoint", roles: CASE_ROLES }, async (tx) => {
    const { householdId } = actor;
    const known = await tx.credit.count({ where: { householdId, id: creditId } });
    if (known === 0) throw new Refusal("not_found");
    if (done) await tx.recoveryPoint.createMany({ data: [{ householdId, creditId, point }], skipDuplicates: true });
    else await tx.recoveryPoint.deleteMany({ where: { householdId, creditId, point } });
    return null;
  });
}

/** Sets the day to ask again, or none (R35). Reminders read it while the case is open. */
export function setFollowUp(actor: Actor, commandId: Id, caseId: Id, day: Day | null, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.setFollowUp", roles: CASE_ROLES }, async (tx) => {
    await mustHaveSupport(tx, actor, await lockOpenCase(tx, actor, caseId));
    if (day !== null && day < today(actor, clock)) throw new Refusal("cases.follow_up_past", { field: "followUpOn" });
    await tx.supportCase.update({
      where: { householdId_id: { householdId: actor.householdId, id: caseId } },
      data: { followUpOn: day === null ? null : dateFromDay(day) },
    });
    return null;
  });
}

/** The store took the redemption of a card back: so do the books, while nothing of it is spent or held (R5). */
async function reverseCard(tx: Tx, actor: Actor, { id: caseId, creditId }: LockedCase, on: Day): Promise<void> {
  if (creditId === null) return;
  const { householdId } = actor;
  const card = await tx.card.findFirst({ where: { householdId, creditId, status: "redeemed" }, select: { id: true } });
  if (!card) return;
  try {
    await reverseRedemption(tx, actor, { cardId: card.id, caseId, on });
  } catch (error) {
    if (error instanceof Refusal && error.failure.code === "credits.not_enough")
      throw new Refusal("cases.reversed_spent", { field: "outcome" });
    throw error;
  }
}

/**
 * Writes down how it ended (R34). Of all outcomes only a reversed redemption of a card moves the books, with the card
 * (R5); what came back otherwise, or was taken, is an entry that somebody makes on the balance's own page.
 */
export function endCase(
  actor: Actor,
  commandId: Id,
  caseId: Id,
  { outcome, outcomeOn, note }: CaseOutcome,
  clock: Clock,
): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.end", roles: CASE_ROLES }, async (tx) => {
    const found = await lockOpenCase(tx, actor, caseId);
    await mustHaveSupport(tx, actor, found);
    if (outcomeOn > today(actor, clock)) throw new Refusal("cases.day_ahead", { field: "outcomeOn" });
    await tx.supportCase.update({
      where: { householdId_id: { householdId: actor.householdId, id: caseId } },
      data: { outcome, outcomeOn: dateFromDay(outcomeOn), outcomeNote: note, followUpOn: null },
    });
    if (outcome === "reversed") await reverseCard(tx, actor, found, outcomeOn);
    await recordActivity(tx, actor, {
      action: "case.ended",
      subjectType: "case",
      subjectId: caseId,
      detail: { store: found.storeName, outcome },
    });
    return null;
  });
}

/** Opens an ended case again: support answered after all, or the outcome was a slip. Not one that reversed a card: that is done. */
export function reopenCase(actor: Actor, commandId: Id, caseId: Id): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.reopen", roles: CASE_ROLES }, async (tx) => {
    const found = await lockCase(tx, actor, caseId);
    if (found.outcome === null) throw new Refusal("cases.is_open");
    const reversed = await tx.card.count({ where: { householdId: actor.householdId, reversedByCaseId: caseId } });
    if (reversed > 0) throw new Refusal("cases.reversed_card");
    await tx.supportCase.update({
      where: { householdId_id: { householdId: actor.householdId, id: caseId } },
      data: { outcome: null, outcomeOn: null, outcomeNote: "" },
    });
    await recordActivity(tx, actor, {
      action: "case.reopened",
      subjectType: "case",
      subjectId: caseId,
      detail: { store: found.storeName },
    });
    return null;
  });
}

/**
 * Keeps that somebody means to deal with a third party: only with the sentence typed (R37) and a note of what they
 * found out (R39), and only once the four better options were decided (R36).
 */
export function noteThirdParty(actor: Actor, commandId: Id, caseId: Id, typed: TypedThirdParty, sentence: string): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cases.noteThirdParty", roles: CASE_ROLES }, async (tx) => {
    const { householdId } = actor;
    const found = await lockOpenCase(tx, actor, caseId);
    if (found.about !== "mistake" || !openOptions(await choicesOf(tx, householdId, caseId)).includes("third_party"))
      throw new Refusal("cases.options_in_order");
    const checked = checkThirdParty(typed, sentence);
    if (!checked.ok) throw new Refusal(checked.failure.code, checked.failure);
    await tx.caseThirdParty.create({ data: { householdId, id: newId(), caseId, memberId: actor.memberId, ...checked.value } });
    await recordActivity(tx, actor, {
      action: "case.third_party_noted",
      subjectType: "case",
      subjectId: caseId,
      detail: { store: found.storeName },
    });
    return null;
  });
}
