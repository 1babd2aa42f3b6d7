import type { Command, Deed, Name } from "./command";
import { predictOrder } from "./predict-order";
import { predictPlan } from "./predict-plan";
import { at, freeOf, heldOf, postedOf, standingsIn, type Books, type EntryState, type ShareState } from "./state";

/** What a real command answered, and what it booked where the rules leave more than one way. */
export type Seen = {
  /** "ok", or the code it was refused with. */
  readonly code: string;
  readonly shares?: readonly ShareState[];
  /** Who paid what of an order, or where a refund went. */
  readonly parts?: readonly { readonly line: Name | null; readonly credit: Name | null; readonly cents: number }[];
};
/** What the model says: one answer, one of several, or what is wrong about what was booked. */
export type Said = string | readonly string[] | { readonly wrong: string };

/** Carries the command out on the books (in place); null when it was answered as the model says, else what differs. */
export function predict(books: Books, { number, deed }: Command, seen: Seen): string | null {
  const said: Said = books.done[number] ? "ok" : follow(books, number, deed, seen);
  if (typeof said === "object" && "wrong" in said) return said.wrong;
  const codes = typeof said === "string" ? [said] : said;
  if (!codes.includes(seen.code)) return `${number} ${deed.do}: the model says ${codes.join(" or ")}, the answer was ${seen.code}`;
  if (seen.code === "ok") books.done[number] = true;
  return null;
}

function follow(books: Books, number: number, deed: Deed, seen: Seen): Said {
  switch (deed.do) {
    case "record credit":
      books.credits[`c${number}`] = { account: deed.account, entries: [plain(deed.cents)] };
      return "ok";
    case "top_up":
      return post(books, deed.credit, plain(deed.cents));
    case "spend":
    case "removal":
      return post(books, deed.credit, plain(-deed.cents));
    case "correct": {
      if (deed.cents < heldOf(books, deed.credit)) return "credits.held_for_plans";
      const difference = deed.cents - postedOf(books, deed.credit);
      return difference === 0 ? "ok" : post(books, deed.credit, plain(difference));
    }
    case "spend all": {
      const free = freeOf(books, deed.credit);
      if (free === 0) return "credits.nothing_free";
      return free === deed.seen ? post(books, deed.credit, plain(-free)) : "conflict";
    }
    case "reverse entry":
      return reverse(books, deed.credit, deed.number);
    case "settle":
      return settle(books, number, deed);
    case "reverse settlement": {
      const settlement = at(books.settlements, deed.settlement);
      if (settlement.reversed) return "settlements.reversed_already";
      settlement.reversed = true;
      return "ok";
    }
    case "draft":
    case "propose":
    case "approve":
    case "decline":
    case "withdraw":
    case "cancel plan":
      return predictPlan(books, number, deed);
    default:
      return predictOrder(books, number, deed, seen);
  }
}

const plain = (cents: number): EntryState => ({ kind: "plain", cents, reversed: false });

function post(books: Books, credit: Name, entry: EntryState): string {
  if (entry.cents < 0 && freeOf(books, credit) + entry.cents < 0) return "credits.not_enough";
  at(books.credits, credit).entries.push(entry);
  return "ok";
}

function reverse(books: Books, credit: Name, number: number): string {
  const entry = at(at(books.credits, credit).entries as unknown as Record<number, EntryState>, number - 1);
  if (entry.reversed) return "credits.taken_back_already";
  if (entry.kind !== "plain") return "credits.not_taken_back_here";
  const said = post(books, credit, { kind: "reversal", cents: -entry.cents, reversed: false });
  if (said === "ok") entry.reversed = true;
  return said;
}

function settle(books: Books, number: number, { from, to, cents }: Extract<Deed, { do: "settle" }>): string {
  if (cents === 0) return "money.zero";
  if (from === to) return "settlements.same_person";
  const standings = standingsIn(books);
  const most = Math.min(-(standings[from] ?? 0), standings[to] ?? 0);
  if (most <= 0) return "settlements.nothing_owed";
  if (cents > most) return "settlements.more_than_owed";
  books.settlements[`s${number}`] = { from, to, cents, reversed: false };
  return "ok";
}
