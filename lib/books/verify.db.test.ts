import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { cents } from "@/lib/kernel/cents";
import { newId } from "@/lib/kernel/id";
import { cancelLine, cancelOrder, closeOrder, recordOrder, refundOrder, reportCredit, tickStep, undoRecord } from "@/lib/orders/commands";
import type { RefundOrder } from "@/lib/orders/schema";
import { approvedOrder, asPlanned, ORDER_CLOCK, ORDER_DAY, type ApprovedOrder } from "@/lib/orders/testing/approved-order";
import { reverseSettlement, settleUp } from "@/lib/settlements/commands";
import { debtsView } from "@/lib/settlements/queries";
import { verifyBooks } from "./verify";

/** The superuser, with every trigger and foreign key asleep: the only one who can make the books wrong. */
let forger: pg.Client;

beforeAll(async () => {
  forger = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
  await forger.connect();
  await forger.query("set session_replication_role = replica");
});
afterAll(() => forger.end());

async function refunded(): Promise<ApprovedOrder> {
  const order = await approvedOrder();
  await recordOrder(order.ben, newId(), asPlanned(order), ORDER_CLOCK);
  await refundOrder(order.ben, newId(), refund(order, { amountCents: cents(1000) }), ORDER_CLOCK);
  await settleUp(
    order.anna,
    newId(),
    { fromId: order.members.anna, toId: order.members.ben, amountCents: cents(500), note: "", occurredOn: ORDER_DAY },
    ORDER_CLOCK,
  );
  return order;
}

function refund(order: ApprovedOrder, input: Partial<RefundOrder>): RefundOrder {
  return {
    orderId: order.orderId,
    target: { kind: "order" },
    amountCents: null,
    into: { kind: "origin" },
    what: "refund",
    reopen: false,
    occurredOn: ORDER_DAY,
    reason: "",
    ...input,
  };
}

const differencesOf = async (order: ApprovedOrder) => (await verifyBooks(order.householdId)).differences;

describe("what was planted", () => {
  let order: ApprovedOrder;
  let planned: ApprovedOrder;
  beforeEach(async () => {
    order = await refunded();
    planned = await approvedOrder();
  });

  it.each<[string, (order: ApprovedOrder) => string]>([
    ["balance of a credit", (o) => `update credit set posted_cents = posted_cents + 1 where id = '${o.giftCard}'`],
    [
      "balance of a credit",
      (o) => `update ledger_entry set amount_cents = amount_cents - 1 where credit_id = '${o.giftCard}' and kind = 'opening'`,
    ],
    ["held of a credit", (o) => `update credit set held_cents = 1 where id = '${o.giftCard}'`],
    ["number of an entry", (o) => `update ledger_entry set number = 9 where credit_id = '${o.promotion}' and kind = 'spend'`],
    [
      "balance after an entry",
      (o) => `update ledger_entry set posted_after_cents = 1 where credit_id = '${o.promotion}' and kind = 'spend'`,
    ],
    ["total of an order", (o) => `update plan_order set actual_total_cents = actual_total_cents + 1 where id = '${o.orderId}'`],
    ["payments of a line", (o) => `update plan_line set actual_amount_cents = actual_amount_cents + 1 where id = '${o.lines.rice}'`],
    ["payments of a shipping", (o) => `update plan_order set actual_shipping_cents = 499 where id = '${o.orderId}'`],
    [
      "spent by an order",
      (o) => `update allocation set credit_id = null where order_id = '${o.orderId}' and stage = 'actual' and credit_id = '${o.promotion}'`,
    ],
    ["parts of a refund", (o) => `update refund set cents = 1001 where order_id = '${o.orderId}'`],
    ["credited by a refund", (o) => `update refund_part set credit_id = '${o.promotion}' where credit_id = '${o.giftCard}'`],
    [
      "shares of a refund",
      (o) =>
        `delete from share_entry where id = (select id from share_entry where order_id = '${o.orderId}' and refund_id is not null limit 1)`,
    ],
    ["refunded of an order beyond what it cost", (o) => `update refund set cents = 900000 where order_id = '${o.orderId}'`],
    [
      "share of a line",
      (o) => `update share_entry set receiver_id = '${o.members.ben}' where line_id = '${o.lines.book}' and refund_id is null`,
    ],
    ["share of a line", (o) => `delete from share_entry where line_id = '${o.lines.rice}' and refund_id is null`],
    [
      "share of a shipping",
      (o) => `update share_entry set cents = cents + 1 where order_id = '${o.orderId}' and line_id is null and refund_id is null`,
    ],
    ["shares below nothing", (o) => `delete from share_entry where line_id = '${o.lines.rice}' and refund_id is null`],
  ])("is named: %s", async (check, statement) => {
    expect(await differencesOf(order)).toEqual([]);
    await forger.query(statement(order));
    expect((await differencesOf(order)).map((difference) => difference.check)).toContain(check);
  });

  it.each<[string, (order: ApprovedOrder) => string]>([
    ["held of a credit", (o) => `update hold set cents = cents + 1 where order_id = '${o.orderId}'`],
    ["hold of an order", (o) => `update hold set status = 'released', ended_at = now() where credit_id = '${o.giftCard}'`],
    ["planned payments of a line", (o) => `delete from allocation where line_id = '${o.lines.tabs}'`],
  ])("is named before ordering: %s", async (check, statement) => {
    expect(await differencesOf(planned)).toEqual([]);
    await forger.query(statement(planned));
    expect((await differencesOf(planned)).map((difference) => difference.check)).toContain(check);
  });

  it("is named: reversal of a settlement", async () => {
    const settlement = await database().settlement.findFirstOrThrow({ where: { householdId: order.householdId } });
    await reverseSettlement(order.anna, newId(), settlement.id, ORDER_CLOCK);
    expect(await differencesOf(order)).toEqual([]);
    await forger.query(`update settlement set cents = -400 where reverses_id = '${settlement.id}'`);
    expect(await differencesOf(order)).toMatchObject([{ check: "reversal of a settlement", expected: -500n, found: -400n }]);
  });
});

