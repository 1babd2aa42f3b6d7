import { database } from "@/lib/db/client";
import type { Id } from "@/lib/kernel/id";
import type { Name } from "./command";
import type { Household } from "./household";
import { freeOf, heldOf, postedOf, sharesOf, shareKey, standingsIn, type Books, type ShareState } from "./state";

type RawShare = { order: Id; line: Id | null; refund: Id | null; payer: Id; receiver: Id; cents: number };
type RawPart = { owner: Id; line: Id | null; credit: Id | null; cents: number };
type Raw = {
  credits: { id: Id; posted: number; held: number; entries: number; amounts: number[]; open: number }[];
  plans: { id: Id; status: string; version: number }[];
  orders: { id: Id; status: string }[];
  lines: { id: Id; status: string; actual: number | null }[];
  items: { id: Id; status: string }[];
  shares: RawShare[];
  paid: RawPart[];
  refunded: RawPart[];
  settled: { from: Id; to: Id; cents: number }[];
};
export type Facts = {
  readonly raw: Raw;
  readonly nameOf: ReadonlyMap<Id, Name>;
  readonly shares: readonly (ShareState & { readonly refund: Id | null })[];
};

/** All the books of one household, in one statement: a state that really was. */
const QUERY = `select
  (select coalesce(json_agg(json_build_object('id', c.id, 'posted', c.posted_cents, 'held', c.held_cents,
    'entries', (select coalesce(sum(e.amount_cents), 0) from ledger_entry e where e.household_id = c.household_id and e.credit_id = c.id),
    'amounts', (select coalesce(json_agg(e.amount_cents order by e.number), '[]') from ledger_entry e where e.household_id = c.household_id and e.credit_id = c.id),
    'open', (select coalesce(sum(h.cents), 0) from hold h where h.household_id = c.household_id and h.credit_id = c.id and h.status = 'open'))), '[]')
    from credit c where c.household_id = $1::uuid) as credits,
  (select coalesce(json_agg(json_build_object('id', id, 'status', status, 'version', version)), '[]') from plan where household_id = $1::uuid) as plans,
  (select coalesce(json_agg(json_build_object('id', id, 'status', status)), '[]') from plan_order where household_id = $1::uuid) as orders,
  (select coalesce(json_agg(json_build_object('id', id, 'status', status, 'actual', actual_amount_cents)), '[]') from plan_line where household_id = $1::uuid) as lines,
  (select coalesce(json_agg(json_build_object('id', id, 'status', status)), '[]') from item where household_id = $1::uuid) as items,
  (select coalesce(json_agg(s), '[]') from (select order_id as "order", line_id as line, refund_id as refund, payer_id as payer, receiver_id as receiver, sum(cents)::bigint as cents
    from share_entry where household_id = $1::uuid group by 1, 2, 3, 4, 5) s) as shares,
  (select coalesce(json_agg(a), '[]') from (select order_id as owner, line_id as line, credit_id as credit, cents from allocation where household_id = $1::uuid and stage = 'actual') a) as paid,
  (select coalesce(json_agg(p), '[]') from (select refund_id as owner, null as line, credit_id as credit, cents from refund_part where household_id = $1::uuid) p) as refunded,
  (select coalesce(json_agg(s), '[]') from (select from_id as "from", to_id as "to", sum(cents)::bigint as cents from settlement where household_id = $1::uuid group by 1, 2) s) as settled`;

export async function readFacts(household: Household): Promise<Facts> {
  const [raw] = await database().$queryRawUnsafe<Raw[]>(QUERY, household.id);
  if (!raw) throw new Error("the database answered nothing");
  const nameOf = new Map([...household.ids].map(([name, id]) => [id, name]));
  const person = (id: Id) => household.people.indexOf(id);
  const shares = raw.shares.map(({ order, line, refund, payer, receiver, cents }) => ({
    order: nameOf.get(order) ?? order,
    line: line === null ? null : (nameOf.get(line) ?? line),
    payer: person(payer),
    receiver: person(receiver),
    refund,
    cents,
  }));
  return { raw, nameOf, shares };
}

