import type { PlanItem, PlanRequest, PlanResult, PlanStore } from "@/lib/planner/contract";
import { toNumber, type Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { boughtByUnit, linePrice, offersOf } from "./prices";
import { toPlanCredit } from "./terms";
import { availableCents, type World, type WorldAccount, type WorldItem, type WorldStore } from "./world";

/** How far ahead "expiring" looks, unless a plan says otherwise: a credit lost within these days is used first. */
export const HORIZON_DAYS = 45;
/** How long somebody may have to wait; then the best plan found by then is taken, with its proven gap. */
const PATIENCE_MS = 10_000;
/** The planner's figure for "never": an order of that much is not possible. */
const NEVER_FREE = 1_000_000_000_000;

/** A line that stays where a person put it. */
export type Pin = { readonly itemId: Id; readonly accountId: Id; readonly on: Day; readonly quantityMilli: number };

export type Asking = {
  /** Days on which orders can be placed. */
  readonly orderDates: readonly Day[];
  readonly horizonDays: number;
  /** Null: no limit. */
  readonly cashLimitCents: Cents | null;
  /** The plan to stay close to: a line moves only where that gains more than it troubles. */
  readonly current?: PlanResult | null;
  readonly pins?: readonly Pin[];
  /** Items taken out by hand. */
  readonly without?: readonly Id[];
};

/** The request, and what became of every item of the lists that isn't in it. */
export type Asked = {
  readonly request: PlanRequest;
  /** Open, but nobody knows what they cost anywhere. */
  readonly needPrice: readonly Id[];
  /** In another plan that is proposed or approved. */
  readonly inOtherPlan: readonly Id[];
  /** Sold only where nobody in the household has an account. In the request, but no plan can have them. */
  readonly noAccount: readonly Id[];
};

/** The household's wishes and means in the planner's words (R11, R17, R42). */
export function buildRequest(world: World, asking: Asking): Asked {
  const without = new Set(asking.without);
  const open = [...world.items.values()].filter((item) => item.status === "open" && !without.has(item.id));
  const free = open.filter((item) => item.otherPlanId === null);
  const priced = free.filter((item) => offersOf(item, world.stores).length > 0);
  const accounts = usableAccounts(world);
  const dates = orderDates(world, asking);
  const pins = new Map((asking.pins ?? []).filter((pin) => keeps(world, accounts, dates, pin)).map((pin) => [pin.itemId, pin]));
  const usedStores = new Set(accounts.map((account) => account.storeId));
  const split = pins.size > 0;
  const credits = [...world.credits.values()].filter((credit) => spendable(world, credit.id, accounts));
  const limit = asking.cashLimitCents;
  return {
    request: {
      format: "commonpurse.plan-request/1",
      today: world.today,
      horizonDays: asking.horizonDays,
      orderDates: [...dates],
      members: [...world.members.keys()],
      stores: planStores(world, accounts, split),
      accounts: accounts.map((account) => ({ id: account.id, owner: account.memberId, store: split ? account.id : account.storeId })),
      items: priced.map((item) => planItem(world, item, pins.get(item.id), split ? accounts : null)),
      credits: credits.map(toPlanCredit),
      lendingCapsCents: {},
      cashBudgetCents: limit === null ? [] : dates.map((from) => ({ from, cumulativeCents: toNumber(limit) })),
      current: asking.current ?? null,
      timeLimitMs: PATIENCE_MS,
    },
    needPrice: free.filter((item) => !priced.includes(item)).map((item) => item.id),
    inOtherPlan: open.filter((item) => item.otherPlanId !== null).map((item) => item.id),
    noAccount: priced.filter((item) => !offersOf(item, world.stores).some((offer) => usedStores.has(offer.storeId))).map((item) => item.id),
  };
}

/** Accounts an order can be placed with: active, of a member who is still here, at a store that is still used. */
export function usableAccounts(world: World): WorldAccount[] {
  return [...world.accounts.values()].filter(
    (account) =>
      account.status === "active" &&
      world.members.get(account.memberId)?.active === true &&
      world.stores.get(account.storeId)?.archived === false,
  );
}

/** Credits that can pay anything at all: open, not expired, not empty, on a usable account. */
function spendable(world: World, creditId: Id, accounts: readonly WorldAccount[]): boolean {
  const credit = world.credits.get(creditId);
  if (!credit || credit.closed || availableCents(credit) <= 0n) return false;
  if (credit.expiresOn !== null && credit.expiresOn < world.today) return false;
  return accounts.some((account) => account.id === credit.accountId);
}

function orderDates(world: World, asking: Asking): Day[] {
  const dates = [...new Set(asking.orderDates)].filter((date) => date >= world.today).sort();
  return dates.length > 0 ? dates : [world.today];
}

function keeps(world: World, accounts: readonly WorldAccount[], dates: readonly Day[], pin: Pin): boolean {
  const account = accounts.find((candidate) => candidate.id === pin.accountId);
  const item = world.items.get(pin.itemId);
  if (!account || !item || !dates.includes(pin.on) || !withinWindow(item, pin.on)) return false;
  return pin.quantityMilli <= item.quantityMilli && offersOf(item, world.stores).some((offer) => offer.storeId === account.storeId);
}

/** Whether the item may be ordered on that day. */
export function withinWindow(item: WorldItem, on: Day): boolean {
  return (item.notBefore === null || item.notBefore <= on) && (item.neededBy === null || on <= item.neededBy);
}

/**
 * The stores; or, to hold pinned lines at one account, each account as a store of its own with the same prices and
 * shipping, which says the same to the planner and lets a line be offered at one account only.
 */
function planStores(world: World, accounts: readonly WorldAccount[], split: boolean): PlanStore[] {
  const stores = [...world.stores.values()].filter((store) => !store.archived);
  const own = stores.map((store) => planStore(store, store.id));
  if (!split) return own;
  return [
    ...own,
    ...accounts.flatMap((account) => stores.filter((store) => store.id === account.storeId).map((store) => planStore(store, account.id))),
  ];
}

function planStore(store: WorldStore, id: Id): PlanStore {
  const free = store.freeShippingFromCents;
  return {
    id,
    shippingFeeCents: toNumber(store.shippingFeeCents),
    freeShippingFromCents: free === null ? NEVER_FREE : Math.min(NEVER_FREE, toNumber(free)),
  };
}

function planItem(world: World, item: WorldItem, pin: Pin | undefined, split: readonly WorldAccount[] | null): PlanItem {
  const byUnit = boughtByUnit(item) && !pin;
  const quantityMilli = byUnit ? 1000 : (pin?.quantityMilli ?? item.quantityMilli);
  const offers = offersOf(item, world.stores).flatMap((offer) => {
    const store = world.stores.get(offer.storeId);
    if (!store) return [];
    const unitPriceCents = toNumber(linePrice(item, store, offer.unitPriceCents, quantityMilli).amountCents);
    if (!split) return [{ store: store.id, unitPriceCents }];
    const places = split.filter((account) => account.storeId === store.id && (!pin || account.id === pin.accountId));
    return places.map((account) => ({ store: account.id, unitPriceCents }));
  });
  const worth = item.worthCents ?? (0n as Cents);
  return {
    id: item.id,
    requester: item.requesterId,
    shared: item.shared,
    category: item.category,
    need: pin ? "must" : item.need,
    priority: pin ? 1 : item.priority,
    quantity: byUnit ? item.quantityMilli / 1000 : 1,
    offers,
    notBefore: pin ? pin.on : item.notBefore,
    neededBy: pin ? pin.on : item.neededBy,
    valueCents: toNumber((byUnit ? worth : (worth * BigInt(quantityMilli) + 500n) / 1000n) as Cents),
  };
}
