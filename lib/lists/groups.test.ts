import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { concerns, estimateAll, groupItems, homeStore, type Grouped } from "./groups";
import type { Priority } from "./item";

const item = (over: Partial<Grouped> = {}): Grouped => ({ priceCents: null, offers: [], priority: 2, quantityMilli: 1000, ...over });
const at = (storeId: string, price: number | null) => ({ storeId, unitPriceCents: price === null ? null : cents(price) });

test("an item stands under the list's store, else the cheapest, else the first named", () => {
  expect(homeStore({ offers: [at("a", 300), at("b", 200)] }, "a")).toBe("a");
  expect(homeStore({ offers: [at("a", 300), at("b", 200)] }, null)).toBe("b");
  expect(homeStore({ offers: [at("a", null), at("b", 200)] }, null)).toBe("b");
  expect(homeStore({ offers: [at("a", null)] }, "b")).toBe("a");
  expect(homeStore({ offers: [] }, "b")).toBeNull();
});

test("every item is in exactly one group, someday last, in the order it came", () => {
  const anyItem = fc.record({
    priceCents: fc.constant(null),
    quantityMilli: fc.constant(1000),
    priority: fc.constantFrom<Priority>(1, 2, 3),
    offers: fc.uniqueArray(
      fc.record({ storeId: fc.constantFrom("a", "b", "c"), unitPriceCents: fc.option(fc.integer({ min: 0, max: 9 }).map(cents)) }),
      { selector: ({ storeId }) => storeId },
    ),
  });
  fc.assert(
    fc.property(fc.array(anyItem), (items) => {
      const groups = groupItems(items, ["a", "b", "c"], "b", { kind: "all" });
      const all = groups.flatMap((group) => group.items);
      expect(all).toHaveLength(items.length);
      expect(new Set(all)).toEqual(new Set(items));
      for (const group of groups) expect(items.filter((one) => group.items.includes(one))).toEqual(group.items);
      const someday = groups.findIndex(({ kind }) => kind === "someday");
      expect(someday === -1 || someday === groups.length - 1).toBe(true);
    }),
  );
});

test("the filter by store shows what can be had there, wherever it stands otherwise", () => {
  const both = item({ offers: [at("a", 100), at("b", 50)] });
  const [group, ...rest] = groupItems([both, item()], ["a", "b"], null, { kind: "store", storeId: "a" });
  expect([group?.storeId, group?.items, rest]).toEqual(["a", [both], []]);
});

test("a member is concerned by what they asked for, what names them and what is for all", () => {
  const base = { forAll: false, parts: [], requesterId: "anna" };
  expect(concerns(base, "anna", ["anna", "ben"])).toBe(true);
  expect(concerns(base, "ben", ["anna", "ben"])).toBe(false);
  expect(concerns({ ...base, forAll: true }, "ben", ["anna", "ben"])).toBe(true);
  expect(concerns({ ...base, parts: [{ memberId: "ben", parts: 1 }] }, "ben", ["anna", "ben"])).toBe(true);
});

test("a sum says how many prices it lacks, and takes the store's own price", () => {
  const items = [item({ offers: [at("a", 349)], quantityMilli: 2000 }), item({ offers: [at("a", null)], priceCents: cents(100) }), item()];
  expect(estimateAll(items, "a")).toEqual({ cents: 798n, unpriced: 1 });
});
