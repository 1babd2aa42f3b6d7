import type { PlanModel } from "./model";
import type { ExactPlan } from "./payments";
import { type Problem, stayingLines } from "./problem";

/** The plan as values for every column of the model, to start the solver from. */
export function columnsOf(problem: Problem, model: PlanModel, plan: ExactPlan): Float64Array {
  const values = new Float64Array(model.linear.columns);
  const bought = new Set<number>();
  for (const [index, column] of model.take.entries()) {
    const units = plan.take[index] as number;
    values[column] = units;
    if (units > 0) bought.add(problem.options[index]?.item ?? -1);
  }
  for (const [item, column] of model.missing) values[column] = bought.has(item) ? 0 : 1;
  const lent = new Map<string, number>();
  for (const [index, slot] of plan.slots) {
    const columns = model.slots[index];
    if (!columns) continue;
    values[columns.open] = 1;
    if (columns.free !== null) values[columns.free] = slot.shippingCents === 0 ? 1 : 0;
    const paying = new Set(slot.shippingPay.keys());
    for (const [credit, cents] of slot.shippingPay) values[columns.shippingPay.get(credit) ?? 0] = cents;
    for (const [number, payments] of slot.pay.entries()) {
      for (const [credit, cents] of payments) {
        paying.add(credit);
        values[columns.pay[number]?.get(credit) ?? 0] = cents;
        const owner = problem.slots[index]?.owner ?? "";
        if (problem.classes[index]?.[number]?.lent) lent.set(owner, (lent.get(owner) ?? 0) + cents);
      }
    }
    for (const [credit, gate] of columns.gates) values[gate] = paying.has(credit) ? 1 : 0;
  }
  if (model.largestLent !== null) values[model.largestLent] = Math.max(0, ...lent.values());
  for (const [index, { option, units }] of stayingLines(problem).entries())
    values[model.moved[index]?.[0] ?? 0] = plan.take[option] === units ? 0 : 1;
  return values;
}
