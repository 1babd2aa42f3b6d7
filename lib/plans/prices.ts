import { estimateTax } from "@/lib/stores/tax";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import type { WorldItem, WorldStore } from "./world";

/** What a line costs before and with its estimated sales tax (rounded per line). */
export type LinePrice = {
  readonly unitPriceCents: Cents;
  readonly goodsCents: Cents;
  readonly taxCents: Cents;
  readonly amountCents: Cents;
};

/** No single line may cost more than the planner can count: ten thousand million in a currency with two digits. */
const MOST_PER_LINE = 1_000_000_000_000n;

/**
 * Where the item can be bought and what one unit costs there. Offers decide, at their price or the item's own. Without
 * any, the item's price counts at the running list's store, or, on a list that belongs to no store, everywhere.
 */
export function offersOf(item: WorldItem, stores: ReadonlyMap<Id, WorldStore>): { storeId: Id; unitPriceCents: Cents }[] {
  const open = (storeId: Id) => stores.get(storeId)?.archived === false;
  const priced = (storeId: Id, price: Cents | null) =>
    price !== null && affordable(item, price) ? [{ storeId, unitPriceCents: price }] : [];
  const offered = item.offers.filter((offer) => open(offer.storeId));
  if (offered.length > 0) return offered.flatMap((offer) => priced(offer.storeId, offer.unitPriceCents ?? item.priceCents));
  if (item.listStoreId !== null && open(item.listStoreId)) return priced(item.listStoreId, item.priceCents);
  return [...stores.values()].filter((store) => !store.archived).flatMap((store) => priced(store.id, item.priceCents));
}

function affordable(item: WorldItem, unitPrice: Cents): boolean {
  return (unitPrice * BigInt(item.quantityMilli)) / 1000n < MOST_PER_LINE / 2n;
}

/** True when units can be bought one by one: optional, and a whole number of them. */
export function boughtByUnit(item: WorldItem): boolean {
  return item.need === "optional" && item.quantityMilli % 1000 === 0;
}

/** What so much of the item costs at the store. Units bought one by one are taxed one by one, so that any number adds up. */
export function linePrice(item: WorldItem, store: WorldStore, unitPriceCents: Cents, quantityMilli: number): LinePrice {
  const rate = store.taxPpm.get(item.category) ?? 0;
  if (boughtByUnit(item)) {
    const units = BigInt(quantityMilli / 1000);
    return added(unitPriceCents, cents(unitPriceCents * units), cents(estimateTax(unitPriceCents, rate) * units));
  }
  const goods = cents((unitPriceCents * BigInt(quantityMilli) + 500n) / 1000n);
  return added(unitPriceCents, goods, estimateTax(goods, rate));
}

function added(unitPriceCents: Cents, goodsCents: Cents, taxCents: Cents): LinePrice {
  return { unitPriceCents, goodsCents, taxCents, amountCents: cents(goodsCents + taxCents) };
}

/** What shipping costs for an order of that subtotal. */
export function shippingCents(store: WorldStore, subtotalCents: Cents): Cents {
  const free = store.freeShippingFromCents;
  return free !== null && subtotalCents >= free ? cents(0n) : store.shippingFeeCents;
}
