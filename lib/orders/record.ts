import { today, type Actor } from "@/lib/auth/actor";
import { endHolds, lockCredits, postEntry, type LockedCredit } from "@/lib/credits/store";
import type { Tx } from "@/lib/db/transaction";
import { add, cents, negate, subtract, toNumber, ZERO, type Cents } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { addDays, dateFromDay } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { markItemsBought } from "@/lib/lists/store";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { lockOrder, requireActiveAccount, requireOpen, type OrderLine, type StoredOrder } from "./locked-order";
import { allocate, type Allocation, type Source, type Target } from "./pay";
import { amountField, paidField, type Outcome, type RecordOrder } from "./schema";
import { bookShares, sharesOfOrder } from "./shares";

const EARLIEST_DAYS_AGO = 366;

/** A line with how it really ended. */
type RealLine = { readonly line: OrderLine; readonly outcome: Outcome; readonly amountCents: Cents };

/**
 * Writes down what was really ordered: in one transaction the ledger is debited, holds end, the items leave the list
 * and the shares are booked (R12, R23, R71). Of two at the same moment, one wins and the other is told.
 */
export function recordOrder(actor: Actor, commandId: Id, input: RecordOrder, clock: Clock): Promise<Result<{ readonly planId: Id }>> {
  return runCommand(actor, { id: commandId, name: "orders.record" }, async (tx) => {
    const order = await lockOrder(tx, actor, input.orderId);
    requireOpen(order);
    requireActiveAccount(order);
    const now = today(actor, clock);
    if (input.orderedOn > now) throw new Refusal("orders.in_future", { field: "orderedOn" });
    if (input.orderedOn < addDays(now, -EARLIEST_DAYS_AGO)) throw new Refusal("orders.long_ago", { field: "orderedOn" });
    const real = realLines(order, input);
    const bought = real.filter((entry) => entry.outcome === "bought");
    const credits = await creditsThatPaid(tx, actor, order, input);
    const cash = requireSum(actor, bought, input);
    await requireMember(tx, actor, input.cashPayerId);

    const actual = allocate(targetsOf(bought, input.shippingCents), sourcesOf(input, cash), order.planned, termsOf(credits));
    await debit(tx, actor, order, input, credits);
    await writeOutcome(tx, actor, order, input, real, actual);
    await markItemsBought(
      tx,
      actor,
      bought.map(({ line }) => line.itemId),
    );
    await bookShares(
      tx,
      actor,
      order,
      sharesOfOrder(
        bought.map(({ line }) => line),
        actual,
        order.holderId,
        input.cashPayerId,
      ),
      null,
    );
    await recordActivity(tx, actor, {
      action: "orders.recorded",
      subjectType: "order",
      subjectId: order.id,
      detail: {
        orderNumber: input.orderNumber,
        store: order.storeName,
        totalCents: toNumber(input.totalCents),
        cashCents: toNumber(cash),
        currency: actor.household.currency,
      },
    });
    return { planId: order.planId };
  });
}

/** Every line still in the order with what became of it; refused when the form showed other lines. */
function realLines(order: StoredOrder, input: RecordOrder): RealLine[] {
  const open = order.lines.filter((line) => line.status === "planned");
  const given = new Map(input.lines.map((line) => [line.lineId, line]));
  if (given.size !== open.length || given.size !== input.lines.length) throw new Refusal("conflict");
  return open.map((line) => {
    const entry = given.get(line.id);
    if (!entry) throw new Refusal("conflict");
    return { line, outcome: entry.outcome, amountCents: entry.outcome === "bought" ? entry.amountCents : ZERO };
  });
}

/** Locks all credits concerned; each must be on this account and have that much, its own hold included. */
async function creditsThatPaid(tx: Tx, actor: Actor, order: StoredOrder, input: RecordOrder): Promise<Map<Id, LockedCredit>> {
  const { householdId } = actor;
  const ids = input.payments.map(({ creditId }) => creditId);
  if (new Set(ids).size !== ids.length) throw new Refusal("conflict");
  const holds = await tx.hold.findMany({
    where: { householdId, orderId: order.id, status: "open" },
    select: { creditId: true, cents: true },
  });
  const credits = await lockCredits(tx, householdId, [...ids, ...holds.map(({ creditId }) => creditId)]);
  for (const { creditId, cents: paid } of input.payments) {
    const credit = credits.get(creditId);
    if (!credit || credit.accountId !== order.accountId) throw new Refusal("orders.credit_elsewhere", { field: paidField(creditId) });
    const own = holds.filter((hold) => hold.creditId === creditId).reduce((sum, hold) => sum + hold.cents, 0n);
    const usable = credit.availableCents + own;
    if (paid > usable)
      throw new Refusal("orders.credit_short", {
        field: paidField(creditId),
        values: { availableCents: toNumber(cents(usable)), currency: actor.household.currency },
      });
  }
  return credits;
}

