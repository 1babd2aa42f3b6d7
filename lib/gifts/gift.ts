import type { Actor } from "@/lib/auth/actor";
import type { Cents } from "@/lib/kernel/cents";
import { cents } from "@/lib/kernel/cents";
import { minorDigits, type CurrencyCode } from "@/lib/kernel/currency";
import type { UseKind } from "@/lib/policy/facts";

export const THINGS = ["store_gift_card", "third_party_gift_card", "thing"] as const;
export type Thing = (typeof THINGS)[number];

/** By post, or as a code (R25). */
export const FORMATS = ["digital", "physical"] as const;
export type Format = (typeof FORMATS)[number];

/** Why something is given (R27). */
export const OCCASIONS = ["birthday", "holiday", "thank_you", "recognition", "reward", "anniversary"] as const;
export type Occasion = (typeof OCCASIONS)[number];

const AT_HOME = ["birthday", "holiday", "thank_you"] as const satisfies readonly Occasion[];

/** The occasions there are: an office has those of work as well (R28). */
export function occasionsOf({ household }: Pick<Actor, "household">): readonly Occasion[] {
  return household.kind === "office" ? OCCASIONS : AT_HOME;
}

const USUAL = [10n, 20n, 25n, 50n, 75n, 100n, 150n, 200n, 250n, 500n];

/** Usual amounts of gift cards that fit within what is free on a credit, smallest first (R26). */
export function denominations(freeCents: Cents, currency: CurrencyCode): Cents[] {
  const unit = 10n ** BigInt(minorDigits(currency));
  return USUAL.map((amount) => cents(amount * unit)).filter((amount) => amount <= freeCents);
}

/** What paying for it is to the policy: a gift card never counts as ordinary goods (R24, R94). */
export function kindOfUse(thing: Thing): UseKind {
  return thing === "thing" ? { kind: "goods", category: "other" } : { kind: thing };
}
