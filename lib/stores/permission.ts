import { isAdult, seesBalances, type Actor, type Role } from "@/lib/auth/actor";
import type { Id } from "@/lib/kernel/id";

export const ADULTS: readonly Role[] = ["owner", "adult"];

/**
 * Who may keep a member's store accounts and what is on them: every adult, and the member. A child who may not see
 * balances keeps none.
 */
export function mayKeepAccountsOf(actor: Actor, memberId: Id): boolean {
  return isAdult(actor) || (seesBalances(actor) && actor.memberId === memberId);
}
