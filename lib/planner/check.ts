import type { PlanCredit, PlanItem, PlanLine, PlanOrder, PlanPayment, PlanRequest, PlanResult } from "./contract";

/**
 * The independent check of a plan: every rule of the contract and every figure, worked out again from the
 * request alone. It shares no code with the model, so that one mistake can't be in both.
 */
type Figures = {
  unmet: bigint;
  costMilli: bigint;
  cash: bigint;
  shipping: bigint;
  orders: bigint;
  fairness: bigint;
  creditUsed: bigint;
  lost: bigint;
};

type Books = {
  readonly request: PlanRequest;
  readonly problems: string[];
  readonly items: ReadonlyMap<string, PlanItem>;
  readonly credits: ReadonlyMap<string, PlanCredit>;
  readonly spent: Map<string, bigint>;
  readonly lent: Map<string, bigint>;
  readonly bought: Map<string, bigint>;
  readonly cashOn: Map<string, bigint>;
};

/** Everything that is wrong with `plan` as an answer to `request`, one sentence each; empty when it holds. */
export function planProblems(request: PlanRequest, plan: PlanResult): string[] {
  const books: Books = {
    request,
    problems: [],
    items: new Map(request.items.map((item) => [item.id, item])),
    credits: new Map(request.credits.map((credit) => [credit.id, credit])),
    spent: new Map(),
    lent: new Map(),
    bought: new Map(),
    cashOn: new Map(),
  };
  const seen = new Set<string>();
  for (const order of plan.orders) {
    const key = JSON.stringify([order.account, order.date]);
    if (seen.has(key)) books.problems.push(`two orders from ${order.account} on ${order.date}`);
    seen.add(key);
    checkOrder(books, order);
  }
  checkTotals(books);
  checkLists(books, plan);
  checkMetrics(books, plan);
  return books.problems;
}

function checkOrder(books: Books, order: PlanOrder): void {
  const { request, problems } = books;
  const place = `order ${order.account} ${order.date}`;
  const account = request.accounts.find((entry) => entry.id === order.account);
  const store = account && request.stores.find((entry) => entry.id === account.store);
  if (!account || !store) {
    problems.push(`${place}: no such account`);
    return;
  }
  if (!request.orderDates.includes(order.date)) problems.push(`${place}: not an order date`);
  if (order.lines.length === 0) problems.push(`${place}: no lines`);
  const here = new Set<string>();
  let subtotal = 0n;
  let cash = 0n;
  for (const line of order.lines) {
    if (here.has(line.item)) problems.push(`${place}: ${line.item} has two lines`);
    here.add(line.item);
    checkLine(books, order, line, account.store, account.owner);
    subtotal += BigInt(line.amountCents);
    cash += BigInt(line.cashCents);
  }
  if (subtotal !== BigInt(order.subtotalCents)) problems.push(`${place}: the subtotal is ${subtotal}`);
  const shipping = subtotal >= BigInt(store.freeShippingFromCents) ? 0n : BigInt(store.shippingFeeCents);
  if (shipping !== BigInt(order.shippingCents)) problems.push(`${place}: shipping costs ${shipping}`);
  let shippingPaid = 0n;
  for (const payment of order.shippingPayments) {
    const credit = pay(books, order, payment, `${place} shipping`);
    if (credit && !credit.coversShipping) problems.push(`${place}: ${payment.credit} can't pay shipping`);
    shippingPaid += BigInt(payment.cents);
  }
  if (shippingPaid > shipping) problems.push(`${place}: shipping is paid twice`);
  cash += shipping - shippingPaid;
  if (cash !== BigInt(order.cashCents)) problems.push(`${place}: cash is ${cash}`);
  raise(books.cashOn, order.date, cash);
}

