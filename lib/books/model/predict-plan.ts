import type { Deed, Name, Person } from "./command";
import { at, freeOf, isTaken, postedOf, type Books, type PlanState } from "./state";

type PlanDeed = Extract<Deed, { do: "draft" | "propose" | "approve" | "decline" | "withdraw" | "cancel plan" }>;

/** What becomes of a plan until something of it is ordered. */
export function predictPlan(books: Books, number: number, deed: PlanDeed): string | readonly string[] {
  if (deed.do === "draft") {
    draft(books, number, deed);
    return "ok";
  }
  const plan = at(books.plans, deed.plan);
  const before = { propose: ["draft"], approve: ["draft", "proposed"], decline: ["proposed"], withdraw: ["proposed"] };
  const statuses = deed.do === "cancel plan" ? ["draft", "proposed", "approved"] : before[deed.do];
  if (!statuses.includes(plan.status)) return "plans.not_now";
  if (plan.version !== deed.version) return "plans.changed_meanwhile";
  switch (deed.do) {
    case "propose":
      return propose(books, deed.plan, plan);
    case "withdraw":
    case "decline":
      plan.status = "draft";
      return "ok";
    case "cancel plan":
      return cancel(books, plan);
    case "approve":
      return approve(books, deed.plan, plan, deed.holder);
  }
}

function draft(books: Books, number: number, { settlement, orders }: Extract<Deed, { do: "draft" }>): void {
  const name = `p${number}`;
  const names = orders.map((_, index) => `${name}/${index}`);
  books.plans[name] = { settlement, orders: names, status: "draft", version: 1, asked: {} };
  for (const [index, order] of orders.entries()) {
    const orderName = `${name}/${index}`;
    const lines = order.lines.map((_, at) => `${orderName}/${at}`);
    books.orders[orderName] = {
      plan: name,
      account: order.account,
      lines,
      status: "planned",
      planned: [
        ...order.shippingPays.map((pay) => ({ ...pay, line: null })),
        ...order.lines.flatMap((line, at) => line.pays.map((pay) => ({ ...pay, line: lines[at] ?? "" }))),
      ],
      holds: {},
      paid: {},
      cashPayer: order.account,
      shipping: null,
      refunded: false,
      methodsBack: false,
    };
    for (const [at, line] of order.lines.entries()) {
      books.items[line.item] ??= "open";
      const { item, amount, parts } = line;
      books.lines[`${orderName}/${at}`] = { order: orderName, item, amount, parts, status: "planned", actual: null };
    }
  }
}

/** What the plan stands on that isn't so any more, as the codes of which the first is told. */
function lost(books: Books, name: Name, plan: PlanState): readonly string[] {
  const needed: Record<Name, number> = {};
  for (const order of plan.orders) {
    for (const line of at(books.orders, order).lines) {
      const { item } = at(books.lines, line);
      if (at(books.items, item) === "bought") return ["plans.lost.item_bought"];
      if (isTaken(books, item, name)) return ["plans.lost.item_taken"];
    }
    for (const { credit, cents } of at(books.orders, order).planned) if (credit !== null) needed[credit] = (needed[credit] ?? 0) + cents;
  }
  // Which of several balances is told first isn't promised.
  return Object.entries(needed).flatMap(([credit, cents]) => {
    if (postedOf(books, credit) === 0) return ["plans.lost.credit_gone"];
    return freeOf(books, credit) < cents ? ["plans.lost.credit_less"] : [];
  });
}

function propose(books: Books, name: Name, plan: PlanState): string | readonly string[] {
  const gone = lost(books, name, plan);
  if (gone.length > 0) return gone;
  plan.asked = Object.fromEntries(plan.orders.map((order) => [at(books.orders, order).account, "waiting" as const]));
  plan.status = "proposed";
  return "ok";
}

function approve(books: Books, name: Name, plan: PlanState, holder: Person): string | readonly string[] {
  const before = structuredClone(plan);
  if (plan.status === "draft") {
    const said = propose(books, name, plan);
    if (said !== "ok") return said;
  }
  const back = (said: string | readonly string[]) => {
    Object.assign(plan, before);
    return said;
  };
  if (plan.asked[holder] !== "waiting") return back("plans.not_asked");
  plan.asked[holder] = "approved";
  if (Object.values(plan.asked).includes("waiting")) return "ok";
  const gone = lost(books, name, plan);
  if (gone.length > 0) return back(gone);
  for (const order of plan.orders) {
    const { planned, holds } = at(books.orders, order);
    for (const { credit, cents } of planned) if (credit !== null) holds[credit] = (holds[credit] ?? 0) + cents;
  }
  plan.status = "approved";
  return "ok";
}

function cancel(books: Books, plan: PlanState): string {
  const orders = plan.orders.map((order) => at(books.orders, order));
  if (orders.some(({ status }) => status === "ordered" || status === "closed")) return "plans.already_ordered";
  for (const order of orders) {
    order.status = "cancelled";
    order.holds = {};
    for (const line of order.lines.map((name) => at(books.lines, name))) if (line.status === "planned") line.status = "cancelled";
  }
  plan.status = "cancelled";
  plan.version += 1;
  return "ok";
}
