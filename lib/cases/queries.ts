import { today, type Actor } from "@/lib/auth/actor";
import { factsOf } from "@/lib/credits/facts";
import { readKnowledge } from "@/lib/credits/knowledge";
import { creditRows, type CreditRow } from "@/lib/credits/queries";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import { dayFromDate, dayIn, type Day } from "@/lib/kernel/day";
import { isId, type Id } from "@/lib/kernel/id";
import type { Answer } from "@/lib/policy/rule";
import { verdict } from "@/lib/policy/verdict";
import { accountRows } from "@/lib/stores/queries";
import { daysSince, missing, type AskedFor, type Facts } from "./draft";
import { choicesOf, seesCases } from "./locked-case";
import type { MediaType } from "./file-kind";
import { supportIsOpen, type About, type Channel, type Choices, type Document, type Outcome, type Reason } from "./options";
import type { Point } from "./points";
import { KEPT_AFTER_REMOVAL } from "./records";

export type CaseRow = {
  readonly id: Id;
  readonly about: About;
  readonly storeName: string;
  readonly holderName: string;
  readonly holderColour: number;
  readonly openedOn: Day;
  readonly followUpOn: Day | null;
  readonly outcome: Outcome | null;
  readonly outcomeOn: Day | null;
  readonly contacts: number;
};

const PLACE = { include: { store: true, member: { select: { name: true, colour: true } } } } as const;

/** The household's cases: the open ones first, in the order of their follow-up, then the latest. Null for a child. */
export function caseList(actor: Actor): Promise<readonly CaseRow[] | null> {
  if (!seesCases(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const cases = await tx.supportCase.findMany({
      where: { householdId: actor.householdId },
      orderBy: [{ followUpOn: { sort: "asc", nulls: "last" } }, { createdAt: "desc" }, { id: "desc" }],
      include: { account: PLACE, _count: { select: { contacts: { where: { removedAt: null } } } } },
    });
    const rows = cases.map((found) => ({
      id: found.id,
      about: found.about as About,
      storeName: found.account.store.name,
      holderName: found.account.member.name,
      holderColour: found.account.member.colour,
      openedOn: dayIn(actor.household.timeZone, found.createdAt),
      followUpOn: found.followUpOn ? dayFromDate(found.followUpOn) : null,
      outcome: found.outcome as Outcome | null,
      outcomeOn: found.outcomeOn ? dayFromDate(found.outcomeOn) : null,
      contacts: found._count.contacts,
    }));
    return rows.sort((a, b) => Number(a.outcome !== null) - Number(b.outcome !== null));
  });
}

export type ContactRow = {
  readonly id: Id;
  readonly happenedOn: Day;
  readonly happenedAt: string;
  readonly channel: Channel;
  readonly representative: string;
  readonly reference: string;
  readonly note: string;
  readonly by: string;
};

export type FileRow = {
  readonly id: Id;
  readonly contactId: Id | null;
  readonly name: string;
  readonly mediaType: MediaType;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly addedOn: Day;
  readonly by: string;
};

export type CasePage = {
  readonly id: Id;
  readonly version: number;
  readonly facts: Facts;
  readonly holderColour: number;
  readonly storeId: Id;
  readonly whereToLook: string;
  readonly credit: CreditRow | null;
  /** Whether the balance may buy gift cards of its store; null without a balance. */
  readonly giftCards: Answer | null;
  /** Whether the case took the redemption of a card back, in the books too. */
  readonly reversedCard: boolean;
  readonly openedOn: Day;
  readonly openedBy: string;
  readonly choices: Choices;
  readonly supportOpen: boolean;
  readonly missing: readonly AskedFor[];
  readonly daysSince: number | null;
  readonly documents: ReadonlySet<Document>;
  /** Latest first. */
  readonly contacts: readonly ContactRow[];
  readonly files: readonly FileRow[];
  /** Removed within the last day: they can be brought back. */
  readonly removed: { readonly contacts: readonly ContactRow[]; readonly files: readonly FileRow[] };
  readonly thirdParties: readonly {
    readonly id: Id;
    readonly name: string;
    readonly evidence: string;
    readonly by: string;
    readonly on: Day;
  }[];
  readonly followUpOn: Day | null;
  readonly outcome: Outcome | null;
  readonly outcomeOn: Day | null;
  readonly outcomeNote: string;
  readonly today: Day;
};

