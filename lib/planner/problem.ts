import { addDays, day } from "@/lib/kernel/day";
import type { PlanCredit, PlanItem, PlanRequest } from "./contract";

/** A possible order: one account on one date, with the credits live there. */
export type Slot = {
  readonly account: string;
  readonly owner: string;
  readonly store: string;
  readonly date: string;
  readonly dateIndex: number;
  readonly feeCents: number;
  readonly freeFromCents: number;
  /** Indices into `Problem.credits`. */
  readonly credits: readonly number[];
};

/** Items of one order that the same credits may pay and that count alike as lending. */
export type PayClass = { readonly credits: readonly number[]; readonly lent: boolean };

/** One item in one possible order. */
export type Option = { readonly item: number; readonly slot: number; readonly priceCents: number; readonly payClass: number | null };

/** The request with every rule that needs no decision already applied. */
export type Problem = {
  readonly request: PlanRequest;
  readonly items: readonly PlanItem[];
  readonly credits: readonly PlanCredit[];
  /** What each credit can still pay, and what a cent of it saves against cash, in thousandths of a cent. */
  readonly available: readonly number[];
  readonly savingMilli: readonly number[];
  readonly slots: readonly Slot[];
  /** The pay classes of each slot. */
  readonly classes: readonly (readonly PayClass[])[];
  readonly options: readonly Option[];
  readonly optionsOfItem: readonly (readonly number[])[];
  readonly optionsOfSlot: readonly (readonly number[])[];
};

/** Whether the credit may pay items of that category (R37: gift cards only when it says so). */
export function creditAllows(credit: PlanCredit, category: string): boolean {
  if (category === "gift_card" && credit.giftCards !== "yes") return false;
  if (credit.excludedCategories.includes(category)) return false;
  return credit.categories === null || credit.categories.includes(category);
}

export function isExpiring(request: PlanRequest, credit: PlanCredit): boolean {
  return credit.expiresOn !== null && credit.expiresOn <= addDays(day(request.today), request.horizonDays);
}

/** What an unused cent of the credit is worth later, in thousandths. */
export function retentionOf(request: PlanRequest, credit: PlanCredit): number {
  if (credit.retentionPermille !== undefined) return credit.retentionPermille;
  if (isExpiring(request, credit)) return 0;
  if (credit.categories !== null) return 850;
  if (credit.expiresOn !== null) return 900;
  return credit.giftCards === "yes" ? 970 : 950;
}

export function isLive(credit: PlanCredit, date: string): boolean {
  return credit.availableFrom <= date && (credit.expiresOn === null || date <= credit.expiresOn);
}

/** Whether an item ordered from an account of `owner` was asked for by somebody else. */
export function isLent(item: PlanItem, owner: string): boolean {
  return !item.shared && item.requester !== owner;
}

/**
 * Applies the rules, drops orders that another order can always replace (not with `everySlot`), and sorts items into
 * pay classes.
 */
export function readProblem(request: PlanRequest, { everySlot = false }: { everySlot?: boolean } = {}): Problem {
  const { items, credits } = request;
  const available = credits.map((credit) => credit.amountCents - credit.heldCents);
  const all = allSlots(request, available);
  const slots = everySlot ? all : usefulSlots(request, all);
  const slotsOfStore = new Map<string, number[]>();
  for (const [index, slot] of slots.entries()) slotsOfStore.set(slot.store, [...(slotsOfStore.get(slot.store) ?? []), index]);

  const classes: PayClass[][] = slots.map(() => []);
  const classKeys = new Map<string, number>();
  const options: Option[] = [];
  const optionsOfItem: number[][] = items.map(() => []);
  const optionsOfSlot: number[][] = slots.map(() => []);
  for (const [itemIndex, item] of items.entries()) {
    for (const offer of item.offers) {
      for (const slotIndex of slotsOfStore.get(offer.store) ?? []) {
        const slot = slots[slotIndex] as Slot;
        if (!inWindow(item, slot.date)) continue;
        const option =
          options.push({ item: itemIndex, slot: slotIndex, priceCents: offer.unitPriceCents, payClass: classOf(item, slotIndex, slot) }) -
          1;
        optionsOfItem[itemIndex]?.push(option);
        optionsOfSlot[slotIndex]?.push(option);
      }
    }
  }

  function classOf(item: PlanItem, slotIndex: number, slot: Slot): number | null {
    const usable = slot.credits.filter((credit) => creditAllows(credits[credit] as PlanCredit, item.category));
    if (usable.length === 0) return null;
    const lent = isLent(item, slot.owner);
    const key = `${slotIndex}|${lent}|${usable.join(",")}`;
    const known = classKeys.get(key);
    if (known !== undefined) return known;
    const list = classes[slotIndex] as PayClass[];
    const index = list.push({ credits: usable, lent }) - 1;
    classKeys.set(key, index);
    return index;
  }

  const savingMilli = credits.map((credit) => 1000 - retentionOf(request, credit));
  return { request, items, credits, available, savingMilli, slots, classes, options, optionsOfItem, optionsOfSlot };
}

