import type { CurrencyCode } from "@/lib/kernel/currency";
import type { Clock } from "@/lib/kernel/clock";
import { type Day, dayIn } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";

export type Role = "owner" | "adult" | "child";

/**
 * Who is asking, in which household: looked up from the session and the membership at each request, never taken
 * from a form. Every query and command of a feature takes an Actor first.
 */
export type Actor = {
  readonly householdId: Id;
  readonly memberId: Id;
  readonly userId: Id;
  readonly name: string;
  readonly role: Role;
  readonly household: {
    readonly name: string;
    readonly kind: "family" | "shared_flat" | "office";
    readonly currency: CurrencyCode;
    readonly timeZone: string;
    readonly settlement: "gift" | "even_up";
    readonly childrenSeeBalances: boolean;
  };
};

/** In whose name the books are written: who asks, or the holder where the application does it by itself. */
export type Booker = Pick<Actor, "householdId" | "memberId" | "household">;

/** Owners and adults run the household; a child has lists and wishes. */
export function isAdult(actor: Actor): boolean {
  return actor.role !== "child";
}

/** Children see balances only where the household allows it. */
export function seesBalances(actor: Actor): boolean {
  return isAdult(actor) || actor.household.childrenSeeBalances;
}

/** The day it is for this household. */
export function today(actor: Actor, clock: Clock): Day {
  return dayIn(actor.household.timeZone, clock.now());
}
