import { parseMoney, ZERO, type Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import { isId, type Id } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { amountField, OUTCOMES, outcomeField, paidField, type Outcome, type RecordOrder } from "@/lib/orders/schema";

type Typed = {
  readonly orderId: Id;
  readonly orderNumber: string;
  readonly orderedOn: Day;
  readonly shipping?: string | undefined;
  readonly total: string;
  readonly cashPayer: Id;
  readonly [field: string]: unknown;
};

const MOST_FIELDS = 1000;

/** The ids of the fields named `<prefix>_<id>`. */
function idsOf(form: Typed, prefix: string): Id[] {
  return Object.keys(form)
    .filter((key) => key.startsWith(`${prefix}_`))
    .map((key) => key.slice(prefix.length + 1))
    .filter(isId);
}

/** Reads the form of order day: amounts as typed, in a currency with `digits` minor digits; blank means nothing, except for what a thing cost. */
export function readRecordForm(form: Typed, digits: number): Result<RecordOrder> {
  if (Object.keys(form).length > MOST_FIELDS) return fail("invalid");
  let wrong: Result<never> | undefined;
  const money = (field: string, required = false): Cents => {
    const typed = form[field];
    if (typed === undefined && required) wrong ??= fail("required", { field });
    if (typed === undefined) return ZERO;
    const parsed = parseMoney(String(typed), digits);
    if (parsed.ok) return parsed.cents;
    wrong ??= fail(parsed.problem, { field });
    return ZERO;
  };
  const lines = idsOf(form, "outcome").map((lineId) => {
    const outcome = OUTCOMES.find((known) => known === form[outcomeField(lineId)]);
    if (outcome === undefined) wrong ??= fail("choice", { field: outcomeField(lineId) });
    return {
      lineId,
      outcome: outcome ?? ("bought" as Outcome),
      amountCents: outcome === "bought" ? money(amountField(lineId), true) : ZERO,
    };
  });
  const payments = idsOf(form, "paid").map((creditId) => ({ creditId, cents: money(paidField(creditId)) }));
  const [shippingCents, totalCents] = [money("shipping"), money("total")];
  const { orderId, orderNumber, orderedOn, cashPayer } = form;
  return wrong ?? ok({ orderId, orderNumber, orderedOn, shippingCents, totalCents, cashPayerId: cashPayer, lines, payments });
}
