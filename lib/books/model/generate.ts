import { ACTING, type Command, type Deed, type Name, type Part, type PlannedOrder, type Step } from "./command";
import type { Chance } from "./random";
import { at, freeOf, heldOf, postedOf, sharesOf, standingsIn, type Books, type OrderState } from "./state";

type Maker = (books: Books, chance: Chance) => Deed | undefined;

/** What people do, by how often. A maker that finds nothing to do it with answers undefined. */
const MAKERS: readonly (readonly [weight: number, maker: Maker])[] = [
  [2, (_, chance) => ({ do: "record credit", account: chance.between(0, ACTING - 1), cents: chance.between(1, 9000) })],
  [2, (books, chance) => onCredit(books, chance, (credit) => ({ do: "top_up", credit, cents: chance.between(1, 3000) }))],
  [3, (books, chance) => onCredit(books, chance, (credit) => ({ do: "spend", credit, cents: near(chance, freeOf(books, credit)) }))],
  [1, (books, chance) => onCredit(books, chance, (credit) => ({ do: "removal", credit, cents: near(chance, freeOf(books, credit)) }))],
  [2, (books, chance) => onCredit(books, chance, (credit) => ({ do: "correct", credit, cents: corrected(books, chance, credit) }))],
  [1, (books, chance) => onCredit(books, chance, (credit) => ({ do: "spend all", credit, seen: freeOf(books, credit) }))],
  [2, (books, chance) => onCredit(books, chance, (credit) => reversal(books, chance, credit))],
  [6, draft],
  [3, (books, chance) => onPlan(books, chance, ["draft"], (plan, version) => ({ do: "propose", plan, version }))],
  [12, (books, chance) => decision(books, chance, "approve")],
  [1, (books, chance) => decision(books, chance, "decline")],
  [1, (books, chance) => onPlan(books, chance, ["proposed"], (plan, version) => ({ do: "withdraw", plan, version }))],
  [
    1,
    (books, chance) => onPlan(books, chance, ["approved", "proposed", "draft"], (plan, version) => ({ do: "cancel plan", plan, version })),
  ],
  [10, record],
  [3, (books, chance) => onOrder(books, chance, ["ordered"], (order) => ({ do: "undo", order }))],
  [1, (books, chance) => onOrder(books, chance, ["planned"], (order) => ({ do: "cancel order", order }))],
  [
    2,
    (books, chance) =>
      onOrder(books, chance, ["planned"], (order, { lines }) => ({ do: "cancel line", order, line: chance.one(lines) ?? "" })),
  ],
  [3, (books, chance) => onOrder(books, chance, ["ordered"], (order) => ({ do: "methods back", order }))],
  [3, (books, chance) => onOrder(books, chance, ["ordered"], (order) => ({ do: "close", order }))],
  [8, refund],
  [2, trouble],
  [4, settle],
  [
    2,
    (books, chance) => {
      const settlement = chance.one(Object.keys(books.settlements));
      return settlement === undefined ? undefined : { do: "reverse settlement", settlement };
    },
  ],
];
const TOTAL = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

/** What one to three people do next, at the same moment, knowing the books as they are. Often about the same thing. */
export function nextStep(books: Books, chance: Chance, number: number): Step {
  const size = chance.is(0.45) ? 1 : chance.between(2, 3);
  const step: Command[] = [];
  for (let attempt = 0; step.length < size && attempt < 200; attempt += 1) {
    const first = step[0]?.deed;
    const repeated = first !== undefined && first.do !== "draft" && chance.is(0.25) ? first : undefined;
    const deed = repeated ?? nextDeed(books, chance);
    if (deed === undefined) continue;
    const by = deed.do === "approve" || deed.do === "decline" ? deed.holder : chance.between(0, ACTING - 1);
    step.push({ number: number + step.length, by, twice: chance.is(0.06), deed });
  }
  return step;
}

function nextDeed(books: Books, chance: Chance): Deed | undefined {
  let left = chance.next() * TOTAL;
  for (const [weight, maker] of MAKERS) {
    left -= weight;
    if (left < 0) return maker(books, chance);
  }
  return undefined;
}