/** One case with all it knows; null when it isn't there for the actor, as it never is for a child. */
export function casePage(actor: Actor, caseId: string, clock: Clock): Promise<CasePage | null> {
  if (!seesCases(actor) || !isId(caseId)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const { householdId } = actor;
    const found = await tx.supportCase.findUnique({
      where: { householdId_id: { householdId, id: caseId } },
      include: {
        account: PLACE,
        openedBy: { select: { name: true } },
        cards: { select: { id: true } },
        documents: true,
        thirdParties: { orderBy: { id: "asc" }, include: { member: { select: { name: true } } } },
      },
    });
    if (!found) return null;
    const now = today(actor, clock);
    const facts: Facts = {
      about: found.about as About,
      reason: found.reason as Reason,
      storeName: found.account.store.name,
      holderName: found.account.member.name,
      story: found.story,
      wish: found.wish,
      codeEnd: found.codeEnd,
      redeemedOn: found.redeemedOn ? dayFromDate(found.redeemedOn) : null,
      accountDetails: found.accountDetails,
    };
    const choices = await choicesOf(tx, householdId, caseId);
    const contacts = await contactRows(tx, actor, caseId, clock);
    const files = await fileRows(tx, actor, caseId, clock);
    const credit = found.creditId === null ? null : ((await creditRows(tx, actor, { id: found.creditId }))[0] ?? null);
    return {
      id: found.id,
      version: found.version,
      facts,
      holderColour: found.account.member.colour,
      storeId: found.account.storeId,
      whereToLook: found.account.store.whereToLook,
      credit,
      giftCards: credit && (await giftCardVerdict(tx, actor, credit, now)),
      reversedCard: found.cards.length > 0,
      openedOn: dayIn(actor.household.timeZone, found.createdAt),
      openedBy: found.openedBy.name,
      choices,
      supportOpen: supportIsOpen(facts.about, choices),
      missing: missing(facts),
      daysSince: daysSince(facts.redeemedOn, now),
      documents: new Set(found.documents.map(({ document }) => document as Document)),
      contacts: contacts.there,
      files: files.there,
      removed: { contacts: contacts.removed, files: files.removed },
      thirdParties: found.thirdParties.map((noted) => ({
        id: noted.id,
        name: noted.name,
        evidence: noted.evidence,
        by: noted.member.name,
        on: dayIn(actor.household.timeZone, noted.createdAt),
      })),
      followUpOn: found.followUpOn ? dayFromDate(found.followUpOn) : null,
      outcome: found.outcome as Outcome | null,
      outcomeOn: found.outcomeOn ? dayFromDate(found.outcomeOn) : null,
      outcomeNote: found.outcomeNote,
      today: now,
    };
  });
}

/** The policy's word on the third option, from what is known of the balance's terms today. */
async function giftCardVerdict(tx: Tx, { householdId }: Actor, credit: CreditRow, now: Day): Promise<Answer> {
  const known = await readKnowledge(tx, householdId, [credit.id]);
  return verdict(factsOf(credit, known(credit.id)), { kind: "store_gift_card", on: now }).verdict;
}

type Parted<Row> = { readonly there: readonly Row[]; readonly removed: readonly Row[] };

/** What is there, and what was removed within the last day. */
const within = (clock: Clock) => ({
  OR: [{ removedAt: null }, { removedAt: { gt: new Date(clock.now().getTime() - KEPT_AFTER_REMOVAL) } }],
});

