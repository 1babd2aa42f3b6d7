import { assert } from "@/lib/kernel/assert";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import { splitByLargestRemainder } from "@/lib/kernel/split";

/** Money of one source: a credit, or (null) cash. */
export type SourceCents = { readonly creditId: Id | null; readonly cents: Cents };

/**
 * Where money goes back to when nobody says otherwise: to the sources it came from, in proportion to what of each
 * hasn't come back yet. `paid` is what each source paid for the thing, `returned` what it got back for it before.
 */
export function backToSources(amount: Cents, paid: readonly SourceCents[], returned: readonly SourceCents[]): SourceCents[] {
  const left = paidLeft(paid, returned);
  assert(left.reduce((sum, source) => sum + source.cents, 0n) >= amount, "no more comes back than was paid");
  const split = splitByLargestRemainder(
    amount,
    left.map((source) => source.cents),
  );
  return left
    .map((source, index) => ({ creditId: source.creditId, cents: split[index] ?? cents(0n) }))
    .filter((source) => source.cents > 0n);
}

function paidLeft(paid: readonly SourceCents[], returned: readonly SourceCents[]): SourceCents[] {
  const sums = new Map<Id | null, bigint>();
  for (const source of paid) sums.set(source.creditId, (sums.get(source.creditId) ?? 0n) + source.cents);
  for (const source of returned) if (sums.has(source.creditId)) sums.set(source.creditId, (sums.get(source.creditId) ?? 0n) - source.cents);
  return [...sums].filter(([, amount]) => amount > 0n).map(([creditId, amount]) => ({ creditId, cents: cents(amount) }));
}
