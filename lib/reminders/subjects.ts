import type { Role } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { cents, type Cents } from "@/lib/kernel/cents";
import { day, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { readRules } from "./rules";
import { balanceCheck, cardWaits, followUp, methodsBack, termsAgain, type Subject } from "./schedule";

type Origin = "gift_card" | "refund" | "return" | "promotion" | "reward" | "other" | "unknown";

/** What a reminder's sentence needs besides what the schedule knows. */
export type About = {
  readonly storeName: string;
  /** Whose it is: the holder of the account or card, who placed the order, who keeps the case. */
  readonly memberId: Id;
  readonly memberName: string;
  /** Null for a card, and for what isn't about one balance. */
  readonly origin: Origin | null;
  readonly cents: Cents | null;
  /** The day the sentence names: the last one, the one it was ordered, looked at or asked for. */
  readonly on: Day;
  /** Its page, below the household's address. */
  readonly path: string;
};
export type Remindable = Subject & About;

type Whose = { readonly id: Id; readonly storeName: string; readonly memberId: Id; readonly memberName: string };

/** All there may be a reminder of in a household, now or later. `timeZone` is the household's. */
export async function readSubjects(tx: Tx, household: { readonly householdId: Id; readonly timeZone: string }): Promise<Remindable[]> {
  const { householdId } = household;
  const rules = await readRules(tx, householdId);
  return [
    ...(await endings(tx, household)),
    ...(await orders(tx, householdId)),
    ...(await cases(tx, householdId)),
    ...(await cards(tx, householdId)),
    ...(await checks(tx, householdId, rules.check)),
    ...(await readings(tx, householdId, rules.terms)),
  ];
}

/** Balances with something free, and cards not redeemed, that end on a day. */
async function endings(tx: Tx, { householdId, timeZone }: { readonly householdId: Id; readonly timeZone: string }): Promise<Remindable[]> {
  const rows = await tx.$queryRaw<
    (Whose & { what: "credit" | "card"; origin: Origin | null; cents: bigint; expiresOn: string; knownSince: string })[]
  >`
    select 'credit' as what, c.id::text as id, s.name as "storeName", m.id::text as "memberId", m.name as "memberName", c.origin,
      c.posted_cents - c.held_cents as cents, c.expires_on::text as "expiresOn", (c.created_at at time zone ${timeZone})::date::text as "knownSince"
    from credit c
    join store_account a on a.household_id = c.household_id and a.id = c.account_id
    join store s on s.household_id = a.household_id and s.id = a.store_id
    join member m on m.household_id = a.household_id and m.id = a.member_id
    where c.household_id = ${householdId}::uuid and c.closed_at is null and c.expires_on is not null
      and c.posted_cents > c.held_cents and a.status = 'active'
    union all
    select 'card', c.id::text, s.name, m.id::text, m.name, null, c.amount_cents, c.expires_on::text, (c.created_at at time zone ${timeZone})::date::text
    from card c
    join store s on s.household_id = c.household_id and s.id = c.store_id
    join member m on m.household_id = c.household_id and m.id = c.holder_id
    where c.household_id = ${householdId}::uuid and c.status = 'unredeemed' and c.expires_on is not null
    order by "expiresOn", id`;
  return rows.map(({ id, what, expiresOn, knownSince, ...row }) => ({
    ...row,
    kind: "expiry",
    subjectId: id,
    cents: cents(row.cents),
    expiresOn: day(expiresOn),
    knownSince: day(knownSince),
    on: day(expiresOn),
    path: what === "credit" ? `/balances/credits/${id}` : `/cards/${id}`,
  }));
}

/** Orders that are placed while other ways to pay are still off (R14). */
async function orders(tx: Tx, householdId: Id): Promise<Remindable[]> {
  const rows = await tx.$queryRaw<(Whose & { planId: Id; orderedOn: string })[]>`
    select o.id::text as id, o.plan_id::text as "planId", s.name as "storeName", m.id::text as "memberId", m.name as "memberName",
      coalesce(o.ordered_on, o.planned_on)::text as "orderedOn"
    from plan_order o
    join store_account a on a.household_id = o.household_id and a.id = o.account_id
    join store s on s.household_id = a.household_id and s.id = a.store_id
    join member m on m.household_id = o.household_id and m.id = coalesce(o.ordered_by_id, a.member_id)
    where o.household_id = ${householdId}::uuid and o.status = 'ordered' and not exists (
      select 1 from order_step t where t.household_id = o.household_id and t.order_id = o.id and t.step = 'methods_back')
    order by "orderedOn", o.id`;
  return rows.map(({ id, planId, orderedOn, ...row }) => ({
    ...row,
    ...methodsBack(id, day(orderedOn)),
    origin: null,
    cents: null,
    on: day(orderedOn),
    path: `/plans/${planId}/orders/${id}`,
  }));
}

/** Cases without an outcome whose store should have answered (R35). */
async function cases(tx: Tx, householdId: Id): Promise<Remindable[]> {
  const rows = await tx.$queryRaw<(Whose & { followUpOn: string })[]>`
    select c.id::text as id, s.name as "storeName", m.id::text as "memberId", m.name as "memberName", c.follow_up_on::text as "followUpOn"
    from support_case c
    join store_account a on a.household_id = c.household_id and a.id = c.account_id
    join store s on s.household_id = a.household_id and s.id = a.store_id
    join member m on m.household_id = c.household_id and m.id = c.opened_by_id
    where c.household_id = ${householdId}::uuid and c.follow_up_on is not null and c.outcome is null
    order by "followUpOn", c.id`;
  return rows.map(({ id, followUpOn, ...row }) => ({
    ...row,
    ...followUp(id, day(followUpOn)),
    origin: null,
    cents: null,
    on: day(followUpOn),
    path: `/cases/${id}`,
  }));
}

/** Cards that nobody had a purpose for when they were last looked at (R9). */
async function cards(tx: Tx, householdId: Id): Promise<Remindable[]> {
  const rows = await tx.$queryRaw<(Whose & { cents: bigint; remindOn: string })[]>`
    select c.id::text as id, s.name as "storeName", m.id::text as "memberId", m.name as "memberName", c.amount_cents as cents, c.remind_on::text as "remindOn"
    from card c
    join store s on s.household_id = c.household_id and s.id = c.store_id
    join member m on m.household_id = c.household_id and m.id = c.holder_id
    where c.household_id = ${householdId}::uuid and c.status = 'unredeemed' and c.remind_on is not null
    order by "remindOn", c.id`;
  return rows.map(({ id, remindOn, ...row }) => ({
    ...row,
    ...cardWaits(id, day(remindOn)),
    origin: null,
    cents: cents(row.cents),
    on: day(remindOn),
    path: `/cards/${id}`,
  }));
}

/** Store accounts with open balances, by when the one looked at longest ago was looked at (R84). */
async function checks(tx: Tx, householdId: Id, everyDays: number): Promise<Remindable[]> {
  if (everyDays === 0) return [];
  const rows = await tx.$queryRaw<(Whose & { creditId: Id; seenOn: string })[]>`
    select distinct on (a.id) a.id::text as id, c.id::text as "creditId", s.name as "storeName", m.id::text as "memberId", m.name as "memberName",
      greatest(opening.occurred_on, seen.seen_on)::text as "seenOn"
    from credit c
    join store_account a on a.household_id = c.household_id and a.id = c.account_id
    join store s on s.household_id = a.household_id and s.id = a.store_id
    join member m on m.household_id = a.household_id and m.id = a.member_id
    join ledger_entry opening on opening.household_id = c.household_id and opening.credit_id = c.id and opening.number = 1
    left join lateral (
      select max(b.seen_on) as seen_on from balance_check b where b.household_id = c.household_id and b.credit_id = c.id
    ) seen on true
    where c.household_id = ${householdId}::uuid and c.closed_at is null and a.status = 'active'
    order by a.id, "seenOn", c.id`;
  return rows.map(({ id, creditId, seenOn, ...row }) => ({
    ...row,
    ...balanceCheck(id, day(seenOn), everyDays),
    origin: null,
    cents: null,
    on: day(seenOn),
    path: `/balances/credits/${creditId}#tell`,
  }));
}

/** Open balances whose terms were read, by the latest reading (R50). */
async function readings(tx: Tx, householdId: Id, afterDays: number): Promise<Remindable[]> {
  if (afterDays === 0) return [];
  const rows = await tx.$queryRaw<(Whose & { origin: Origin; cents: bigint; readOn: string })[]>`
    select c.id::text as id, s.name as "storeName", m.id::text as "memberId", m.name as "memberName", c.origin,
      c.posted_cents - c.held_cents as cents, max(r.read_on)::text as "readOn"
    from credit c
    join terms_reading r on r.household_id = c.household_id and r.credit_id = c.id
    join store_account a on a.household_id = c.household_id and a.id = c.account_id
    join store s on s.household_id = a.household_id and s.id = a.store_id
    join member m on m.household_id = a.household_id and m.id = a.member_id
    where c.household_id = ${householdId}::uuid and c.closed_at is null and a.status = 'active'
    group by c.household_id, c.id, s.name, m.id, m.name
    order by c.id`;
  return rows.map(({ id, readOn, ...row }) => ({
    ...row,
    ...termsAgain(id, day(readOn), afterDays),
    cents: cents(row.cents),
    on: day(readOn),
    path: `/balances/credits/${id}/check#terms`,
  }));
}

export type Recipient = { readonly memberId: Id; readonly role: Role; readonly signsIn: boolean };

/**
 * Who hears of it: whose it is. For who has no sign-in, has left, or is a child that doesn't see balances, the adults do.
 */
export function recipients(
  { memberId }: Pick<About, "memberId">,
  members: readonly Recipient[],
  childrenSeeBalances: boolean,
): readonly Recipient[] {
  const owner = members.find((member) => member.memberId === memberId);
  if (owner?.signsIn && (owner.role !== "child" || childrenSeeBalances)) return [owner];
  return members.filter((member) => member.signsIn && member.role !== "child");
}
