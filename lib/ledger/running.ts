import { cents, ZERO, type Cents } from "@/lib/kernel/cents";
import { applyEntry, type EntryKind } from "./entry";

/** An entry as the books keep it: `number` counts from 1 without gaps, `postedAfterCents` is the balance right after it. */
export type BookedEntry = {
  readonly number: number;
  readonly kind: EntryKind;
  readonly amountCents: Cents;
  readonly postedAfterCents: Cents;
};

/** The balance after each amount, starting from nothing. */
export function runningBalances(amounts: readonly Cents[]): Cents[] {
  let posted = 0n;
  return amounts.map((amount) => cents((posted += amount)));
}

/** The first thing that is wrong with one Credit's entries, or null: a gap, a wrong opening, a sign, a sum. For checks of the books. */
export function bookProblem(
  entries: readonly BookedEntry[],
): { readonly number: number; readonly problem: "number" | "opening" | "amount" | "sum" } | null {
  let balance = { postedCents: ZERO, heldCents: ZERO };
  for (const [index, entry] of entries.entries()) {
    if (entry.number !== index + 1) return { number: index + 1, problem: "number" };
    if ((entry.kind === "opening") !== (index === 0)) return { number: entry.number, problem: "opening" };
    const applied = applyEntry(balance, entry.kind, entry.amountCents);
    if (!applied.ok) return { number: entry.number, problem: "amount" };
    balance = applied.value;
    if (balance.postedCents !== entry.postedAfterCents) return { number: entry.number, problem: "sum" };
  }
  return null;
}
