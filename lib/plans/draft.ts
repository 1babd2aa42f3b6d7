import { add, cents, ZERO, type Cents } from "@/lib/kernel/cents";
import { addDays, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { shippingCents } from "./prices";
import { usableAccounts } from "./request";
import { repay, type Payment, type RepayOrder } from "./repay";
import { toPlanCredit } from "./terms";
import { availableCents, type Part, type World, type WorldCredit } from "./world";
import type { Reason } from "./reason";

export type Place = { readonly accountId: Id; readonly on: Day };

/** A line of a draft: what is bought, where, and what was decided about it by hand. */
export type DraftLine = {
  readonly id: Id;
  readonly itemId: Id;
  readonly itemVersion: number;
  readonly name: string;
  readonly category: string;
  readonly quantityMilli: number;
  readonly unit: string;
  readonly unitPriceCents: Cents;
  readonly goodsCents: Cents;
  readonly taxCents: Cents;
  readonly amountCents: Cents;
  readonly requesterId: Id;
  readonly parts: readonly Part[];
  /** Null: left out. */
  readonly place: Place | null;
  readonly pinned: boolean;
  readonly payWith: "auto" | "cash" | "credit";
  readonly chosenCreditId: Id | null;
  readonly why: readonly Reason[];
};

export type DraftOrder = Place & { readonly id: Id; readonly shippingCents: Cents; readonly cashPayerId: Id };

export type Draft = { readonly orders: readonly DraftOrder[]; readonly lines: readonly DraftLine[]; readonly payments: readonly Payment[] };

export function samePlace(a: Place | null, b: Place | null): boolean {
  return a?.accountId === b?.accountId && a?.on === b?.on;
}

export function linesOf(draft: Pick<Draft, "lines">, place: Place): DraftLine[] {
  return draft.lines.filter((line) => samePlace(line.place, place));
}

/** What an unused cent of the credit is worth later, in thousandths: the planner's own defaults. */
export function retentionPermille(credit: WorldCredit, today: Day, horizonDays: number): number {
  if (expires(credit, today, horizonDays)) return 0;
  if (credit.categories !== null) return 850;
  if (credit.expiresOn !== null) return 900;
  return toPlanCredit(credit).giftCards === "yes" ? 970 : 950;
}

/** Whether what is left on the credit is lost within the horizon. */
export function expires(credit: WorldCredit, today: Day, horizonDays: number): boolean {
  return credit.expiresOn !== null && credit.expiresOn <= addDays(today, horizonDays);
}

/**
 * The draft after its lines changed: one order per account and day that has lines, its shipping, and all payments
 * worked out again (R12, R76). Orders that stay keep their id.
 */
export function settleDraft(
  world: World,
  lines: readonly DraftLine[],
  before: readonly DraftOrder[],
  horizonDays: number,
  makeId: () => Id,
): Draft {
  const orders: DraftOrder[] = [];
  for (const line of lines) {
    const place = line.place;
    const account = place && world.accounts.get(place.accountId);
    if (!place || !account || orders.some((order) => samePlace(order, place))) continue;
    const store = world.stores.get(account.storeId);
    const known = before.find((order) => samePlace(order, place));
    const subtotal = add(...linesOf({ lines }, place).map((other) => other.amountCents));
    orders.push({
      ...place,
      id: known?.id ?? makeId(),
      shippingCents: store ? shippingCents(store, subtotal) : ZERO,
      cashPayerId: known?.cashPayerId ?? account.memberId,
    });
  }
  orders.sort((a, b) => (a.on === b.on ? (a.accountId < b.accountId ? -1 : 1) : a.on < b.on ? -1 : 1));
  const toPay: RepayOrder[] = orders.map((order) => ({ ...order, lines: linesOf({ lines }, order) }));
  const payments = repay(toPay, [...world.credits.values()], (credit) => retentionPermille(credit, world.today, horizonDays));
  return { orders, lines, payments };
}

export type Totals = {
  readonly fromCredits: Cents;
  readonly cash: Cents;
  readonly shipping: Cents;
  readonly tax: Cents;
  readonly lost: Cents;
  readonly total: Cents;
};

/** What the plan comes to. `lost`: what expires within the horizon and isn't used. `taken`: approved, so that what it uses is held or spent already. */
export function totalsOf(world: World, draft: Draft, horizonDays: number, taken = false): Totals {
  const sum = (payments: readonly Payment[]) => cents(payments.reduce((total, payment) => total + payment.cents, 0n));
  const used = draft.payments.filter((payment) => payment.creditId !== null);
  const usable = new Set(usableAccounts(world).map((account) => account.id));
  const lost = [...world.credits.values()]
    .filter(
      (credit) =>
        !credit.closed &&
        usable.has(credit.accountId) &&
        expires(credit, world.today, horizonDays) &&
        credit.expiresOn !== null &&
        credit.expiresOn >= world.today,
    )
    .reduce((total, credit) => {
      const toTake = taken ? [] : used.filter((payment) => payment.creditId === credit.id);
      const rest = availableCents(credit) - toTake.reduce((spent, payment) => spent + payment.cents, 0n);
      return total + (rest > 0n ? rest : 0n);
    }, 0n);
  return {
    fromCredits: sum(used),
    cash: sum(draft.payments.filter((payment) => payment.creditId === null)),
    shipping: add(...draft.orders.map((order) => order.shippingCents)),
    tax: add(...draft.lines.filter((line) => line.place !== null).map((line) => line.taxCents)),
    lost: cents(lost),
    total: sum(draft.payments),
  };
}
