import type { Deed, Name } from "./command";
import { checkRecord, checkRefund } from "./check-shares";
import type { Said, Seen } from "./predict";
import { at, freeOf, shareKey, sharesOf, type Books, type LineState, type OrderState } from "./state";

type OrderDeed = Extract<Deed, { readonly order: Name }>;

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** What becomes of an order of an approved plan. */
export function predictOrder(books: Books, number: number, deed: OrderDeed, seen: Seen): Said {
  const order = at(books.orders, deed.order);
  switch (deed.do) {
    case "record order":
      return record(books, order, deed, seen);
    case "undo":
      return undo(books, deed.order, order);
    case "cancel order":
      if (order.status === "cancelled") return "ok";
      return open(books, order) ?? stop(books, order);
    case "cancel line":
      return open(books, order) ?? cancelLine(books, order, deed.line);
    case "methods back":
      if (order.status !== "ordered") return "orders.not_ordered_yet";
      order.methodsBack = true;
      return "ok";
    case "close":
      return close(books, order);
    case "refund":
      return refund(books, number, order, deed, seen);
    case "credit trouble":
      return open(books, order) ?? trouble(books, order, deed);
  }
}

const linesOf = (books: Books, order: OrderState): [Name, LineState][] => order.lines.map((name) => [name, at(books.lines, name)]);

function open(books: Books, order: OrderState): string | null {
  if (at(books.plans, order.plan).status !== "approved") return "orders.plan_not_approved";
  if (order.status === "planned") return null;
  return order.status === "cancelled" ? "orders.was_cancelled" : "orders.already_ordered";
}

function endIfOver(books: Books, order: OrderState): void {
  const plan = at(books.plans, order.plan);
  const statuses = plan.orders.map((name) => at(books.orders, name).status);
  plan.version += 1;
  if (statuses.every((status) => status === "closed" || status === "cancelled"))
    plan.status = statuses.includes("closed") ? "done" : "cancelled";
}

function stop(books: Books, order: OrderState): string {
  order.holds = {};
  for (const [, line] of linesOf(books, order)) if (line.status === "planned") line.status = "cancelled";
  order.status = "cancelled";
  endIfOver(books, order);
  return "ok";
}

function cancelLine(books: Books, order: OrderState, name: Name): string {
  const left = linesOf(books, order).filter(([, line]) => line.status === "planned");
  const line = left.find(([candidate]) => candidate === name)?.[1];
  if (!line) return "not_found";
  if (left.length === 1) return stop(books, order);
  line.status = "cancelled";
  order.planned = order.planned.filter((part) => part.line !== name);
  order.holds = holdsFor(order);
  at(books.plans, order.plan).version += 1;
  return "ok";
}

function holdsFor(order: OrderState): Record<Name, number> {
  const holds: Record<Name, number> = {};
  for (const { credit, cents } of order.planned) if (credit !== null) holds[credit] = (holds[credit] ?? 0) + cents;
  return holds;
}

function trouble(books: Books, order: OrderState, { credit, removed }: Extract<Deed, { do: "credit trouble" }>): string {
  if (at(books.credits, credit).account !== order.account) return "not_found";
  if (removed === 0) return "money.zero";
  if ((removed ?? 0) > freeOf(books, credit) + (order.holds[credit] ?? 0)) return "orders.removed_too_much";
  delete order.holds[credit];
  order.planned = order.planned.map((part) => (part.credit === credit ? { ...part, credit: null } : part));
  if (removed !== null) at(books.credits, credit).entries.push({ kind: "plain", cents: -removed, reversed: false });
  at(books.plans, order.plan).version += 1;
  return "ok";
}

function close(books: Books, order: OrderState): string {
  if (order.status === "closed") return "ok";
  if (order.status !== "ordered") return "orders.not_ordered_yet";
  if (!order.methodsBack) return "orders.methods_still_off";
  order.status = "closed";
  endIfOver(books, order);
  return "ok";
}

