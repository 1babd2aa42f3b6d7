import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classes } from "./classes";

/** A row with something in the margin (a tick, a face, a date), a margin line, text, and an amount at the end. */
export function MarginRow({
  margin,
  name,
  quantity,
  meta,
  end,
  endNote,
  done,
  fresh,
  current,
  className,
}: {
  readonly margin: ReactNode;
  readonly name: ReactNode;
  readonly quantity?: ReactNode;
  readonly meta?: ReactNode;
  readonly end?: ReactNode;
  readonly endNote?: ReactNode;
  readonly done?: boolean;
  readonly fresh?: boolean;
  readonly current?: boolean;
  readonly className?: string;
}) {
  return (
    <div className={classes("margin-row", className)} data-done={done} data-new={fresh} data-now={current}>
      <div>{margin}</div>
      <div className="margin-row-text">
        <span className="row-name">
          {name}
          {quantity ? <span className="row-quantity"> {quantity}</span> : null}
        </span>
        {meta ? <span className="row-meta text-sm text-ink-2">{meta}</span> : null}
      </div>
      {end || endNote ? (
        <div className="margin-row-end">
          {end}
          {endNote ? <small>{endNote}</small> : null}
        </div>
      ) : null}
    </div>
  );
}

/** A row that leads somewhere: sign, two lines, arrow. */
export function RowLink({
  href,
  sign,
  title,
  children,
}: {
  readonly href: string;
  readonly sign?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <Link href={href} className="row-link">
      {sign}
      <span className="min-w-0 flex-1">
        <span className="row-name block">{title}</span>
        {children ? <span className="block text-sm text-ink-2">{children}</span> : null}
      </span>
      <ChevronRight />
    </Link>
  );
}

/** Lines of a sum, amounts at the right; the last one is ruled off twice when it is the total. */
export function SumLines({
  lines,
  total,
}: {
  readonly lines: readonly { readonly id: string; readonly label: ReactNode; readonly amount: ReactNode; readonly note?: ReactNode }[];
  readonly total?: { readonly label: ReactNode; readonly amount: ReactNode };
}) {
  return (
    <dl className="rules">
      {lines.map(({ id, label, amount, note }) => (
        <div key={id} className="flex items-start justify-between gap-3 py-2.5">
          <dt className="min-w-0">
            {label}
            {note ? <span className="block text-sm text-ink-2">{note}</span> : null}
          </dt>
          <dd className="money font-[600]">{amount}</dd>
        </div>
      ))}
      {total ? (
        <div className="total-row flex items-center justify-between gap-3 pt-2.5">
          <dt className="font-[650]">{total.label}</dt>
          <dd className="money">
            <span className="total">{total.amount}</span>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
