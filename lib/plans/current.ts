import type { PlanResult } from "@/lib/planner/contract";
import { toNumber } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import { linesOf, type Draft, type DraftLine } from "./draft";
import { boughtByUnit } from "./prices";
import type { WorldItem } from "./world";

/** A draft in the planner's form, as a plan to stay close to: which lines stand in which orders. Who pays isn't in it. */
export function asCurrent(draft: Draft, items: ReadonlyMap<Id, WorldItem>): PlanResult {
  const orders = draft.orders.flatMap((order) => {
    const lines = mergedLines(linesOf(draft, order), items);
    if (lines.length === 0) return [];
    const subtotalCents = lines.reduce((sum, line) => sum + line.amountCents, 0);
    const shippingCents = toNumber(order.shippingCents);
    return [
      {
        account: order.accountId,
        date: order.on,
        lines,
        subtotalCents,
        shippingCents,
        shippingPayments: [],
        cashCents: subtotalCents + shippingCents,
      },
    ];
  });
  return {
    format: "commonpurse.plan/1",
    status: "feasible",
    gapCents: 0,
    orders,
    unmet: [],
    leftOut: [],
    credits: [],
    metrics: {
      unmet: 0,
      costMilliCents: 0,
      cashCents: orders.reduce((sum, order) => sum + order.cashCents, 0),
      shippingCents: orders.reduce((sum, order) => sum + order.shippingCents, 0),
      orders: orders.length,
      fairnessCents: 0,
      creditUsedCents: 0,
      lostCents: 0,
    },
  };
}

/** One line an item: moving by hand can bring two parts of an optional item into one order. */
function mergedLines(lines: readonly DraftLine[], items: ReadonlyMap<Id, WorldItem>): PlanResult["orders"][number]["lines"] {
  return [...new Set(lines.map((line) => line.itemId))].map((itemId) => {
    const parts = lines.filter((line) => line.itemId === itemId);
    const item = items.get(itemId);
    const milli = parts.reduce((sum, line) => sum + line.quantityMilli, 0);
    const amountCents = parts.reduce((sum, line) => sum + toNumber(line.amountCents), 0);
    const quantity = item && boughtByUnit(item) ? Math.max(1, Math.floor(milli / 1000)) : 1;
    return { item: itemId, quantity, amountCents, payments: [], cashCents: amountCents, why: [] };
  });
}
