import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";

export type LedgerRow = {
  readonly id: string;
  readonly date: ReactNode;
  readonly what: ReactNode;
  readonly detail?: ReactNode;
  readonly amount: ReactNode;
  readonly balance?: ReactNode;
  /** A hold: hatched, on top of the entries, because it isn't one. */
  readonly held?: boolean;
};

export type LedgerHeads = {
  readonly caption: string;
  readonly date: string;
  readonly what: string;
  readonly amount: string;
  readonly balance: string;
  readonly amountAndBalance: string;
};

/** The entries of a balance: date, margin line, what and why, amount and the balance after it. */
export function LedgerTable({ heads, rows }: { readonly heads: LedgerHeads; readonly rows: readonly LedgerRow[] }) {
  return (
    <div className="ledger-frame">
      <table className="ledger">
        <caption className="sr-only">{heads.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heads.date}</th>
            <th scope="col">{heads.what}</th>
            <th scope="col" className="ledger-number">
              <span className="ledger-wide-only ledger-inline">{heads.amount}</span>
              <span className="ledger-narrow-only">{heads.amountAndBalance}</span>
            </th>
            <th scope="col" className="ledger-number ledger-wide-only">
              {heads.balance}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, date, what, detail, amount, balance, held }) => (
            <tr key={id} className={classes(held && "ledger-held")}>
              <th scope="row">{date}</th>
              <td>
                <span className="font-[650]">
                  {held ? <Lock className="mr-1 inline align-[-0.2em]" /> : null}
                  {what}
                </span>
                {detail ? <span className="block text-ink-2">{detail}</span> : null}
              </td>
              <td className="ledger-number">
                <span className={held ? "text-ink-2" : "font-[650]"}>{amount}</span>
                {balance ? <span className="ledger-narrow-only">{balance}</span> : null}
              </td>
              <td className={classes("ledger-number ledger-wide-only", held && "text-ink-2")}>{balance}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
