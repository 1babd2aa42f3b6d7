import type { Account, Name, Part, Person } from "./command";

export type EntryState = { readonly kind: "plain" | "booked" | "reversal"; readonly cents: number; reversed: boolean };
export type CreditState = { readonly account: Account; readonly entries: EntryState[] };
export type Planned = Part & { readonly line: Name | null };
export type LineState = {
  readonly order: Name;
  readonly item: Name;
  readonly amount: number;
  readonly parts: readonly Person[];
  status: "planned" | "ordered" | "cancelled" | "failed";
  actual: number | null;
};
export type OrderState = {
  readonly plan: Name;
  readonly account: Account;
  readonly lines: readonly Name[];
  status: "planned" | "ordered" | "closed" | "cancelled";
  planned: Planned[];
  holds: Record<Name, number>;
  /** What each credit paid and hasn't been taken back by an undo. */
  paid: Record<Name, number>;
  cashPayer: Person;
  shipping: number | null;
  refunded: boolean;
  methodsBack: boolean;
};
export type PlanState = {
  readonly settlement: "even_up" | "gift";
  readonly orders: readonly Name[];
  status: "draft" | "proposed" | "approved" | "done" | "cancelled";
  version: number;
  asked: Record<Person, "waiting" | "approved" | "declined">;
};

/** The books as they must be: nothing but numbers and names, in cents. */
export type Books = {
  readonly credits: Record<Name, CreditState>;
  readonly plans: Record<Name, PlanState>;
  readonly orders: Record<Name, OrderState>;
  readonly lines: Record<Name, LineState>;
  readonly items: Record<Name, "open" | "bought">;
  /** Who spent how much for whom: "order|line|payer|receiver", where the line of the shipping is empty. */
  readonly shares: Record<string, number>;
  readonly settlements: Record<Name, { readonly from: Person; readonly to: Person; readonly cents: number; reversed: boolean }>;
  /** Numbers of the commands that were answered with yes: the same again changes nothing. */
  readonly done: Record<number, true>;
};

export function emptyBooks(): Books {
  return { credits: {}, plans: {}, orders: {}, lines: {}, items: {}, shares: {}, settlements: {}, done: {} };
}

export function at<T>(things: Record<string | number, T>, name: string | number): T {
  const thing = things[name];
  if (thing === undefined) throw new Error(`the model knows no ${name}`);
  return thing;
}

export const postedOf = (books: Books, credit: Name): number =>
  at(books.credits, credit).entries.reduce((sum, { cents }) => sum + cents, 0);
export const heldOf = (books: Books, credit: Name): number =>
  Object.values(books.orders).reduce((sum, order) => sum + (order.holds[credit] ?? 0), 0);
export const freeOf = (books: Books, credit: Name): number => postedOf(books, credit) - heldOf(books, credit);

export const shareKey = (order: Name, line: Name | null, payer: Person, receiver: Person): string =>
  `${order}|${line ?? ""}|${payer}|${receiver}`;
export type ShareState = {
  readonly order: Name;
  readonly line: Name | null;
  readonly payer: Person;
  readonly receiver: Person;
  readonly cents: number;
};
export function sharesOf(books: Books): ShareState[] {
  return Object.entries(books.shares).map(([key, cents]) => {
    const [order = "", line = "", payer, receiver] = key.split("|");
    return { order, line: line || null, payer: Number(payer), receiver: Number(receiver), cents };
  });
}

/** What each person is owed (above zero) or owes, in all. */
export function standingsIn(books: Books): number[] {
  const standings = [0, 0, 0, 0];
  const add = (person: Person, cents: number) => (standings[person] = (standings[person] ?? 0) + cents);
  for (const { order, payer, receiver, cents } of sharesOf(books)) {
    if (at(books.plans, at(books.orders, order).plan).settlement === "gift") continue;
    add(payer, cents);
    add(receiver, -cents);
  }
  for (const { from, to, cents, reversed } of Object.values(books.settlements)) {
    if (reversed) continue;
    add(from, cents);
    add(to, -cents);
  }
  return standings;
}

/** Whether another plan speaks for the item. */
export function isTaken(books: Books, item: Name, exceptPlan: Name): boolean {
  return Object.values(books.lines).some((line) => {
    const plan = at(books.orders, line.order).plan;
    return (
      line.item === item &&
      plan !== exceptPlan &&
      (line.status === "planned" || line.status === "ordered") &&
      ["proposed", "approved"].includes(at(books.plans, plan).status)
    );
  });
}
