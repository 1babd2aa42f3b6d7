import { type PlanRequest, type PlanResult, parsePlanRequest } from "./contract";
import { cashOf, type ExactPlan, payExactly } from "./payments";
import { type Option, type Problem, readProblem, type Slot } from "./problem";
import { type SolveContext, solver } from "./solver";
import { money } from "./wording";

/** What one line would cost elsewhere, everything else staying where it is and all payments made anew. */
export type Alternative = {
  /** Where and when it would be ordered; null for leaving it out. */
  readonly place: { readonly account: string; readonly date: string } | null;
  /** False when no payment keeps the cash budgets. */
  readonly possible: boolean;
  /** Against the plan as it is; less than nothing where it would be cheaper. Zero when not possible. */
  readonly extraCostMilliCents: number;
  readonly extraCashCents: number;
  readonly extraShippingCents: number;
  readonly text: string;
};

/** The alternatives to one line of a plan, the cheapest first. Exact: each is paid for by a solve of its own. */
export async function alternativesTo(
  request: PlanRequest,
  plan: PlanResult,
  line: { item: string; account: string; date: string },
): Promise<Alternative[]> {
  const problem = readProblem(parsePlanRequest({ ...request, current: null }), { everySlot: true });
  const context: SolveContext = { highs: await solver(), deadline: Infinity, cancelled: () => false };
  const take = unitsOfPlan(problem, plan);
  const itemIndex = problem.items.findIndex((item) => item.id === line.item);
  const options = problem.optionsOfItem[itemIndex] ?? [];
  const here = options.find((option) => isAt(problem, option, line));
  const now = payExactly(context, problem, take);
  if (here === undefined || !now) throw new RangeError(`the plan has no line for ${line.item} from ${line.account} on ${line.date}`);

  const moved = (to: number | null) => {
    const units = [...take];
    if (to !== null) units[to] = (units[to] as number) + (units[here] as number);
    units[here] = 0;
    return describe(problem, now, payExactly(context, problem, units), to);
  };
  const others = options.filter((option) => option !== here);
  return [...others.map(moved), moved(null)].sort(
    (a, b) =>
      Number(b.possible) - Number(a.possible) ||
      Number(a.place === null) - Number(b.place === null) ||
      a.extraCostMilliCents - b.extraCostMilliCents,
  );
}

function isAt(problem: Problem, option: number, place: { account: string; date: string }): boolean {
  const slot = problem.slots[(problem.options[option] as Option).slot] as Slot;
  return slot.account === place.account && slot.date === place.date;
}

function unitsOfPlan(problem: Problem, plan: PlanResult): number[] {
  const take = problem.options.map(() => 0);
  for (const order of plan.orders) {
    for (const line of order.lines) {
      const item = problem.items.findIndex((entry) => entry.id === line.item);
      const option = problem.optionsOfItem[item]?.find((entry) => isAt(problem, entry, order));
      if (option !== undefined) take[option] = problem.items[item]?.need === "must" ? 1 : line.quantity;
    }
  }
  return take;
}

function describe(problem: Problem, now: ExactPlan, then: ExactPlan | null, option: number | null): Alternative {
  const slot = option === null ? null : (problem.slots[(problem.options[option] as Option).slot] as Slot);
  const place = slot && { account: slot.account, date: slot.date };
  const where = slot ? `From ${slot.account} on ${slot.date}` : "Leaving it out";
  if (!then)
    return {
      place,
      possible: false,
      extraCostMilliCents: 0,
      extraCashCents: 0,
      extraShippingCents: 0,
      text: `${where}: the cash budget doesn't allow it.`,
    };
  const extraCashCents = cashOf(then) - cashOf(now);
  const extraShippingCents = shippingOf(then) - shippingOf(now);
  const extraCostMilliCents = then.costMilli - now.costMilli;
  return {
    place,
    possible: true,
    extraCostMilliCents,
    extraCashCents,
    extraShippingCents,
    text: `${where}: ${inWords(extraCashCents, extraShippingCents, extraCostMilliCents)}.`,
  };
}

function inWords(cash: number, shipping: number, costMilli: number): string {
  const parts: string[] = [];
  if (cash !== 0) parts.push(`${money(Math.abs(cash))} ${cash > 0 ? "more" : "less"} cash`);
  if (shipping > 0) parts.push(`${money(shipping)} of it for shipping`);
  const worth = costMilli - 1000 * cash;
  if (Math.abs(worth) >= 500)
    parts.push(
      `${worth > 0 ? "uses up" : "keeps"} credit and value worth ${money(Math.round(Math.abs(worth) / 1000))}${worth > 0 ? " more" : ""}`,
    );
  return parts.length === 0 ? "equally good" : parts.join(", ");
}

function shippingOf(plan: ExactPlan): number {
  return [...plan.slots.values()].reduce((sum, slot) => sum + slot.shippingCents, 0);
}
