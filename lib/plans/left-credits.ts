import { cents, toNumber, type Cents } from "@/lib/kernel/cents";
import { expires } from "./draft";
import { own, type Reason } from "./reason";
import { usableAccounts } from "./request";
import type { StoredPlan } from "./store";
import { availableCents, type World, type WorldCredit } from "./world";

/** A balance of which the plan leaves something, and why. */
export type LeftCredit = {
  readonly credit: WorldCredit;
  readonly leftCents: Cents;
  /** What is left is lost within the horizon. */
  readonly isLost: boolean;
  readonly why: readonly Reason[];
};

/**
 * Every balance of a usable account with something left after the plan, those that are lost first. The planner's
 * reason holds as long as the plan uses of it what the planner did; after changes by hand that is the reason. Balances
 * that came later weren't looked at. `held`: the plan's own holds are in place.
 */
export function leftCredits(world: World, plan: Pick<StoredPlan, "draft" | "worked" | "horizonDays">, held: boolean): LeftCredit[] {
  const accounts = new Set(usableAccounts(world).map((account) => account.id));
  const rows = [...world.credits.values()].flatMap((credit): LeftCredit[] => {
    if (credit.closed || !accounts.has(credit.accountId) || (credit.expiresOn !== null && credit.expiresOn < world.today)) return [];
    const used = plan.draft.payments.reduce((sum, payment) => (payment.creditId === credit.id ? sum + payment.cents : sum), 0n);
    const left = availableCents(credit) + (held ? used : 0n) - used;
    if (left <= 0n) return [];
    const worked = plan.worked.credits.find((one) => one.creditId === credit.id);
    const why = !worked
      ? [own("came_later")]
      : worked.usedCents !== used || worked.why.length === 0
        ? [own("left_by_hand", { leftCents: toNumber(cents(left)), usedCents: toNumber(cents(used)) })]
        : worked.why;
    return [{ credit, leftCents: cents(left), isLost: expires(credit, world.today, plan.horizonDays), why }];
  });
  return rows.sort((a, b) => Number(b.isLost) - Number(a.isLost) || ((a.credit.expiresOn ?? "9") < (b.credit.expiresOn ?? "9") ? -1 : 1));
}
