import type { Why } from "@/lib/planner/contract";
import { parseDay, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";

/**
 * Why a line is as it is: the planner's reasons, and those of changes made by hand. Kept as code and values, and said
 * in the reader's language by messages `plans.why.<code>`.
 */
export type Reason = { readonly code: string; readonly params: Readonly<Record<string, string | number>>; readonly text?: string };

export type OwnCode =
  | "by_hand"
  | "taken_out"
  | "chosen_credit"
  | "chosen_cash"
  | "no_account"
  | "lost_otherwise"
  | "pays"
  | "cash_rest"
  | "came_later"
  | "left_by_hand";

export function own(code: OwnCode, params: Reason["params"] = {}): Reason {
  return { code, params };
}

/** How the parts of a reason are said to a reader. */
export type ReasonWords = {
  readonly money: (cents: number) => string;
  readonly day: (day: Day) => string;
  readonly credit: (id: Id) => string;
  readonly account: (id: Id) => string;
  readonly member: (id: Id) => string;
  readonly item: (id: Id) => string;
  readonly category: (code: string) => string;
};

/** The values for the sentence of a reason: amounts without their ending "Cents", ids as names, "none" for what isn't there. */
export function reasonValues({ params }: Reason, words: ReasonWords): Record<string, string | number> {
  const values: Record<string, string | number> = { detail: "none" };
  for (const [name, value] of Object.entries(params)) {
    const text = String(value);
    const date = typeof value === "string" ? parseDay(value) : null;
    if (name === "cents") values["amount"] = words.money(Number(value));
    else if (name.endsWith("Cents")) values[name.slice(0, -"Cents".length)] = words.money(Number(value));
    else if (name === "credit") values[name] = words.credit(text);
    else if (name === "account") values[name] = words.account(text);
    else if (name === "member") values[name] = words.member(text);
    else if (name === "item") values[name] = words.item(text);
    else if (name === "category") values[name] = words.category(text);
    else if (date) values[name] = words.day(date);
    else values[name] = value === "" ? "none" : value;
  }
  return values;
}

export function fromPlanner(why: readonly Why[]): Reason[] {
  return why.map(({ code, params, text }) => ({ code, params, text }));
}
