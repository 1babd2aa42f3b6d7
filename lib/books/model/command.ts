/** Who acts: the place of a member in {@link PEOPLE}; the last one is a child without sign-in and never acts. */
export type Person = number;
export const PEOPLE = ["anna", "ben", "dora", "cleo"] as const;
/** Those who sign in and act. */
export const ACTING = 3;
/** Each acting person has one store account; account n is person n's. */
export type Account = Person;

/** Things are named after the command that made them, so that a shortened history still means the same: "c7", "p9/0/1". */
export type Name = string;

export type PlannedLine = {
  readonly item: Name;
  readonly amount: number;
  readonly parts: readonly Person[];
  readonly pays: readonly Part[];
};
export type PlannedOrder = {
  readonly account: Account;
  readonly shipping: number;
  readonly shippingPays: readonly Part[];
  readonly lines: readonly PlannedLine[];
};
/** Cents of a credit, or (null) of cash. */
export type Part = { readonly credit: Name | null; readonly cents: number };

export type Outcome = "bought" | "cancelled" | "failed";

export type Deed =
  | { readonly do: "record credit"; readonly account: Account; readonly cents: number }
  | { readonly do: "top_up" | "spend" | "removal"; readonly credit: Name; readonly cents: number }
  | { readonly do: "correct"; readonly credit: Name; readonly cents: number }
  | { readonly do: "spend all"; readonly credit: Name; readonly seen: number }
  | { readonly do: "reverse entry"; readonly credit: Name; readonly number: number }
  | { readonly do: "draft"; readonly settlement: "even_up" | "gift"; readonly orders: readonly PlannedOrder[] }
  | { readonly do: "propose" | "withdraw" | "cancel plan"; readonly plan: Name; readonly version: number }
  | { readonly do: "approve" | "decline"; readonly plan: Name; readonly version: number; readonly holder: Person }
  | {
      readonly do: "record order";
      readonly order: Name;
      readonly lines: readonly { readonly line: Name; readonly outcome: Outcome; readonly cents: number }[];
      readonly shipping: number;
      readonly total: number;
      readonly cashPayer: Person;
      readonly payments: readonly { readonly credit: Name; readonly cents: number }[];
    }
  | { readonly do: "undo" | "cancel order" | "methods back" | "close"; readonly order: Name }
  | { readonly do: "cancel line"; readonly order: Name; readonly line: Name }
  | {
      readonly do: "refund";
      readonly order: Name;
      /** A line's name, "shipping" or "order". */
      readonly target: Name;
      readonly cents: number | null;
      /** A credit's name, "origin", "new" or "cash". */
      readonly into: Name;
      readonly what: "refund" | "cancelled" | "failed";
      readonly reopen: boolean;
    }
  | { readonly do: "credit trouble"; readonly order: Name; readonly credit: Name; readonly removed: number | null }
  | { readonly do: "settle"; readonly from: Person; readonly to: Person; readonly cents: number }
  | { readonly do: "reverse settlement"; readonly settlement: Name };

/** One thing a person asks for. `twice`: sent twice with the same id, as a double tap does. */
export type Command = { readonly number: number; readonly by: Person; readonly twice: boolean; readonly deed: Deed };
/** What is asked for at the same moment. */
export type Step = readonly Command[];
export type History = readonly Step[];

/** The names of things that must be there for a deed to mean anything. */
export function needs(deed: Deed): Name[] {
  switch (deed.do) {
    case "draft":
      return deed.orders.flatMap((order) =>
        [...order.shippingPays, ...order.lines.flatMap((line) => line.pays)].flatMap(({ credit }) => credit ?? []),
      );
    case "record order":
      return [deed.order, ...deed.payments.map(({ credit }) => credit)];
    case "refund":
      return [deed.order, ...(["origin", "new", "cash"].includes(deed.into) ? [] : [deed.into])];
    case "credit trouble":
      return [deed.order, deed.credit];
    case "record credit":
    case "settle":
      return [];
    case "reverse settlement":
      return [deed.settlement];
    case "top_up":
    case "spend":
    case "removal":
    case "correct":
    case "spend all":
    case "reverse entry":
      return [deed.credit];
    case "propose":
    case "withdraw":
    case "cancel plan":
    case "approve":
    case "decline":
      return [deed.plan];
    default:
      return [deed.order];
  }
}
