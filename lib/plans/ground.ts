import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { linesOf, samePlace, type Draft, type DraftLine, type DraftOrder } from "./draft";
import { priceAt } from "./assemble";
import { withinWindow } from "./request";
import { verdictOn, type VerdictReason } from "./terms";
import { availableCents, type World } from "./world";

/** Something a plan stands on that isn't so any more. Messages `plans.ground.<code>`. */
export type LostGround =
  | {
      readonly code: "item_removed" | "item_checked" | "item_bought" | "item_changed" | "item_taken" | "item_late";
      readonly lineId: Id;
      readonly name: string;
    }
  | { readonly code: "credit_gone"; readonly creditId: Id; readonly reason: VerdictReason }
  | { readonly code: "credit_less"; readonly creditId: Id; readonly neededCents: bigint; readonly availableCents: bigint }
  | { readonly code: "account_suspended" | "account_closed" | "holder_gone"; readonly accountId: Id }
  | { readonly code: "date_past"; readonly accountId: Id; readonly on: Day };

/**
 * What a plan has lost since it was made, for the orders that are still to be placed. `held`: its own holds are in
 * place, so what other plans hold no longer matters to it.
 */
export function lostGround(world: World, draft: Draft, held: boolean): LostGround[] {
  return [...draft.orders.flatMap((order) => lostByOrder(world, draft, order)), ...lostByCredits(world, draft, held)];
}

function lostByOrder(world: World, draft: Draft, order: DraftOrder): LostGround[] {
  const account = world.accounts.get(order.accountId);
  const lost: LostGround[] = [];
  if (!account || account.status === "closed") lost.push({ code: "account_closed", accountId: order.accountId });
  else if (account.status === "suspended") lost.push({ code: "account_suspended", accountId: order.accountId });
  if (account && world.members.get(account.memberId)?.active !== true) lost.push({ code: "holder_gone", accountId: order.accountId });
  if (order.on < world.today) lost.push({ code: "date_past", accountId: order.accountId, on: order.on });
  return [...lost, ...linesOf(draft, order).flatMap((line) => lostByItem(world, line, order))];
}

function lostByItem(world: World, line: DraftLine, order: DraftOrder): LostGround[] {
  const item = world.items.get(line.itemId);
  const lose = (code: "item_removed" | "item_checked" | "item_bought" | "item_changed" | "item_taken" | "item_late"): LostGround[] => [
    { code, lineId: line.id, name: line.name },
  ];
  if (!item || item.status === "removed") return lose("item_removed");
  if (item.status === "checked") return lose("item_checked");
  if (item.status === "bought") return lose("item_bought");
  if (item.otherPlanId !== null) return lose("item_taken");
  if (!withinWindow(item, order.on)) return lose("item_late");
  const price = priceAt(world, item, order, line.quantityMilli);
  const enough = item.need === "must" ? item.quantityMilli === line.quantityMilli : item.quantityMilli >= line.quantityMilli;
  const same = enough && item.category === line.category && price?.amountCents === line.amountCents && price.goodsCents === line.goodsCents;
  if (!same || (item.version !== line.itemVersion && !sameParts(item.parts, line.parts))) return lose("item_changed");
  return [];
}

function sameParts(a: DraftLine["parts"], b: DraftLine["parts"]): boolean {
  const total = (parts: DraftLine["parts"]) => parts.reduce((sum, part) => sum + part.parts, 0);
  const [wholeA, wholeB] = [total(a), total(b)];
  return (
    a.length === b.length &&
    a.every((part) => b.some((other) => other.memberId === part.memberId && other.parts * wholeA === part.parts * wholeB))
  );
}

function lostByCredits(world: World, draft: Draft, held: boolean): LostGround[] {
  const used = [...new Set(draft.payments.flatMap((payment) => (payment.creditId === null ? [] : [payment.creditId])))];
  return used.flatMap((creditId): LostGround[] => {
    const credit = world.credits.get(creditId);
    if (!credit) return [{ code: "credit_gone", creditId, reason: "closed" }];
    for (const payment of draft.payments) {
      if (payment.creditId !== creditId) continue;
      const order = draft.orders.find((candidate) => candidate.id === payment.orderId);
      const line = draft.lines.find((candidate) => candidate.id === payment.lineId);
      if (!order || (payment.lineId !== null && !samePlace(line?.place ?? null, order))) continue;
      const { verdict, reason } = verdictOn(credit, line?.category ?? null, { ...order, lines: linesOf(draft, order) });
      if (verdict === "no") return [{ code: "credit_gone", creditId, reason }];
    }
    const neededCents = draft.payments.reduce((sum, payment) => (payment.creditId === creditId ? sum + payment.cents : sum), 0n);
    const available = availableCents(credit);
    return !held && available < neededCents ? [{ code: "credit_less", creditId, neededCents, availableCents: available }] : [];
  });
}
