import { inHousehold } from "@/lib/db/transaction";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import type { Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { closeOrder, recordOrder, tickStep } from "@/lib/orders/commands";
import { STEPS_BEFORE } from "@/lib/orders/schema";
import { approvePlan, proposePlan } from "@/lib/plans/decide";
import { makePlan } from "@/lib/plans/make";
import type { MakePlan } from "@/lib/plans/schema";
import { settleUp } from "@/lib/settlements/commands";
import { expectDone } from "./expect";
import type { DemoHousehold } from "./people";

const ASKING: Omit<MakePlan, "listIds"> = { orderDates: [], cashLimitCents: null, settlement: "even_up" };

/** An order of Anna's that went as planned, and Ben's first payment towards what he owes her for it. */
export async function demoEarlierOrder({ anna, ben }: DemoHousehold, listId: Id, today: Day): Promise<void> {
  const { planId } = await expectDone("planning", makePlan(anna, newId(), { ...ASKING, listIds: [listId] }));
  await expectDone("approving", approvePlan(anna, newId(), { planId, version: 1, holderId: anna.memberId, checked: true }));
  const { householdId } = anna;
  const order = present(
    await inHousehold(householdId, (tx) =>
      tx.planOrder.findFirst({ where: { householdId, planId }, include: { planLines: true, allocations: true } }),
    ),
    "the earlier order",
  );
  const orderId = order.id;
  for (const step of STEPS_BEFORE) await expectDone(step, tickStep(anna, newId(), { orderId, step, done: true }));
  const paid = new Map<Id, bigint>();
  for (const { creditId, cents: part } of order.allocations) if (creditId) paid.set(creditId, (paid.get(creditId) ?? 0n) + part);
  await expectDone(
    "recording the order",
    recordOrder(
      anna,
      newId(),
      {
        orderId,
        orderNumber: "114-5550101-7264",
        orderedOn: today,
        shippingCents: cents(order.shippingCents),
        totalCents: cents(order.planLines.reduce((sum, line) => sum + line.amountCents, order.shippingCents)),
        cashPayerId: anna.memberId,
        lines: order.planLines.map((line) => ({ lineId: line.id, outcome: "bought" as const, amountCents: cents(line.amountCents) })),
        payments: [...paid].map(([creditId, part]) => ({ creditId, cents: cents(part) })),
      },
      systemClock,
    ),
  );
  await expectDone("payment methods back", tickStep(anna, newId(), { orderId, step: "methods_back", done: true }));
  await expectDone("closing", closeOrder(anna, newId(), orderId, systemClock));
  await expectDone(
    "settling",
    settleUp(
      ben,
      newId(),
      { fromId: ben.memberId, toId: anna.memberId, amountCents: cents(2_000), occurredOn: today, note: "Cash, at breakfast" },
      systemClock,
    ),
  );
}

/** The plan for "Weekly", proposed and waiting for Ben, whose balances it uses. */
export async function demoProposal({ anna }: DemoHousehold, weekly: Id): Promise<void> {
  const { planId } = await expectDone("planning", makePlan(anna, newId(), { ...ASKING, listIds: [weekly] }));
  await expectDone("proposing", proposePlan(anna, newId(), { planId, version: 1, checked: true }));
}
