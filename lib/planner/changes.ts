import type { PlanResult } from "./contract";

type Place = { readonly account: string; readonly date: string; readonly quantity: number };

/** How an item's lines differ between two plans: `before` or `after` is empty for what came or went. */
export type LineChange = {
  readonly item: string;
  readonly kind: "added" | "removed" | "moved" | "quantity";
  readonly before: readonly Place[];
  readonly after: readonly Place[];
};

/** What changed from one plan to the next, by item, in the order of the later plan; payments aren't looked at. */
export function planChanges(before: PlanResult, after: PlanResult): LineChange[] {
  const then = placesByItem(before);
  const now = placesByItem(after);
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((item): LineChange[] => {
    const [from, to] = [then.get(item) ?? [], now.get(item) ?? []];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    const samePlaces = JSON.stringify(from.map(placeOnly)) === JSON.stringify(to.map(placeOnly));
    const kind = from.length === 0 ? "added" : to.length === 0 ? "removed" : samePlaces ? "quantity" : "moved";
    return [{ item, kind, before: from, after: to }];
  });
}

function placesByItem(plan: PlanResult): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const { account, date, lines } of plan.orders) {
    for (const { item, quantity } of lines) places.set(item, [...(places.get(item) ?? []), { account, date, quantity }]);
  }
  return places;
}

function placeOnly({ account, date }: Place): string {
  return JSON.stringify([account, date]);
}
