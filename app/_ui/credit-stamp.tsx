import { BookOpen } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { HeldBar } from "./coverage";
import { OriginIcon, printClass, type Origin } from "./origin";

export type CreditStampProps = {
  readonly origin: Origin;
  /** The origin in words: "Gift card". */
  readonly originText: ReactNode;
  readonly amountText: ReactNode;
  /** After the amount: "free to use". */
  readonly amountLabel?: ReactNode;
  /** Usually an <ExpiryLeaf small>. */
  readonly leaf?: ReactNode;
  /** Shares of the bar; it is drawn when something is held. Say it in `lines` too. */
  readonly held?: { readonly held: bigint; readonly free: bigint };
  readonly lines?: readonly ReactNode[];
  /** "Terms unread". */
  readonly warning?: ReactNode;
  readonly href?: string;
  readonly large?: boolean;
};

/** One balance, as a stamp printed with the cloth of its origin. Two balances are never one stamp (R57). */
export function CreditStamp({
  origin,
  originText,
  amountText,
  amountLabel,
  leaf,
  held,
  lines = [],
  warning,
  href,
  large = false,
}: CreditStampProps) {
  const stamp = (
    <span className={classes("stamp", large && "stamp-large")}>
      <span className="stamp-paper">
        <span className={classes("stamp-print", printClass(origin))} aria-hidden="true">
          <OriginIcon origin={origin} />
        </span>
        <span className="stamp-text">
          <span className="stamp-top">
            <span className="min-w-0">
              <span className="block text-sm font-[650]">{originText}</span>
              <span className="stamp-amount">{amountText}</span>{" "}
              {amountLabel ? <span className="inline-block text-sm">{amountLabel}</span> : null}
            </span>
            {leaf}
          </span>
          {held && held.held > 0n ? <HeldBar origin={origin} held={held.held} free={held.free} /> : null}
          {lines.map((line, index) => (
            <span key={index} className="stamp-line">
              {line}
            </span>
          ))}
          {warning ? (
            <span className="stamp-warn">
              <BookOpen />
              {warning}
            </span>
          ) : null}
        </span>
      </span>
    </span>
  );
  return href === undefined ? (
    stamp
  ) : (
    <Link href={href} className="stamp-link">
      {stamp}
    </Link>
  );
}
