import type { PlanCredit, PlanOrder, Why } from "./contract";
import { creditAllows, inWindow, isLive, retentionOf } from "./problem";
import { eligibleCents, itemOf, lendableCents, ownerOf, type PlanView, storeOf } from "./why-facts";
import { because, capital, daysUntil, inDays, money, nameOf } from "./wording";

/** Why something of the credit is left over; for a credit used to the last cent, that it is. */
export function creditReasons(view: PlanView, credit: PlanCredit): Why[] {
  const left = view.left.get(credit.id) ?? 0;
  if (left === 0) return [];
  return [notLive(view, credit) ?? nothingToPay(view, credit) ?? blocked(view, credit, left) ?? kept(view, credit, left)];
}

function notLive({ problem }: PlanView, credit: PlanCredit): Why | null {
  const { orderDates } = problem.request;
  if (orderDates.some((date) => isLive(credit, date))) return null;
  const first = orderDates[0];
  const text =
    first === undefined
      ? "There is no date to order on."
      : credit.expiresOn !== null && credit.expiresOn < first
        ? `${capital(nameOf(credit))} ends on ${credit.expiresOn}, before the first order.`
        : `${capital(nameOf(credit))} can be used from ${credit.availableFrom} on; no order date falls into its time.`;
  return because("not_live_on_date", text, {
    detail: "credit",
    credit: credit.id,
    availableFrom: credit.availableFrom,
    expiresOn: credit.expiresOn ?? "",
  });
}

function nothingToPay(view: PlanView, credit: PlanCredit): Why | null {
  const { items, request } = view.problem;
  const store = storeOf(view, credit.account);
  const dates = request.orderDates.filter((date) => isLive(credit, date));
  const sold = items.filter((item) => item.offers.some((offer) => offer.store === store) && dates.some((date) => inWindow(item, date)));
  if (sold.some((item) => creditAllows(credit, item.category))) return null;
  if (sold.length === 0) {
    return because("other_account", `Nothing on the list can be ordered at ${store} while ${nameOf(credit)} is live.`, {
      detail: "nothing_sold",
      credit: credit.id,
      account: credit.account,
      store,
    });
  }
  const gift = sold.every((item) => item.category === "gift_card");
  const code = gift ? "gift_cards_not_allowed" : "category_not_allowed";
  return because(code, `${capital(nameOf(credit))} may pay nothing that is on the list at ${store}.`, {
    detail: "credit",
    credit: credit.id,
    store,
  });
}

/** A rule that keeps the credit from paying what is paid in cash now. */
function blocked(view: PlanView, credit: PlanCredit, left: number): Why | null {
  const orders = view.orders.filter((order) => order.account === credit.account && isLive(credit, order.date));
  const owner = ownerOf(view, credit.account);
  for (const order of orders) {
    const eligible = eligibleCents(view, order, credit);
    if (!hasCashFor(view, order, credit)) continue;
    if (eligible < credit.minimumOrderCents) {
      const text = `${capital(nameOf(credit))} needs an order of ${money(credit.minimumOrderCents)}; what it may pay on ${order.date} adds up to ${money(eligible)}.`;
      return because("minimum_not_met", text, {
        detail: "credit",
        credit: credit.id,
        minimumCents: credit.minimumOrderCents,
        eligibleCents: eligible,
        date: order.date,
      });
    }
    if (lendableCents(view, owner) <= 0) {
      const cap = view.problem.request.lendingCapsCents[owner] ?? 0;
      return because("cap_reached", `What ${owner} lends for what others asked for has reached its cap of ${money(cap)}.`, {
        detail: "credit",
        credit: credit.id,
        member: owner,
        capCents: cap,
      });
    }
  }
  if (orders.length === 0 && credit.minimumOrderCents > left) {
    const text = `${capital(nameOf(credit))} needs an order of ${money(credit.minimumOrderCents)} at ${credit.account}, which isn't worth it.`;
    return because("minimum_not_met", text, {
      detail: "no_order",
      credit: credit.id,
      minimumCents: credit.minimumOrderCents,
      account: credit.account,
    });
  }
  return null;
}

/** Whether all must-haves that its store sells and it may pay are bought, and nothing it may pay there costs cash. */
function allPaid(view: PlanView, credit: PlanCredit): boolean {
  const { items } = view.problem;
  const store = storeOf(view, credit.account);
  const lines = view.orders.flatMap((order) => order.lines);
  return items
    .filter((item) => creditAllows(credit, item.category) && item.offers.some((offer) => offer.store === store))
    .every((item) => {
      const bought = lines.filter((line) => line.item === item.id);
      return (item.need === "optional" || bought.length > 0) && bought.every((line) => line.cashCents === 0);
    });
}

function hasCashFor({ problem }: PlanView, order: PlanOrder, credit: PlanCredit): boolean {
  return order.lines.some((line) => line.cashCents > 0 && creditAllows(credit, itemOf(problem.items, line.item).category));
}

function kept(view: PlanView, credit: PlanCredit, left: number): Why {
  const worth = retentionOf(view.problem.request, credit);
  if (allPaid(view, credit)) {
    const text = `${money(left)} of ${nameOf(credit)} is left: all that is bought and it may pay is paid already.`;
    return because("better_used_elsewhere", text, {
      detail: "all_paid",
      credit: credit.id,
      leftCents: left,
      expiresOn: credit.expiresOn ?? "",
    });
  }
  const ends = credit.expiresOn === null ? "" : ` It ${inDays(daysUntil(view.problem.request.today, credit.expiresOn))}.`;
  const text =
    worth === 0
      ? `${money(left)} of ${nameOf(credit)} is left: using it would cost more in cash and shipping than it saves.${ends}`
      : `${money(left)} of ${nameOf(credit)} is kept for later: what it may pay is paid better otherwise.${ends}`;
  return because("better_used_elsewhere", text, {
    detail: worth === 0 ? "costs_more" : "kept",
    credit: credit.id,
    leftCents: left,
    retentionPermille: worth,
    expiresOn: credit.expiresOn ?? "",
  });
}
