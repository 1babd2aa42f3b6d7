import type { CreditRow } from "@/lib/credits/queries";

export const VIEWS = ["person", "next", "store"] as const;
export type View = (typeof VIEWS)[number];

/** The arrangement an address asks for; by person unless it names another. */
export function viewOf(asked: string | string[] | undefined): View {
  return VIEWS.find((view) => view === asked) ?? "person";
}

/** Credits in groups of the same key, groups and credits in the order they come. */
export function grouped(
  credits: readonly CreditRow[],
  keyOf: (credit: CreditRow) => string,
): { readonly key: string; readonly first: CreditRow; readonly credits: readonly CreditRow[] }[] {
  const groups = new Map<string, CreditRow[]>();
  for (const credit of credits) groups.set(keyOf(credit), [...(groups.get(keyOf(credit)) ?? []), credit]);
  return [...groups].flatMap(([key, own]) => (own[0] ? [{ key, first: own[0], credits: own }] : []));
}