/** The first thing in which the database differs from the model, or from its own sums; null when there is none. */
export function difference(books: Books, household: Household, { raw, nameOf, shares }: Facts): string | null {
  const named = (id: Id) => nameOf.get(id) ?? id;
  for (const { id, posted, held, entries, amounts, open } of raw.credits) {
    const name = named(id);
    if (books.credits[name] === undefined) return `the model knows no credit ${name}`;
    if (posted !== entries || held !== open || posted < held) return `${name}: posted ${posted} (${entries}), held ${held} (${open})`;
    if (posted !== postedOf(books, name) || held !== heldOf(books, name))
      return `${name}: posted ${posted}, held ${held}; in the model ${postedOf(books, name)}, held ${heldOf(books, name)}`;
    // Of two at the same moment the model must have found out which was first: later deeds name entries by their number.
    if (amounts.join() !== books.credits[name].entries.map(({ cents }) => cents).join()) return `${name}: entries ${amounts.join(", ")}`;
    if (freeOf(books, name) < 0) return `${name}: less than nothing is free`;
  }
  if (raw.credits.length !== Object.keys(books.credits).length) return "a credit of the model isn't in the database";
  for (const [table, model] of [
    ["plans", books.plans],
    ["orders", books.orders],
    ["lines", books.lines],
  ] as const) {
    if (raw[table].length !== Object.keys(model).length) return `${raw[table].length} ${table}, in the model ${Object.keys(model).length}`;
    for (const row of raw[table]) {
      const expected = model[named(row.id)];
      if (row.status !== expected?.status) return `${named(row.id)} is ${row.status}, in the model ${expected?.status}`;
    }
  }
  for (const { id, version } of raw.plans)
    if (books.plans[named(id)]?.version !== version)
      return `${named(id)} has version ${version}, in the model ${books.plans[named(id)]?.version}`;
  for (const { id, actual } of raw.lines)
    if (books.lines[named(id)]?.actual !== actual) return `${named(id)} cost ${actual}, in the model ${books.lines[named(id)]?.actual}`;
  for (const { id, status } of raw.items)
    if (books.items[named(id)] !== status) return `${named(id)} is ${status}, in the model ${books.items[named(id)]}`;
  return shareDifference(books, shares) ?? debtDifference(books, household, raw, shares);
}

function shareDifference(books: Books, shares: Facts["shares"]): string | null {
  const sums: Record<string, number> = {};
  for (const { order, line, payer, receiver, cents } of shares) {
    const key = shareKey(order, line, payer, receiver);
    sums[key] = (sums[key] ?? 0) + cents;
  }
  for (const key of new Set([...Object.keys(sums), ...Object.keys(books.shares)]))
    if ((sums[key] ?? 0) !== (books.shares[key] ?? 0)) return `shares ${key}: ${sums[key] ?? 0}, in the model ${books.shares[key] ?? 0}`;
  // Whatever came back, what is left of a line's shares is never below nothing for anybody.
  const left: Record<string, number> = {};
  for (const { order, line, receiver, cents } of sharesOf(books)) {
    const key = `${order}|${line ?? ""}|${receiver}`;
    left[key] = (left[key] ?? 0) + cents;
  }
  const below = Object.entries(left).find(([, cents]) => cents < 0);
  return below ? `what is left of ${below[0]} is ${below[1]}` : null;
}

function debtDifference(books: Books, household: Household, raw: Raw, shares: Facts["shares"]): string | null {
  const standings = household.people.map(() => 0);
  const add = (person: number, cents: number) => (standings[person] = (standings[person] ?? 0) + cents);
  for (const { order, payer, receiver, cents } of shares) {
    if (books.plans[books.orders[order]?.plan ?? ""]?.settlement === "gift") continue;
    add(payer, cents);
    add(receiver, -cents);
  }
  for (const { from, to, cents } of raw.settled) {
    add(household.people.indexOf(from), cents);
    add(household.people.indexOf(to), -cents);
  }
  if (standings.reduce((sum, cents) => sum + cents, 0) !== 0) return "the debts don't add up to zero";
  const expected = standingsIn(books);
  const [found, wanted] = [standings.join(", "), expected.join(", ")];
  return found === wanted ? null : `standings ${found}; in the model ${wanted}`;
}
