import { seesBalances, type Actor } from "@/lib/auth/actor";
import type { Expiry, Origin } from "@/lib/credits/terms";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { activeMembers, type MemberRow } from "@/lib/households/queries";
import { notKeptFrom } from "@/lib/households/surprise";
import { cents, type Cents } from "@/lib/kernel/cents";
import { dayFromDate, type Day } from "@/lib/kernel/day";
import { isId, type Id } from "@/lib/kernel/id";
import { accountRows, type AccountRow } from "@/lib/stores/queries";
import { mayKeepCards, mayReveal, type CardStatus } from "./card";

/** A card as pages show it: never with its code, of which only the end is known here. */
export type CardRow = {
  readonly id: Id;
  readonly storeId: Id;
  readonly storeName: string;
  readonly holderId: Id;
  readonly holderName: string;
  readonly holderColour: number;
  readonly amountCents: Cents;
  readonly codeTail: string;
  readonly hasPin: boolean;
  readonly label: string;
  readonly expiry: Expiry;
  readonly expiresOn: Day | null;
  readonly forMemberId: Id | null;
  /** For whom, by name: a member or somebody outside; empty for nobody in particular. */
  readonly forName: string;
  readonly forOutside: string;
  readonly boughtWithId: Id | null;
  readonly status: CardStatus;
  readonly statusNote: string;
  readonly statusOn: Day | null;
  readonly remindOn: Day | null;
  readonly creditId: Id | null;
  /** The name confirmed when it was redeemed (R8). */
  readonly confirmedName: string;
  readonly redeemedOn: Day | null;
  /** What it was redeemed for (R9), by name; empty where the guard was skipped. */
  readonly purpose: string;
  /** Why the guard was skipped (R7); empty where it wasn't. */
  readonly guardSkipped: string;
  readonly reversed: boolean;
  readonly mayReveal: boolean;
  readonly version: number;
};

const FOR_ROW = {
  id: true,
  storeId: true,
  holderId: true,
  amountCents: true,
  codeTail: true,
  hasPin: true,
  label: true,
  expiry: true,
  expiresOn: true,
  forMemberId: true,
  forOutside: true,
  boughtWithId: true,
  status: true,
  statusNote: true,
  statusOn: true,
  remindOn: true,
  creditId: true,
  confirmedName: true,
  redeemedOn: true,
  guardSkipped: true,
  reversedByCaseId: true,
  version: true,
  store: { select: { name: true } },
  holder: { select: { name: true, colour: true, userId: true, status: true, role: true } },
  forMember: { select: { name: true } },
  purposeItem: { select: { name: true } },
  purposePlan: { select: { name: true } },
} as const;

/** Cards bought as a gift that is kept from this member aren't there for them. */
const knownTo = (actor: Actor) => ({ OR: [{ purposePlanId: null }, { purposePlan: notKeptFrom(actor) }] });

const dayOf = (date: Date | null): Day | null => (date === null ? null : dayFromDate(date));

