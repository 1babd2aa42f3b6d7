import type { PlanCredit, PlanItem, PlanRequest } from "./contract";

/** Levels 1 to 5 of a plan; the cost has the price of moved lines in it. */
export type Ranking = readonly [unmet: number, costMilli: number, orders: number, fairness: number, moved: number];

type Line = { item: PlanItem; account: number; date: string; amount: number };
type Due = { cents: number; account: number; date: string; usable: readonly number[]; lender: string | null };

/**
 * The best ranking of a very small request, by trying every basket and every way to pay it. It knows the
 * contract and nothing of the planner; the tests hold the planner against it.
 */
export function bestRanking(request: PlanRequest): Ranking {
  let best: Ranking | null = null;
  const lines: Line[] = [];
  const visit = (index: number) => {
    const item = request.items[index];
    if (!item) {
      const ranking = rankBasket(request, lines, best);
      if (ranking && (!best || compare(ranking, best) < 0)) best = ranking;
      return;
    }
    const places = placesOf(request, item);
    if (item.need === "must") {
      visit(index + 1);
      for (const place of places) {
        lines.push({ ...place, amount: place.price * item.quantity, item });
        visit(index + 1);
        lines.pop();
      }
      return;
    }
    const spread = (from: number, left: number) => {
      const place = places[from];
      if (!place) {
        visit(index + 1);
        return;
      }
      for (let units = 0; units <= left; units += 1) {
        // Each unit as a line of its own: the payments come to the same.
        for (let unit = 0; unit < units; unit += 1) lines.push({ ...place, amount: place.price, item });
        spread(from + 1, left - units);
        lines.length -= units;
      }
    };
    spread(0, item.quantity);
  };
  visit(0);
  if (!best) throw new Error("buying nothing is always a plan");
  return best;
}

function placesOf(request: PlanRequest, item: PlanItem): { account: number; date: string; price: number }[] {
  return request.accounts.flatMap((account, index) => {
    const offer = item.offers.find((entry) => entry.store === account.store);
    if (!offer) return [];
    const dates = request.orderDates.filter(
      (date) => (!item.notBefore || date >= item.notBefore) && (!item.neededBy || date <= item.neededBy),
    );
    return dates.map((date) => ({ account: index, date, price: offer.unitPriceCents }));
  });
}

function rankBasket(request: PlanRequest, lines: readonly Line[], best: Ranking | null): Ranking | null {
  const unmet = request.items.reduce(
    (sum, item) => sum + (item.need === "must" && !lines.some((line) => line.item === item) ? 4 - item.priority : 0),
    0,
  );
  if (best && unmet > best[0]) return null;
  const moved = linesMoved(request, lines);
  const orders = new Map<string, Line[]>();
  for (const line of lines) orders.set(`${line.account} ${line.date}`, [...(orders.get(`${line.account} ${line.date}`) ?? []), line]);
  const dues: Due[] = [];
  let baseMilli = moved * 1000 * (request.stayCents ?? 25);
  for (const order of orders.values()) {
    const [first] = order;
    if (!first) continue;
    const account = request.accounts[first.account];
    const store = request.stores.find((entry) => entry.id === account?.store);
    if (!account || !store) continue;
    const subtotal = order.reduce((sum, line) => sum + line.amount, 0);
    const open = [...request.credits.keys()].filter((index) => {
      const credit = request.credits[index] as PlanCredit;
      const eligible = order.reduce((sum, line) => sum + (allows(credit, line.item) ? line.amount : 0), 0);
      return (
        credit.account === account.id &&
        credit.availableFrom <= first.date &&
        (credit.expiresOn === null || first.date <= credit.expiresOn) &&
        eligible >= credit.minimumOrderCents
      );
    });
    for (const { item, amount } of order) {
      const usable = open.filter((index) => allows(request.credits[index] as PlanCredit, item));
      dues.push({
        cents: amount,
        account: first.account,
        date: first.date,
        usable,
        lender: !item.shared && item.requester !== account.owner ? account.owner : null,
      });
      if (item.need === "optional") baseMilli -= 1000 * item.valueCents;
    }
    const fee = subtotal >= store.freeShippingFromCents ? 0 : store.shippingFeeCents;
    dues.push({
      cents: fee,
      account: first.account,
      date: first.date,
      usable: open.filter((index) => request.credits[index]?.coversShipping),
      lender: null,
    });
  }
  const paid = cheapest(request, dues, baseMilli, orders.size);
  return paid && [unmet, paid.costMilli, orders.size, paid.fairness, moved];
}

