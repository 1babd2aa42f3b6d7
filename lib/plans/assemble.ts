import type { PlanResult } from "@/lib/planner/contract";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { samePlace, settleDraft, type Draft, type DraftLine, type DraftOrder, type Place } from "./draft";
import { explainAgain } from "./explain";
import { boughtByUnit, linePrice, offersOf, type LinePrice } from "./prices";
import { fromPlanner, own, type Reason } from "./reason";
import type { Payment } from "./repay";
import type { Asked } from "./request";
import type { World, WorldItem } from "./world";

/** Lines decided by hand, by item: planning again keeps them. */
export type Kept = ReadonlyMap<Id, DraftLine>;

/**
 * The draft that the planner's answer describes. Payments are the planner's own, to the cent, unless a credit or cash
 * was chosen by hand for a line: then everything is paid again around that choice.
 */
export function assembleDraft(world: World, asked: Asked, result: PlanResult, kept: Kept, horizonDays: number, makeId: () => Id): Draft {
  const lines: DraftLine[] = [];
  const orders: DraftOrder[] = [];
  const payments: Payment[] = [];
  for (const planned of result.orders) {
    const account = present(world.accounts.get(planned.account), "account of a planned order");
    const place: Place = { accountId: account.id, on: day(planned.date) };
    const orderId = makeId();
    orders.push({ ...place, id: orderId, shippingCents: cents(planned.shippingCents), cashPayerId: account.memberId });
    for (const line of planned.lines) {
      const item = present(world.items.get(line.item), "item of a planned line");
      const before = kept.get(item.id);
      const pinned = before?.pinned === true && samePlace(before.place, place);
      const quantityMilli = pinned && before ? before.quantityMilli : boughtByUnit(item) ? line.quantity * 1000 : item.quantityMilli;
      const made = lineFor(world, item, place, { id: makeId(), quantityMilli, why: fromPlanner(line.why), pinned });
      lines.push(before && pinned ? { ...made, payWith: before.payWith, chosenCreditId: before.chosenCreditId } : made);
      for (const payment of line.payments)
        payments.push({ orderId, lineId: made.id, creditId: payment.credit, cents: cents(payment.cents) });
      if (line.cashCents > 0) payments.push({ orderId, lineId: made.id, creditId: null, cents: cents(line.cashCents) });
    }
    for (const payment of planned.shippingPayments)
      payments.push({ orderId, lineId: null, creditId: payment.credit, cents: cents(payment.cents) });
    const shippingCash = planned.shippingCents - planned.shippingPayments.reduce((sum, payment) => sum + payment.cents, 0);
    if (shippingCash > 0) payments.push({ orderId, lineId: null, creditId: null, cents: cents(shippingCash) });
  }
  for (const left of [...result.unmet, ...result.leftOut]) {
    const item = present(world.items.get(left.item), "item left out");
    const why = asked.noAccount.includes(item.id) ? [own("no_account")] : fromPlanner(left.why);
    lines.push(lineFor(world, item, null, { id: makeId(), quantityMilli: item.quantityMilli, why, pinned: false }));
  }
  for (const line of kept.values()) {
    const item = world.items.get(line.itemId);
    if (
      line.place !== null ||
      !line.pinned ||
      item?.status !== "open" ||
      item.otherPlanId !== null ||
      offersOf(item, world.stores).length === 0
    )
      continue;
    lines.push(lineFor(world, item, null, { id: makeId(), quantityMilli: item.quantityMilli, why: [own("taken_out")], pinned: true }));
  }
  const planned: Draft = { orders, lines: lines.map((line) => ({ ...line, payWith: "auto", chosenCreditId: null })), payments };
  if (lines.every((line) => line.payWith === "auto")) return planned;
  return explainAgain(world, planned, settleDraft(world, lines, orders, horizonDays, makeId), horizonDays, null);
}

/** A line for so much of the item, priced where it is bought; left out, at what it costs at the cheapest. */
export function lineFor(
  world: World,
  item: WorldItem,
  place: Place | null,
  more: { readonly id: Id; readonly quantityMilli: number; readonly why: readonly Reason[]; readonly pinned: boolean },
): DraftLine {
  return {
    ...more,
    ...present(priceAt(world, item, place, more.quantityMilli), "price of a planned line"),
    itemId: item.id,
    itemVersion: item.version,
    name: item.name,
    category: item.category,
    unit: item.unit,
    requesterId: item.requesterId,
    parts: item.parts,
    place,
    payWith: "auto",
    chosenCreditId: null,
  };
}

/** What so much of the item costs there, or at the cheapest store when it isn't bought; null when it isn't sold there. */
export function priceAt(world: World, item: WorldItem, place: Place | null, quantityMilli: number): LinePrice | null {
  const storeId = place && world.accounts.get(place.accountId)?.storeId;
  const prices = offersOf(item, world.stores).flatMap((offer) => {
    const store = world.stores.get(offer.storeId);
    if (!store || (place && store.id !== storeId)) return [];
    return [linePrice(item, store, offer.unitPriceCents, quantityMilli)];
  });
  return prices.reduce<LinePrice | null>((best, price) => (best === null || price.amountCents < best.amountCents ? price : best), null);
}
