import { isAdult, seesBalances, today as todayOf, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { activeMembers, type MemberRow } from "@/lib/households/queries";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { dateFromDay, dayFromDate, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { budgetMonth, type BudgetMonth } from "./budget";
import { budgetCategorySchema, type BudgetCategory } from "./category";
import { firstDayOf, lastDayOf, monthOf, monthProgress, type Month } from "./month";
import { spendingOf } from "./spending";

export type ExpenseRow = {
  readonly id: Id;
  readonly name: string;
  readonly category: BudgetCategory;
  readonly cents: Cents;
  readonly spentOn: Day;
  readonly paidBy: string;
};

export type BudgetPage = {
  readonly month: Month;
  /** The month it is now, where the months end. */
  readonly current: Month;
  readonly today: Day;
  readonly progress: { readonly day: number; readonly days: number };
  readonly budget: BudgetMonth;
  /** Typed in by hand, latest first. */
  readonly expenses: readonly ExpenseRow[];
  /** Taken away within this month, so that it can be brought back. */
  readonly removed: ExpenseRow | null;
  /** An envelope put away, so that it can be brought back. */
  readonly ended: { readonly id: Id; readonly category: BudgetCategory } | null;
  readonly members: readonly MemberRow[];
  readonly mayKeep: boolean;
};

type Asked = { readonly month: Month | null; readonly removedId: Id | null; readonly endedId: Id | null };

/** One month's money (R109); null for who may not see balances. A month to come is the present one. */
export function budgetPage(actor: Actor, asked: Asked, clock: Clock): Promise<BudgetPage | null> {
  if (!seesBalances(actor)) return Promise.resolve(null);
  const today = todayOf(actor, clock);
  const current = monthOf(today);
  const month = asked.month !== null && asked.month < current ? asked.month : current;
  return inHousehold(actor.householdId, async (tx) => {
    const { householdId } = actor;
    const progress = monthProgress(month, today);
    const envelopes = await tx.envelope.findMany({ where: { householdId, endedAt: null } });
    const ended = asked.endedId
      ? await tx.envelope.findFirst({
          where: { householdId, id: asked.endedId, endedAt: { not: null } },
          select: { id: true, category: true },
        })
      : null;
    const [removed] = asked.removedId ? await expenseRows(tx, actor, { id: asked.removedId, removedAt: { not: null } }) : [];
    return {
      month,
      current,
      today,
      progress,
      budget: budgetMonth(
        envelopes.map(({ id, category, limitCents }) => ({
          id,
          category: budgetCategorySchema.parse(category),
          limitCents: cents(limitCents),
        })),
        await spendingOf(tx, actor, month),
        progress,
      ),
      expenses: await expenseRows(tx, actor, {
        removedAt: null,
        spentOn: { gte: dateFromDay(firstDayOf(month)), lte: dateFromDay(lastDayOf(month)) },
      }),
      removed: removed ?? null,
      ended: ended && { id: ended.id, category: budgetCategorySchema.parse(ended.category) },
      members: await activeMembers(tx, actor),
      mayKeep: isAdult(actor),
    };
  });
}

type Which = {
  readonly id?: Id;
  readonly removedAt: null | { readonly not: null };
  readonly spentOn?: { readonly gte: Date; readonly lte: Date };
};

async function expenseRows(tx: Tx, { householdId }: Actor, which: Which): Promise<ExpenseRow[]> {
  const rows = await tx.expense.findMany({
    where: { householdId, ...which },
    orderBy: [{ spentOn: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    include: { paidBy: { select: { name: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    category: budgetCategorySchema.parse(row.category),
    cents: cents(row.cents),
    spentOn: dayFromDate(row.spentOn),
    paidBy: row.paidBy.name,
  }));
}
