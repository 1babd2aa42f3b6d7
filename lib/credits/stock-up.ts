import { subtract, type Cents } from "@/lib/kernel/cents";
import { addDays, daysBetween, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { categoryUse, type Facts } from "@/lib/policy/facts";
import { verdict, type Verdict } from "@/lib/policy/verdict";
import type { Category } from "@/lib/stores/category";

/** Something the household bought at a store: how often, and how the last time was. */
export type Bought = {
  /** Its latest line. */
  readonly lineId: Id;
  readonly name: string;
  readonly category: Category;
  readonly quantityMilli: number;
  readonly unit: string;
  readonly unitPriceCents: Cents;
  /** What it cost the last time, tax included. */
  readonly amountCents: Cents;
  readonly times: number;
  readonly firstOn: Day;
  readonly lastOn: Day;
};

export type Proposal = Bought & {
  readonly verdict: Verdict;
  /** When it would be bought again, if it goes on as before; null for what was bought once. */
  readonly dueOn: Day | null;
  /** In the plan proposed: the credit pays it for sure, and there is enough for it. */
  readonly picked: boolean;
};

/** When a thing bought several times is due again: the last time plus the average time between. */
export function dueAgain({ times, firstOn, lastOn }: Pick<Bought, "times" | "firstOn" | "lastOn">): Day | null {
  return times < 2 ? null : addDays(lastOn, Math.round(daysBetween(firstOn, lastOn) / (times - 1)));
}

/**
 * What a balance nobody has a use for could buy (R95): what this household bought at that store before, and the
 * credit's verdict allows. What comes back often and is due soonest is first; picked as long as there is enough.
 */
export function stockUp(bought: readonly Bought[], facts: Facts, freeCents: Cents, today: Day): Proposal[] {
  const usable = bought
    .map((thing) => ({ ...thing, dueOn: dueAgain(thing), verdict: verdict(facts, { ...categoryUse(thing.category), on: today }) }))
    .filter((thing) => thing.verdict.verdict !== "NO" && thing.category !== "gift_card" && thing.amountCents > 0n)
    .sort(
      (a, b) =>
        Number(b.times > 1) - Number(a.times > 1) ||
        (a.dueOn ?? "").localeCompare(b.dueOn ?? "") ||
        b.lastOn.localeCompare(a.lastOn) ||
        a.name.localeCompare(b.name),
    );
  let left = freeCents;
  return usable.map((thing) => {
    const picked = thing.verdict.verdict === "OK" && thing.amountCents <= left;
    if (picked) left = subtract(left, thing.amountCents);
    return { ...thing, picked };
  });
}
