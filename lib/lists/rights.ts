import { isAdult, type Actor } from "@/lib/auth/actor";
import type { Id } from "@/lib/kernel/id";

/** Adults edit and remove anything on a list; children what they asked for themselves. Ticking is for everybody. */
export function mayEditItem(actor: Actor, item: { readonly requesterId: Id }): boolean {
  return isAdult(actor) || item.requesterId === actor.memberId;
}

/** Who may stand as the one who asked: children speak for themselves only. */
export function mayAskAs(actor: Actor, requesterId: Id): boolean {
  return isAdult(actor) || requesterId === actor.memberId;
}
