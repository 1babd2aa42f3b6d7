import type { PlanCredit, PlanItem, PlanLine, PlanOrder, PlanPayment, Why } from "./contract";
import { creditAllows, inWindow, isExpiring, isLent, isLive } from "./problem";
import { eligibleCents, itemOf, lendableCents, ownerOf, type PlanView, storeOf } from "./why-facts";
import { because, capital, daysUntil, inDays, money, nameOf } from "./wording";

/** Why a line is where it is and paid as it is: one reason per credit that pays, one for cash, and for the order. */
export function lineReasons(view: PlanView, order: PlanOrder, line: PlanLine): Why[] {
  const item = itemOf(view.problem.items, line.item);
  const reasons = line.payments.map((payment) => paymentReason(view, order, item, payment));
  if (line.cashCents > 0) reasons.push(cashReason(view, order, item, line));
  const shipping = shippingReason(view, order, line);
  if (shipping) reasons.push(shipping);
  if (reasons.length === 0)
    reasons.push(because("equally_good", "It costs nothing here.", { detail: "costs_nothing", item: item.id, account: order.account }));
  return reasons;
}

function paymentReason(view: PlanView, order: PlanOrder, item: PlanItem, payment: PlanPayment): Why {
  const { request, credits } = view.problem;
  const credit = credits.find((entry) => entry.id === payment.credit) as PlanCredit;
  const paid = `${money(payment.cents)} from ${nameOf(credit)}`;
  const common = { credit: credit.id, cents: payment.cents, item: item.id, account: order.account };
  const rivals = credits.filter((other) => other.id !== credit.id && couldPay(view, other, item));
  if (rivals.every((other) => other.account === credit.account)) {
    const ends = credit.expiresOn === null ? "" : `, and it ${inDays(daysUntil(request.today, credit.expiresOn))}`;
    const text = `${capital(paid)}: only ${order.account} has credit for ${item.category} at a store that sells it${ends}.`;
    return because("only_account_with_credit", text, {
      ...common,
      detail: rivals.length === 0 ? "only_credit" : "only_account",
      category: item.category,
      expiresOn: credit.expiresOn ?? "",
    });
  }
  if (credit.expiresOn !== null && isExpiring(request, credit)) {
    const days = daysUntil(request.today, credit.expiresOn);
    const alone = paysNothingElse(view, credit, item);
    const text = `${capital(paid)}: it ${inDays(days)}${alone ? " and can pay nothing else in the plan" : ", and unused it would be lost"}.`;
    return because("expires_first", text, {
      ...common,
      detail: alone ? "pays_nothing_else" : "would_be_lost",
      expiresOn: credit.expiresOn,
      days,
    });
  }
  if (credit.expiresOn !== null && rivals.every((other) => other.expiresOn === null || other.expiresOn >= (credit.expiresOn as string))) {
    const days = daysUntil(request.today, credit.expiresOn);
    return because("expires_first", `${capital(paid)}: of the credits that could pay this it ends first (it ${inDays(days)}).`, {
      ...common,
      detail: "ends_first",
      expiresOn: credit.expiresOn,
      days,
    });
  }
  const text = `${capital(paid)}: the other credits that could pay this pay other lines or are worth more later.`;
  return because("better_used_elsewhere", text, { ...common, detail: "others" });
}

function paysNothingElse(view: PlanView, credit: PlanCredit, item: PlanItem): boolean {
  return view.orders.every((order) =>
    order.lines.every((line) => line.item === item.id || !couldPay(view, credit, itemOf(view.problem.items, line.item))),
  );
}

/** Whether the credit could pay the item on some order date, from its own account. */
function couldPay(view: PlanView, credit: PlanCredit, item: PlanItem): boolean {
  if (credit.amountCents <= credit.heldCents || !creditAllows(credit, item.category)) return false;
  const store = storeOf(view, credit.account);
  return (
    item.offers.some((offer) => offer.store === store) &&
    view.problem.request.orderDates.some((date) => isLive(credit, date) && inWindow(item, date))
  );
}