function checkLine(books: Books, order: PlanOrder, line: PlanLine, store: string, owner: string): void {
  const { problems } = books;
  const place = `line ${line.item} in ${order.account} ${order.date}`;
  const item = books.items.get(line.item);
  const offer = item?.offers.find((entry) => entry.store === store);
  if (!item || !offer) {
    problems.push(`${place}: not sold there`);
    return;
  }
  if (item.notBefore !== null && order.date < item.notBefore) problems.push(`${place}: too early`);
  if (item.neededBy !== null && order.date > item.neededBy) problems.push(`${place}: too late`);
  if (item.need === "must" && line.quantity !== item.quantity) problems.push(`${place}: a must-have in part`);
  if (line.quantity < 1) problems.push(`${place}: nothing bought`);
  raise(books.bought, item.id, BigInt(line.quantity));
  const amount = BigInt(line.quantity) * BigInt(offer.unitPriceCents);
  if (amount !== BigInt(line.amountCents)) problems.push(`${place}: costs ${amount}`);
  let paid = 0n;
  for (const payment of line.payments) {
    const credit = pay(books, order, payment, place);
    paid += BigInt(payment.cents);
    if (credit && !pays(credit, item.category)) problems.push(`${place}: ${credit.id} can't pay ${item.category}`);
    if (!item.shared && item.requester !== owner) raise(books.lent, owner, BigInt(payment.cents));
  }
  if (line.cashCents < 0 || paid + BigInt(line.cashCents) !== amount) problems.push(`${place}: not paid to the cent`);
}

/** Books one payment and checks what depends on the credit and the order only. */
function pay(books: Books, order: PlanOrder, payment: PlanPayment, place: string): PlanCredit | null {
  const { problems } = books;
  const credit = books.credits.get(payment.credit);
  if (!credit) {
    problems.push(`${place}: no credit ${payment.credit}`);
    return null;
  }
  if (payment.cents <= 0) problems.push(`${place}: ${credit.id} pays nothing`);
  if (credit.account !== order.account) problems.push(`${place}: ${credit.id} is at another account`);
  if (order.date < credit.availableFrom) problems.push(`${place}: ${credit.id} isn't available yet`);
  if (credit.expiresOn !== null && order.date > credit.expiresOn) problems.push(`${place}: ${credit.id} has expired`);
  let eligible = 0n;
  for (const line of order.lines) {
    const category = books.items.get(line.item)?.category;
    if (category !== undefined && pays(credit, category)) eligible += BigInt(line.amountCents);
  }
  if (eligible < BigInt(credit.minimumOrderCents)) problems.push(`${place}: ${credit.id} needs an order of ${credit.minimumOrderCents}`);
  raise(books.spent, credit.id, BigInt(payment.cents));
  return credit;
}

function pays(credit: PlanCredit, category: string): boolean {
  if (credit.categories !== null && !credit.categories.includes(category)) return false;
  if (credit.excludedCategories.includes(category)) return false;
  return category !== "gift_card" || credit.giftCards === "yes";
}

function checkTotals({ request, problems, credits, spent, lent, bought, items, cashOn }: Books): void {
  for (const [id, cents] of spent) {
    const credit = credits.get(id);
    if (credit && cents > BigInt(credit.amountCents) - BigInt(credit.heldCents))
      problems.push(`credit ${id} pays ${cents}, more than it has`);
  }
  for (const [member, cap] of Object.entries(request.lendingCapsCents)) {
    const cents = lent.get(member) ?? 0n;
    if (cents > BigInt(cap)) problems.push(`${member} lends ${cents}, over the cap of ${cap}`);
  }
  for (const [id, quantity] of bought) {
    if (quantity > BigInt(items.get(id)?.quantity ?? 0)) problems.push(`item ${id} is bought ${quantity} times`);
  }
  for (const { from, cumulativeCents } of request.cashBudgetCents) {
    let cash = 0n;
    for (const [date, cents] of cashOn) if (date <= from) cash += cents;
    if (cash > BigInt(cumulativeCents)) problems.push(`cash up to ${from} is ${cash}, over the budget of ${cumulativeCents}`);
  }
}

