import { add, ZERO, type Cents } from "@/lib/kernel/cents";
import type { OrderLine, StoredOrder } from "@/lib/orders/locked-order";

/** The lines that are still to be bought, or were. */
export function livingLines(order: StoredOrder): OrderLine[] {
  return order.lines.filter((line) => line.status === "planned" || line.actualCents !== null);
}

/** What the order is expected to come to. */
export function plannedTotal(order: StoredOrder): Cents {
  return add(order.shippingCents, ...livingLines(order).map((line) => line.amountCents));
}

/** The estimated sales tax within {@link plannedTotal}. */
export function plannedTax(order: StoredOrder): Cents {
  return add(ZERO, ...livingLines(order).map((line) => line.taxCents));
}
