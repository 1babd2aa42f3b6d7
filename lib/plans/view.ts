import { add, cents, ZERO, type Cents } from "@/lib/kernel/cents";
import { addDays, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { splitByLargestRemainder } from "@/lib/kernel/split";
import { expires, linesOf, type Draft, type DraftLine } from "./draft";
import { verdictOn, type Verdict } from "./terms";
import { availableCents, type World, type WorldCredit } from "./world";

/** Days a parcel and a bad day may take: an order is safe until so many days before its credit is lost (R73). */
export const SAFE_DAYS = 3;

/** What the title says: who buys how many things. */
export function findingOf(world: World, draft: Draft): { buyers: string[]; things: number } {
  const buyers = draft.orders.flatMap((order) => world.members.get(world.accounts.get(order.accountId)?.memberId ?? "")?.name ?? []);
  return { buyers: [...new Set(buyers)], things: draft.lines.filter((line) => line.place !== null).length };
}

export type LinePayment = { readonly credit: WorldCredit | null; readonly cents: Cents; readonly verdict: Verdict | null };

/** Who pays for a line, credits first (R12), each with its verdict. */
export function paymentsOf(world: World, draft: Draft, line: DraftLine): LinePayment[] {
  const place = line.place;
  if (!place) return [];
  const use = { ...place, lines: linesOf(draft, place) };
  return draft.payments
    .filter((payment) => payment.lineId === line.id)
    .map((payment) => {
      const credit = payment.creditId === null ? null : (world.credits.get(payment.creditId) ?? null);
      return { credit, cents: payment.cents, verdict: credit && verdictOn(credit, line.category, use) };
    })
    .sort((a, b) => Number(a.credit === null) - Number(b.credit === null));
}

/** A credit, and whether it can pay that line where it stands. For choosing by hand. */
export function choicesFor(world: World, draft: Draft, line: DraftLine): { credit: WorldCredit; verdict: Verdict }[] {
  const place = line.place;
  if (!place) return [];
  const use = { ...place, lines: linesOf(draft, place) };
  return [...world.credits.values()]
    .filter((credit) => credit.accountId === place.accountId && !credit.closed && availableCents(credit) > 0n)
    .map((credit) => ({ credit, verdict: verdictOn(credit, line.category, use) }));
}

export type CreditUse = {
  readonly credit: WorldCredit;
  readonly usedCents: Cents;
  readonly freeCents: Cents;
  readonly leftCents: Cents;
  /** What is left is lost within the horizon. */
  readonly leftIsLost: boolean;
};

/** Each credit the plan uses: how much of it, and what becomes of the rest. `held`: the plan's own holds are in place. */
export function creditUses(world: World, draft: Draft, horizonDays: number, held: boolean): CreditUse[] {
  const used = new Map<Id, bigint>();
  for (const payment of draft.payments)
    if (payment.creditId !== null) used.set(payment.creditId, (used.get(payment.creditId) ?? 0n) + payment.cents);
  return [...used].flatMap(([creditId, usedCents]) => {
    const credit = world.credits.get(creditId);
    if (!credit) return [];
    const free = availableCents(credit) + (held ? usedCents : 0n);
    const left = free > usedCents ? free - usedCents : 0n;
    return [
      {
        credit,
        usedCents: cents(usedCents),
        freeCents: cents(free),
        leftCents: cents(left),
        leftIsLost: left > 0n && expires(credit, world.today, horizonDays),
      },
    ];
  });
}

export type ForMember = {
  readonly memberId: Id;
  readonly cents: Cents;
  readonly lines: readonly { readonly name: string; readonly parts: number; readonly of: number }[];
};

/** Whom it is for and for how much: each line by its parts, shipping by what each receives in that order; to the cent. */
export function forWhom(draft: Draft): ForMember[] {
  const received = new Map<Id, Cents>();
  const named = new Map<Id, { name: string; parts: number; of: number }[]>();
  const give = (memberId: Id, amount: Cents) => received.set(memberId, add(received.get(memberId) ?? ZERO, amount));
  for (const order of draft.orders) {
    const here = new Map<Id, Cents>();
    for (const line of linesOf(draft, order)) {
      const of = line.parts.reduce((sum, part) => sum + part.parts, 0);
      const shares = splitByLargestRemainder(
        line.amountCents,
        line.parts.map((part) => BigInt(part.parts)),
      );
      for (const [index, part] of line.parts.entries()) {
        here.set(part.memberId, add(here.get(part.memberId) ?? ZERO, shares[index] ?? ZERO));
        named.set(part.memberId, [...(named.get(part.memberId) ?? []), { name: line.name, parts: part.parts, of }]);
      }
    }
    const people = [...here.keys()];
    const weights = [...here.values()].map((amount) => amount as bigint);
    const even = weights.every((weight) => weight === 0n);
    const shipping = people.length > 0 ? splitByLargestRemainder(order.shippingCents, even ? weights.map(() => 1n) : weights) : [];
    for (const [index, memberId] of people.entries()) give(memberId, add(here.get(memberId) ?? ZERO, shipping[index] ?? ZERO));
  }
  return [...received].map(([memberId, amount]) => ({ memberId, cents: amount, lines: named.get(memberId) ?? [] }));
}

/** The day by which the plan should be ordered: safely before the first of its credits is lost (R73). */
export function orderBy(
  world: World,
  uses: readonly CreditUse[],
  horizonDays: number,
): { readonly by: Day; readonly lost: Day; readonly credit: WorldCredit } | null {
  let first: { by: Day; lost: Day; credit: WorldCredit } | null = null;
  for (const { credit } of uses) {
    const lost = credit.expiresOn;
    if (lost === null || lost < world.today || !expires(credit, world.today, horizonDays) || (first && first.lost <= lost)) continue;
    const safe = addDays(lost, -SAFE_DAYS);
    first = { by: safe < world.today ? world.today : safe, lost, credit };
  }
  return first;
}