/** Mostly something that is there, at times all of it, at times a little more. */
function near(chance: Chance, cents: number): number {
  if (chance.is(0.15)) return Math.max(1, cents);
  return chance.is(0.1) ? cents + 1 : chance.between(1, Math.max(1, cents));
}

function onCredit(books: Books, chance: Chance, make: (credit: Name) => Deed): Deed | undefined {
  const credit = chance.one(Object.keys(books.credits));
  return credit === undefined ? undefined : make(credit);
}

function corrected(books: Books, chance: Chance, credit: Name): number {
  const held = heldOf(books, credit);
  return chance.is(0.3)
    ? Math.max(0, held - chance.between(0, 1))
    : chance.is(0.2)
      ? postedOf(books, credit)
      : chance.between(held, held + 4000);
}

function reversal(books: Books, chance: Chance, credit: Name): Deed {
  return { do: "reverse entry", credit, number: chance.between(1, at(books.credits, credit).entries.length) };
}

function onPlan(books: Books, chance: Chance, statuses: readonly string[], make: (plan: Name, version: number) => Deed): Deed | undefined {
  const plans = Object.entries(books.plans).filter(([, plan]) => chance.is(0.1) || statuses.includes(plan.status));
  const found = chance.one(plans);
  return found && make(found[0], found[1].version);
}

function decision(books: Books, chance: Chance, what: "approve" | "decline"): Deed | undefined {
  return onPlan(books, chance, what === "approve" ? ["draft", "proposed"] : ["proposed"], (plan, version) => {
    const holders = at(books.plans, plan).orders.map((order) => at(books.orders, order).account);
    return { do: what, plan, version, holder: chance.one(holders) ?? 0 };
  });
}

function onOrder(
  books: Books,
  chance: Chance,
  statuses: readonly string[],
  make: (name: Name, order: OrderState) => Deed,
): Deed | undefined {
  const orders = Object.entries(books.orders).filter(([, order]) => {
    const runs = ["approved", "done"].includes(at(books.plans, order.plan).status);
    return chance.is(0.015) || (runs && statuses.includes(order.status));
  });
  const found = chance.one(orders);
  return found && make(found[0], found[1]);
}

function draft(books: Books, chance: Chance): Deed | undefined {
  const accounts = [0, 1, 2].filter(() => chance.is(0.5));
  const items = Object.keys(books.items).filter((item) => books.items[item] === "open" || chance.is(0.05));
  const used = new Set<Name>();
  let fresh = 0;
  const orders = accounts.map((account): PlannedOrder => {
    const credits = Object.keys(books.credits).filter((credit) => at(books.credits, credit).account === account);
    const left = new Map(credits.map((credit) => [credit, freeOf(books, credit) + (chance.is(0.05) ? 1 : 0)]));
    const pays = (amount: number): Part[] => {
      const parts: Part[] = [];
      let open = amount;
      for (const [credit, cents] of left) {
        const part = Math.min(open, cents);
        if (part <= 0 || chance.is(0.2)) continue;
        parts.push({ credit, cents: part });
        left.set(credit, cents - part);
        open -= part;
      }
      return open > 0 ? [...parts, { credit: null, cents: open }] : parts;
    };
    const lines = Array.from({ length: chance.between(1, 3) }, () => {
      const known = chance.is(0.4) ? chance.one(items.filter((item) => !used.has(item))) : undefined;
      const item = known ?? `new ${(fresh += 1)}`;
      used.add(item);
      // An item costs what it did and is for whom it was: both are a part of its name.
      const [, price, people] = item.split(":");
      const amount = price === undefined ? chance.between(1, 3500) : Number(price);
      const chosen = [0, 1, 2, 3].filter(() => chance.is(0.5));
      const parts = people === undefined ? (chosen.length > 0 ? chosen : [account]) : [...people].map(Number);
      const name = price === undefined ? `i${chance.between(0, 999_999)}.${fresh}:${amount}:${parts.join("")}` : item;
      return { item: name, amount, parts, pays: pays(amount) };
    });
    const shipping = chance.is(0.5) ? 0 : chance.between(1, 700);
    return { account, shipping, shippingPays: shipping > 0 ? pays(shipping) : [], lines };
  });
  return orders.length === 0 ? undefined : { do: "draft", settlement: chance.is(0.8) ? "even_up" : "gift", orders };
}

