import { addDays, day } from "@/lib/kernel/day";
import type { PlanRequest } from "./contract";
import { seededRandom } from "./specimen";

const TODAY = day("2026-11-22");
const CATEGORIES = ["grocery", "books", "gift_card"];

/**
 * A very small request that meets odd corners: zero and one-cent amounts, budgets by date, caps, minimum orders,
 * shipping steps, ties, items nobody sells, credits that can pay nothing, empty lists. The same for the same seed.
 */
export function tinyRequest(seed: number): PlanRequest {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const chance = (share: number) => random() < share;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const some = (share: number, list: readonly string[]) => list.filter(() => chance(share));
  const date = (most: number) => addDays(TODAY, below(most)) as string;

  const members = ["u0", "u1", "u2"].slice(0, 1 + below(3));
  const stores = Array.from({ length: 1 + below(2) }, (_, index) => ({
    id: `m${index}`,
    shippingFeeCents: pick([0, 1, 2, 3]),
    freeShippingFromCents: pick([0, 3, 5, 8]),
  }));
  const accounts = Array.from({ length: chance(0.03) ? 0 : 1 + below(3) }, (_, index) => ({
    id: `a${index}`,
    owner: pick(members),
    store: pick(stores).id,
  }));
  const orderDates = chance(0.03) ? [] : ([TODAY, addDays(TODAY, 10)] as string[]).slice(0, 1 + below(2));
  const items = Array.from({ length: chance(0.03) ? 0 : 1 + below(3) }, (_, index) => ({
    id: `i${index}`,
    requester: pick(members),
    shared: chance(0.25),
    category: pick(CATEGORIES),
    need: pick(["must", "must", "optional"] as const),
    priority: pick([1, 2, 3] as const),
    quantity: pick([1, 1, 2]),
    offers: stores.filter(() => chance(0.75)).map((store) => ({ store: store.id, unitPriceCents: below(7) })),
    notBefore: chance(0.12) ? date(14) : null,
    neededBy: chance(0.2) ? date(14) : null,
    valueCents: below(7),
  }));
  const credits = Array.from({ length: accounts.length === 0 ? 0 : below(4) }, (_, index) => {
    const amountCents = below(8);
    return {
      id: `c${index}`,
      account: pick(accounts).id,
      origin: pick(["gift_card", "refund", "promotion", "reward"] as const),
      amountCents,
      heldCents: chance(0.2) ? below(amountCents + 1) : 0,
      availableFrom: chance(0.2) ? date(14) : (TODAY as string),
      expiresOn: chance(0.5) ? (chance(0.5) ? date(14) : (addDays(TODAY, 60) as string)) : null,
      categories: chance(0.3) ? some(0.5, CATEGORIES) : null,
      excludedCategories: chance(0.2) ? some(0.4, CATEGORIES) : [],
      giftCards: pick(["yes", "no", "unclear"] as const),
      minimumOrderCents: chance(0.4) ? below(9) : 0,
      coversShipping: chance(0.5),
      ...(chance(0.25) ? { retentionPermille: pick([0, 1, 333, 500, 999, 1000]) } : {}),
    };
  });
  return {
    format: "commonpurse.plan-request/1",
    today: TODAY,
    horizonDays: pick([0, 30, 45]),
    orderDates,
    members,
    stores,
    accounts,
    items,
    credits,
    lendingCapsCents: Object.fromEntries(some(0.4, members).map((member) => [member, below(6)])),
    cashBudgetCents: chance(0.6) ? orderDates.map((from) => ({ from, cumulativeCents: below(14) })) : [],
    current: null,
  };
}
