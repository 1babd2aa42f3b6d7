import { today, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import { dateFromDay, type Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { runCommand } from "@/lib/outbox/command";
import { ADULTS } from "@/lib/stores/permission";
import { lockStore } from "@/lib/stores/store";
import { mayBecome, type HandStatus } from "./card";
import { codeTail, sameCode } from "./code";
import type { CardFacts, NewCard } from "./form";
import { keyRing } from "./key-ring";
import { seal, unseal, type Secret } from "./seal";
import { keepKeys, lockCard, tellCard } from "./store";

async function checkPeople(tx: Tx, { householdId }: Actor, { forMemberId, boughtWithId }: CardFacts): Promise<void> {
  if (forMemberId !== null && (await tx.member.count({ where: { householdId, id: forMemberId, status: "active" } })) === 0)
    throw new Refusal("not_found", { field: "forMember" });
  if (boughtWithId !== null && (await tx.credit.count({ where: { householdId, id: boughtWithId } })) === 0)
    throw new Refusal("not_found", { field: "boughtWith" });
}

/** A code typed or scanned twice is one card; the store's row is locked, so two at the same moment take turns. */
async function refuseTwice(tx: Tx, { householdId }: Actor, storeId: Id, { code }: Secret): Promise<void> {
  const ring = keyRing();
  const cards = await tx.card.findMany({ where: { householdId, storeId }, select: { id: true, sealed: true, keyVersion: true } });
  const known = cards.some((card) => sameCode(unseal(ring, { householdId, cardId: card.id }, card).code, code));
  if (known) throw new Refusal("cards.known", { field: "codeSecret" });
}

function factsRow({ expiresOn, ...facts }: CardFacts) {
  return { ...facts, expiresOn: expiresOn === null ? null : dateFromDay(expiresOn) };
}

/** Keeps a card that isn't redeemed yet; its code and PIN are encrypted before they are written. The answer is its id. */
export function addCard(actor: Actor, commandId: Id, input: NewCard): Promise<Result<Id>> {
  return runCommand(actor, { id: commandId, name: "cards.add", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const { storeId, holderId, amountCents, secret, remindOn, giftPlanId = null, ...facts } = input;
    const store = await lockStore(tx, householdId, storeId);
    if (store.archived) throw new Refusal("stores.archived", { field: "store" });
    if ((await tx.member.count({ where: { householdId, id: holderId, status: "active" } })) === 0)
      throw new Refusal("not_found", { field: "holder" });
    await checkPeople(tx, actor, facts);
    await keepKeys(tx);
    await refuseTwice(tx, actor, storeId, secret);
    const id = newId();
    const tail = codeTail(secret.code);
    await tx.card.create({
      data: {
        householdId,
        id,
        storeId,
        holderId,
        amountCents,
        ...seal(keyRing(), { householdId, cardId: id }, secret),
        codeTail: tail,
        hasPin: secret.pin !== "",
        ...factsRow(facts),
        remindOn: remindOn === null ? null : dateFromDay(remindOn),
        purposePlanId: giftPlanId,
        createdById: actor.memberId,
      },
    });
    await tellCard(tx, actor, "card.added", { id, storeName: store.name, amountCents, codeTail: tail });
    return id;
  });
}

/** Changes what is known of a card besides its code and amount; refuses when somebody changed it since `version` was seen. */
export function editCard(actor: Actor, commandId: Id, cardId: Id, version: number, facts: CardFacts): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cards.edit", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const card = await lockCard(tx, householdId, cardId);
    if (card.version !== version) throw new Refusal("conflict");
    await checkPeople(tx, actor, facts);
    await tx.card.update({ where: { householdId_id: { householdId, id: cardId } }, data: { ...factsRow(facts), version: version + 1 } });
    await tellCard(tx, actor, "card.changed", card);
    return null;
  });
}

/** Leaves a card unredeemed for want of a purpose, and says when to think of it again (R9). */
export function keepCard(actor: Actor, commandId: Id, cardId: Id, remindOn: Day, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cards.keep", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const card = await lockCard(tx, householdId, cardId);
    if (card.status !== "unredeemed") throw new Refusal("cards.not_waiting");
    if (remindOn <= today(actor, clock)) throw new Refusal("cards.remind_ahead", { field: "remindOn" });
    await tx.card.update({
      where: { householdId_id: { householdId, id: cardId } },
      data: { remindOn: dateFromDay(remindOn), version: card.version + 1 },
    });
    await tellCard(tx, actor, "card.kept", card, { remindDay: remindOn });
    return null;
  });
}

/** Says that a card was given away or reported to the store, or is here again. A redeemed one stays redeemed (R5). */
export function markCard(
  actor: Actor,
  commandId: Id,
  cardId: Id,
  { status, note }: { readonly status: HandStatus; readonly note: string },
  clock: Clock,
): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "cards.mark", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const card = await lockCard(tx, householdId, cardId);
    if (!mayBecome(card.status, status)) throw new Refusal(card.status === "redeemed" ? "cards.redeemed" : "conflict");
    await tx.card.update({
      where: { householdId_id: { householdId, id: cardId } },
      data: { status, statusNote: note, statusOn: dateFromDay(today(actor, clock)), remindOn: null, version: card.version + 1 },
    });
    await tellCard(tx, actor, `card.${status === "unredeemed" ? "back" : status}`, card);
    return null;
  });
}
