import { isAdult, type Actor } from "@/lib/auth/actor";
import type { Id } from "@/lib/kernel/id";

/** A card waits, became a balance (for good, R5), was handed to somebody, or was reported to the store as lost or not working. */
export const CARD_STATUSES = ["unredeemed", "redeemed", "given", "reported"] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** What people may say of a card by hand. Only the redeem guard makes it redeemed, and only a case takes that back (R5, R7). */
export const HAND_STATUSES = ["unredeemed", "given", "reported"] as const;
export type HandStatus = (typeof HAND_STATUSES)[number];

/** Whether a card may go from one status to the other by hand: redeemed is the end (R5). */
export function mayBecome(from: CardStatus, to: HandStatus): boolean {
  return from !== "redeemed" && from !== to && (from === "unredeemed" || to === "unredeemed");
}

export type CardHolder = { readonly id: Id; readonly signsIn: boolean; readonly active: boolean; readonly child: boolean };

/** Who may see the code: its holder; where the holder is a child, has no sign-in or has gone, the adults. Children never. */
export function mayReveal(actor: Pick<Actor, "role" | "memberId">, holder: CardHolder): boolean {
  if (actor.role === "child") return false;
  return actor.memberId === holder.id || !holder.signsIn || !holder.active || holder.child;
}

/** Cards are kept by the adults. */
export function mayKeepCards(actor: Actor): boolean {
  return isAdult(actor);
}

/** How many codes one person may look at within an hour. */
export const REVEALS_PER_HOUR = 10;
