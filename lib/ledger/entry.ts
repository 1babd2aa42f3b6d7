import { cents, MAX_CENTS, type Cents } from "@/lib/kernel/cents";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** What can happen to a Credit. The first entry, and only the first, is its opening. */
export const ENTRY_KINDS = ["opening", "top_up", "spend", "refund", "reversal", "removal", "write_off", "correction"] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Whether an entry of a kind adds to the balance, takes from it, or may do either. */
export const ENTRY_SIGN: Readonly<Record<EntryKind, "plus" | "minus" | "either">> = {
  opening: "plus",
  top_up: "plus",
  refund: "plus",
  spend: "minus",
  removal: "minus",
  write_off: "minus",
  reversal: "either",
  correction: "either",
};

/** A Credit's money: posted is the sum of its entries, held the sum of its open holds, free what no plan has set aside. */
export type Balance = { readonly postedCents: Cents; readonly heldCents: Cents };

export function freeCents({ postedCents, heldCents }: Balance): Cents {
  return cents(postedCents - heldCents);
}

/**
 * What an entry makes of a balance. Refused: an amount of 0 (`credits.no_change`), a sign its kind can't have
 * (`credits.wrong_sign`), taking more than is free (`credits.not_enough`), more than a balance may be (`credits.too_much`).
 */
export function applyEntry(balance: Balance, kind: EntryKind, amount: Cents): Result<Balance> {
  if (amount === 0n) return fail("credits.no_change");
  const sign = ENTRY_SIGN[kind];
  if ((sign === "plus" && amount < 0n) || (sign === "minus" && amount > 0n)) return fail("credits.wrong_sign");
  if (amount < 0n && freeCents(balance) + amount < 0n) return fail("credits.not_enough");
  const postedCents = cents(balance.postedCents + amount);
  return postedCents > MAX_CENTS ? fail("credits.too_much") : ok({ ...balance, postedCents });
}

/** Sets part of a balance aside. Refused with `credits.not_enough` when less than that is free, `credits.no_change` for nothing. */
export function applyHold(balance: Balance, amount: Cents): Result<Balance> {
  if (amount <= 0n) return fail("credits.no_change");
  if (amount > freeCents(balance)) return fail("credits.not_enough");
  return ok({ ...balance, heldCents: cents(balance.heldCents + amount) });
}
