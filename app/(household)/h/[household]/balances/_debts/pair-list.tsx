import { useId } from "react";

export type Pair = { readonly id: string; readonly label: string; readonly amount: string };

/** What passed between two people, pair by pair. */
export function PairList({ title, pairs }: { readonly title: string; readonly pairs: readonly Pair[] }) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <h3 id={id} className="text-sm font-[650]">
        {title}
      </h3>
      <ul className="rules text-sm" aria-labelledby={id}>
        {pairs.map((pair) => (
          <li key={pair.id} className="flex justify-between gap-3 py-2">
            <span>{pair.label}</span>
            <span className="money font-[600]">{pair.amount}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
