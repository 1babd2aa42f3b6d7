import { cents, type Cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import { changeDraft, placesFor, type Change, type ChangeScope } from "./change";
import { samePlace, totalsOf, type Draft, type Place, type Totals } from "./draft";
import { choicesFor } from "./view";

/** Something else that could be done with a line. */
export type WhatIf =
  | { readonly kind: "move"; readonly place: Place }
  | { readonly kind: "credit"; readonly creditId: Id }
  | { readonly kind: "cash" }
  | { readonly kind: "out" };

/** What it would change, in cents: more is above zero. */
export type Effect = {
  readonly cash: Cents;
  /** Shipping, already in the cash and balances. */
  readonly shipping: Cents;
  readonly fromCredits: Cents;
  readonly lost: Cents;
};

export type Alternative = { readonly what: WhatIf; readonly effect: Effect };

/**
 * What else could be done with a line of a draft, and what each would come to: everything else stays where it is, and
 * all of it is paid anew, exactly as it would be by doing it. First the other places, then the other payers; leaving
 * it out comes last.
 */
export function alternativesTo(scope: ChangeScope, draft: Draft, lineId: Id): Alternative[] {
  const line = draft.lines.find((candidate) => candidate.id === lineId);
  const item = line && scope.world.items.get(line.itemId);
  if (!line?.place || !item) return [];
  const paid = draft.payments.filter((payment) => payment.lineId === lineId && payment.cents > 0n);
  const paidAllBy = (creditId: Id | null) => paid.length === 1 && paid[0]?.creditId === creditId;
  const whats: WhatIf[] = [
    ...placesFor(scope, item)
      .filter((place) => !samePlace(place, line.place))
      .map((place): WhatIf => ({ kind: "move", place })),
    ...choicesFor(scope.world, draft, line)
      .filter(({ credit, verdict }) => verdict.verdict !== "no" && !paidAllBy(credit.id))
      .map(({ credit }): WhatIf => ({ kind: "credit", creditId: credit.id })),
    ...(paid.length > 0 && !paidAllBy(null) ? [{ kind: "cash" } as const] : []),
    { kind: "out" },
  ];
  const now = totalsOf(scope.world, draft, scope.horizonDays);
  return whats.flatMap((what): Alternative[] => {
    const then = changeDraft(scope, draft, lineId, changeFor(what));
    return then.ok ? [{ what, effect: effectOf(now, totalsOf(scope.world, then.value, scope.horizonDays)) }] : [];
  });
}

/** The change that does it. */
export function changeFor(what: WhatIf): Change {
  switch (what.kind) {
    case "move":
      return { kind: "move", place: what.place };
    case "credit":
      return { kind: "pay", payWith: "credit", creditId: what.creditId, sure: true };
    case "cash":
      return { kind: "pay", payWith: "cash" };
    case "out":
      return { kind: "out" };
  }
}

function effectOf(now: Totals, then: Totals): Effect {
  const more = (of: "cash" | "shipping" | "fromCredits" | "lost") => cents(then[of] - now[of]);
  return { cash: more("cash"), shipping: more("shipping"), fromCredits: more("fromCredits"), lost: more("lost") };
}
