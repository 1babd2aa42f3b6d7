import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

type SheetProps = ComponentProps<"section"> & {
  /** No padding: for rows that run from edge to edge. */
  readonly flush?: boolean;
  /** Dashed outline: a thing that isn't there yet (a card not redeemed). */
  readonly dashed?: boolean;
};

/** A leaf of ledger paper: the card everything lies on. Name it with aria-labelledby when it has a title. */
export function Sheet({ flush, dashed, className, ...rest }: SheetProps) {
  return <section {...rest} className={classes("sheet", flush ? "sheet-flush" : "sheet-gap", dashed && "sheet-dashed", className)} />;
}

/** The title of a sheet, with what stands at its right end. */
export function SectionTitle({
  id,
  children,
  end,
  level = 2,
}: {
  readonly id?: string;
  readonly children: ReactNode;
  readonly end?: ReactNode;
  readonly level?: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="section-title">
      <Heading id={id}>{children}</Heading>
      {end ? <div className="text-sm text-ink-2">{end}</div> : null}
    </div>
  );
}

/** The page's title says the finding ("Anna owes Ben $12.54"), not the name of the place. */
export function PageHeader({
  title,
  above,
  below,
  end,
}: {
  readonly title: ReactNode;
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly end?: ReactNode;
}) {
  return (
    <header className="page-head">
      {above ? <p className="text-sm text-ink-2">{above}</p> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h1>{title}</h1>
        {end}
      </div>
      {below ? <div className="text-ink-2">{below}</div> : null}
    </header>
  );
}

/** Two columns on a desktop (1.62 : 1, or even), one below the other on a phone. Children are <Stack>s. */
export function Columns({ even, children }: { readonly even?: boolean; readonly children: ReactNode }) {
  return <div className={classes("columns", even && "columns-even")}>{children}</div>;
}

export function Stack({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return <div className={classes("stack", className)}>{children}</div>;
}
