import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { Category } from "@/lib/stores/category";
import type { MemberPart } from "./parts";

export const NEEDS = ["must", "optional"] as const;
export type Need = (typeof NEEDS)[number];

/** 1 essential, 2 household, 3 someday; plans take them in that order (R11). */
export const PRIORITIES = [1, 2, 3] as const;
export type Priority = (typeof PRIORITIES)[number];

export const STATUSES = ["open", "checked", "bought", "removed"] as const;
export type ItemStatus = (typeof STATUSES)[number];

/** Where an item can be had. No price: it costs there what the item costs anywhere, if that is known. */
export type Offer = { readonly storeId: Id; readonly unitPriceCents: Cents | null };

/** What a person says about an item. */
export type ItemFields = {
  readonly name: string;
  /** Thousandths of `unit`. */
  readonly quantityMilli: number;
  readonly unit: string;
  /** Of one unit, where no offer says otherwise. */
  readonly priceCents: Cents | null;
  readonly offers: readonly Offer[];
  readonly category: Category;
  readonly need: Need;
  /** What one unit of an optional item is worth; null for a must. */
  readonly worthCents: Cents | null;
  readonly priority: Priority;
  readonly notBefore: Day | null;
  readonly neededBy: Day | null;
  readonly forAll: boolean;
  readonly parts: readonly MemberPart[];
  readonly note: string;
  readonly link: string | null;
};

/** An item nobody has said anything about yet. */
export const BLANK_ITEM: ItemFields = {
  name: "",
  quantityMilli: 1000,
  unit: "",
  priceCents: null,
  offers: [],
  category: "other",
  need: "must",
  worthCents: null,
  priority: 2,
  notBefore: null,
  neededBy: null,
  forAll: false,
  parts: [],
  note: "",
  link: null,
};

/** The price of one unit to reckon with: at the store asked about, else the lowest known, else the item's own. */
export function unitPriceOf(item: Pick<ItemFields, "priceCents" | "offers">, storeId: Id | null = null): Cents | null {
  const there = item.offers.find((offer) => offer.storeId === storeId);
  if (there) return there.unitPriceCents ?? item.priceCents;
  const known = item.offers.flatMap((offer) => offer.unitPriceCents ?? []);
  return known.length > 0 ? known.reduce((least, price) => (price < least ? price : least)) : item.priceCents;
}

/** An optional item without a word on its worth is worth its price; without a price, nothing, so only a free one is taken. */
export function worthOf(need: Need, worth: Cents | null, price: Cents | null): Cents | null {
  return need === "must" ? null : (worth ?? price ?? (0n as Cents));
}
