import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { addDays } from "@/lib/kernel/day";
import { repay, type RepayOrder } from "./repay";
import { verdictOn } from "./terms";
import { credit, SATURDAY } from "./testing/worlds";
import { availableCents, type WorldCredit } from "./world";

const CATEGORIES = ["grocery", "books", "gift_card", "other"];

const credits = fc.array(
  fc.record({
    account: fc.constantFrom("a", "b"),
    amount: fc.integer({ min: 1, max: 4000 }),
    held: fc.integer({ min: 0, max: 4000 }),
    from: fc.integer({ min: -5, max: 10 }),
    days: fc.option(fc.integer({ min: 0, max: 30 })),
    categories: fc.option(fc.subarray(CATEGORIES, { minLength: 1 })),
    excluded: fc.subarray(CATEGORIES),
    giftCards: fc.constantFrom("yes" as const, "no" as const, "unclear" as const),
    minimum: fc.constantFrom(0, 0, 1500),
    shipping: fc.boolean(),
    retention: fc.constantFrom(0, 850, 900, 950, 970),
  }),
  { maxLength: 5 },
);
const orders = fc.uniqueArray(
  fc.record({
    account: fc.constantFrom("a", "b"),
    on: fc.integer({ min: 0, max: 8 }),
    shipping: fc.constantFrom(0, 499),
    lines: fc.array(
      fc.record({
        category: fc.constantFrom(...CATEGORIES),
        cents: fc.integer({ min: 0, max: 3000 }),
        choice: fc.constantFrom("auto", "auto", "auto", "cash", "0", "1"),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  { maxLength: 4, selector: (order) => `${order.account} ${order.on}` },
);

const cases = fc.tuple(credits, orders).map(([given, asked]) => {
  const retention = new Map<string, number>();
  const made = given.map((entry, index) => {
    retention.set(`c${index}`, entry.retention);
    const expiresOn = entry.days === null ? null : addDays(SATURDAY, Math.max(entry.days, entry.from));
    return credit(`c${index}`, entry.account, entry.amount, {
      heldCents: cents(Math.min(entry.held, entry.amount)),
      availableFrom: addDays(SATURDAY, entry.from),
      expiresOn,
      expiry: expiresOn ? "date" : "never",
      categories: entry.categories,
      excludedCategories: entry.excluded,
      giftCards: entry.giftCards,
      minimumOrderCents: cents(entry.minimum),
      coversShipping: entry.shipping,
    });
  });
  const toPay = asked.map(
    (order, index): RepayOrder => ({
      id: `o${index}`,
      accountId: order.account,
      on: addDays(SATURDAY, order.on),
      shippingCents: cents(order.shipping),
      lines: order.lines.map((line, number) => ({
        id: `o${index}l${number}`,
        category: line.category,
        amountCents: cents(line.cents),
        payWith: line.choice === "auto" || line.choice === "cash" ? line.choice : ("credit" as const),
        chosenCreditId: line.choice === "auto" || line.choice === "cash" ? null : `c${line.choice}`,
      })),
    }),
  );
  return { credits: made, orders: toPay, retention: (of: WorldCredit) => retention.get(of.id) ?? 0 };
});

describe("repay", () => {
  test("pays every line and all shipping to the cent, never more than is free, and only where the terms allow", () => {
    fc.assert(
      fc.property(cases, ({ credits: given, orders: asked, retention }) => {
        const payments = repay(asked, given, retention);
        const sum = (where: (payment: (typeof payments)[number]) => boolean) =>
          payments.filter(where).reduce((total, payment) => total + payment.cents, 0n);
        expect(payments.every((payment) => payment.cents > 0n)).toBe(true);
        for (const order of asked) {
          expect(sum((payment) => payment.orderId === order.id && payment.lineId === null)).toBe(order.shippingCents);
          for (const line of order.lines) expect(sum((payment) => payment.lineId === line.id)).toBe(line.amountCents);
        }
        for (const one of given) expect(sum((payment) => payment.creditId === one.id)).toBeLessThanOrEqual(availableCents(one));
        for (const payment of payments) {
          const order = asked.find(({ id }) => id === payment.orderId);
          const line = order?.lines.find(({ id }) => id === payment.lineId);
          const paying = given.find(({ id }) => id === payment.creditId);
          if (!order || !paying) continue;
          expect(line?.payWith).not.toBe("cash");
          expect(verdictOn(paying, line?.category ?? null, { ...order, lines: order.lines }).verdict).not.toBe("no");
        }
      }),
    );
  });

  test("no other way of paying saves more", () => {
    const small = cases.filter(({ orders: asked }) => asked.every((order) => order.lines.every((line) => line.payWith === "auto")));
    fc.assert(
      fc.property(small, ({ credits: given, orders: asked, retention }) => {
        const payments = repay(asked, given, retention);
        const saved = payments.reduce((total, payment) => {
          const paying = given.find(({ id }) => id === payment.creditId);
          return total + (paying ? Number(payment.cents) * (1000 - retention(paying)) : 0);
        }, 0);
        expect(saved).toBe(bestByThresholds(given, asked, retention));
      }),
      { numRuns: 200 },
    );
  });

  test("a chosen credit pays its line as far as it goes, before it pays others", () => {
    const order: RepayOrder = {
      id: "o",
      accountId: "a",
      on: SATURDAY,
      shippingCents: cents(0n),
      lines: [
        { id: "first", category: "other", amountCents: cents(900), payWith: "auto", chosenCreditId: null },
        { id: "second", category: "other", amountCents: cents(900), payWith: "credit", chosenCreditId: "small" },
      ],
    };
    const payments = repay([order], [credit("small", "a", 700), credit("big", "a", 5000)], () => 950);
    const paid = payments.filter((payment) => payment.lineId === "second").map((payment) => [payment.creditId, payment.cents]);
    expect(Object.fromEntries(paid)).toEqual({ small: 700n, big: 200n });
  });

  test("of two credits that expire, the earlier pays", () => {
    const order: RepayOrder = {
      id: "o",
      accountId: "a",
      on: SATURDAY,
      shippingCents: cents(0n),
      lines: [{ id: "l", category: "other", amountCents: cents(500), payWith: "auto", chosenCreditId: null }],
    };
    const given = [
      credit("later", "a", 900, { expiresOn: addDays(SATURDAY, 20) }),
      credit("sooner", "a", 900, { expiresOn: addDays(SATURDAY, 3) }),
    ];
    expect(repay([order], given, () => 0)).toEqual([{ orderId: "o", lineId: "l", creditId: "sooner", cents: 500n }]);
  });
});

/**
 * The best saving, worked out another way: what a group of credits can pay at most is a minimum cut, found by trying every
 * set of lines; taking groups from the greatest saving down is optimal because what can be paid is a matroid.
 */
function bestByThresholds(given: readonly WorldCredit[], asked: readonly RepayOrder[], retention: (of: WorldCredit) => number): number {
  const levels = [...new Set(given.map(retention))].sort((a, b) => a - b);
  let before = 0;
  let best = 0;
  for (const level of levels) {
    const most = mostPaid(
      given.filter((one) => retention(one) <= level),
      asked,
    );
    best += (most - before) * (1000 - level);
    before = most;
  }
  return best;
}

function mostPaid(given: readonly WorldCredit[], asked: readonly RepayOrder[]): number {
  const sinks = asked.flatMap((order) => [
    ...order.lines.map((line) => ({ order, category: line.category as string | null, size: Number(line.amountCents) })),
    { order, category: null, size: Number(order.shippingCents) },
  ]);
  let least = Number.POSITIVE_INFINITY;
  // A cut chooses which credits stay on the source's side; their allowed sinks must then be cut.
  for (let kept = 0; kept < 2 ** given.length; kept += 1) {
    let size = 0;
    const reached = new Set<number>();
    for (const [index, one] of given.entries()) {
      if ((kept & (1 << index)) === 0) size += Number(availableCents(one));
      else
        for (const [number, sink] of sinks.entries())
          if (verdictOn(one, sink.category, { ...sink.order, lines: sink.order.lines }).verdict !== "no") reached.add(number);
    }
    for (const number of reached) size += sinks[number]?.size ?? 0;
    least = Math.min(least, size);
  }
  return least;
}
