import { add, cents, subtract, ZERO, type Cents } from "@/lib/kernel/cents";
import { splitByLargestRemainder } from "@/lib/kernel/split";
import type { Id } from "@/lib/kernel/id";
import { BUDGET_CATEGORIES, type BudgetCategory } from "./category";

/** What was spent, told apart by what paid it. Minor units; below zero where more came back than went out. */
export type Spent = { readonly balanceCents: Cents; readonly cashCents: Cents };
export type SpentOn = Spent & { readonly category: BudgetCategory };

export type Envelope = { readonly id: Id; readonly category: BudgetCategory; readonly limitCents: Cents };

/** left: still within its limit. ahead: so too, but spent faster than the month goes. over: more than its limit. */
export type EnvelopeState = "left" | "ahead" | "over";

export type EnvelopeMonth = Envelope &
  Spent & {
    readonly spentCents: Cents;
    /** Limit less spent; below zero when it is over. */
    readonly leftCents: Cents;
    readonly state: EnvelopeState;
  };

export type BudgetMonth = {
  readonly envelopes: readonly EnvelopeMonth[];
  /** Spent on what has no envelope, by category. */
  readonly loose: readonly (SpentOn & { readonly spentCents: Cents })[];
  readonly spent: Spent & { readonly spentCents: Cents };
  /** The limits of all envelopes. */
  readonly limitCents: Cents;
  /** Limits less all that was spent, with an envelope or without. */
  readonly leftCents: Cents;
};

function sumOf(spending: readonly Spent[]): Spent & { readonly spentCents: Cents } {
  const balanceCents = spending.reduce((sum, one) => add(sum, one.balanceCents), ZERO);
  const cashCents = spending.reduce((sum, one) => add(sum, one.cashCents), ZERO);
  return { balanceCents, cashCents, spentCents: add(balanceCents, cashCents) };
}

/** Spent more of the limit than has gone of the month. */
function isAhead(spent: Cents, limit: Cents, { day, days }: { readonly day: number; readonly days: number }): boolean {
  return spent * BigInt(days) > limit * BigInt(day);
}

/** A month's money by category (R109): what each envelope has left, and what was spent outside them. */
export function budgetMonth(
  envelopes: readonly Envelope[],
  spending: readonly SpentOn[],
  progress: { readonly day: number; readonly days: number },
): BudgetMonth {
  const of = (category: BudgetCategory) => sumOf(spending.filter((one) => one.category === category));
  const filled = envelopes.map((envelope): EnvelopeMonth => {
    const spent = of(envelope.category);
    const leftCents = subtract(envelope.limitCents, spent.spentCents);
    const state = leftCents < 0n ? "over" : isAhead(spent.spentCents, envelope.limitCents, progress) ? "ahead" : "left";
    return { ...envelope, ...spent, leftCents, state };
  });
  const loose = BUDGET_CATEGORIES.filter((category) => !envelopes.some((envelope) => envelope.category === category))
    .map((category) => ({ category, ...of(category) }))
    .filter(({ balanceCents, cashCents }) => balanceCents !== 0n || cashCents !== 0n);
  const spent = sumOf(spending);
  const limitCents = envelopes.reduce((sum, envelope) => add(sum, envelope.limitCents), ZERO);
  return {
    envelopes: filled.sort((a, b) => BUDGET_CATEGORIES.indexOf(a.category) - BUDGET_CATEGORIES.indexOf(b.category)),
    loose,
    spent,
    limitCents,
    leftCents: subtract(limitCents, spent.spentCents),
  };
}

/** Money that came back for several categories: which of it was a balance's, in proportion to what came back of each. */
export function refundByCategory(
  returned: readonly { readonly category: BudgetCategory; readonly cents: Cents }[],
  toBalances: Cents,
): SpentOn[] {
  const parts = splitByLargestRemainder(
    toBalances,
    returned.map(({ cents: amount }) => amount),
  );
  return returned.map(({ category, cents: amount }, index) => {
    const balance = parts[index] ?? ZERO;
    return { category, balanceCents: cents(-balance), cashCents: cents(balance - amount) };
  });
}
