import { cents, type Cents } from "@/lib/kernel/cents";
import { daysBetween, type Day } from "@/lib/kernel/day";
import { isLost } from "./expiry";
import { ORIGINS, type Origin } from "./terms";

type Held = {
  readonly origin: Origin;
  readonly postedCents: Cents;
  readonly heldCents: Cents;
  readonly freeCents: Cents;
  readonly expiresOn: Day | null;
};

/** How many days ahead a coming loss is what a page says first. */
const SOON_DAYS = 30;

export type Split = { readonly origin: Origin; readonly postedCents: Cents };

/** What there is, always with its split by origin (R57), without what is lost already. */
export function splitByOrigin(
  credits: readonly Held[],
  today: Day,
): { readonly freeCents: Cents; readonly heldCents: Cents; readonly split: readonly Split[] } {
  const usable = credits.filter(({ expiresOn }) => !isLost(expiresOn, today));
  const sum = (of: (credit: Held) => Cents, from = usable) => cents(from.reduce((total, credit) => total + of(credit), 0n));
  const split = ORIGINS.map((origin) => ({
    origin,
    postedCents: sum(
      ({ postedCents }) => postedCents,
      usable.filter((credit) => credit.origin === origin),
    ),
  }));
  return {
    freeCents: sum(({ freeCents }) => freeCents),
    heldCents: sum(({ heldCents }) => heldCents),
    split: split.filter(({ postedCents }) => postedCents > 0n),
  };
}

export type Finding<Credit> =
  | { readonly kind: "none" }
  | { readonly kind: "calm" }
  | { readonly kind: "lost" | "soon"; readonly credit: Credit; readonly days: number };

/** What is most worth knowing about balances sorted by urgency: a loss to write off, then the next free money to be lost. */
export function finding<Credit extends Held>(credits: readonly Credit[], today: Day): Finding<Credit> {
  if (credits.length === 0) return { kind: "none" };
  const dated = credits.flatMap((credit) =>
    credit.expiresOn !== null && credit.freeCents > 0n ? [{ credit, days: daysBetween(today, credit.expiresOn) }] : [],
  );
  const lost = dated.find(({ days }) => days < 0);
  if (lost) return { kind: "lost", ...lost };
  const next = dated[0];
  return next && next.days <= SOON_DAYS ? { kind: "soon", ...next } : { kind: "calm" };
}