/** Cards of the household, or one, or the one that became a balance: what ends first comes first. */
async function cardRows(
  tx: Tx,
  actor: Actor,
  which: { readonly id?: Id; readonly creditId?: Id; readonly status?: CardStatus },
): Promise<CardRow[]> {
  const rows = await tx.card.findMany({
    where: { householdId: actor.householdId, ...which, ...knownTo(actor) },
    select: FOR_ROW,
    orderBy: [{ expiresOn: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ store, holder, forMember, purposeItem, purposePlan, reversedByCaseId, ...row }) => ({
    ...row,
    amountCents: cents(row.amountCents),
    expiry: row.expiry as Expiry,
    status: row.status as CardStatus,
    expiresOn: dayOf(row.expiresOn),
    statusOn: dayOf(row.statusOn),
    remindOn: dayOf(row.remindOn),
    redeemedOn: dayOf(row.redeemedOn),
    storeName: store.name,
    holderName: holder.name,
    holderColour: holder.colour,
    forName: forMember?.name ?? row.forOutside,
    purpose: purposeItem?.name ?? purposePlan?.name ?? "",
    reversed: reversedByCaseId !== null,
    mayReveal: mayReveal(actor, {
      id: row.holderId,
      signsIn: holder.userId !== null,
      active: holder.status === "active",
      child: holder.role === "child",
    }),
  }));
}

export type CardsPage = {
  readonly waiting: readonly CardRow[];
  /** Redeemed, given away, reported. */
  readonly others: readonly CardRow[];
};

/** All cards of the household; null for a child who may not see balances. */
export function cardsPage(actor: Actor): Promise<CardsPage | null> {
  if (!seesBalances(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const rows = await cardRows(tx, actor, {});
    return { waiting: rows.filter(({ status }) => status === "unredeemed"), others: rows.filter(({ status }) => status !== "unredeemed") };
  });
}

/** How many cards wait to be redeemed, and what they are worth together; nothing for a child who may not see balances. */
export function waitingCards(actor: Actor): Promise<{ readonly count: number; readonly cents: Cents }> {
  if (!seesBalances(actor)) return Promise.resolve({ count: 0, cents: cents(0) });
  return inHousehold(actor.householdId, async (tx) => {
    const { _count, _sum } = await tx.card.aggregate({
      where: { householdId: actor.householdId, status: "unredeemed", ...knownTo(actor) },
      _count: true,
      _sum: { amountCents: true },
    });
    return { count: _count, cents: cents(_sum.amountCents ?? 0n) };
  });
}

/** The card a balance came from, or null. */
export function cardOfCredit(actor: Actor, creditId: Id): Promise<CardRow | null> {
  if (!seesBalances(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => (await cardRows(tx, actor, { creditId, status: "redeemed" }))[0] ?? null);
}

/** A balance a card may have been bought with. */
export type PayingCredit = {
  readonly id: Id;
  readonly origin: Origin;
  readonly label: string;
  readonly storeName: string;
  readonly holderName: string;
};

const CREDITS_OFFERED = 50;

async function payingCredits(tx: Tx, actor: Actor): Promise<PayingCredit[]> {
  const rows = await tx.credit.findMany({
    where: { householdId: actor.householdId },
    select: {
      id: true,
      origin: true,
      label: true,
      account: { select: { store: { select: { name: true } }, member: { select: { name: true } } } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: CREDITS_OFFERED,
  });
  return rows.map(({ id, origin, label, account }) => ({
    id,
    origin: origin as Origin,
    label,
    storeName: account.store.name,
    holderName: account.member.name,
  }));
}

export type CardChoices = {
  readonly stores: readonly { readonly id: Id; readonly name: string }[];
  readonly members: readonly MemberRow[];
  readonly credits: readonly PayingCredit[];
};

async function choices(tx: Tx, actor: Actor): Promise<CardChoices> {
  return {
    stores: await tx.store.findMany({
      where: { householdId: actor.householdId, archivedAt: null },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    members: await activeMembers(tx, actor),
    credits: await payingCredits(tx, actor),
  };
}

/** What the form for a new card offers; null for who doesn't keep cards. */
export function newCardPage(actor: Actor): Promise<CardChoices | null> {
  return mayKeepCards(actor) ? inHousehold(actor.householdId, (tx) => choices(tx, actor)) : Promise.resolve(null);
}

export type CardPage = { readonly card: CardRow; readonly choices: CardChoices };

/** One card; null when the household has no such card, and for a child who may not see balances. */
export function cardPage(actor: Actor, cardId: string): Promise<CardPage | null> {
  if (!isId(cardId) || !seesBalances(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const [card] = await cardRows(tx, actor, { id: cardId });
    return card ? { card, choices: await choices(tx, actor) } : null;
  });
}

export type RedeemPage = {
  readonly card: CardRow;
  /** The accounts at the card's store that can take it: its holder's first, then whom it is for, then the others' (R8). */
  readonly accounts: readonly AccountRow[];
  readonly items: readonly { readonly id: Id; readonly name: string; readonly listName: string }[];
  readonly plans: readonly { readonly id: Id; readonly name: string }[];
};

const ITEMS_OFFERED = 200;

/** What the redeem guard asks about (R7-R9); null when there is no such card waiting, and for who doesn't keep cards. */
export function redeemPage(actor: Actor, cardId: string): Promise<RedeemPage | null> {
  if (!isId(cardId) || !mayKeepCards(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const [card] = await cardRows(tx, actor, { id: cardId, status: "unredeemed" });
    if (!card) return null;
    const { householdId } = actor;
    const rank = ({ memberId }: AccountRow) => (memberId === card.holderId ? 0 : memberId === card.forMemberId ? 1 : 2);
    const items = await tx.item.findMany({
      where: { householdId, status: { in: ["open", "checked"] }, list: { archivedAt: null, purpose: "shared" } },
      select: { id: true, name: true, list: { select: { name: true, storeId: true } } },
      orderBy: [{ listId: "asc" }, { sortKey: "asc" }],
      take: ITEMS_OFFERED,
    });
    const here = (storeId: Id | null) => Number(storeId !== card.storeId);
    return {
      card,
      accounts: (await accountRows(tx, actor, card.storeId)).filter(({ status }) => status === "active").sort((a, b) => rank(a) - rank(b)),
      items: items
        .sort((a, b) => here(a.list.storeId) - here(b.list.storeId))
        .map(({ id, name, list }) => ({ id, name, listName: list.name })),
      plans: await tx.plan.findMany({
        where: { householdId, ...notKeptFrom(actor), status: { in: ["draft", "proposed", "approved"] } },
        select: { id: true, name: true },
        orderBy: [{ createdAt: "desc" }, { id: "asc" }],
        take: 20,
      }),
    };
  });
}