/** Lines of the current plan that could stay where they are, in their quantity, and don't. */
function linesMoved(request: PlanRequest, lines: readonly Line[]): number {
  let moved = 0;
  for (const order of request.current?.orders ?? []) {
    for (const former of order.lines) {
      const item = request.items.find((entry) => entry.id === former.item);
      const account = request.accounts.findIndex((entry) => entry.id === order.account);
      if (!item || !placesOf(request, item).some((place) => place.account === account && place.date === order.date)) continue;
      if (item.need === "optional" && former.quantity > item.quantity) continue;
      const now = lines.filter((line) => line.item === item && line.account === account && line.date === order.date).length;
      if (now !== (item.need === "must" ? 1 : former.quantity)) moved += 1;
    }
  }
  return moved;
}

/** Every way to split every amount due over the credits that may pay it. */
function cheapest(
  request: PlanRequest,
  dues: readonly Due[],
  baseMilli: number,
  orders: number,
): { costMilli: number; fairness: number } | null {
  const left = request.credits.map((credit) => credit.amountCents - credit.heldCents);
  const retention = request.credits.map((credit) => worthLater(request, credit));
  const lent = new Map<string, number>();
  const cash = new Map<string, number>();
  let best: { costMilli: number; fairness: number } | null = null;
  const restAtLeast = (from: number) =>
    dues.slice(from).reduce((sum, due) => sum + due.cents * Math.min(1000, ...due.usable.map((index) => retention[index] ?? 1000)), 0);
  const rest = dues.map((_, index) => restAtLeast(index + 1));

  const pay = (index: number, costMilli: number) => {
    const due = dues[index];
    if (!due) {
      if (!request.cashBudgetCents.every(({ from, cumulativeCents }) => sumUpTo(cash, from) <= cumulativeCents)) return;
      const sums = [...lent.values()];
      const fairness = sums.reduce((sum, cents) => sum + cents, 0) + Math.max(0, ...sums);
      if (!best || costMilli < best.costMilli || (costMilli === best.costMilli && fairness < best.fairness)) best = { costMilli, fairness };
      return;
    }
    const from = (option: number, open: number, cost: number) => {
      if (best && cost + (rest[index] ?? 0) > best.costMilli) return;
      const credit = due.usable[option];
      if (credit === undefined) {
        cash.set(due.date, (cash.get(due.date) ?? 0) + open);
        pay(index + 1, cost + 1000 * open);
        cash.set(due.date, (cash.get(due.date) ?? 0) - open);
        return;
      }
      const cap = due.lender === null ? Infinity : (request.lendingCapsCents[due.lender] ?? Infinity) - (lent.get(due.lender) ?? 0);
      for (let cents = Math.min(open, left[credit] ?? 0, cap); cents >= 0; cents -= 1) {
        left[credit] = (left[credit] ?? 0) - cents;
        if (due.lender !== null) lent.set(due.lender, (lent.get(due.lender) ?? 0) + cents);
        from(option + 1, open - cents, cost + cents * (retention[credit] ?? 1000));
        if (due.lender !== null) lent.set(due.lender, (lent.get(due.lender) ?? 0) - cents);
        left[credit] = (left[credit] ?? 0) + cents;
      }
    };
    from(0, due.cents, costMilli);
  };
  pay(0, baseMilli);
  return orders === 0 ? { costMilli: baseMilli, fairness: 0 } : best;
}

function sumUpTo(cash: ReadonlyMap<string, number>, date: string): number {
  let sum = 0;
  for (const [day, cents] of cash) if (day <= date) sum += cents;
  return sum;
}

function allows(credit: PlanCredit, { category }: PlanItem): boolean {
  return (
    !credit.excludedCategories.includes(category) &&
    (credit.categories?.includes(category) ?? true) &&
    (category !== "gift_card" || credit.giftCards === "yes")
  );
}

function worthLater(request: PlanRequest, credit: PlanCredit): number {
  if (credit.retentionPermille !== undefined) return credit.retentionPermille;
  const horizon = new Date(Date.parse(request.today) + request.horizonDays * 86_400_000).toISOString().slice(0, 10);
  if (credit.expiresOn !== null && credit.expiresOn <= horizon) return 0;
  if (credit.categories !== null) return 850;
  if (credit.expiresOn !== null) return 900;
  return credit.giftCards === "yes" ? 970 : 950;
}

/** Less than zero when `a` is the better one. */
export function compare(a: Ranking, b: Ranking): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}
