import type { PlanCredit, PlanItem, PlanOrder } from "./contract";
import { creditAllows, isLent, type Problem } from "./problem";

/** A finished plan as the reasons look at it. */
export type PlanView = { readonly problem: Problem; readonly orders: readonly PlanOrder[]; readonly left: ReadonlyMap<string, number> };

/** What of an order adds up towards the credit's minimum, in cents. */
export function eligibleCents({ problem }: PlanView, order: PlanOrder, credit: PlanCredit): number {
  return order.lines.reduce(
    (sum, line) => sum + (creditAllows(credit, itemOf(problem.items, line.item).category) ? line.amountCents : 0),
    0,
  );
}

export function itemOf(items: readonly PlanItem[], id: string): PlanItem {
  const item = items.find((entry) => entry.id === id);
  if (!item) throw new Error(`the plan has an item the request doesn't: ${id}`);
  return item;
}

export function ownerOf({ problem }: PlanView, accountId: string): string {
  return problem.request.accounts.find((account) => account.id === accountId)?.owner ?? "";
}

export function storeOf({ problem }: PlanView, accountId: string): string {
  return problem.request.accounts.find((account) => account.id === accountId)?.store ?? "";
}

/** What the member still may lend, in cents; Infinity without a cap. */
export function lendableCents(view: PlanView, member: string): number {
  const cap = view.problem.request.lendingCapsCents[member];
  if (cap === undefined) return Infinity;
  let lent = 0;
  for (const order of view.orders) {
    if (ownerOf(view, order.account) !== member) continue;
    for (const line of order.lines) {
      if (isLent(itemOf(view.problem.items, line.item), member)) lent += line.payments.reduce((sum, payment) => sum + payment.cents, 0);
    }
  }
  return cap - lent;
}

/** Cash still free on `date`: what can be spent then without breaking its budget or a later one. */
export function freeCashCents(view: PlanView, date: string): number {
  let free = Infinity;
  for (const { from, cumulativeCents } of view.problem.request.cashBudgetCents) {
    if (from < date) continue;
    const spent = view.orders.reduce((sum, order) => sum + (order.date <= from ? order.cashCents : 0), 0);
    free = Math.min(free, cumulativeCents - spent);
  }
  return free;
}
