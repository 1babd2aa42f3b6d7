import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { addDays, type Day } from "@/lib/kernel/day";
import { lineFor } from "./assemble";
import { changeDraft, type Change, type ChangeScope } from "./change";
import { settleDraft, totalsOf, type Draft } from "./draft";
import { HORIZON_DAYS } from "./request";
import { account, credit, ferreira, item, SATURDAY, store } from "./testing/worlds";
import type { World } from "./world";
import { forWhom } from "./view";

const DAYS: Day[] = [SATURDAY, addDays(SATURDAY, 7)];

function scopeFor(world: World): ChangeScope {
  let made = 0;
  return { world, orderDates: DAYS, horizonDays: HORIZON_DAYS, makeId: () => `made${(made += 1)}` };
}

/** All items ordered from Ben's account today. */
function everythingFromBen(scope: ChangeScope): Draft {
  const place = { accountId: "bens", on: SATURDAY };
  const lines = [...scope.world.items.values()].map((one) =>
    lineFor(scope.world, one, place, { id: `line-${one.id}`, quantityMilli: one.quantityMilli, why: [], pinned: false }),
  );
  return settleDraft(scope.world, lines, [], HORIZON_DAYS, scope.makeId);
}

const twoAccounts = (): World => {
  const base = ferreira();
  return {
    ...base,
    stores: new Map([...base.stores, ["corner", store("corner")]]),
    accounts: new Map([
      ...base.accounts,
      ["annas", account("annas", "amazon", "anna")],
      ["frozen", account("frozen", "corner", "anna", { status: "suspended" })],
    ]),
    credits: new Map([...base.credits, ["refund", credit("refund", "annas", 700, { origin: "refund", minimumOrderCents: cents(1000) })]]),
    items: new Map([...base.items, ["milk", item("milk", 299, "anna", { category: "grocery", neededBy: SATURDAY })]]),
  };
};

const change = (scope: ChangeScope, draft: Draft, id: string, what: Change) => changeDraft(scope, draft, `line-${id}`, what);
const must = (scope: ChangeScope, draft: Draft, id: string, what: Change): Draft => {
  const changed = change(scope, draft, id, what);
  if (!changed.ok) throw new Error(changed.failure.code);
  return changed.value;
};
const refusal = (scope: ChangeScope, draft: Draft, id: string, what: Change) => {
  const changed = change(scope, draft, id, what);
  return changed.ok ? "ok" : changed.failure.code;
};