function record(books: Books, order: OrderState, deed: Extract<Deed, { do: "record order" }>, seen: Seen): Said {
  const closed = open(books, order);
  if (closed) return closed;
  const left = linesOf(books, order).filter(([, line]) => line.status === "planned");
  if (left.length !== deed.lines.length || left.some(([name]) => !deed.lines.some(({ line }) => line === name))) return "conflict";
  for (const { credit, cents } of deed.payments) {
    if (at(books.credits, credit).account !== order.account) return "orders.credit_elsewhere";
    if (cents > freeOf(books, credit) + (order.holds[credit] ?? 0)) return "orders.credit_short";
  }
  const bought = deed.lines.filter(({ outcome }) => outcome === "bought");
  if (bought.length === 0) return "orders.nothing_bought";
  if (deed.shipping + sum(bought.map(({ cents }) => cents)) !== deed.total) return "orders.total_differs";
  if (sum(deed.payments.map(({ cents }) => cents)) > deed.total) return "orders.paid_too_much";

  for (const { line: name, outcome, cents } of deed.lines) {
    const line = at(books.lines, name);
    line.status = outcome === "bought" ? "ordered" : outcome;
    if (outcome !== "bought") continue;
    line.actual = cents;
    books.items[line.item] = "bought";
  }
  order.holds = {};
  for (const { credit, cents } of deed.payments) {
    if (cents === 0) continue;
    order.paid[credit] = cents;
    at(books.credits, credit).entries.push({ kind: "booked", cents: -cents, reversed: false });
  }
  Object.assign(order, { status: "ordered", cashPayer: deed.cashPayer, shipping: deed.shipping });
  at(books.plans, order.plan).version += 1;
  if (seen.code !== "ok") return "ok";
  const wrong = checkRecord(books, order, deed, seen);
  for (const { order: name, line, payer, receiver, cents } of seen.shares ?? []) add(books, shareKey(name, line, payer, receiver), cents);
  return wrong === null ? "ok" : { wrong };
}

function add(books: Books, key: string, cents: number): void {
  const now = (books.shares[key] ?? 0) + cents;
  if (now === 0) delete books.shares[key];
  else books.shares[key] = now;
}

function undo(books: Books, name: Name, order: OrderState): string {
  if (order.status !== "ordered") return order.status === "closed" ? "orders.closed_already" : "orders.not_ordered_yet";
  const lines = linesOf(books, order);
  if (order.refunded || lines.some(([, line]) => line.actual !== null && line.status !== "ordered")) return "orders.refunded_already";
  const back = lines.filter(([, line]) => line.status === "ordered");
  const planned = order.planned.filter(({ line }) => line === null || back.some(([candidate]) => candidate === line));
  const holds = holdsFor({ ...order, planned });
  if (Object.entries(holds).some(([credit, cents]) => freeOf(books, credit) + (order.paid[credit] ?? 0) < cents))
    return "credits.not_enough";
  for (const [credit, cents] of Object.entries(order.paid))
    at(books.credits, credit).entries.push({ kind: "reversal", cents, reversed: false });
  for (const share of sharesOf(books))
    if (share.order === name) delete books.shares[shareKey(name, share.line, share.payer, share.receiver)];
  for (const [, line] of back) {
    Object.assign(line, { status: "planned", actual: null });
    if (books.items[line.item] === "bought") books.items[line.item] = "open";
  }
  Object.assign(order, { status: "planned", planned, holds, paid: {}, shipping: null, methodsBack: false });
  return "ok";
}

function refund(books: Books, number: number, order: OrderState, deed: Extract<Deed, { do: "refund" }>, seen: Seen): Said {
  if (order.status !== "ordered" && order.status !== "closed") return "orders.not_ordered_yet";
  const { target, what } = deed;
  const ofLine = target !== "order" && target !== "shipping";
  if (ofLine) {
    const line = at(books.lines, target);
    if (line.actual === null) return "not_found";
    if (what !== "refund" && line.status !== "ordered") return "orders.line_ended";
  }
  if (what !== "refund" && (deed.cents !== null || target === "shipping")) return "orders.whole_only";
  const concerns = (line: Name | null) => target === "order" || (ofLine ? line === target : line === null);
  const within = sharesOf(books).filter((share) => share.order === deed.order && concerns(share.line));
  const left = sum(within.map(({ cents }) => cents));
  const amount = deed.cents ?? left;
  if (amount > left) return "orders.refund_too_much";
  if (amount === 0 && what === "refund") return "money.zero";
  const isCredit = !["origin", "new", "cash"].includes(deed.into);
  if (amount > 0 && isCredit && at(books.credits, deed.into).account !== order.account) return "orders.credit_elsewhere";

  const lines = target === "shipping" ? [] : linesOf(books, order).filter(([name, line]) => line.status === "ordered" && concerns(name));
  for (const [, line] of lines) {
    if (what !== "refund") line.status = what;
    else if (deed.reopen) line.status = "cancelled";
    if (deed.reopen && books.items[line.item] === "bought") books.items[line.item] = "open";
  }
  if (amount === 0 || seen.code !== "ok") return "ok";
  order.refunded = true;
  const made = `c${number}`;
  if (deed.into === "new") books.credits[made] = { account: order.account, entries: [] };
  const wrong = checkRefund(order, deed.into === "new" ? { ...deed, into: made } : deed, amount, within, seen);
  for (const { credit, cents } of seen.parts ?? [])
    if (credit !== null) at(books.credits, credit).entries.push({ kind: "booked", cents, reversed: false });
  for (const { order: name, line, payer, receiver, cents } of seen.shares ?? []) add(books, shareKey(name, line, payer, receiver), cents);
  return wrong === null ? "ok" : { wrong };
}