/** What keeps the credits at this account from paying the cash part. */
function cashReason(view: PlanView, order: PlanOrder, item: PlanItem, line: PlanLine): Why {
  const owner = ownerOf(view, order.account);
  const common = { item: item.id, account: order.account, cents: line.cashCents };
  const cash = `${money(line.cashCents)} in cash`;
  const here = view.problem.credits.filter((credit) => credit.account === order.account && credit.amountCents > credit.heldCents);
  if (here.length === 0) return cashOnly(view, order, item, cash, common);
  const live = here.filter((credit) => isLive(credit, order.date));
  if (live.length === 0) {
    return because("not_live_on_date", `${cash}: no credit of ${order.account} is live on ${order.date}.`, {
      ...common,
      detail: "cash",
      date: order.date,
    });
  }
  const allowed = live.filter((credit) => creditAllows(credit, item.category));
  if (allowed.length === 0) {
    const code = item.category === "gift_card" ? "gift_cards_not_allowed" : "category_not_allowed";
    return because(code, `${cash}: no credit of ${order.account} may pay ${item.category.replaceAll("_", " ")}.`, {
      ...common,
      detail: "cash",
      category: item.category,
    });
  }
  const unspent = allowed.filter((credit) => (view.left.get(credit.id) ?? 0) > 0);
  const short = unspent.find((credit) => eligibleCents(view, order, credit) < credit.minimumOrderCents);
  if (short && unspent.every((credit) => eligibleCents(view, order, credit) < credit.minimumOrderCents)) {
    const text = `${cash}: ${nameOf(short)} needs an order of ${money(short.minimumOrderCents)}.`;
    return because("minimum_not_met", text, { ...common, detail: "cash", credit: short.id, minimumCents: short.minimumOrderCents });
  }
  if (unspent.length > 0 && isLent(item, owner) && lendableCents(view, owner) <= 0) {
    const cap = view.problem.request.lendingCapsCents[owner] ?? 0;
    return because("cap_reached", `${cash}: ${owner} lends at most ${money(cap)} for what others asked for.`, {
      ...common,
      detail: "cash",
      member: owner,
      capCents: cap,
    });
  }
  const text =
    unspent.length === 0
      ? `${cash}: the credits of ${order.account} that could pay this are used up.`
      : `${cash}: the credit that is left is worth more later.`;
  return because("better_used_elsewhere", text, { ...common, detail: unspent.length === 0 ? "used_up" : "worth_more_later" });
}

function cashOnly(
  view: PlanView,
  order: PlanOrder,
  item: PlanItem,
  cash: string,
  common: { item: string; account: string; cents: number },
): Why {
  const elsewhere = view.problem.credits.find((credit) => couldPay(view, credit, item));
  if (elsewhere) {
    const text = `${cash}: the credits for it are at other accounts, such as ${elsewhere.account}, and better used there.`;
    return because("other_account", text, { ...common, detail: "credit_elsewhere", credit: elsewhere.id });
  }
  return because("equally_good", `${cash}: no credit can pay it, and ${order.account} is as good a place as any.`, {
    ...common,
    detail: "no_credit",
  });
}

function shippingReason({ problem }: PlanView, order: PlanOrder, line: PlanLine): Why | null {
  const account = problem.request.accounts.find((entry) => entry.id === order.account);
  const store = problem.request.stores.find((entry) => entry.id === account?.store);
  if (!store || store.shippingFeeCents === 0 || order.shippingCents > 0 || store.freeShippingFromCents === 0) return null;
  if (order.subtotalCents - line.amountCents >= store.freeShippingFromCents) return null;
  const text = `With it the order reaches ${money(store.freeShippingFromCents)} and ships free, which saves ${money(store.shippingFeeCents)}.`;
  return because("free_shipping", text, {
    detail: "reached",
    item: line.item,
    account: order.account,
    fromCents: store.freeShippingFromCents,
    savedCents: store.shippingFeeCents,
  });
}