/** The parts must come to the total, and the credits to no more; the answer is what was paid in cash. */
function requireSum(actor: Actor, bought: readonly RealLine[], input: RecordOrder): Cents {
  const { currency } = actor.household;
  const first = bought[0];
  if (!first) throw new Refusal("orders.nothing_bought");
  const sum = add(input.shippingCents, ...bought.map(({ amountCents }) => amountCents));
  if (sum !== input.totalCents) {
    throw new Refusal("orders.total_differs", {
      field: "total",
      values: { sumCents: toNumber(sum), totalCents: toNumber(input.totalCents), currency },
    });
  }
  const cash = subtract(input.totalCents, add(ZERO, ...input.payments.map((payment) => payment.cents)));
  if (cash < 0n) {
    const last = input.payments.findLast((payment) => payment.cents > 0n);
    throw new Refusal("orders.paid_too_much", {
      field: last ? paidField(last.creditId) : amountField(first.line.id),
      values: { overCents: toNumber(negate(cash)), currency },
    });
  }
  return cash;
}

async function requireMember(tx: Tx, actor: Actor, memberId: Id): Promise<void> {
  const known = await tx.member.count({ where: { householdId: actor.householdId, id: memberId } });
  if (known === 0) throw new Refusal("choice", { field: "cashPayer" });
}

function targetsOf(bought: readonly RealLine[], shippingCents: Cents): Target[] {
  return [
    ...bought.map(({ line, amountCents }) => ({ lineId: line.id, category: line.category, cents: amountCents })),
    { lineId: null, category: null, cents: shippingCents },
  ];
}

function sourcesOf(input: RecordOrder, cash: Cents): Source[] {
  return [...input.payments.map((payment): Source => payment), { creditId: null, cents: cash }];
}

function termsOf(credits: ReadonlyMap<Id, LockedCredit>) {
  // The client reads a null array as an empty one; a credit for no category at all isn't kept.
  return new Map(
    [...credits].map(([id, credit]) => [id, { ...credit, categories: credit.categories?.length === 0 ? null : credit.categories }]),
  );
}

async function debit(tx: Tx, actor: Actor, order: StoredOrder, input: RecordOrder, credits: ReadonlyMap<Id, LockedCredit>): Promise<void> {
  const paid = new Map(input.payments.map((payment) => [payment.creditId, payment.cents]));
  for (const creditId of credits.keys()) {
    const amount = paid.get(creditId) ?? ZERO;
    // What was held beyond what was really paid is free again with the hold's end.
    await endHolds(tx, actor, { orderId: order.id, creditId }, amount > 0n ? "spent" : "released");
    if (amount > 0n) {
      await postEntry(tx, actor, {
        creditId,
        kind: "spend",
        amountCents: negate(amount),
        reason: `${order.storeName} ${input.orderNumber}`.slice(0, 500),
        occurredOn: input.orderedOn,
        orderId: order.id,
      });
    }
  }
}

async function writeOutcome(
  tx: Tx,
  actor: Actor,
  order: StoredOrder,
  input: RecordOrder,
  real: readonly RealLine[],
  actual: readonly Allocation[],
): Promise<void> {
  const { householdId } = actor;
  for (const { line, outcome, amountCents } of real) {
    const data = outcome === "bought" ? { status: "ordered", actualAmountCents: amountCents } : { status: outcome };
    await tx.planLine.update({ where: { householdId_id: { householdId, id: line.id } }, data });
  }
  await tx.allocation.createMany({
    data: actual.map((allocation) => ({ householdId, id: newId(), orderId: order.id, stage: "actual", ...allocation })),
  });
  await tx.planOrder.update({
    where: { householdId_id: { householdId, id: order.id } },
    data: {
      status: "ordered",
      orderNumber: input.orderNumber,
      orderedOn: dateFromDay(input.orderedOn),
      orderedById: actor.memberId,
      cashPayerId: input.cashPayerId,
      actualTotalCents: input.totalCents,
      actualShippingCents: input.shippingCents,
      version: { increment: 1 },
    },
  });
  await tx.plan.update({ where: { householdId_id: { householdId, id: order.planId } }, data: { version: { increment: 1 } } });
}
