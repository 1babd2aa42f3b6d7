import { planChanges } from "@/lib/planner/changes";
import type { PlanRequest } from "@/lib/planner/contract";
import { toNumber } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { asCurrent } from "./current";
import { samePlace, totalsOf, type Draft, type DraftLine } from "./draft";
import type { Reason } from "./reason";
import type { World } from "./world";

/** Where something is bought, and which credits pay it (null: cash). */
export type Spot = { readonly accountId: Id; readonly on: Day; readonly quantityMilli: number; readonly paidBy: readonly (Id | null)[] };

export type ChangedLine = {
  readonly itemId: Id;
  readonly name: string;
  /** "paid": all that changed is what pays it. */
  readonly kind: "added" | "removed" | "moved" | "quantity" | "paid";
  readonly from: readonly Spot[];
  readonly to: readonly Spot[];
  /** The reasons of the new lines, or of leaving it out. */
  readonly why: readonly Reason[];
};

/** What was different when it was planned again. Credits carry what they were called, for when they are gone. */
export type Difference =
  | {
      readonly code: "credit_new" | "credit_gone" | "credit_changed";
      readonly creditId: Id;
      readonly label: string;
      readonly origin: string;
      readonly beforeCents: number;
      readonly nowCents: number;
    }
  | { readonly code: "item_new" | "item_gone"; readonly name: string }
  | { readonly code: "price"; readonly name: string; readonly beforeCents: number; readonly nowCents: number }
  | { readonly code: "day_gone" | "day_new"; readonly on: Day };

/** What changed from one plan to the next, and why. Kept with the plan as JSON: money is whole cents in numbers. */
export type PlanChanges = {
  readonly lines: readonly ChangedLine[];
  readonly since: readonly Difference[];
  readonly cash: { readonly beforeCents: number; readonly nowCents: number };
  readonly lost: { readonly beforeCents: number; readonly nowCents: number };
};

type Planned = { readonly draft: Draft; readonly request: PlanRequest };

/** Compares a plan with the one made after it. Both are looked at in the world as it is now, `lost` as each was worked out. */
export function changesBetween(
  world: World,
  before: Planned & { readonly cashCents: number; readonly lostCents: number },
  after: Planned,
  horizonDays: number,
): PlanChanges {
  const now = totalsOf(world, after.draft, horizonDays);
  return {
    lines: changedLines(world, before.draft, after.draft),
    since: differences(world, before, after),
    cash: { beforeCents: before.cashCents, nowCents: toNumber(now.cash) },
    lost: { beforeCents: before.lostCents, nowCents: toNumber(now.lost) },
  };
}

function changedLines(world: World, before: Draft, after: Draft): ChangedLine[] {
  const moved = planChanges(asCurrent(before, world.items), asCurrent(after, world.items)).map((change): ChangedLine => {
    const lines = after.lines.filter((line) => line.itemId === change.item);
    return { ...about(before, after, change.item), kind: change.kind, why: lines.flatMap((line) => line.why) };
  });
  const known = new Set(moved.map((line) => line.itemId));
  const itemIds = [...new Set(after.lines.filter((line) => line.place !== null).map((line) => line.itemId))];
  const paid = itemIds.flatMap((itemId): ChangedLine[] => {
    const line = about(before, after, itemId);
    if (known.has(itemId) || payers(line.from) === payers(line.to)) return [];
    return [{ ...line, kind: "paid", why: after.lines.filter((one) => one.itemId === itemId).flatMap((one) => one.why) }];
  });
  return [...moved, ...paid];
}

function about(before: Draft, after: Draft, itemId: Id): Omit<ChangedLine, "kind" | "why"> {
  const named = [...after.lines, ...before.lines].find((line) => line.itemId === itemId);
  return { itemId, name: named?.name ?? "", from: spots(before, itemId), to: spots(after, itemId) };
}

function spots(draft: Draft, itemId: Id): Spot[] {
  return draft.lines.flatMap((line) => {
    if (line.itemId !== itemId || line.place === null) return [];
    const paidBy = draft.payments.filter((payment) => payment.lineId === line.id && payment.cents > 0n).map((payment) => payment.creditId);
    return [{ ...line.place, quantityMilli: line.quantityMilli, paidBy: [...new Set(paidBy)] }];
  });
}

function payers(at: readonly Spot[]): string {
  return at
    .map((spot) =>
      spot.paidBy
        .map((id) => id ?? "cash")
        .sort()
        .join(),
    )
    .join(" ");
}

function differences(world: World, before: Planned, after: Planned): Difference[] {
  return [
    ...ofCredits(world, before.request, after.request),
    ...ofItems(before, after),
    ...ofPrices(before.draft, after.draft),
    ...ofDays(before.request, after.request),
  ];
}

function ofCredits(world: World, before: PlanRequest, after: PlanRequest): Difference[] {
  const free = (request: PlanRequest) => new Map(request.credits.map((credit) => [credit.id, credit.amountCents - credit.heldCents]));
  const [then, now] = [free(before), free(after)];
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((creditId): Difference[] => {
    const [beforeCents, nowCents] = [then.get(creditId) ?? 0, now.get(creditId) ?? 0];
    if (beforeCents === nowCents) return [];
    const credit = world.credits.get(creditId);
    const origin = before.credits.concat(after.credits).find((one) => one.id === creditId)?.origin ?? "unknown";
    const code = !then.has(creditId) ? "credit_new" : !now.has(creditId) ? "credit_gone" : "credit_changed";
    return [{ code, creditId, label: credit?.label ?? "", origin, beforeCents, nowCents }];
  });
}

function ofItems(before: Planned, after: Planned): Difference[] {
  const names = new Map([...before.draft.lines, ...after.draft.lines].map((line) => [line.itemId, line.name]));
  const [then, now] = [before, after].map(({ draft }) => new Set(draft.lines.map((line) => line.itemId)));
  return [...names].flatMap(([itemId, name]): Difference[] => {
    if (then?.has(itemId) === now?.has(itemId)) return [];
    return [{ code: now?.has(itemId) ? "item_new" : "item_gone", name }];
  });
}

/** Prices of lines that stand at the same account in both. */
function ofPrices(before: Draft, after: Draft): Difference[] {
  return after.lines.flatMap((line): Difference[] => {
    const old = before.lines.find((other) => other.itemId === line.itemId && sameAccount(other, line));
    if (!old || old.unitPriceCents === line.unitPriceCents) return [];
    return [{ code: "price", name: line.name, beforeCents: toNumber(old.unitPriceCents), nowCents: toNumber(line.unitPriceCents) }];
  });
}

function sameAccount(a: DraftLine, b: DraftLine): boolean {
  return samePlace(a.place, b.place) || (a.place !== null && a.place.accountId === b.place?.accountId);
}

function ofDays(before: PlanRequest, after: PlanRequest): Difference[] {
  const gone = before.orderDates.filter((on) => !after.orderDates.includes(on));
  const added = after.orderDates.filter((on) => !before.orderDates.includes(on));
  return [
    ...gone.map((on): Difference => ({ code: "day_gone", on: on as Day })),
    ...added.map((on): Difference => ({ code: "day_new", on: on as Day })),
  ];
}
