import { describe, expect, test } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { addDays } from "@/lib/kernel/day";
import { lineFor } from "./assemble";
import { retentionPermille, settleDraft, type Draft } from "./draft";
import { HORIZON_DAYS } from "./request";
import { toPlanCredit } from "./terms";
import { credit, ferreira, SATURDAY } from "./testing/worlds";
import { creditUses, findingOf, forWhom, orderBy } from "./view";
import { retentionOf } from "@/lib/planner/problem";
import { buildRequest } from "./request";

function exampleDraft(): Draft {
  const world = ferreira();
  let made = 0;
  const lines = [...world.items.values()].map((one) =>
    lineFor(world, one, { accountId: "bens", on: SATURDAY }, { id: one.id, quantityMilli: 1000, why: [], pinned: false }),
  );
  return settleDraft(world, lines, [], HORIZON_DAYS, () => `made${(made += 1)}`);
}

describe("what the page says", () => {
  test("who buys how much, for whom, to the cent", () => {
    const draft = exampleDraft();
    expect(findingOf(ferreira(), draft)).toEqual({ buyers: ["ben"], things: 3 });
    expect(forWhom(draft).map((row) => [row.memberId, row.cents])).toEqual([
      ["anna", 1425n + 760n],
      ["ben", 759n],
      ["cleo", 1907n + 759n],
    ]);
  });

  test("shipping is shared by what each receives", () => {
    const draft = exampleDraft();
    const shipped: Draft = { ...draft, orders: draft.orders.map((order) => ({ ...order, shippingCents: cents(100n) })) };
    const total = forWhom(shipped).reduce((sum, row) => sum + row.cents, 0n);
    expect(total).toBe(5610n + 100n);
  });

  test("R73: what is left of each balance, and by when to order: before the first of them is lost", () => {
    const world = ferreira();
    const uses = creditUses(world, exampleDraft(), HORIZON_DAYS, false);
    const byId = Object.fromEntries(uses.map((use) => [use.credit.id, [use.usedCents, use.leftCents, use.leftIsLost]]));
    expect(byId).toEqual({ promotion: [1425n, 75n, true], giftcard: [4185n, 7815n, false] });
    expect(orderBy(world, uses, HORIZON_DAYS)).toMatchObject({ by: "2026-11-20", lost: "2026-11-23" });
  });

  test("on the last days the order is safe today at the earliest", () => {
    const world = ferreira();
    const late = { ...world, today: addDays(SATURDAY, 8) };
    expect(orderBy(late, creditUses(late, exampleDraft(), HORIZON_DAYS, false), HORIZON_DAYS)?.by).toBe(late.today);
  });

  test("an unused cent is worth what the planner says it is", () => {
    const credits = [
      credit("expiring", "bens", 1, { expiresOn: addDays(SATURDAY, 45) }),
      credit("later", "bens", 1, { expiresOn: addDays(SATURDAY, 46) }),
      credit("some", "bens", 1, { categories: ["books"] }),
      credit("anything", "bens", 1, { giftCards: "yes" }),
      credit("promotion", "bens", 1, { origin: "promotion", giftCards: "yes" }),
      credit("plain", "bens", 1),
    ];
    const { request } = buildRequest(ferreira(), { orderDates: [SATURDAY], horizonDays: HORIZON_DAYS, cashLimitCents: null });
    for (const one of credits) expect(retentionPermille(one, SATURDAY, HORIZON_DAYS)).toBe(retentionOf(request, toPlanCredit(one)));
  });
});
