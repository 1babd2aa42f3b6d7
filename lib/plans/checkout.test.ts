import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { addDays } from "@/lib/kernel/day";
import { lineFor } from "./assemble";
import { asTheStorePays, paidByStore, toChoose } from "./checkout";
import { settleDraft, totalsOf, type Draft, type DraftLine, type Place } from "./draft";
import { HORIZON_DAYS } from "./request";
import { account, credit, item, member, SATURDAY, store, world } from "./testing/worlds";
import { availableCents, type World, type WorldCredit } from "./world";

const MONDAY = addDays(SATURDAY, 2);

function home(credits: readonly WorldCredit[], prices: readonly { id: string; price: number; category?: string }[]): World {
  return world({
    members: [member("ben")],
    stores: [store("amazon", { appliesBalanceFirst: true, shippingFeeCents: cents(699), freeShippingFromCents: cents(3500) })],
    accounts: [account("bens", "amazon", "ben")],
    credits,
    items: prices.map(({ id, price, category = "other" }) => item(id, price, "ben", { category })),
  });
}

function drafted(of: World, on: (itemId: string) => Place["on"], more: (itemId: string) => Partial<DraftLine> = () => ({})): Draft {
  const lines = [...of.items.values()].map((one) => ({
    ...lineFor(of, one, { accountId: "bens", on: on(one.id) }, { id: `line ${one.id}`, quantityMilli: 1000, why: [], pinned: false }),
    ...more(one.id),
  }));
  return settleDraft(of, lines, [], HORIZON_DAYS, () => `order ${(made += 1)}`);
}
let made = 0;

const sum = (payments: readonly { readonly cents: bigint }[]) => payments.reduce((total, payment) => total + payment.cents, 0n);

describe("what a store does that takes balances first", () => {
  test("R4: the first order takes the balance, promotions before it where they may pay; the plan says so too", () => {
    const of = home(
      [
        credit("card", "bens", 2000),
        credit("promotion", "bens", 500, { origin: "promotion", categories: ["grocery"], coversShipping: false }),
      ],
      [
        { id: "rice", price: 1500, category: "grocery" },
        { id: "lamp", price: 2500 },
      ],
    );
    const draft = drafted(of, (id) => (id === "rice" ? SATURDAY : MONDAY));
    const late = { ...draft, payments: draft.payments.map((payment) => ({ ...payment, creditId: null })) };
    const paid = asTheStorePays(of, late, HORIZON_DAYS);
    const [first, second] = paid.orders;
    const of1 = (orderId: string | undefined) =>
      paid.payments
        .filter((payment) => payment.orderId === orderId)
        .map(({ lineId, creditId, cents: amount }) => [lineId, creditId, amount]);
    expect(of1(first?.id)).toEqual([
      ["line rice", "promotion", 500n],
      ["line rice", "card", 1000n],
      [null, "card", 699n],
    ]);
    expect(of1(second?.id)).toEqual([
      ["line lamp", "card", 301n],
      ["line lamp", null, 2199n],
      [null, null, 699n],
    ]);
    expect(toChoose(of, paid, false)).toEqual([]);
  });

  test("cash chosen by hand stays, and the person is told what to choose at checkout", () => {
    const of = home([credit("card", "bens", 2000), credit("other card", "bens", 700)], [{ id: "lamp", price: 4000 }]);
    const draft = drafted(
      of,
      () => SATURDAY,
      () => ({ payWith: "cash", pinned: true }),
    );
    expect(asTheStorePays(of, draft, HORIZON_DAYS)).toBe(draft);
    expect(toChoose(of, draft, false)).toEqual([
      { orderId: draft.orders[0]?.id, tooMuch: [{ creditIds: ["card", "other card"], storeCents: 2700n, plannedCents: 0n }] },
    ]);
    // A store without the rule takes what it is told to.
    const plain = { ...of, stores: new Map([["amazon", store("amazon")]]) };
    expect(toChoose(plain, draft, false)).toEqual([]);
  });

  test("two gift cards are one balance to the store: which of them pays needs no choice", () => {
    const of = home([credit("a", "bens", 2000), credit("b", "bens", 2000)], [{ id: "lamp", price: 3600 }]);
    const draft = drafted(of, () => SATURDAY);
    const swapped = {
      ...draft,
      payments: draft.payments.map((payment) => ({ ...payment, creditId: payment.creditId === "a" ? "b" : "a" })),
    };
    expect(toChoose(of, swapped, false)).toEqual([]);
  });

  test("whatever is ordered, its payments add up to the total, no credit pays more than is free, and no plan gets dearer by it", () => {
    const amounts = fc.integer({ min: 0, max: 4000 });
    const anyCredit = fc.record({
      amount: fc.integer({ min: 1, max: 5000 }),
      held: fc.integer({ min: 0, max: 500 }),
      grocery: fc.boolean(),
      ends: fc.option(fc.integer({ min: -1, max: 90 }), { nil: null }),
      minimum: fc.constantFrom(0, 0, 1500),
      coversShipping: fc.boolean(),
    });
    const anyLine = fc.record({ price: amounts, grocery: fc.boolean(), late: fc.boolean(), cash: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyCredit, { maxLength: 4 }), fc.array(anyLine, { minLength: 1, maxLength: 5 }), (credits, lines) => {
        const of = home(
          credits.map(({ amount, held, grocery, ends, minimum, coversShipping }, index) =>
            credit(`credit ${index}`, "bens", amount, {
              heldCents: cents(Math.min(held, amount)),
              minimumOrderCents: cents(minimum),
              coversShipping,
              ...(grocery ? { origin: "promotion" as const, categories: ["grocery"] } : {}),
              ...(ends === null ? {} : { expiresOn: addDays(SATURDAY, ends) }),
            }),
          ),
          lines.map(({ price, grocery }, index) => ({ id: `item ${index}`, price, category: grocery ? "grocery" : "other" })),
        );
        const at = (id: string) => lines[Number(id.slice("item ".length))];
        const draft = drafted(
          of,
          (id) => (at(id)?.late ? MONDAY : SATURDAY),
          (id) => (at(id)?.cash ? { payWith: "cash" } : {}),
        );
        const store = paidByStore(of, draft, draft.orders, availableCents);
        const paid = asTheStorePays(of, draft, HORIZON_DAYS);
        for (const payments of [store, paid.payments]) {
          expect(sum(payments)).toBe(sum(draft.payments));
          for (const order of draft.orders)
            expect(sum(payments.filter((payment) => payment.orderId === order.id))).toBe(
              sum(draft.payments.filter((payment) => payment.orderId === order.id)),
            );
          for (const one of of.credits.values())
            expect(sum(payments.filter((payment) => payment.creditId === one.id)) <= availableCents(one)).toBe(true);
        }
        expect(totalsOf(of, paid, HORIZON_DAYS).cash <= totalsOf(of, draft, HORIZON_DAYS).cash).toBe(true);
        const differs =
          sum(store.filter(({ creditId }) => creditId !== null)) > sum(paid.payments.filter(({ creditId }) => creditId !== null));
        if (differs) expect(toChoose(of, paid, false).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
