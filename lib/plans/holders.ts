import type { Cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import type { Draft } from "./draft";
import type { World } from "./world";

/** Whose accounts the plan orders from, and so whose balances it uses: they decide (R23). */
export function holdersOf(world: World, draft: Draft): Id[] {
  return [...new Set(draft.orders.flatMap((order) => world.accounts.get(order.accountId)?.memberId ?? []))];
}

/** What is to be held, by order and credit, in the order of the credits' ids. */
export function holdsOf(draft: Draft): { orderId: Id; creditId: Id; cents: Cents }[] {
  const sums = new Map<string, { orderId: Id; creditId: Id; cents: Cents }>();
  for (const { orderId, creditId, cents } of draft.payments) {
    if (creditId === null) continue;
    const key = `${creditId} ${orderId}`;
    sums.set(key, { orderId, creditId, cents: ((sums.get(key)?.cents ?? 0n) + cents) as Cents });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, hold]) => hold);
}

/** Only the holder decides; for a member without sign-in, any adult. */
export function mayDecideFor(world: World, memberId: Id, holderId: Id): boolean {
  if (memberId === holderId) return true;
  const [member, holder] = [world.members.get(memberId), world.members.get(holderId)];
  return member !== undefined && member.role !== "child" && holder?.signsIn === false;
}
