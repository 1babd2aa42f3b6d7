import type { Cents } from "@/lib/kernel/cents";
import type { Change } from "./change";
import type { ItemFields } from "./item";
import type { ListChanges, ListItem } from "./queries";

/** JSON has no whole numbers of any size and no moments: amounts travel as text, moments as ISO 8601. */
type Wired<T> = T extends bigint
  ? string
  : T extends Date
    ? string
    : T extends string | number | boolean | null
      ? T
      : T extends readonly (infer Part)[]
        ? readonly Wired<Part>[]
        : { readonly [Key in keyof T]: Wired<T[Key]> };

export type WireItem = Wired<ListItem>;
export type WireChanges = Wired<ListChanges>;

function wiredCents(cents: Cents | null): string | null {
  return cents === null ? null : cents.toString();
}

function centsOf(text: string | null): Cents | null {
  return text === null ? null : (BigInt(text) as Cents);
}

type Amounts = Pick<ItemFields, "priceCents" | "worthCents" | "offers">;

/** Some or all fields of an item for JSON. */
export function toWire<T extends Partial<ItemFields>>(fields: T): Wired<T> {
  const { priceCents, worthCents, offers } = fields as Partial<Amounts>;
  return {
    ...fields,
    ...(priceCents === undefined ? {} : { priceCents: wiredCents(priceCents) }),
    ...(worthCents === undefined ? {} : { worthCents: wiredCents(worthCents) }),
    ...(offers === undefined
      ? {}
      : { offers: offers.map(({ storeId, unitPriceCents }) => ({ storeId, unitPriceCents: wiredCents(unitPriceCents) })) }),
  } as unknown as Wired<T>;
}

/** Back from JSON that {@link toWire} made. Only for what our own server or this device wrote; a request is read by a schema. */
export function fromWire<T extends Partial<ItemFields>>(wire: Wired<T>): T {
  const { priceCents, worthCents, offers } = wire as Partial<Wired<Amounts>>;
  return {
    ...wire,
    ...(priceCents === undefined ? {} : { priceCents: centsOf(priceCents) }),
    ...(worthCents === undefined ? {} : { worthCents: centsOf(worthCents) }),
    ...(offers === undefined
      ? {}
      : { offers: offers.map(({ storeId, unitPriceCents }) => ({ storeId, unitPriceCents: centsOf(unitPriceCents) })) }),
  } as unknown as T;
}

export function itemToWire(item: ListItem): WireItem {
  return { ...toWire(item), statusAt: item.statusAt?.toISOString() ?? null } as WireItem;
}

export function itemFromWire(wire: WireItem): ListItem {
  return { ...fromWire<ItemFields>(wire), statusAt: wire.statusAt === null ? null : new Date(wire.statusAt) } as ListItem;
}

export function changesToWire(changes: ListChanges): WireChanges {
  return { ...changes, items: changes.items.map(itemToWire) };
}

export function changesFromWire(wire: WireChanges): ListChanges {
  return { ...wire, items: wire.items.map(itemFromWire) };
}

export type WireChange = Wired<Change>;

export function changeToWire(change: Change): WireChange {
  if (change.kind === "add") return { ...change, fields: toWire(change.fields) } as WireChange;
  if (change.kind === "edit") return { ...change, set: toWire(change.set) } as WireChange;
  return change;
}

export function changeFromWire(wire: WireChange): Change {
  if (wire.kind === "add") return { ...wire, fields: fromWire<ItemFields>(wire.fields) };
  if (wire.kind === "edit") return { ...wire, set: fromWire<Partial<ItemFields>>(wire.set as Wired<Partial<ItemFields>>) };
  return wire;
}
