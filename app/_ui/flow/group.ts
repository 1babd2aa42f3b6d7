import { cents, type Cents } from "@/lib/kernel/cents";

type Target = {
  readonly id: string;
  readonly label: string;
  readonly cents: bigint;
  readonly amountText: string;
  readonly forText?: string | undefined;
};
type Ribbon = { readonly from: string; readonly to: string; readonly cents: bigint; readonly amountText: string };

export const REST_ID = "rest";

/**
 * At most `most` lines: the smallest of the others become one, "4 more things". Its words come from the caller;
 * order is kept and no cent is lost.
 */
export function groupRest<T extends Target, F extends Ribbon>(
  targets: readonly T[],
  flows: readonly F[],
  say: { readonly label: (count: number) => string; readonly amount: (amount: Cents) => string },
  most = 7,
): { readonly targets: readonly Target[]; readonly flows: readonly Ribbon[] } {
  if (targets.length <= most) return { targets, flows };
  const bySize = targets.toSorted((a, b) => (a.cents === b.cents ? 0 : a.cents < b.cents ? 1 : -1));
  const kept = new Set(bySize.slice(0, most - 1).map(({ id }) => id));
  const rest = targets.filter(({ id }) => !kept.has(id));
  const sum = (rows: readonly { readonly cents: bigint }[]) => cents(rows.reduce((total, row) => total + row.cents, 0n));
  const merged = flows.filter(({ to }) => !kept.has(to));
  const sources = [...new Set(merged.map(({ from }) => from))];
  return {
    targets: [
      ...targets.filter(({ id }) => kept.has(id)),
      { id: REST_ID, label: say.label(rest.length), cents: sum(rest), amountText: say.amount(sum(rest)) },
    ],
    flows: [
      ...flows.filter(({ to }) => kept.has(to)),
      ...sources.map((from) => {
        const amount = sum(merged.filter((flow) => flow.from === from));
        return { from, to: REST_ID, cents: amount, amountText: say.amount(amount) };
      }),
    ],
  };
}