/** Repeatable chance, so that a failure can be seen again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

it("looks at every household when none is named", async () => {
  const [first, second] = [await refunded(), await refunded()];
  for (const order of [first, second]) await forger.query(`update credit set held_cents = 1 where id = '${order.giftCard}'`);
  const { differences, households } = await verifyBooks();
  expect(households).toBeGreaterThan(1);
  for (const order of [first, second])
    expect(differences).toContainEqual({
      householdId: order.householdId,
      check: "held of a credit",
      subjectId: order.giftCard,
      expected: 0n,
      found: 1n,
    });
});

describe("after whatever a household does", () => {
  it.each([1, 2, 3, 4])("there is no difference (%i)", async (seed) => {
    const roll = dice(seed);
    const order = await approvedOrder({ settlement: roll(4) === 0 ? "gift" : "even_up" });
    const { lines, promotion, giftCard, members } = order;
    const lineIds = Object.values(lines);
    const oneOf = <T>(choices: readonly T[]): T => choices[roll(choices.length)] as T;
    const into = (): RefundOrder["into"] =>
      oneOf([
        { kind: "origin" },
        { kind: "cash" },
        { kind: "new_credit" },
        { kind: "credit", creditId: oneOf([promotion, giftCard]) },
      ] as const);
    const target = (): RefundOrder["target"] =>
      oneOf([{ kind: "order" }, { kind: "shipping" }, { kind: "line", lineId: oneOf(lineIds) }] as const);
    const acts: readonly (() => Promise<unknown>)[] = [
      () => cancelLine(order.ben, newId(), order.orderId, oneOf(lineIds)),
      () =>
        reportCredit(
          order.ben,
          newId(),
          {
            orderId: order.orderId,
            creditId: oneOf([promotion, giftCard]),
            what: oneOf(["declined", "removed"]),
            removedCents: cents(roll(500)),
            note: "",
          },
          ORDER_CLOCK,
        ),
      () => record(),
      () => record(),
      () => undoRecord(order.ben, newId(), order.orderId),
      () =>
        refundOrder(order.ben, newId(), refund(order, { target: target(), into: into(), amountCents: cents(1 + roll(900)) }), ORDER_CLOCK),
      () =>
        refundOrder(order.ben, newId(), refund(order, { target: target(), into: into(), amountCents: cents(1 + roll(900)) }), ORDER_CLOCK),
      () =>
        refundOrder(
          order.ben,
          newId(),
          refund(order, { target: target(), into: into(), what: oneOf(["refund", "cancelled", "failed"]), reopen: roll(2) === 0 }),
          ORDER_CLOCK,
        ),
      () =>
        settleUp(
          order.anna,
          newId(),
          {
            fromId: oneOf(Object.values(members)),
            toId: oneOf(Object.values(members)),
            amountCents: cents(1 + roll(300)),
            note: "",
            occurredOn: ORDER_DAY,
          },
          ORDER_CLOCK,
        ),
      () => tickStep(order.ben, newId(), { orderId: order.orderId, step: "methods_back", done: true }),
    ];
    const record = async () => {
      const now = await database().planOrder.findFirstOrThrow({
        where: { id: order.orderId },
        include: { planLines: { where: { status: "planned" } } },
      });
      const bought = now.planLines.map((line) => ({
        lineId: line.id,
        outcome: roll(6) === 0 ? ("failed" as const) : ("bought" as const),
        amountCents: cents(roll(3000)),
      }));
      const total = bought.reduce((sum, line) => sum + (line.outcome === "bought" ? line.amountCents : 0n), 300n);
      const payments = [promotion, giftCard].map((creditId) => ({ creditId, cents: cents((total * BigInt(roll(50))) / 100n) }));
      await recordOrder(
        order.ben,
        newId(),
        {
          ...asPlanned(order),
          lines: bought,
          shippingCents: cents(300),
          totalCents: cents(total),
          payments,
          cashPayerId: oneOf(Object.values(members)),
        },
        ORDER_CLOCK,
      );
    };
    let done = 0;
    for (let act = 0; act < 30; act += 1) {
      const answer = await oneOf(acts)();
      if (answer !== undefined && (answer as { ok: boolean }).ok) done += 1;
      if (act % 10 === 9) expect(await differencesOf(order)).toEqual([]);
    }
    await (roll(2) === 0 ? closeOrder(order.ben, newId(), order.orderId, ORDER_CLOCK) : cancelOrder(order.ben, newId(), order.orderId));
    expect(await differencesOf(order)).toEqual([]);
    expect(done).toBeGreaterThan(3);
    const view = await debtsView(order.ben, ORDER_CLOCK);
    expect(view?.standings.reduce((sum, standing) => sum + standing.cents, 0n)).toBe(0n);
  });
});
