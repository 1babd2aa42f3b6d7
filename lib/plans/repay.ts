import { cents, type Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { strongestFlow, type Pipe } from "./flow";
import { isTakenUnasked, verdictOn, type Use } from "./terms";
import { availableCents, type WorldCredit } from "./world";

export type RepayLine = {
  readonly id: Id;
  readonly category: string;
  readonly amountCents: Cents;
  readonly payWith: "auto" | "cash" | "credit";
  readonly chosenCreditId: Id | null;
};
export type RepayOrder = {
  readonly id: Id;
  readonly accountId: Id;
  readonly on: Day;
  readonly shippingCents: Cents;
  readonly lines: readonly RepayLine[];
};
/** Cents of a credit (null: cash) for a line (null: the shipping of the order). */
export type Payment = { readonly orderId: Id; readonly lineId: Id | null; readonly creditId: Id | null; readonly cents: Cents };

/** What using a cent does, strongest first: as chosen by hand; what it saves; the earlier expiry among equals. */
const CHOSEN = 1_000_000_000;
const PER_SAVED_PERMILLE = 1_000;

type Sink = { readonly orderId: Id; readonly line: RepayLine | null; readonly cents: Cents; readonly use: Use };

/**
 * Pays orders whose lines are fixed, as well as it can be done: every line is paid to the cent, no credit beyond what
 * is free on it, only where its terms allow, and the credits that are worth least later are used first. Lines set to
 * cash stay cash; a chosen credit pays its line as far as it goes. `retention` says what an unused cent of a
 * credit is worth later, in thousandths.
 */
export function repay(
  orders: readonly RepayOrder[],
  credits: readonly WorldCredit[],
  retention: (credit: WorldCredit) => number,
): Payment[] {
  const sinks = orders.flatMap(sinksOf);
  const byExpiry = [...credits].sort((a, b) =>
    (a.expiresOn ?? "9") < (b.expiresOn ?? "9") ? -1 : (a.expiresOn ?? "9") > (b.expiresOn ?? "9") ? 1 : a.id < b.id ? -1 : 1,
  );
  const pipes: Pipe[] = [];
  for (const [source, credit] of byExpiry.entries()) {
    for (const [index, sink] of sinks.entries()) {
      const chosen = sink.line?.payWith === "credit" && sink.line.chosenCreditId === credit.id;
      if (sink.line?.payWith === "cash") continue;
      const answer = verdictOn(credit, sink.line?.category ?? null, sink.use);
      if (answer.verdict === "no" || (!chosen && !isTakenUnasked(answer))) continue;
      const saved = Math.max(0, 1000 - retention(credit));
      const tie = Math.max(1, PER_SAVED_PERMILLE - 1 - source);
      pipes.push({ source, sink: index, worth: (chosen ? CHOSEN : 0) + saved * PER_SAVED_PERMILLE + tie });
    }
  }
  const flows = strongestFlow(
    byExpiry.map((credit) => Number(availableCents(credit))),
    sinks.map((sink) => Number(sink.cents)),
    pipes,
  );
  const left = sinks.map((sink) => sink.cents as bigint);
  const payments: Payment[] = [];
  for (const flow of flows) {
    const sink = sinks[flow.sink];
    const credit = byExpiry[flow.source];
    if (!sink || !credit) continue;
    payments.push({ orderId: sink.orderId, lineId: sink.line?.id ?? null, creditId: credit.id, cents: cents(flow.amount) });
    left[flow.sink] = (left[flow.sink] ?? 0n) - BigInt(flow.amount);
  }
  for (const [index, sink] of sinks.entries()) {
    const cash = left[index] ?? 0n;
    if (cash > 0n) payments.push({ orderId: sink.orderId, lineId: sink.line?.id ?? null, creditId: null, cents: cents(cash) });
  }
  return payments;
}

function sinksOf(order: RepayOrder): Sink[] {
  const use: Use = { accountId: order.accountId, on: order.on, lines: order.lines };
  const lines: Sink[] = order.lines.map((line) => ({ orderId: order.id, line, cents: line.amountCents, use }));
  return [...lines, { orderId: order.id, line: null, cents: order.shippingCents, use }].filter((sink) => sink.cents > 0n);
}
