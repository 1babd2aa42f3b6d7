import type { Cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import { unitPriceOf, type ItemFields } from "./item";
import { partsFor } from "./parts";
import { costOf } from "./quantity";

/** What of a list is shown: everything, one store's, what no store is named for, or what can wait (R11). */
export type Shown =
  | { readonly kind: "all" }
  | { readonly kind: "store"; readonly storeId: Id }
  | { readonly kind: "anywhere" }
  | { readonly kind: "someday" };

export type Grouped = Pick<ItemFields, "priceCents" | "offers" | "priority" | "quantityMilli">;
export type Group<T> = {
  readonly key: string;
  readonly kind: "store" | "anywhere" | "someday";
  readonly storeId: Id | null;
  readonly items: readonly T[];
};

/** The store an item is looked for at: the list's own where it has it, else the cheapest known, else the first named. */
export function homeStore(item: Pick<ItemFields, "offers">, listStoreId: Id | null): Id | null {
  if (listStoreId !== null && item.offers.some(({ storeId }) => storeId === listStoreId)) return listStoreId;
  const priced = item.offers.filter((offer) => offer.unitPriceCents !== null);
  const cheapest = priced.reduce<(typeof priced)[number] | undefined>(
    (least, offer) => (least === undefined || (offer.unitPriceCents ?? 0n) < (least.unitPriceCents ?? 0n) ? offer : least),
    undefined,
  );
  return (cheapest ?? item.offers[0])?.storeId ?? null;
}

/** Items in the groups a list shows: one for each store in the stores' order, what can be had anywhere, and someday last. */
export function groupItems<T extends Grouped>(
  items: readonly T[],
  storeIds: readonly Id[],
  listStoreId: Id | null,
  shown: Shown,
): Group<T>[] {
  if (shown.kind === "store") {
    const own = items.filter(({ offers }) => offers.some(({ storeId }) => storeId === shown.storeId));
    return own.length === 0 ? [] : [{ key: shown.storeId, kind: "store", storeId: shown.storeId, items: own }];
  }
  const byKey = new Map<string, T[]>();
  for (const item of items) {
    const key = item.priority === 3 ? "someday" : (homeStore(item, listStoreId) ?? "anywhere");
    byKey.set(key, [...(byKey.get(key) ?? []), item]);
  }
  const groups: Group<T>[] = [
    ...storeIds.map((storeId) => ({ key: storeId, kind: "store" as const, storeId, items: byKey.get(storeId) ?? [] })),
    { key: "anywhere", kind: "anywhere", storeId: null, items: byKey.get("anywhere") ?? [] },
    { key: "someday", kind: "someday", storeId: null, items: byKey.get("someday") ?? [] },
  ];
  return groups.filter(({ kind, items: own }) => own.length > 0 && (shown.kind === "all" || kind === shown.kind));
}

/** True for what a member asked for and for what is for them. */
export function concerns(
  item: Pick<ItemFields, "forAll" | "parts"> & { readonly requesterId: Id },
  memberId: Id,
  activeMemberIds: readonly Id[],
): boolean {
  return item.requesterId === memberId || partsFor(item, activeMemberIds).some((part) => part.memberId === memberId);
}

/** What an item costs about, at a store or anywhere; null while no price is known. */
export function estimate(item: Grouped, storeId: Id | null): Cents | null {
  const unitPrice = unitPriceOf(item, storeId);
  return unitPrice === null ? null : costOf(unitPrice, item.quantityMilli);
}

/** What several cost together, and how many of them have no known price. */
export function estimateAll(items: readonly Grouped[], storeId: Id | null): { readonly cents: Cents; readonly unpriced: number } {
  const known = items.map((item) => estimate(item, storeId));
  return {
    cents: known.reduce<bigint>((sum, cost) => sum + (cost ?? 0n), 0n) as Cents,
    unpriced: known.filter((cost) => cost === null).length,
  };
}
