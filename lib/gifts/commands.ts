import { isAdult, today, type Actor } from "@/lib/auth/actor";
import { addCard } from "@/lib/cards/commands";
import type { Secret } from "@/lib/cards/seal";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { notKeptFrom } from "@/lib/households/surprise";
import { cents } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { dateFromDay } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { fail, Refusal, type Result } from "@/lib/kernel/result";
import { runCommand } from "@/lib/outbox/command";
import { writeGiftPlan } from "@/lib/plans/gift";
import { ADULTS } from "@/lib/stores/permission";
import type { NewGift } from "./form";
import { occasionsOf } from "./gift";
import { giftVerdict } from "./verdict";

/**
 * Makes a gift: the verdict first (R24), then a plan of its own that its holder approves like any other. NO refuses, VERIFY wants to be
 * confirmed. The answer is the plan.
 */
export function makeGift(actor: Actor, commandId: Id, input: NewGift, clock: Clock): Promise<Result<{ giftId: Id; planId: Id }>> {
  return runCommand(actor, { id: commandId, name: "gifts.make", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const now = today(actor, clock);
    const { thing, creditId, title, amountCents, format, occasion, giftOn, contactName, contactNote, recipientId } = input;
    if (giftOn < now) throw new Refusal("gifts.day_past", { field: "giftOn" });
    if (!occasionsOf(actor).includes(occasion)) throw new Refusal("choice", { field: "occasion" });
    await requireRecipient(tx, actor, recipientId);
    const answer = await giftVerdict(tx, actor, creditId, thing, now);
    if (!answer) throw new Refusal("not_found", { field: "credit" });
    if (answer.verdict.verdict === "NO") throw new Refusal("gifts.verdict_no", { field: "credit" });
    if (answer.verdict.verdict === "VERIFY" && !input.sure) throw new Refusal("gifts.not_sure", { field: "sure" });
    if (amountCents > answer.credit.freeCents) throw new Refusal("gifts.too_much", { field: "amount" });
    const hidden = input.hidden && recipientId !== null ? { fromId: recipientId, until: giftOn } : null;
    const category = thing === "thing" ? "other" : "gift_card";
    const buy = { title, category, amountCents, creditId, digital: format === "digital", hidden } as const;
    const planId = await writeGiftPlan(tx, actor, buy, clock);
    const giftId = newId();
    await tx.gift.create({
      data: {
        householdId,
        id: giftId,
        planId,
        giverId: actor.memberId,
        recipientId,
        contactName,
        contactNote,
        thing,
        title,
        format,
        occasion,
        giftOn: dateFromDay(giftOn),
        creditId,
      },
    });
    return { giftId, planId };
  });
}

async function requireRecipient(tx: Tx, { householdId, memberId }: Actor, recipientId: Id | null): Promise<void> {
  if (recipientId === null) return;
  if (recipientId === memberId) throw new Refusal("gifts.yourself", { field: "recipient" });
  if ((await tx.member.count({ where: { householdId, id: recipientId, status: "active" } })) === 0)
    throw new Refusal("not_found", { field: "recipient" });
}

/** Keeps the gift card that was bought, with its code, for whom it is and from which balance. The giver holds it. */
export async function keepBoughtCard(actor: Actor, commandId: Id, giftId: Id, secret: Secret): Promise<Result<Id>> {
  if (!isAdult(actor)) return fail("actor.not_allowed");
  const { householdId } = actor;
  const gift = await inHousehold(householdId, (tx) =>
    tx.gift.findFirst({
      where: { householdId, id: giftId, plan: notKeptFrom(actor), thing: { not: "thing" } },
      include: { credit: { select: { account: { select: { storeId: true } } } }, plan: { include: { cards: true, planLines: true } } },
    }),
  );
  const line = gift?.plan.planLines[0];
  if (!gift || !line) return fail("not_found");
  if (line.status !== "ordered") return fail("gifts.not_bought");
  if (gift.plan.cards.length > 0) return fail("gifts.has_card");
  return addCard(actor, commandId, {
    storeId: gift.credit.account.storeId,
    holderId: gift.giverId,
    amountCents: cents(line.goodsCents),
    secret,
    label: gift.title,
    expiry: "unknown",
    expiresOn: null,
    forMemberId: gift.recipientId,
    forOutside: gift.contactName,
    boughtWithId: gift.creditId,
    remindOn: null,
    giftPlanId: gift.planId,
  });
}

/** What the person likes to be given, for the others to read (R26). */
export function changeGiftWish(actor: Actor, commandId: Id, wish: string): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "gifts.wish" }, async (tx) => {
    const { householdId, memberId } = actor;
    await tx.member.update({ where: { householdId_id: { householdId, id: memberId } }, data: { giftWish: wish } });
    return null;
  });
}
