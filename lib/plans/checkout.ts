import { cents, type Cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import { linesOf, retentionPermille, type Draft, type DraftOrder } from "./draft";
import type { Payment } from "./repay";
import { isTakenUnasked, verdictOn } from "./terms";
import { availableCents, type World, type WorldCredit } from "./world";

/** What is free on a credit for this plan, in cents; with the plan's own holds in place, what they set aside counts as free. */
type Free = (credit: WorldCredit) => bigint;

/** Whether the store takes balances by itself for whatever is ordered from the account. */
export function takesBalanceFirst(world: World, accountId: Id): boolean {
  const account = world.accounts.get(accountId);
  return account !== undefined && world.stores.get(account.storeId)?.appliesBalanceFirst === true;
}

/**
 * What such a store does at checkout when nobody chooses: order by order as the days come, it takes every balance the
 * order's things may be paid with, narrow promotions before what pays anything, sooner ends first, as far as each goes;
 * the rest is paid in cash. Every line and all shipping is paid to the cent.
 */
export function paidByStore(world: World, draft: Draft, orders: readonly DraftOrder[], free: Free): Payment[] {
  const left = new Map<Id, bigint>();
  const payments: Payment[] = [];
  for (const order of [...orders].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const lines = linesOf(draft, order);
    const use = { accountId: order.accountId, on: order.on, lines };
    const due = [...lines, null].map((line) => ({
      line,
      cents: (line ? line.amountCents : order.shippingCents) as bigint,
    }));
    for (const credit of inStoresOrder(world, order.accountId)) {
      for (const sink of due) {
        const rest = left.get(credit.id) ?? free(credit);
        const taken = rest < sink.cents ? rest : sink.cents;
        if (taken <= 0n || !isTakenUnasked(verdictOn(credit, sink.line?.category ?? null, use))) continue;
        payments.push({ orderId: order.id, lineId: sink.line?.id ?? null, creditId: credit.id, cents: cents(taken) });
        left.set(credit.id, rest - taken);
        sink.cents -= taken;
      }
    }
    for (const { line, cents: cash } of due)
      if (cash > 0n) payments.push({ orderId: order.id, lineId: line?.id ?? null, creditId: null, cents: cents(cash) });
  }
  return payments;
}

function inStoresOrder(world: World, accountId: Id): WorldCredit[] {
  const ends = (credit: WorldCredit) => credit.expiresOn ?? "9";
  return [...world.credits.values()]
    .filter((credit) => credit.accountId === accountId && !credit.closed)
    .sort(
      (a, b) =>
        Number(isBalance(a)) - Number(isBalance(b)) ||
        (ends(a) < ends(b) ? -1 : ends(a) > ends(b) ? 1 : a.id < b.id ? -1 : Number(a.id > b.id)),
    );
}

/** Whether the store keeps it in one sum with other such credits, which is taken as a whole or not at all. */
function isBalance(credit: WorldCredit): boolean {
  return credit.categories === null && credit.minimumOrderCents === 0n && credit.origin !== "promotion" && credit.origin !== "reward";
}

/**
 * The draft with the payments the store will make by itself, account by account, where that costs the household no
 * more and nothing was chosen by hand. What remains different has to be chosen at checkout: see {@link toChoose}.
 */
export function asTheStorePays(world: World, draft: Draft, horizonDays: number): Draft {
  let payments = draft.payments;
  for (const accountId of new Set(draft.orders.map((order) => order.accountId))) {
    if (!takesBalanceFirst(world, accountId)) continue;
    const orders = draft.orders.filter((order) => order.accountId === accountId);
    const lines = orders.flatMap((order) => linesOf(draft, order));
    if (lines.some((line) => line.payWith !== "auto")) continue;
    const ids = new Set(orders.map((order) => order.id));
    const planned = payments.filter((payment) => ids.has(payment.orderId));
    const taken = paidByStore(world, draft, orders, availableCents);
    if (byOrderAndCredit(taken) === byOrderAndCredit(planned)) continue;
    if (costMilli(world, taken, horizonDays) > costMilli(world, planned, horizonDays)) continue;
    payments = [...payments.filter((payment) => !ids.has(payment.orderId)), ...taken];
  }
  return payments === draft.payments ? draft : { ...draft, payments };
}

/** What each order takes of each credit, written out: which line of it pays is nothing a store shows. */
function byOrderAndCredit(payments: readonly Payment[]): string {
  const taken = new Map<string, bigint>();
  for (const { orderId, creditId, cents: amount } of payments) {
    const key = `${orderId} ${creditId ?? "cash"}`;
    taken.set(key, (taken.get(key) ?? 0n) + amount);
  }
  return [...taken]
    .map(([key, amount]) => `${key} ${amount}`)
    .sort()
    .join();
}

/** Cash, and what the credits used would be worth later, in thousandths of a cent. */
function costMilli(world: World, payments: readonly Payment[], horizonDays: number): bigint {
  return payments.reduce((sum, payment) => {
    const credit = payment.creditId === null ? undefined : world.credits.get(payment.creditId);
    return sum + payment.cents * BigInt(credit ? retentionPermille(credit, world.today, horizonDays) : 1000);
  }, 0n);
}

/** What to choose at the store's checkout, because left alone it would pay otherwise than the plan. */
export type ToChoose = {
  readonly orderId: Id;
  /** Credits the store would take, or take more of, than planned; and what is planned of them, all sums of one balance in one. */
  readonly tooMuch: readonly { readonly creditIds: readonly Id[]; readonly storeCents: Cents; readonly plannedCents: Cents }[];
};

/** The orders at stores that take balances first whose payments somebody has to choose. `held`: the plan's own holds are in place. */
export function toChoose(world: World, draft: Draft, held: boolean): ToChoose[] {
  return [...new Set(draft.orders.map((order) => order.accountId))]
    .filter((accountId) => takesBalanceFirst(world, accountId))
    .flatMap((accountId) => {
      const orders = draft.orders.filter((order) => order.accountId === accountId);
      const own = (credit: WorldCredit) => (held ? usedOf(draft.payments, (payment) => payment.creditId === credit.id) : 0n);
      const store = paidByStore(world, draft, orders, (credit) => availableCents(credit) + own(credit));
      return orders.flatMap((order): ToChoose[] => {
        const tooMuch = sums(world, accountId).flatMap((creditIds) => {
          const of = (payments: readonly Payment[]) =>
            usedOf(
              payments,
              (payment) => payment.orderId === order.id && payment.creditId !== null && creditIds.includes(payment.creditId),
            );
          const [storeCents, plannedCents] = [of(store), of(draft.payments)];
          return storeCents > plannedCents ? [{ creditIds, storeCents: cents(storeCents), plannedCents: cents(plannedCents) }] : [];
        });
        return tooMuch.length > 0 ? [{ orderId: order.id, tooMuch }] : [];
      });
    });
}

/** The credits of an account as its store shows them: all that pays anything is one balance, each promotion is its own. */
function sums(world: World, accountId: Id): Id[][] {
  const here = inStoresOrder(world, accountId);
  const balance = here.filter(isBalance).map((credit) => credit.id);
  return [...here.filter((credit) => !isBalance(credit)).map((credit) => [credit.id]), ...(balance.length > 0 ? [balance] : [])];
}

function usedOf(payments: readonly Payment[], which: (payment: Payment) => boolean): bigint {
  return payments.reduce((sum, payment) => (which(payment) ? sum + payment.cents : sum), 0n);
}
