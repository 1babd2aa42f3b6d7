import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { cents } from "@/lib/kernel/cents";
import { newId, type Id } from "@/lib/kernel/id";
import type { Actor } from "@/lib/auth/actor";
import { cancelLine, cancelOrder, closeOrder, recordOrder, refundOrder, reportCredit, tickStep, undoRecord } from "./commands";
import { orderView } from "./queries";
import { approvedOrder, asPlanned, ORDER_CLOCK, ORDER_DAY, type ApprovedOrder } from "./testing/approved-order";

const COMMANDS: Readonly<Record<string, (actor: Actor, order: ApprovedOrder) => Promise<{ readonly ok: boolean }>>> = {
  tick: (actor, order) => tickStep(actor, newId(), { orderId: order.orderId, step: "not_one_click", done: true }),
  record: (actor, order) => recordOrder(actor, newId(), asPlanned(order), ORDER_CLOCK),
  close: (actor, order) => closeOrder(actor, newId(), order.orderId, ORDER_CLOCK),
  cancel: (actor, order) => cancelOrder(actor, newId(), order.orderId),
  "cancel a line": (actor, order) => cancelLine(actor, newId(), order.orderId, order.lines.rice),
  "report a balance": (actor, order) =>
    reportCredit(
      actor,
      newId(),
      { orderId: order.orderId, creditId: order.promotion, what: "declined", removedCents: cents(0), note: "" },
      ORDER_CLOCK,
    ),
  undo: (actor, order) => undoRecord(actor, newId(), order.orderId),
  refund: (actor, order) =>
    refundOrder(
      actor,
      newId(),
      {
        orderId: order.orderId,
        target: { kind: "order" },
        amountCents: null,
        into: { kind: "cash" },
        what: "refund",
        reopen: false,
        occurredOn: ORDER_DAY,
        reason: "",
      },
      ORDER_CLOCK,
    ),
};

/** Makes Anna, the owner, a child (Ben becomes the owner, so that somebody is). */
async function annaAsChild({ householdId, members, anna }: ApprovedOrder): Promise<Actor> {
  const set = (id: Id, role: string) => database().member.update({ where: { householdId_id: { householdId, id } }, data: { role } });
  await database().$transaction([set(members.ben, "owner"), set(members.anna, "child")]);
  return { ...anna, role: "child" };
}

describe("who may do what order day asks", () => {
  it.each(Object.keys(COMMANDS))("%s: not a stranger, not somebody who left, not a child on another's account", async (name) => {
    const run = COMMANDS[name];
    const [order, other] = [await approvedOrder(), await approvedOrder()];
    expect(await run?.(other.ben, order)).toMatchObject({ ok: false, failure: { code: "not_found" } });
    const child = await annaAsChild(order);
    expect(await run?.(child, order)).toMatchObject({ ok: false, failure: { code: "orders.not_yours" } });
    await database().member.update({
      where: { householdId_id: { householdId: order.householdId, id: order.members.anna } },
      data: { status: "left", endedAt: new Date() },
    });
    expect(await run?.(order.anna, order)).toMatchObject({ ok: false, failure: { code: "actor.gone" } });
  });

  it("shows the order to adults, to the holder, and to children who see balances", async () => {
    const [order, other] = [await approvedOrder(), await approvedOrder()];
    const see = (actor: Actor) => orderView(actor, order.planId, order.orderId, ORDER_CLOCK);
    expect(await see(order.anna)).not.toBeNull();
    expect(await see(other.anna)).toBeNull();
    const child: Actor = { ...order.anna, role: "child" };
    expect(await see(child)).toBeNull();
    expect(await see({ ...child, household: { ...child.household, childrenSeeBalances: true } })).not.toBeNull();
    expect(await see({ ...order.ben, role: "child" })).not.toBeNull();
    expect(await orderView(order.ben, other.planId, order.orderId, ORDER_CLOCK)).toBeNull();
    expect(await orderView(order.ben, "nonsense", "' or 1=1", ORDER_CLOCK)).toBeNull();
  });
});
