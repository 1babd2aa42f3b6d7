import { assert } from "@/lib/kernel/assert";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import { splitByLargestRemainder } from "@/lib/kernel/split";

/** What one member paid of something. */
export type Payment = { readonly payerId: Id; readonly cents: Cents };
/** In what part something was for a member. Only the proportion counts. */
export type Part = { readonly memberId: Id; readonly parts: bigint };
/** What a payer spent for a receiver. */
export type Share = { readonly payerId: Id; readonly receiverId: Id; readonly cents: Cents };

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const sizeOf = (amount: bigint) => (amount < 0n ? -amount : amount);

/**
 * Books what something cost to those it was for. Exact both ways: the shares of a payer add up to what they paid, and
 * those of a receiver to their part of the whole by largest remainder. Within that, as near to proportional as
 * whole cents allow. Shares of nothing are left out.
 */
export function splitShares(payments: readonly Payment[], parts: readonly Part[]): Share[] {
  const total = sum(payments.map((payment) => payment.cents));
  if (total === 0n) return [];
  assert(
    payments.every((payment) => payment.cents >= 0n),
    "payments are not negative",
  );
  const wanted = splitByLargestRemainder(
    cents(total),
    parts.map((part) => part.parts),
  );
  const floors = payments.map((payment) => wanted.map((part) => (payment.cents * part) / total));
  const rowLeft = payments.map((payment, row) => payment.cents - sum(floors[row] ?? []));
  const columnLeft = wanted.map((part, column) => part - sum(floors.map((cells) => cells[column] ?? 0n)));
  return payments
    .flatMap((payment, row) =>
      parts.map((part, column): Share => {
        const extra = least(rowLeft[row] ?? 0n, columnLeft[column] ?? 0n);
        rowLeft[row] = (rowLeft[row] ?? 0n) - extra;
        columnLeft[column] = (columnLeft[column] ?? 0n) - extra;
        return { payerId: payment.payerId, receiverId: part.memberId, cents: cents((floors[row]?.[column] ?? 0n) + extra) };
      }),
    )
    .filter((share) => share.cents !== 0n);
}

/**
 * The negative shares of money that came back. `left` is what is booked so far, with earlier refunds; `returned`
 * says who got how much back. Money that goes back to whoever paid it mirrors the original shares cell by cell; money
 * that lands with somebody else still takes from each receiver their part of it. Together they never take back
 * more than there is, and all of it leaves nothing.
 */
export function mirrorShares(left: readonly Share[], returned: readonly Payment[]): Share[] {
  const cells = addUp(left);
  const paidBy = (payerId: Id) => sum(cells.filter((cell) => cell.payerId === payerId).map((cell) => cell.cents));
  assert(sum(returned.map((payment) => payment.cents)) <= sum(cells.map((cell) => cell.cents)), "no more comes back than was paid");
  const straight = cells.every((cell) => cell.cents >= 0n) && returned.every((payment) => payment.cents <= paidBy(payment.payerId));
  const shares = straight ? returned.flatMap((payment) => mirrorOne(cells, payment)) : mirrorByReceiver(cells, returned);
  return addUp(shares).map((share) => ({ ...share, cents: cents(-share.cents) }));
}

function mirrorOne(cells: readonly Share[], { payerId, cents: amount }: Payment): Share[] {
  const own = cells.filter((cell) => cell.payerId === payerId && cell.cents > 0n);
  if (amount === 0n || own.length === 0) return [];
  const split = splitByLargestRemainder(
    amount,
    own.map((cell) => cell.cents),
  );
  return own.map((cell, index) => ({ ...cell, cents: split[index] ?? cents(0n) }));
}

function mirrorByReceiver(cells: readonly Share[], returned: readonly Payment[]): Share[] {
  const receivers = [...new Set(cells.map((cell) => cell.receiverId))];
  const received = receivers.map((receiverId) => sum(cells.filter((cell) => cell.receiverId === receiverId).map((cell) => cell.cents)));
  const total = cents(sum(returned.map((payment) => payment.cents)));
  if (total === 0n) return [];
  const columnLeft: bigint[] = splitByLargestRemainder(
    total,
    received.map((amount) => (amount > 0n ? amount : 0n)),
  );
  const rowLeft: bigint[] = returned.map((payment) => payment.cents);
  const shares: Share[] = [];
  const take = (row: number, column: number, most: bigint) => {
    const amount = least(most, least(rowLeft[row] ?? 0n, columnLeft[column] ?? 0n));
    const [payerId, receiverId] = [returned[row]?.payerId, receivers[column]];
    if (amount <= 0n || payerId === undefined || receiverId === undefined) return;
    rowLeft[row] = (rowLeft[row] ?? 0n) - amount;
    columnLeft[column] = (columnLeft[column] ?? 0n) - amount;
    shares.push({ payerId, receiverId, cents: cents(amount) });
  };
  // First as it was paid, then wherever there is room: the sums of both sides are equal, so all of it finds a place.
  for (const bounded of [true, false]) {
    for (const [row, payment] of returned.entries()) {
      for (const [column, receiverId] of receivers.entries()) {
        const cell = cells.find((candidate) => candidate.payerId === payment.payerId && candidate.receiverId === receiverId);
        take(row, column, bounded ? (cell?.cents ?? 0n) : sizeOf(total));
      }
    }
  }
  return shares;
}

/** One row for each payer and receiver; those that come to nothing are left out. */
export function addUp(shares: readonly Share[]): Share[] {
  const sums = new Map<string, Share>();
  for (const share of shares) {
    const key = `${share.payerId} ${share.receiverId}`;
    sums.set(key, { ...share, cents: cents((sums.get(key)?.cents ?? 0n) + share.cents) });
  }
  return [...sums.values()].filter((share) => share.cents !== 0n);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** What each payer paid, added up; in the order they first appear. */
export function byPayer(payments: readonly Payment[]): Payment[] {
  const sums = new Map<Id, bigint>();
  for (const { payerId, cents: amount } of payments) sums.set(payerId, (sums.get(payerId) ?? 0n) + amount);
  return [...sums].map(([payerId, amount]) => ({ payerId, cents: cents(amount) }));
}

/** Whom shipping is for: everybody in the order, as much as the things in it were; evenly when those cost nothing. */
export function shippingParts(lineShares: readonly Share[], everybody: readonly Id[]): Part[] {
  const received = everybody.map((memberId) => ({
    memberId,
    parts: sum(lineShares.filter((share) => share.receiverId === memberId).map((share) => share.cents)),
  }));
  return received.some((part) => part.parts > 0n) ? received : everybody.map((memberId) => ({ memberId, parts: 1n }));
}