function checkLists({ request, problems, bought, spent, ...books }: Books, plan: PlanResult): void {
  const missing = (need: PlanItem["need"]) =>
    request.items.filter((item) => item.need === need && !bought.has(item.id)).map((item) => item.id);
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && [...a].sort().every((id, index) => id === [...b].sort()[index]);
  if (
    !same(
      missing("must"),
      plan.unmet.map((entry) => entry.item),
    )
  )
    problems.push("unmet doesn't name exactly the must-haves left out");
  if (
    !same(
      missing("optional"),
      plan.leftOut.map((entry) => entry.item),
    )
  )
    problems.push("leftOut doesn't name exactly the optional items left out");
  if (
    !same(
      [...books.credits.keys()],
      plan.credits.map((entry) => entry.credit),
    )
  )
    problems.push("credits doesn't name every credit once");
  for (const use of plan.credits) {
    const credit = books.credits.get(use.credit);
    if (!credit) continue;
    const left = BigInt(credit.amountCents) - BigInt(credit.heldCents) - (spent.get(credit.id) ?? 0n);
    if (BigInt(use.usedCents) !== (spent.get(credit.id) ?? 0n)) problems.push(`credit ${credit.id}: ${spent.get(credit.id) ?? 0n} is used`);
    if (BigInt(use.leftCents) !== left) problems.push(`credit ${credit.id}: ${left} is left`);
    if (BigInt(use.lostCents) !== (expiring(request, credit) ? left : 0n)) problems.push(`credit ${credit.id}: what is lost is wrong`);
  }
}

function checkMetrics(books: Books, plan: PlanResult): void {
  const { metrics } = plan;
  const figures = recompute(books, plan);
  const compare = (name: string, stated: number, real: bigint) => {
    if (BigInt(stated) !== real) books.problems.push(`metrics.${name} is ${real}, not ${stated}`);
  };
  compare("unmet", metrics.unmet, figures.unmet);
  compare("costMilliCents", metrics.costMilliCents, figures.costMilli);
  compare("cashCents", metrics.cashCents, figures.cash);
  compare("shippingCents", metrics.shippingCents, figures.shipping);
  compare("orders", metrics.orders, figures.orders);
  compare("fairnessCents", metrics.fairnessCents, figures.fairness);
  compare("creditUsedCents", metrics.creditUsedCents, figures.creditUsed);
  compare("lostCents", metrics.lostCents, figures.lost);
  if (plan.status === "optimal" && plan.gapCents !== 0) books.problems.push("an optimal plan has no gap");
}

function recompute({ request, bought, spent, lent, cashOn }: Books, plan: PlanResult): Figures {
  const figures: Figures = {
    unmet: 0n,
    costMilli: 0n,
    cash: 0n,
    shipping: 0n,
    orders: BigInt(plan.orders.length),
    fairness: 0n,
    creditUsed: 0n,
    lost: 0n,
  };
  for (const cents of cashOn.values()) figures.cash += cents;
  for (const order of plan.orders) figures.shipping += BigInt(order.shippingCents);
  figures.costMilli = 1000n * figures.cash;
  for (const item of request.items) {
    const quantity = bought.get(item.id) ?? 0n;
    if (item.need === "must" && quantity === 0n) figures.unmet += 4n - BigInt(item.priority);
    if (item.need === "optional") figures.costMilli -= 1000n * quantity * BigInt(item.valueCents);
  }
  for (const credit of request.credits) {
    const used = spent.get(credit.id) ?? 0n;
    figures.creditUsed += used;
    figures.costMilli += used * BigInt(retention(request, credit));
    if (expiring(request, credit)) figures.lost += BigInt(credit.amountCents) - BigInt(credit.heldCents) - used;
  }
  let largest = 0n;
  for (const cents of lent.values()) {
    figures.fairness += cents;
    if (cents > largest) largest = cents;
  }
  figures.fairness += largest;
  return figures;
}

function expiring(request: PlanRequest, credit: PlanCredit): boolean {
  if (credit.expiresOn === null) return false;
  return Date.parse(credit.expiresOn) <= Date.parse(request.today) + request.horizonDays * 86_400_000;
}

function retention(request: PlanRequest, credit: PlanCredit): number {
  if (credit.retentionPermille !== undefined) return credit.retentionPermille;
  if (expiring(request, credit)) return 0;
  if (credit.categories !== null) return 850;
  if (credit.expiresOn !== null) return 900;
  return credit.giftCards === "yes" ? 970 : 950;
}

function raise(map: Map<string, bigint>, key: string, by: bigint): void {
  map.set(key, (map.get(key) ?? 0n) + by);
}