describe("changeDraft", () => {
  test("moving a line makes an order, pays shipping there, and lets the promotion pay something else", () => {
    const scope = scopeFor(twoAccounts());
    const before = everythingFromBen(scope);
    const after = must(scope, before, "rice", { kind: "move", place: { accountId: "annas", on: SATURDAY } });
    expect(after.orders.map((order) => [order.accountId, order.shippingCents])).toEqual([
      ["annas", 699n],
      ["bens", 0n],
    ]);
    const paid = (id: string | null) =>
      after.payments.filter((payment) => payment.creditId === id).reduce((sum, payment) => sum + payment.cents, 0n);
    expect(paid("refund")).toBe(700n);
    expect(paid("promotion")).toBe(299n);
    expect(after.lines.find((line) => line.itemId === "rice")).toMatchObject({
      pinned: true,
      why: [{ code: "by_hand" }, { code: "pays" }, { code: "cash_rest" }],
    });
  });

  test("an order without lines is gone, and one that stays keeps its id", () => {
    const scope = scopeFor(twoAccounts());
    const before = everythingFromBen(scope);
    const moved = must(scope, before, "rice", { kind: "move", place: { accountId: "annas", on: SATURDAY } });
    const back = must(scope, moved, "rice", { kind: "move", place: { accountId: "bens", on: SATURDAY } });
    expect(back.orders).toEqual(before.orders);
  });

  test("refuses what can't be, each with its reason", () => {
    const scope = scopeFor(twoAccounts());
    const draft = everythingFromBen(scope);
    expect(refusal(scope, draft, "milk", { kind: "move", place: { accountId: "bens", on: DAYS[1] as Day } })).toBe("plans.outside_window");
    expect(refusal(scope, draft, "rice", { kind: "move", place: { accountId: "frozen", on: SATURDAY } })).toBe("plans.account_not_usable");
    expect(refusal(scope, draft, "rice", { kind: "move", place: { accountId: "bens", on: addDays(SATURDAY, 1) } })).toBe(
      "plans.no_such_day",
    );
    expect(refusal(scope, draft, "book", { kind: "pay", payWith: "credit", creditId: "promotion" })).toBe("plans.credit_cannot");
    expect(refusal(scope, draft, "book", { kind: "pay", payWith: "credit", creditId: "refund" })).toBe("plans.credit_cannot");
    expect(refusal(scope, draft, "nothing", { kind: "out" })).toBe("plans.line_gone");
  });

  test("R81: a credit on VERIFY is asked about before it joins a line, and then pays it", () => {
    const base = twoAccounts();
    const unsure = { ...present(base.credits.get("giftcard"), "the card"), expiry: "unknown" as const };
    const scope = scopeFor({ ...base, credits: new Map([...base.credits, ["giftcard", unsure]]) });
    const draft = everythingFromBen(scope);
    const pay = { kind: "pay", payWith: "credit", creditId: "giftcard" } as const;
    expect(refusal(scope, draft, "book", pay)).toBe("plans.credit_verify");
    expect(must(scope, draft, "book", { ...pay, sure: true }).lines.find((line) => line.itemId === "book")?.chosenCreditId).toBe(
      "giftcard",
    );
  });

  test("what is put back goes where it costs least", () => {
    const scope = scopeFor(twoAccounts());
    const without = must(scope, everythingFromBen(scope), "rice", { kind: "out" });
    const again = must(scope, without, "rice", { kind: "back" });
    expect(again.lines.find((line) => line.itemId === "rice")?.place).toEqual({ accountId: "bens", on: SATURDAY });
  });

  test("letting a line move again forgets what was chosen for it", () => {
    const scope = scopeFor(twoAccounts());
    const cash = must(scope, everythingFromBen(scope), "tabs", { kind: "pay", payWith: "cash" });
    expect(totalsOf(scope.world, cash, HORIZON_DAYS).cash).toBe(2278n);
    const free = must(scope, cash, "tabs", { kind: "pin", pinned: false });
    expect(totalsOf(scope.world, free, HORIZON_DAYS).cash).toBe(0n);
  });

  test("after any changes it adds up: every line and all shipping paid to the cent, every share given to somebody", () => {
    const places = ["bens", "annas"].flatMap((accountId) => DAYS.map((on) => ({ accountId, on })));
    const anyChange: fc.Arbitrary<Change> = fc.oneof(
      fc.constantFrom(...places).map((place): Change => ({ kind: "move", place })),
      fc.constantFrom<Change>(
        { kind: "out" },
        { kind: "back" },
        { kind: "pin", pinned: true },
        { kind: "pin", pinned: false },
        { kind: "pay", payWith: "auto" },
        { kind: "pay", payWith: "cash" },
      ),
      fc.constantFrom("promotion", "giftcard", "refund").map((creditId): Change => ({ kind: "pay", payWith: "credit", creditId })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("rice", "tabs", "book", "milk"), anyChange), { maxLength: 12 }), (changes) => {
        const scope = scopeFor(twoAccounts());
        let draft = everythingFromBen(scope);
        for (const [id, what] of changes) {
          const changed = change(scope, draft, id, what);
          if (changed.ok) draft = changed.value;
          const sum = (list: readonly { cents: bigint }[]) => list.reduce((total, payment) => total + payment.cents, 0n);
          for (const line of draft.lines)
            expect(sum(draft.payments.filter((payment) => payment.lineId === line.id))).toBe(line.place ? line.amountCents : 0n);
          for (const order of draft.orders)
            expect(sum(draft.payments.filter((payment) => payment.orderId === order.id && payment.lineId === null))).toBe(
              order.shippingCents,
            );
          for (const one of scope.world.credits.values())
            expect(sum(draft.payments.filter((payment) => payment.creditId === one.id))).toBeLessThanOrEqual(
              one.postedCents - one.heldCents,
            );
          const totals = totalsOf(scope.world, draft, HORIZON_DAYS);
          expect(totals.fromCredits + totals.cash).toBe(totals.total);
          expect(sum(forWhom(draft))).toBe(totals.total);
        }
      }),
      { numRuns: 60 },
    );
  });
});
