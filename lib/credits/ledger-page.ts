import { seesBalances, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { activeMembers, type MemberRow } from "@/lib/households/queries";
import { notKeptFrom, plansKeptFrom } from "@/lib/households/surprise";
import { cents, type Cents } from "@/lib/kernel/cents";
import { dayFromDate, dayIn, type Day, parseDay } from "@/lib/kernel/day";
import { isId, type Id } from "@/lib/kernel/id";
import type { EntryKind } from "@/lib/ledger/entry";
import { mayKeepAccountsOf } from "@/lib/stores/permission";
import { creditRows, type CreditRow } from "./queries";

export type EntryRow = {
  readonly id: Id;
  readonly number: number;
  readonly kind: EntryKind;
  readonly amountCents: Cents;
  /** The balance right after it. */
  readonly postedAfterCents: Cents;
  readonly reason: string;
  readonly occurredOn: Day;
  /** The day it was written into the books, where the household is. */
  readonly writtenOn: Day;
  readonly memberName: string;
  /** Nobody wrote it: the balance ended (R78). */
  readonly byItself: boolean;
  /** The order it was booked by, with its plan; null for one told by a person. */
  readonly order: { readonly id: Id; readonly planId: Id; readonly number: string | null; readonly planName: string } | null;
  /** Of a reversal: the number of the entry it takes back. */
  readonly reversesNumber: number | null;
  readonly takenBack: boolean;
  /** Whether a person may take it back here. */
  readonly reversible: boolean;
};

export type HoldRow = {
  readonly id: Id;
  readonly cents: Cents;
  readonly since: Day;
  readonly planId: Id;
  readonly planName: string;
  readonly orderId: Id;
};

export type CreditPage = {
  readonly credit: CreditRow;
  readonly store: { readonly whereToLook: string; readonly balanceUrl: string | null; readonly termsUrl: string | null };
  /** Newest first; one page of the ledger. */
  readonly entries: readonly EntryRow[];
  /** The number to page on from (`before`), null at the opening. */
  readonly older: number | null;
  readonly holds: readonly HoldRow[];
  /** When the balance was last looked up at the store, and what it was. */
  readonly seen: { readonly on: Day; readonly cents: Cents } | null;
  readonly members: readonly MemberRow[];
  readonly mayKeep: boolean;
};

const PAGE = 100;
const TOLD: ReadonlySet<string> = new Set(["opening", "top_up", "spend", "removal", "write_off", "correction", "refund"]);

/** One Credit with a page of its ledger (entries with numbers below `before`); null when it isn't there for the actor. */
export function creditPage(actor: Actor, creditId: string, before: number | null): Promise<CreditPage | null> {
  if (!seesBalances(actor) || !isId(creditId)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const [credit] = await creditRows(tx, actor, { id: creditId });
    if (!credit) return null;
    const entries = await entryRows(tx, actor, creditId, before);
    const last = entries.at(PAGE - 1);
    const { whereToLook, balanceUrl, termsUrl } = await tx.store.findUniqueOrThrow({
      where: { householdId_id: { householdId: actor.householdId, id: credit.storeId } },
    });
    return {
      credit,
      store: { whereToLook, balanceUrl, termsUrl },
      entries: entries.slice(0, PAGE),
      older: entries.length > PAGE && last ? last.number : null,
      holds: await holdRows(tx, actor, creditId),
      seen: await lastSeen(tx, actor, creditId),
      members: await activeMembers(tx, actor),
      mayKeep: mayKeepAccountsOf(actor, credit.holderId),
    };
  });
}

async function entryRows(tx: Tx, actor: Actor, creditId: Id, before: number | null): Promise<EntryRow[]> {
  const kept = await keptEntries(tx, actor, creditId);
  const entries = await tx.ledgerEntry.findMany({
    where: {
      householdId: actor.householdId,
      creditId,
      number: { notIn: kept.map(({ number }) => number), ...(before === null ? {} : { lt: before }) },
    },
    orderBy: { number: "desc" },
    take: PAGE + 1,
    include: {
      member: { select: { name: true } },
      order: { select: { id: true, orderNumber: true, plan: { select: { id: true, name: true } } } },
      reverses: { select: { number: true } },
      ledgerEntryAsReverses: { select: { id: true } },
    },
  });
  return entries.map((entry) => ({
    id: entry.id,
    number: entry.number,
    kind: entry.kind as EntryKind,
    amountCents: cents(entry.amountCents),
    postedAfterCents: cents(
      kept.reduce((sum, { number, amountCents }) => (number < entry.number ? sum - amountCents : sum), entry.postedAfterCents),
    ),
    reason: entry.reason,
    occurredOn: dayFromDate(entry.occurredOn),
    writtenOn: dayIn(actor.household.timeZone, entry.createdAt),
    memberName: entry.member.name,
    byItself: entry.byItself,
    order: entry.order
      ? { id: entry.order.id, planId: entry.order.plan.id, number: entry.order.orderNumber, planName: entry.order.plan.name }
      : null,
    reversesNumber: entry.reverses?.number ?? null,
    takenBack: entry.ledgerEntryAsReverses !== null,
    reversible: TOLD.has(entry.kind) && entry.orderId === null && entry.refundId === null && entry.ledgerEntryAsReverses === null,
  }));
}

/** Entries of gifts that are kept from who asks. */
async function keptEntries(tx: Tx, actor: Actor, creditId: Id): Promise<{ number: number; amountCents: bigint }[]> {
  const order = { planId: { in: await plansKeptFrom(tx, actor) } };
  return tx.ledgerEntry.findMany({
    where: { householdId: actor.householdId, creditId, OR: [{ order }, { refund: { order } }] },
    select: { number: true, amountCents: true },
  });
}

async function holdRows(tx: Tx, actor: Actor, creditId: Id): Promise<HoldRow[]> {
  const holds = await tx.hold.findMany({
    where: { householdId: actor.householdId, creditId, status: "open", order: { plan: notKeptFrom(actor) } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: { order: { select: { id: true, plan: { select: { id: true, name: true } } } } },
  });
  return holds.map((hold) => ({
    id: hold.id,
    cents: cents(hold.cents),
    since: dayIn(actor.household.timeZone, hold.createdAt),
    planId: hold.order.plan.id,
    planName: hold.order.plan.name,
    orderId: hold.order.id,
  }));
}

/** The latest look at the store: noted by a correction or a check, else the opening. */
async function lastSeen(tx: Tx, actor: Actor, creditId: Id): Promise<CreditPage["seen"]> {
  const { householdId } = actor;
  const note = await tx.activity.findFirst({
    where: { householdId, subjectId: creditId, action: "credit.seen" },
    orderBy: { id: "desc" },
    select: { detail: true },
  });
  const { seenOn, amountCents } = (note?.detail ?? {}) as { seenOn?: unknown; amountCents?: unknown };
  const on = typeof seenOn === "string" ? parseDay(seenOn) : null;
  if (on && typeof amountCents === "number") return { on, cents: cents(amountCents) };
  const opening = await tx.ledgerEntry.findFirst({
    where: { householdId, creditId, kind: "opening" },
    select: { occurredOn: true, amountCents: true },
  });
  return opening ? { on: dayFromDate(opening.occurredOn), cents: cents(opening.amountCents) } : null;
}
