import type { Deed, Name, Person } from "./command";
import type { Seen } from "./predict";
import { at, type Books, type OrderState, type ShareState } from "./state";

const sum = (things: readonly { readonly cents: number }[]) => things.reduce((total, { cents }) => total + cents, 0);

/**
 * Which source paid which line is the application's choice; what any choice must keep is checked here: each line's payments
 * and its shares come to what it cost, each source paid what it said, each payer's shares are what they paid, and
 * nobody's part is a cent or more off.
 */
export function checkRecord(books: Books, order: OrderState, deed: Extract<Deed, { do: "record order" }>, seen: Seen): string | null {
  const { parts, shares } = seen;
  // Taken back in the same moment: there is nothing left to look at.
  if (parts === undefined || shares === undefined) return null;
  const bought = deed.lines.filter(({ outcome }) => outcome === "bought");
  const targets = [...bought.map(({ line, cents }): [Name | null, number] => [line, cents]), [null, deed.shipping] as [null, number]];
  for (const [line, cents] of targets) {
    const paid = parts.filter((part) => part.line === line);
    const booked = shares.filter((share) => share.line === line);
    if (sum(paid) !== cents) return `${line ?? "the shipping"} of ${deed.order} cost ${cents}, its payments come to ${sum(paid)}`;
    if (sum(booked) !== cents) return `${line ?? "the shipping"} of ${deed.order} cost ${cents}, its shares come to ${sum(booked)}`;
    if (booked.some((share) => share.cents < 0)) return `a share of ${deed.order} is below nothing`;
    const byHolder = sum(paid.filter(({ credit }) => credit !== null));
    const paidBy = (person: Person) => (person === order.account ? byHolder : 0) + (person === deed.cashPayer ? cents - byHolder : 0);
    for (const person of [0, 1, 2, 3])
      if (sum(booked.filter(({ payer }) => payer === person)) !== paidBy(person)) return `person ${person} paid something else for ${line}`;
    if (line === null) continue;
    const receivers = at(books.lines, line).parts;
    for (const person of [0, 1, 2, 3]) {
      const exact = receivers.includes(person) ? cents / receivers.length : 0;
      if (Math.abs(sum(booked.filter(({ receiver }) => receiver === person)) - exact) >= 1)
        return `person ${person} has a wrong part of ${line}`;
    }
  }
  for (const { credit, cents } of deed.payments)
    if (sum(parts.filter((part) => part.credit === credit)) !== cents)
      return `${credit} paid ${cents} in ${deed.order}, not what is written`;
  return sum(parts) === deed.total ? null : `the payments of ${deed.order} come to ${sum(parts)}, not ${deed.total}`;
}

/** What a refund must keep, wherever it went: parts and shares come to the amount, nobody gets back more than was spent for them. */
export function checkRefund(
  order: OrderState,
  deed: Extract<Deed, { do: "refund" }>,
  amount: number,
  within: readonly ShareState[],
  { parts = [], shares = [] }: Seen,
): string | null {
  if (sum(parts) !== amount) return `the refund ${amount} of ${deed.order} went to ${sum(parts)}`;
  if (sum(shares) !== -amount) return `the refund ${amount} of ${deed.order} took back shares of ${-sum(shares)}`;
  const allowed = deed.into === "cash" ? [null] : deed.into === "origin" ? [null, ...Object.keys(order.paid)] : [deed.into];
  if (parts.some(({ credit }) => !allowed.includes(credit))) return `a refund of ${deed.order} went elsewhere`;
  const landed = (person: Person) => sum(parts.filter(({ credit }) => (credit === null ? order.cashPayer : order.account) === person));
  for (const person of [0, 1, 2, 3])
    if (-sum(shares.filter(({ payer }) => payer === person)) !== landed(person))
      return `person ${person} got something else of ${deed.order}`;
  const lines = new Set([...within, ...shares].map(({ line }) => line));
  for (const line of lines) {
    for (const person of [0, 1, 2, 3]) {
      const of = (all: readonly ShareState[]) => sum(all.filter((share) => share.line === line && share.receiver === person));
      if (of(within) + of(shares) < 0) return `person ${person} got more back for ${line} than was spent for them`;
    }
  }
  return null;
}
