import { addDays, day } from "@/lib/kernel/day";
import type { PlanAccount, PlanCredit, PlanItem, PlanRequest, PlanStore } from "./contract";

/** A size of household to invent: what the benchmark and the tests plan for. */
export type SpecimenSize = { items: number; credits: number; accounts: number; stores: number; members: number; dates: number };

export const SPECIMEN_SIZES = {
  tiny: { items: 10, credits: 3, accounts: 2, stores: 1, members: 2, dates: 1 },
  family: { items: 60, credits: 8, accounts: 4, stores: 2, members: 3, dates: 2 },
  large: { items: 300, credits: 25, accounts: 8, stores: 3, members: 5, dates: 2 },
  stress: { items: 2000, credits: 100, accounts: 20, stores: 5, members: 8, dates: 2 },
} satisfies Record<string, SpecimenSize>;

const TODAY = day("2026-11-22");
const CATEGORIES = [
  "grocery",
  "grocery",
  "grocery",
  "household",
  "household",
  "clothing",
  "toys",
  "health",
  "electronics",
  "books",
  "beauty",
  "baby",
  "garden",
  "pet",
];
const RESTRICTED = ["grocery", "books", "baby", "pet", "beauty", "clothing", "toys", "health", "household", "electronics", "garden"];

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An invented but plausible request of the given size; the same for the same seed. */
export function specimen(size: SpecimenSize, seed: number): PlanRequest {
  const random = seededRandom(seed * 7919 + size.items);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const members = Array.from({ length: size.members }, (_, index) => `u${index}`);
  const stores: PlanStore[] = Array.from({ length: size.stores }, (_, index) => ({
    id: `m${index}`,
    shippingFeeCents: pick([499, 599, 599, 799]),
    freeShippingFromCents: pick([2500, 3500, 4900]),
  }));
  const accounts: PlanAccount[] = Array.from({ length: size.accounts }, (_, index) => ({
    id: `a${index}`,
    owner: pick(members),
    store: index < stores.length ? `m${index}` : pick(stores).id,
  }));
  const orderDates = Array.from({ length: size.dates }, (_, index) => addDays(TODAY, 14 * index) as string);
  const items = Array.from({ length: size.items }, (_, index) => inventItem(index, { random, below, pick, members, stores, orderDates }));
  const credits = Array.from({ length: size.credits }, (_, index) => inventCredit(index, { random, below, pick, accounts, orderDates }));
  const musts = items.filter((item) => item.need === "must");
  const needed = musts.reduce((sum, item) => sum + item.quantity * Math.min(...item.offers.map((offer) => offer.unitPriceCents)), 0);
  const budget = Math.round(needed * (0.72 + random() * 0.25));
  return {
    format: "commonpurse.plan-request/1",
    today: TODAY,
    horizonDays: 45,
    orderDates,
    members,
    stores,
    accounts,
    items,
    credits,
    lendingCapsCents: Object.fromEntries(
      members.filter(() => random() < 0.6).map((member) => [member, 300 + below(1 + Math.round(needed / 15))]),
    ),
    cashBudgetCents: orderDates.map((from, index) => ({
      from,
      cumulativeCents: index === orderDates.length - 1 ? budget : Math.round(budget * 0.75),
    })),
    current: null,
  };
}

type Dice = { random: () => number; below: (count: number) => number; pick: <T>(list: readonly T[]) => T };

function inventItem(
  index: number,
  { random, below, pick, members, stores, orderDates }: Dice & { members: string[]; stores: PlanStore[]; orderDates: string[] },
): PlanItem {
  const must = random() < 0.6;
  const base = random() < 0.04 ? 5000 + 100 * below(150) : 100 * (2 + below(45)) + pick([0, 49, 79, 95, 99, 99]);
  const storeCount = Math.min(stores.length, pick([1, 1, 1, 1, 2, 2, 3]));
  const firstStore = below(stores.length);
  const sellers = Array.from({ length: storeCount }, (_, step) => stores[(firstStore + step) % stores.length] as PlanStore);
  const quantity = must ? pick([1, 1, 1, 1, 1, 1, 2, 3]) : pick([1, 1, 2, 2, 3, 3, 4]);
  const price = quantity > 1 ? Math.max(149, Math.round(base / 2)) : base;
  return {
    id: `i${index}`,
    requester: pick(members),
    shared: random() < 0.37,
    category: random() < 0.015 ? "gift_card" : pick(CATEGORIES),
    need: must ? "must" : "optional",
    priority: must ? pick([1, 2, 3] as const) : 3,
    quantity,
    offers: sellers.map((store, step) => ({
      store: store.id,
      unitPriceCents: step === 0 ? price : Math.round(price * (0.95 + random() * 0.2)),
    })),
    notBefore: orderDates.length > 1 && random() < 0.08 ? (orderDates.at(-1) ?? null) : null,
    neededBy: random() < 0.35 ? addDays(TODAY, 4 + below(40)) : null,
    valueCents: must ? price : Math.round(price * (0.55 + random() * 0.43)),
  };
}

function inventCredit(
  index: number,
  { random, below, pick, accounts, orderDates }: Dice & { accounts: PlanAccount[]; orderDates: string[] },
): PlanCredit {
  const origin = pick(["gift_card", "gift_card", "refund", "promotion", "promotion", "promotion", "reward"] as const);
  const money = origin === "gift_card" || origin === "refund";
  const amountCents = origin === "gift_card" ? 500 * (3 + below(24)) : 1500 + below(12_000);
  const categories = origin === "promotion" && random() < 0.4 ? [...new Set(Array.from({ length: 5 }, () => pick(RESTRICTED)))] : null;
  return {
    id: `c${index}`,
    account: pick(accounts).id,
    origin,
    amountCents,
    heldCents: random() < 0.25 ? below(Math.floor(amountCents / 2)) : 0,
    availableFrom: orderDates.length > 1 && random() < 0.15 ? (orderDates.at(-1) as string) : TODAY,
    expiresOn:
      origin === "promotion"
        ? addDays(TODAY, 3 + below(40))
        : origin === "reward" || random() < 0.2
          ? addDays(TODAY, 30 + below(90))
          : null,
    categories,
    excludedCategories: categories === null && random() < 0.2 ? [pick(RESTRICTED)] : [],
    giftCards: money ? pick(["yes", "no", "unclear"] as const) : "no",
    minimumOrderCents: origin === "promotion" && random() < 0.35 ? pick([2500, 3000, 5000]) : 0,
    coversShipping: money,
  };
}
