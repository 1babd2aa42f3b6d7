import { today, type Actor } from "@/lib/auth/actor";
import { openCredit } from "@/lib/credits/open";
import type { Terms } from "@/lib/credits/terms";
import type { Tx } from "@/lib/db/transaction";
import { ZERO } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { dateFromDay, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { runCommand } from "@/lib/outbox/command";
import { ADULTS } from "@/lib/stores/permission";
import { lockAccount } from "@/lib/stores/store";
import { maskedCode } from "./code";
import { lockCard, tellCard, type LockedCard } from "./store";

/** What the guard heard: what the card is for (R9), or why its questions were skipped (R7). */
export type Guard = { readonly kind: "item" | "plan"; readonly id: Id } | { readonly kind: "skipped"; readonly reason: string };

const OPEN_ITEMS = ["open", "checked"];
const OPEN_PLANS = ["draft", "proposed", "approved"];

async function purposeRow(tx: Tx, { householdId }: Actor, guard: Guard) {
  const none = { purposeItemId: null, purposePlanId: null, guardSkipped: "" };
  if (guard.kind === "skipped") return { ...none, guardSkipped: guard.reason };
  const { id } = guard;
  const found =
    guard.kind === "item"
      ? await tx.item.count({ where: { householdId, id, status: { in: OPEN_ITEMS } } })
      : await tx.plan.count({ where: { householdId, id, status: { in: OPEN_PLANS } } });
  if (found === 0) throw new Refusal("not_found", { field: "purpose" });
  return guard.kind === "item" ? { ...none, purposeItemId: id } : { ...none, purposePlanId: id };
}

/** What is known of the balance a card becomes: a gift card's, whose own terms nobody has read yet. */
function termsOf(card: LockedCard, holderId: Id, redeemedOn: Day): Terms {
  return {
    origin: "gift_card",
    label: card.label === "" ? maskedCode(card.codeTail) : card.label,
    availableFrom: redeemedOn,
    expiry: card.expiry,
    expiresOn: card.expiresOn,
    categories: null,
    excludedCategories: [],
    giftCards: "unclear",
    minimumOrderCents: ZERO,
    coversShipping: true,
    evidenceOrder: "",
    evidenceOn: redeemedOn,
    evidenceNote: "",
    intendedForId: card.forMemberId === holderId ? null : card.forMemberId,
  };
}

/**
 * Redeems a card on one named account of its store: it becomes a balance there, with its opening entry (R3), and never is a card again
 * (R5). The guard's answers are kept with it (R7-R9). The answer is the balance's id.
 */
export function redeemCard(
  actor: Actor,
  commandId: Id,
  cardId: Id,
  { accountId, guard }: { readonly accountId: Id; readonly guard: Guard },
  clock: Clock,
): Promise<Result<Id>> {
  return runCommand(actor, { id: commandId, name: "cards.redeem", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const card = await lockCard(tx, householdId, cardId);
    if (card.status !== "unredeemed") throw new Refusal(card.status === "redeemed" ? "cards.redeemed" : "cards.not_waiting");
    const now = today(actor, clock);
    if (card.expiresOn !== null && card.expiresOn < now) throw new Refusal("cards.expired");
    const account = await lockAccount(tx, householdId, accountId);
    if (account.storeId !== card.storeId) throw new Refusal("cards.other_store", { field: "account", values: { store: card.storeName } });
    if (account.status !== "active") throw new Refusal("cards.account_not_active", { field: "account" });
    const purpose = await purposeRow(tx, actor, guard);
    const holder = await tx.member.findUniqueOrThrow({
      where: { householdId_id: { householdId, id: account.memberId } },
      select: { name: true },
    });
    const creditId = await openCredit(tx, actor, {
      accountId,
      amountCents: card.amountCents,
      seenOn: now,
      terms: termsOf(card, account.memberId, now),
    });
    await tx.card.update({
      where: { householdId_id: { householdId, id: cardId } },
      data: {
        status: "redeemed",
        creditId,
        accountId,
        confirmedName: holder.name,
        ...purpose,
        redeemedOn: dateFromDay(now),
        redeemedById: actor.memberId,
        remindOn: null,
        version: card.version + 1,
      },
    });
    await tellCard(tx, actor, guard.kind === "skipped" ? "card.redeemed_unasked" : "card.redeemed", card, {
      name: holder.name,
      ...(guard.kind === "skipped" ? { reason: guard.reason } : {}),
    });
    return creditId;
  });
}
