import type { ReactNode } from "react";
import { classes } from "./classes";
import { OriginSwatch, printClass, type Origin } from "./origin";

/** A share of a bar. CSS takes it as a flex factor; the exact figures stand in the key. */
function share(part: bigint): { flex: string } {
  return { flex: `${part} 1 0` };
}

export type CoverageSegment = {
  readonly id: string;
  readonly origin: Origin;
  readonly cents: bigint;
  /** What stands in the key: "Promotion $14.25". */
  readonly label: ReactNode;
  readonly held?: boolean;
};

/** What pays: prints in their true proportions (6 px at least), cash blank and last, with the key underneath. */
export function CoverageBar({ segments, legend = true }: { readonly segments: readonly CoverageSegment[]; readonly legend?: boolean }) {
  const shown = segments.filter(({ cents }) => cents > 0n);
  return (
    <div className="grid gap-2.5">
      <div className="coverage" aria-hidden="true">
        {shown.map(({ id, origin, cents, held }) => (
          <i key={id} className={held ? "hatch" : printClass(origin)} style={share(cents)} />
        ))}
      </div>
      {legend ? (
        <ul className="print-key">
          {segments.map(({ id, origin, label }) => (
            <li key={id}>
              <OriginSwatch origin={origin}>{label}</OriginSwatch>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Held (hatched) and free (printed) parts of one balance. Decorative: the words stand below it. */
export function HeldBar({ origin, held, free }: { readonly origin: Origin; readonly held: bigint; readonly free: bigint }) {
  return (
    <span className="held-bar" aria-hidden="true">
      <i className="hatch" style={share(held)} />
      {free > 0n ? <i className={printClass(origin)} style={share(free)} /> : null}
    </span>
  );
}

/** A hatched patch with its word, e.g. "held": the same sign wherever something is set aside. */
export function HeldHatch({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <span className={classes("inline-flex items-center gap-[7px]", className)}>
      <i className="swatch hatch" aria-hidden="true" />
      {children}
    </span>
  );
}
