import { assert } from "@/lib/kernel/assert";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";

/** Something to be paid: a line, or (null) the shipping. */
export type Target = { readonly lineId: Id | null; readonly category: string | null; readonly cents: Cents };
/** Who pays how much of the order: a credit, or (null) cash. */
export type Source = { readonly creditId: Id | null; readonly cents: Cents };
/** Cents of a source for a target. */
export type Allocation = { readonly lineId: Id | null; readonly creditId: Id | null; readonly cents: Cents };
/** What decides which lines a credit was taken for. */
export type PayTerms = {
  readonly categories: readonly string[] | null;
  readonly excludedCategories: readonly string[];
  readonly giftCards: string;
  readonly coversShipping: boolean;
};

/** Whether a credit with these terms pays for things of that category (null: shipping). Cash pays for all. */
export function fits(terms: PayTerms | undefined, category: string | null): boolean {
  if (terms === undefined) return true;
  if (category === null) return terms.coversShipping;
  if (category === "gift_card" && terms.giftCards !== "yes") return false;
  return (terms.categories === null || terms.categories.includes(category)) && !terms.excludedCategories.includes(category);
}

/**
 * Says which source paid which target, once it is known what each target cost and what each source paid in all; both
 * add up to the same. As planned where that still holds; then the pickiest credit first, for what it may pay;
 * what is left over goes where room is, because the shop's own books are what they are.
 */
export function allocate(
  targets: readonly Target[],
  sources: readonly Source[],
  planned: readonly Allocation[],
  terms: ReadonlyMap<Id, PayTerms>,
): Allocation[] {
  const targetLeft = new Map(targets.map((target) => [target.lineId, target.cents as bigint]));
  const sourceLeft = new Map(sources.map((source) => [source.creditId, source.cents as bigint]));
  const total = (left: ReadonlyMap<Id | null, bigint>) => [...left.values()].reduce((sum, amount) => sum + amount, 0n);
  assert(total(targetLeft) === total(sourceLeft), "what was paid is what it cost");

  const taken = new Map<string, Allocation>();
  const take = (lineId: Id | null, creditId: Id | null, most: bigint) => {
    const amount = [most, targetLeft.get(lineId) ?? 0n, sourceLeft.get(creditId) ?? 0n].reduce((a, b) => (a < b ? a : b));
    if (amount <= 0n) return;
    targetLeft.set(lineId, (targetLeft.get(lineId) ?? 0n) - amount);
    sourceLeft.set(creditId, (sourceLeft.get(creditId) ?? 0n) - amount);
    const key = `${lineId} ${creditId}`;
    taken.set(key, { lineId, creditId, cents: cents((taken.get(key)?.cents ?? 0n) + amount) });
  };

  const termsOf = (source: Source) => (source.creditId === null ? undefined : terms.get(source.creditId));
  const choices = (source: Source) => targets.filter((target) => fits(termsOf(source), target.category)).length;
  const pickiestFirst = [...sources].sort((a, b) => Number(a.creditId === null) - Number(b.creditId === null) || choices(a) - choices(b));
  for (const allocation of planned) take(allocation.lineId, allocation.creditId, allocation.cents);
  for (const suited of [true, false]) {
    for (const source of pickiestFirst) {
      for (const target of targets) {
        if (!suited || fits(termsOf(source), target.category)) take(target.lineId, source.creditId, target.cents);
      }
    }
  }
  return [...taken.values()];
}
