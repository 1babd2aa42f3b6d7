import type { PlanCredit, PlanItem } from "./contract";
import type { Option, PayClass, Problem, Slot } from "./problem";
import { unitCents } from "./problem";

/**
 * A first plan within milliseconds: must-haves by priority, then what is worth its price, each where it costs
 * least just then, paid by the credits that end first. Leaves credits with a minimum order aside and can leave
 * needs unmet; the search starts from it and falls back on it when there is no time for more.
 */
export function greedyUnits(problem: Problem): number[] {
  const state = new GreedyState(problem);
  const order = [...problem.items.keys()].sort((a, b) => rank(problem.items[a] as PlanItem) - rank(problem.items[b] as PlanItem) || a - b);
  for (const item of order) {
    const { need, quantity } = problem.items[item] as PlanItem;
    const rounds = need === "must" ? 1 : Math.min(quantity, 100);
    for (let round = 0; round < rounds; round += 1) if (!state.buyOne(item)) break;
  }
  return state.take;
}

function rank(item: PlanItem): number {
  return item.need === "must" ? item.priority : 4;
}

type Purchase = { option: number; costMilli: number; cashCents: number; feeCents: number; payments: [credit: number, cents: number][] };

class GreedyState {
  readonly take: number[];
  private readonly left: number[];
  private readonly subtotals: number[];
  private readonly lendable = new Map<string, number>();
  /** Cash still free on each date and all later ones. */
  private readonly cash: number[];
  private readonly payOrder: (a: number, b: number) => number;

  constructor(private readonly problem: Problem) {
    const { request, credits, options, slots } = problem;
    this.take = options.map(() => 0);
    this.left = [...problem.available];
    this.subtotals = slots.map(() => 0);
    for (const [member, cap] of Object.entries(request.lendingCapsCents)) this.lendable.set(member, cap);
    this.cash = request.orderDates.map((date) => request.cashBudgetCents.find((entry) => entry.from === date)?.cumulativeCents ?? Infinity);
    const breadth = ({ categories }: PlanCredit) => categories?.length ?? 1000;
    this.payOrder = (a, b) => {
      const [left, right] = [credits[a] as PlanCredit, credits[b] as PlanCredit];
      return (
        (problem.savingMilli[b] as number) - (problem.savingMilli[a] as number) ||
        (left.expiresOn ?? "9").localeCompare(right.expiresOn ?? "9") ||
        breadth(left) - breadth(right) ||
        a - b
      );
    };
  }

  /** Buys a must-have, or one unit of an optional item if it is worth it; false when that can't be. */
  buyOne(itemIndex: number): boolean {
    const { problem } = this;
    const item = problem.items[itemIndex] as PlanItem;
    const taken = (problem.optionsOfItem[itemIndex] ?? []).reduce((sum, option) => sum + (this.take[option] as number), 0);
    if (taken >= (item.need === "must" ? 1 : item.quantity)) return false;
    let best: Purchase | null = null;
    for (const option of problem.optionsOfItem[itemIndex] ?? []) {
      const purchase = this.price(option);
      if (purchase && (best === null || purchase.costMilli < best.costMilli)) best = purchase;
    }
    if (!best || (item.need === "optional" && best.costMilli > 1000 * item.valueCents)) return false;
    this.apply(best);
    return true;
  }

  private price(optionIndex: number): Purchase | null {
    const { problem } = this;
    const option = problem.options[optionIndex] as Option;
    const slot = problem.slots[option.slot] as Slot;
    const payClass: PayClass | null = option.payClass === null ? null : (problem.classes[option.slot]?.[option.payClass] ?? null);
    let due = unitCents(problem, option);
    const feeCents = this.feeStep(option.slot, slot, due);
    let lendable = payClass?.lent ? (this.lendable.get(slot.owner) ?? Infinity) : Infinity;
    let costMilli = 1000 * (due + feeCents);
    const payments: [number, number][] = [];
    for (const credit of [...(payClass?.credits ?? [])].sort(this.payOrder)) {
      if ((problem.credits[credit] as PlanCredit).minimumOrderCents > 0) continue;
      const cents = Math.min(due, lendable, this.left[credit] as number);
      if (cents <= 0) continue;
      payments.push([credit, cents]);
      due -= cents;
      lendable -= cents;
      costMilli -= cents * (problem.savingMilli[credit] as number);
    }
    const cashCents = due + feeCents;
    const free = Math.min(...this.cash.slice(slot.dateIndex));
    return cashCents > Math.max(0, free) ? null : { option: optionIndex, costMilli, cashCents, feeCents, payments };
  }

  /** What the purchase adds to shipping; less than nothing when the order now ships free. */
  private feeStep(index: number, slot: Slot, cents: number): number {
    const before = this.subtotals[index] as number;
    const opened = before > 0 || (this.problem.optionsOfSlot[index] ?? []).some((option) => (this.take[option] as number) > 0);
    const feeBefore = opened && before < slot.freeFromCents ? slot.feeCents : 0;
    return (before + cents < slot.freeFromCents ? slot.feeCents : 0) - feeBefore;
  }

  private apply({ option, cashCents, payments }: Purchase): void {
    const { problem } = this;
    const { slot: index, payClass } = problem.options[option] as Option;
    const slot = problem.slots[index] as Slot;
    this.take[option] = (this.take[option] as number) + 1;
    this.subtotals[index] = (this.subtotals[index] as number) + unitCents(problem, problem.options[option] as Option);
    for (let date = slot.dateIndex; date < this.cash.length; date += 1) this.cash[date] = (this.cash[date] as number) - cashCents;
    for (const [credit, cents] of payments) {
      this.left[credit] = (this.left[credit] as number) - cents;
      if (payClass !== null && problem.classes[index]?.[payClass]?.lent && this.lendable.has(slot.owner)) {
        this.lendable.set(slot.owner, (this.lendable.get(slot.owner) as number) - cents);
      }
    }
  }
}