function record(books: Books, chance: Chance): Deed | undefined {
  return onOrder(books, chance, ["planned"], (name, order) => {
    const lines = order.lines.flatMap((line) => {
      const { status, amount } = at(books.lines, line);
      if (status !== "planned") return [];
      const outcome = chance.is(0.85) ? ("bought" as const) : chance.is(0.5) ? ("failed" as const) : ("cancelled" as const);
      return [{ line, outcome, cents: chance.is(0.6) ? amount : chance.between(1, amount + 300) }];
    });
    const shipping = chance.is(0.5) ? 0 : chance.between(1, 700);
    const cost = shipping + lines.reduce((sum, line) => (line.outcome === "bought" ? sum + line.cents : sum), 0);
    let open = cost + (chance.is(0.02) ? 1 : 0);
    const payments = Object.keys(books.credits)
      .filter((credit) => at(books.credits, credit).account === order.account || chance.is(0.01))
      .flatMap((credit) => {
        const usable = freeOf(books, credit) + (order.holds[credit] ?? 0);
        const cents = Math.min(open, (order.holds[credit] !== undefined || chance.is(0.3) ? usable : 0) + (chance.is(0.02) ? 1 : 0));
        open -= cents;
        return cents > 0 ? [{ credit, cents }] : [];
      });
    return {
      do: "record order",
      order: name,
      lines,
      shipping,
      total: cost + (chance.is(0.02) ? 1 : 0),
      cashPayer: chance.between(0, 3),
      payments,
    };
  });
}

function refund(books: Books, chance: Chance): Deed | undefined {
  return onOrder(books, chance, ["ordered", "closed"], (name, order) => {
    const target = chance.is(0.3) ? "order" : chance.is(0.2) ? "shipping" : (chance.one(order.lines) ?? "order");
    const what = chance.is(0.75) ? ("refund" as const) : chance.is(0.5) ? ("cancelled" as const) : ("failed" as const);
    const left = sharesOf(books)
      .filter((share) => share.order === name && (target === "order" || (share.line ?? "shipping") === target))
      .reduce((sum, share) => sum + share.cents, 0);
    const cents = what === "refund" ? (chance.is(0.4) ? null : near(chance, left)) : chance.is(0.05) ? 1 : null;
    const own = Object.keys(books.credits).filter((credit) => at(books.credits, credit).account === order.account || chance.is(0.02));
    const into = chance.is(0.5) ? "origin" : chance.is(0.3) ? "cash" : chance.is(0.3) ? "new" : (chance.one(own) ?? "new");
    return { do: "refund", order: name, target, cents, into, what, reopen: chance.is(0.4) };
  });
}

function trouble(books: Books, chance: Chance): Deed | undefined {
  return onOrder(books, chance, ["planned"], (name, order) => {
    const credit = chance.one(Object.keys(order.holds)) ?? chance.one(Object.keys(books.credits)) ?? "";
    const removed = chance.is(0.5) || credit === "" ? null : near(chance, freeOf(books, credit) + (order.holds[credit] ?? 0));
    return { do: "credit trouble", order: name, credit, removed };
  });
}

function settle(books: Books, chance: Chance): Deed {
  const standings = standingsIn(books);
  const people = [0, 1, 2, 3];
  const owing = people.filter((person) => (standings[person] ?? 0) < 0);
  const owed = people.filter((person) => (standings[person] ?? 0) > 0);
  const from = (chance.is(0.9) ? chance.one(owing) : undefined) ?? chance.between(0, 3);
  const to = (chance.is(0.9) ? chance.one(owed) : undefined) ?? chance.between(0, 3);
  return { do: "settle", from, to, cents: near(chance, Math.max(0, Math.min(-(standings[from] ?? 0), standings[to] ?? 0))) };
}
