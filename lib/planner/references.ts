import type { PlanRequest } from "./contract";

/** The most all items and shipping may add up to, in cents: thousandths of it still count exactly in a number. */
const MOST_CENTS = 4_000_000_000_000;

/** What is wrong with the request beyond its shape, as one line naming the field; null when nothing is. */
export function referenceProblem(request: PlanRequest): string | null {
  for (const problem of problems(request)) return problem;
  return null;
}

function* problems(request: PlanRequest): Generator<string> {
  const { members, stores, accounts, items, credits } = request;
  yield* repeated("members", members, "");
  yield* repeated("stores", ids(stores));
  yield* repeated("accounts", ids(accounts));
  yield* repeated("items", ids(items));
  yield* repeated("credits", ids(credits));

  const knownMembers = new Set(members);
  const knownStores = new Set(ids(stores));
  const knownAccounts = new Set(ids(accounts));
  for (const [index, account] of accounts.entries()) {
    yield* unknown(knownMembers, account.owner, `accounts[${index}].owner`, "member");
    yield* unknown(knownStores, account.store, `accounts[${index}].store`, "store");
  }
  for (const [index, item] of items.entries()) {
    const field = `items[${index}]`;
    yield* unknown(knownMembers, item.requester, `${field}.requester`, "member");
    for (const [offer, { store }] of item.offers.entries()) yield* unknown(knownStores, store, `${field}.offers[${offer}].store`, "store");
    yield* repeated(
      `${field}.offers`,
      item.offers.map((offer) => offer.store),
      ".store",
    );
  }
  for (const [index, credit] of credits.entries()) {
    yield* unknown(knownAccounts, credit.account, `credits[${index}].account`, "account");
    if (credit.heldCents > credit.amountCents) yield `credits[${index}].heldCents: more is held than the amount`;
  }
  for (const member of Object.keys(request.lendingCapsCents)) yield* unknown(knownMembers, member, `lendingCapsCents.${member}`, "member");
  yield* dateProblems(request);

  const dearest = items.reduce(
    (sum, item) => sum + item.quantity * Math.max(item.valueCents, ...item.offers.map((offer) => offer.unitPriceCents)),
    0,
  );
  const shipping =
    stores.reduce((sum, store) => sum + store.shippingFeeCents, 0) * Math.max(1, accounts.length) * Math.max(1, request.orderDates.length);
  const balances = credits.reduce((sum, credit) => sum + credit.amountCents, 0);
  if (dearest + shipping + balances > MOST_CENTS)
    yield "items: prices, shipping and credits add up to more than the planner can count exactly";
}

function* dateProblems({ orderDates, cashBudgetCents }: PlanRequest): Generator<string> {
  for (const [index, date] of orderDates.entries()) {
    const before = orderDates[index - 1];
    if (before !== undefined && before >= date) yield `orderDates[${index}]: ${date} doesn't come after ${before}`;
  }
  if (cashBudgetCents.length === 0) return;
  for (const [index, { from }] of cashBudgetCents.entries()) {
    if (!orderDates.includes(from)) yield `cashBudgetCents[${index}].from: ${from} is no order date`;
  }
  yield* repeated(
    "cashBudgetCents",
    cashBudgetCents.map((entry) => entry.from),
    ".from",
  );
  const missing = orderDates.find((date) => !cashBudgetCents.some((entry) => entry.from === date));
  if (missing) yield `cashBudgetCents: no entry for the order date ${missing}`;
}

function ids(list: readonly { id: string }[]): string[] {
  return list.map((entry) => entry.id);
}

function* repeated(field: string, list: readonly string[], key = ".id"): Generator<string> {
  const seen = new Set<string>();
  for (const [index, value] of list.entries()) {
    if (seen.has(value)) yield `${field}[${index}]${key}: ${JSON.stringify(value)} is there twice`;
    seen.add(value);
  }
}

function* unknown(known: ReadonlySet<string>, value: string, field: string, kind: string): Generator<string> {
  if (!known.has(value)) yield `${field}: unknown ${kind} ${JSON.stringify(value)}`;
}
