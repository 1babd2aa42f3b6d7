import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePlanRequest } from "@/lib/planner/contract";
import { cents } from "@/lib/kernel/cents";
import { addDays } from "@/lib/kernel/day";
import { buildRequest, HORIZON_DAYS, type Asking } from "./request";
import { account, credit, ferreira, item, member, SATURDAY, store, world } from "./testing/worlds";
import type { World } from "./world";

const asking: Asking = { orderDates: [SATURDAY], horizonDays: HORIZON_DAYS, cashLimitCents: null };

function withItems(...items: Parameters<typeof world>[0]["items"]): World {
  return { ...ferreira(), items: new Map(items.map((entry) => [entry.id, entry])) };
}
const sent = (of: World, more: Partial<Asking> = {}) => buildRequest(of, { ...asking, ...more }).request;

describe("buildRequest", () => {
  test("asks for the example as the planner's contract wants it, with prices that include tax", () => {
    const request = parsePlanRequest(sent(ferreira()));
    expect(request.items.map((entry) => [entry.id, entry.quantity, entry.shared, entry.offers[0]?.unitPriceCents])).toEqual([
      ["rice", 1, false, 1425],
      ["tabs", 1, true, 2149 + 129],
      ["book", 1, false, 1799 + 108],
    ]);
    expect(request.stores).toEqual([{ id: "amazon", shippingFeeCents: 699, freeShippingFromCents: 3500 }]);
  });

  test("a must goes as one line at its whole price, also half a kilo; an optional one by the unit", () => {
    const half = item("half", 333, "anna", { quantityMilli: 500, category: "household" });
    const three = item("three", 333, "anna", { quantityMilli: 3000, need: "optional", worthCents: cents(400), category: "household" });
    const loose = item("loose", 333, "anna", { quantityMilli: 1500, need: "optional", worthCents: cents(400) });
    expect(
      sent(withItems(half, three, loose)).items.map((entry) => [entry.quantity, entry.offers[0]?.unitPriceCents, entry.valueCents]),
    ).toEqual([
      [1, 167 + 10, 0],
      [3, 333 + 20, 400],
      [1, 500, 600],
    ]);
  });

  test("an item without an offer is for the running list's store, else for every store; with offers only there", () => {
    const base = ferreira();
    const two = { ...base, stores: new Map([...base.stores, ["costco", store("costco")] as const]) };
    const offersOf = (of: World) => sent(of).items.map((entry) => entry.offers.map((offer) => offer.store));
    const items = [
      item("anywhere", 100, "anna"),
      item("running", 100, "anna", { listStoreId: "costco" }),
      item("offered", null, "anna", { offers: [{ storeId: "amazon", unitPriceCents: cents(5) }] }),
      item("ownprice", 100, "anna", { offers: [{ storeId: "amazon", unitPriceCents: null }] }),
    ];
    expect(offersOf({ ...two, items: new Map(items.map((entry) => [entry.id, entry])) })).toEqual([
      ["amazon", "costco"],
      ["costco"],
      ["amazon"],
      ["amazon"],
    ]);
  });

  test("leaves out closed, expired and empty credits, and those on suspended accounts or of people who left", () => {
    const base = ferreira();
    const accounts = [
      account("ok", "amazon", "ben"),
      account("frozen", "amazon", "anna", { status: "suspended" }),
      account("gone", "amazon", "dora"),
    ];
    const credits = [
      credit("good", "ok", 500),
      credit("closed", "ok", 500, { closed: true }),
      credit("expired", "ok", 500, { expiresOn: addDays(SATURDAY, -1) }),
      credit("lastday", "ok", 500, { expiresOn: SATURDAY }),
      credit("taken", "ok", 500, { heldCents: cents(500) }),
      credit("onfrozen", "frozen", 500),
      credit("ongone", "gone", 500),
    ];
    const request = sent(
      world({
        members: [...base.members.values(), member("dora", { active: false })],
        stores: [...base.stores.values()],
        accounts,
        credits,
        items: [],
      }),
    );
    expect(request.accounts.map((entry) => entry.id)).toEqual(["ok"]);
    expect(request.credits.map((entry) => entry.id)).toEqual(["good", "lastday"]);
  });

  test("promotions and rewards never pay gift cards, and an unknown expiry is none", () => {
    const base = ferreira();
    const credits = [
      credit("p", "bens", 1, { origin: "promotion", giftCards: "yes" }),
      credit("r", "bens", 1, { origin: "reward", giftCards: "yes" }),
      credit("u", "bens", 1, { expiry: "unknown" }),
    ];
    const request = sent({ ...base, credits: new Map(credits.map((entry) => [entry.id, entry])) });
    expect(request.credits.map((entry) => [entry.giftCards, entry.expiresOn])).toEqual([
      ["no", null],
      ["no", null],
      ["no", null],
    ]);
  });

  test("a cash limit holds over all order dates; past dates are no dates", () => {
    const request = sent(ferreira(), { orderDates: [addDays(SATURDAY, 7), addDays(SATURDAY, -1), SATURDAY], cashLimitCents: cents(2000) });
    expect(request.cashBudgetCents).toEqual([SATURDAY, addDays(SATURDAY, 7)].map((from) => ({ from, cumulativeCents: 2000 })));
  });

  test("a pinned line can only be where it is, and must be", () => {
    const base = ferreira();
    const two = { ...base, accounts: new Map([...base.accounts, ["annas", account("annas", "amazon", "anna")] as const]) };
    const request = parsePlanRequest(sent(two, { pins: [{ itemId: "book", accountId: "annas", on: SATURDAY, quantityMilli: 1000 }] }));
    const accountsSelling = (id: string) =>
      request.accounts
        .filter((entry) => request.items.find((one) => one.id === id)?.offers.some((offer) => offer.store === entry.store))
        .map((entry) => entry.id);
    expect(accountsSelling("book")).toEqual(["annas"]);
    expect(accountsSelling("rice")).toEqual(["bens", "annas"]);
    expect(request.items.find((entry) => entry.id === "book")).toMatchObject({
      need: "must",
      priority: 1,
      notBefore: SATURDAY,
      neededBy: SATURDAY,
    });
  });

  test("every item of the lists is accounted for, and the request always satisfies the contract", () => {
    const money = fc.option(fc.integer({ min: 0, max: 9_999 }));
    const items = fc.array(
      fc.record({
        price: money,
        offer: fc.option(fc.record({ storeId: fc.constantFrom("amazon", "closed", "lonely"), price: money })),
        milli: fc.integer({ min: 1, max: 9_999_999 }),
        must: fc.boolean(),
        status: fc.constantFrom("open" as const, "open" as const, "checked" as const, "bought" as const, "removed" as const),
        taken: fc.boolean(),
        rate: fc.constantFrom("grocery", "household"),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(items, (given) => {
        const base = ferreira();
        const stores = [...base.stores.values(), store("closed", { archived: true }), store("lonely")];
        const made = given.map((entry, index) =>
          item(`i${index}`, entry.price, "anna", {
            quantityMilli: entry.milli,
            need: entry.must ? "must" : "optional",
            worthCents: entry.must ? null : cents(entry.price ?? 0),
            status: entry.status,
            otherPlanId: entry.taken ? "other" : null,
            category: entry.rate,
            offers: entry.offer
              ? [{ storeId: entry.offer.storeId, unitPriceCents: entry.offer.price === null ? null : cents(entry.offer.price) }]
              : [],
          }),
        );
        const asked = buildRequest(world({ ...spread(base), stores, items: made }), asking);
        parsePlanRequest(asked.request);
        const seen = [...asked.request.items.map((entry) => entry.id), ...asked.needPrice, ...asked.inOtherPlan].sort();
        expect(seen).toEqual(
          made
            .filter((entry) => entry.status === "open")
            .map((entry) => entry.id)
            .sort(),
        );
        expect(asked.request.items.every((entry) => entry.offers.length > 0)).toBe(true);
        for (const id of asked.noAccount)
          expect(asked.request.items.find((entry) => entry.id === id)?.offers.map((offer) => offer.store)).toEqual(["lonely"]);
      }),
    );
  });
});

function spread(of: World): Parameters<typeof world>[0] {
  return {
    members: [...of.members.values()],
    stores: [...of.stores.values()],
    accounts: [...of.accounts.values()],
    credits: [...of.credits.values()],
    items: [...of.items.values()],
  };
}