export function inWindow(item: PlanItem, date: string): boolean {
  return (item.notBefore === null || item.notBefore <= date) && (item.neededBy === null || date <= item.neededBy);
}

function allSlots(request: PlanRequest, available: readonly number[]): Slot[] {
  const stores = new Map(request.stores.map((store) => [store.id, store]));
  return request.accounts.flatMap((account) => {
    const store = stores.get(account.store);
    if (!store) return [];
    return request.orderDates.map((date, dateIndex) => ({
      account: account.id,
      owner: account.owner,
      store: store.id,
      date,
      dateIndex,
      feeCents: store.shippingFeeCents,
      freeFromCents: store.freeShippingFromCents,
      credits: request.credits.flatMap((credit, index) =>
        credit.account === account.id && (available[index] ?? 0) > 0 && isLive(credit, date) ? [index] : [],
      ),
    }));
  });
}

/**
 * An order without live credits can join any other order at the same store on the same date: no rule gets
 * tighter, shipping gets no dearer. So of those only one is kept, and none where another account has credits.
 * Orders of the current plan stay, so that staying with it is possible.
 */
function usefulSlots(request: PlanRequest, slots: readonly Slot[]): Slot[] {
  const current = new Set(request.current?.orders.map((order) => JSON.stringify([order.account, order.date])));
  const covered = new Set(slots.filter((slot) => slot.credits.length > 0).map(placeOf));
  return slots.filter((slot) => {
    if (slot.credits.length > 0 || current.has(JSON.stringify([slot.account, slot.date]))) return true;
    if (covered.has(placeOf(slot))) return false;
    covered.add(placeOf(slot));
    return true;
  });
}

function placeOf(slot: Slot): string {
  return JSON.stringify([slot.store, slot.date]);
}

/** Units that one step of an option's column stands for: a must-have is bought whole. */
export function unitsOf(item: PlanItem): number {
  return item.need === "must" ? item.quantity : 1;
}

/** What an option adds to its order for each unit of its column, in cents. */
export function unitCents(problem: Problem, option: Option): number {
  return option.priceCents * unitsOf(problem.items[option.item] as PlanItem);
}

/** The options that are the lines of the current plan, where these can still be had, and their units. */
export function stayingLines(problem: Problem): { option: number; units: number }[] {
  const itemIndex = new Map(problem.items.map((item, index) => [item.id, index]));
  return (problem.request.current?.orders ?? []).flatMap((order) => {
    const slot = problem.slots.findIndex((entry) => entry.account === order.account && entry.date === order.date);
    return order.lines.flatMap((line) => {
      const index = itemIndex.get(line.item) ?? -1;
      const item = problem.items[index];
      const option = problem.optionsOfItem[index]?.find((entry) => (problem.options[entry] as Option).slot === slot);
      if (!item || option === undefined || (item.need === "optional" && line.quantity > item.quantity)) return [];
      return [{ option, units: item.need === "must" ? 1 : line.quantity }];
    });
  });
}