async function contactRows(tx: Tx, { householdId }: Actor, caseId: Id, clock: Clock): Promise<Parted<ContactRow>> {
  const rows = await tx.caseContact.findMany({
    where: { householdId, caseId, ...within(clock) },
    orderBy: [{ happenedOn: "desc" }, { happenedAt: "desc" }, { id: "desc" }],
    include: { member: { select: { name: true } } },
  });
  const row = (contact: (typeof rows)[number]): ContactRow => ({
    id: contact.id,
    happenedOn: dayFromDate(contact.happenedOn),
    happenedAt: contact.happenedAt,
    channel: contact.channel as Channel,
    representative: contact.representative,
    reference: contact.reference,
    note: contact.note,
    by: contact.member.name,
  });
  return {
    there: rows.filter(({ removedAt }) => removedAt === null).map(row),
    removed: rows.filter(({ removedAt }) => removedAt !== null).map(row),
  };
}

async function fileRows(tx: Tx, actor: Actor, caseId: Id, clock: Clock): Promise<Parted<FileRow>> {
  const rows = await tx.caseFile.findMany({
    where: { householdId: actor.householdId, caseId, ...within(clock) },
    orderBy: { id: "asc" },
    include: { member: { select: { name: true } } },
  });
  const row = (file: (typeof rows)[number]): FileRow => ({
    id: file.id,
    contactId: file.contactId,
    name: file.name,
    mediaType: file.mediaType as MediaType,
    size: file.size,
    sha256: file.sha256,
    addedOn: dayIn(actor.household.timeZone, file.createdAt),
    by: file.member.name,
  });
  return {
    there: rows.filter(({ removedAt }) => removedAt === null).map(row),
    removed: rows.filter(({ removedAt }) => removedAt !== null).map(row),
  };
}

export type FileContent = { readonly name: string; readonly mediaType: MediaType; readonly content: Uint8Array<ArrayBuffer> };

/** The content of a file that is there; null for who may not have it, and for one that was removed. */
export function caseFile(actor: Actor, caseId: string, fileId: string): Promise<FileContent | null> {
  if (!seesCases(actor) || !isId(caseId) || !isId(fileId)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const found = await tx.caseFile.findFirst({
      where: { householdId: actor.householdId, id: fileId, caseId, removedAt: null },
      include: { content: true },
    });
    if (!found?.content) return null;
    return { name: found.name, mediaType: found.mediaType as MediaType, content: found.content.content };
  });
}

export type PlaceChoices = {
  readonly credits: readonly CreditRow[];
  readonly accounts: readonly { readonly id: Id; readonly storeName: string; readonly memberName: string; readonly label: string }[];
};

/** What a case can be about: every balance, and every account as a whole. Null for a child. */
export function casePlaces(actor: Actor): Promise<PlaceChoices | null> {
  if (!seesCases(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const accounts = await accountRows(tx, actor);
    const stores = await tx.store.findMany({ where: { householdId: actor.householdId }, select: { id: true, name: true } });
    const name = new Map(stores.map((store) => [store.id, store.name]));
    return {
      credits: await creditRows(tx, actor, {}),
      accounts: accounts.map(({ id, storeId, memberName, label }) => ({ id, storeName: name.get(storeId) ?? "", memberName, label })),
    };
  });
}

export type PointsPage = {
  readonly credit: CreditRow;
  readonly done: ReadonlySet<Point>;
  /** The latest open case about this balance. */
  readonly caseId: Id | null;
};

/** A balance with the points gone through for it (R40); null when it isn't there for the actor. */
export function pointsPage(actor: Actor, creditId: string): Promise<PointsPage | null> {
  if (!seesCases(actor) || !isId(creditId)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const { householdId } = actor;
    const [credit] = await creditRows(tx, actor, { id: creditId });
    if (!credit) return null;
    const points = await tx.recoveryPoint.findMany({ where: { householdId, creditId }, select: { point: true } });
    const open = await tx.supportCase.findFirst({
      where: { householdId, creditId, outcome: null },
      orderBy: { id: "desc" },
      select: { id: true },
    });
    return { credit, done: new Set(points.map(({ point }) => point as Point)), caseId: open?.id ?? null };
  });
}
