import type { Actor } from "@/lib/auth/actor";
import type { Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { ok, Refusal, type Result } from "@/lib/kernel/result";
import { runCommand } from "@/lib/outbox/command";
import { ADULTS } from "@/lib/stores/permission";
import { mayReveal, REVEALS_PER_HOUR } from "./card";
import { keyRing } from "./key-ring";
import { unseal, type Secret } from "./seal";
import { lockCard, tellCard } from "./store";

const HOUR = 3_600_000;

/**
 * The code and PIN of a card, for who may see them. Each look is written down in the same transaction, and a person gets
 * {@link REVEALS_PER_HOUR} of them. Every look is a command of its own, and the secret never is a command's answer: answers are stored.
 */
export async function revealCard(actor: Actor, cardId: Id, clock: Clock): Promise<Result<Secret>> {
  let secret: Secret = { code: "", pin: "" };
  const looked = await runCommand(actor, { id: newId(), name: "cards.reveal", roles: ADULTS }, async (tx) => {
    const { householdId, memberId } = actor;
    // Of two looks at the same moment, the second counts the first.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`reveal ${memberId}`}, 0))`;
    const card = await lockCard(tx, householdId, cardId);
    if (!mayReveal(actor, card.holder)) throw new Refusal("cards.not_yours");
    const since = new Date(clock.now().getTime() - HOUR);
    const looks = await tx.activity.count({ where: { householdId, memberId, action: "card.revealed", at: { gt: since } } });
    if (looks >= REVEALS_PER_HOUR) throw new Refusal("cards.reveal_wait");
    await tellCard(tx, actor, "card.revealed", card);
    // The row is locked, so a rotation can't have taken its key away: the ring is read after it.
    secret = unseal(keyRing(), { householdId, cardId }, card);
    return null;
  });
  return looked.ok ? ok(secret) : looked;
}
