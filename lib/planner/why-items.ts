import type { PlanItem, Why } from "./contract";
import { inWindow } from "./problem";
import { freeCashCents, type PlanView } from "./why-facts";
import { because, money } from "./wording";

/** Why a must-have is left out. */
export function unmetReasons(view: PlanView, item: PlanItem): Why[] {
  return unavailable(view, item) ?? [overBudget(view, item)];
}

/** Why an optional item is left out. */
export function leftOutReasons(view: PlanView, item: PlanItem): Why[] {
  const reasons = unavailable(view, item);
  if (reasons) return reasons;
  const { price, cash } = cheapest(view, item);
  if (price < item.valueCents && cash < price) return [overBudget(view, item)];
  const text =
    price > item.valueCents
      ? `It costs ${money(price)} and is worth ${money(item.valueCents)} to you; the money is better kept.`
      : `Buying it for ${money(price)} would make the plan no better.`;
  return [
    because("better_used_elsewhere", text, {
      detail: price > item.valueCents ? "worth_less" : "no_gain",
      item: item.id,
      priceCents: price,
      valueCents: item.valueCents,
    }),
  ];
}

function unavailable({ problem }: PlanView, item: PlanItem): Why[] | null {
  const { accounts, orderDates } = problem.request;
  if (!accounts.some((account) => item.offers.some((offer) => offer.store === account.store))) {
    const text = item.offers.length === 0 ? "No store is known to sell it." : "You have no account at a store that sells it.";
    return [because("other_account", text, { detail: item.offers.length === 0 ? "not_sold" : "no_account", item: item.id })];
  }
  if (orderDates.some((date) => inWindow(item, date))) return null;
  const window = [item.notBefore ? `not before ${item.notBefore}` : "", item.neededBy ? `needed by ${item.neededBy}` : ""]
    .filter(Boolean)
    .join(", ");
  const text = orderDates.length === 0 ? "There is no date to order on." : `No order date fits: ${window}.`;
  return [
    because("not_live_on_date", text, {
      detail: "no_order_date",
      item: item.id,
      notBefore: item.notBefore ?? "",
      neededBy: item.neededBy ?? "",
    }),
  ];
}

function overBudget(view: PlanView, item: PlanItem): Why {
  const { price, cash } = cheapest(view, item);
  const text = `It costs ${money(price)}, and ${Number.isFinite(cash) ? `${money(Math.max(0, cash))} of the cash budget is left` : "the cash budget is spent"}; what is bought instead is needed more.`;
  return because("budget_reached", text, {
    detail: "item",
    item: item.id,
    priceCents: price,
    leftCents: Number.isFinite(cash) ? Math.max(0, cash) : 0,
  });
}

/** The least it can cost (all of a must-have, one unit of an optional item), and the cash that is left when it could be ordered. */
function cheapest(view: PlanView, item: PlanItem): { price: number; cash: number } {
  const { accounts, orderDates } = view.problem.request;
  const units = item.need === "must" ? item.quantity : 1;
  const sold = item.offers.filter((offer) => accounts.some((account) => account.store === offer.store));
  const price = units * Math.min(...sold.map((offer) => offer.unitPriceCents));
  const cash = Math.max(...orderDates.filter((date) => inWindow(item, date)).map((date) => freeCashCents(view, date)));
  return { price, cash };
}
