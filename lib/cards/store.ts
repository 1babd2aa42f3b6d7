import type { Actor } from "@/lib/auth/actor";
import { postEntry } from "@/lib/credits/store";
import type { Tx } from "@/lib/db/transaction";
import { present } from "@/lib/kernel/assert";
import { cents, toNumber, type Cents } from "@/lib/kernel/cents";
import { day, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import type { CardHolder, CardStatus } from "./card";
import type { Sealed } from "./seal";

/** The number under which whoever seals a card and whoever takes an old key away wait for each other. */
const KEYS_LOCK = 7_270_737;

/** To be called before the ring of keys is read for sealing: no key of it is taken away until the transaction ends. */
export async function keepKeys(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(${KEYS_LOCK}::bigint)`;
}

/** To be called before a key is added or taken away: waits for everybody who is sealing a card, and holds up those to come. */
export async function changeKeys(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${KEYS_LOCK}::bigint)`;
}

/** A card whose row this transaction has locked. */
export type LockedCard = Sealed & {
  readonly id: Id;
  readonly storeId: Id;
  readonly storeName: string;
  readonly holder: CardHolder;
  readonly amountCents: Cents;
  readonly codeTail: string;
  readonly label: string;
  readonly expiry: "date" | "never" | "unknown";
  readonly expiresOn: Day | null;
  readonly forMemberId: Id | null;
  readonly status: CardStatus;
  readonly creditId: Id | null;
  readonly reversedByCaseId: Id | null;
  readonly version: number;
};

type Row = Omit<LockedCard, "amountCents" | "expiresOn" | "holder"> & {
  readonly amountCents: bigint;
  readonly expiresOn: string | null;
  readonly holderId: Id;
  readonly signsIn: boolean;
  readonly active: boolean;
  readonly child: boolean;
};

/** The card's row, locked until the transaction ends; refuses with `not_found`. */
export async function lockCard(tx: Tx, householdId: Id, cardId: Id): Promise<LockedCard> {
  const [row] = await tx.$queryRaw<Row[]>`
    select c.id::text as "id", c.store_id::text as "storeId", s.name as "storeName", c.holder_id::text as "holderId",
      m.user_id is not null as "signsIn", m.status = 'active' as "active", m.role = 'child' as "child",
      c.amount_cents as "amountCents", c.sealed, c.key_version as "keyVersion", c.code_tail as "codeTail", c.label, c.expiry,
      c.expires_on::text as "expiresOn", c.for_member_id::text as "forMemberId", c.status, c.credit_id::text as "creditId",
      c.reversed_by_case_id::text as "reversedByCaseId", c.version
    from card c
    join store s on s.household_id = c.household_id and s.id = c.store_id
    join member m on m.household_id = c.household_id and m.id = c.holder_id
    where c.household_id = ${householdId}::uuid and c.id = ${cardId}::uuid
    for update of c`;
  if (!row) throw new Refusal("not_found");
  const { holderId, signsIn, active, child, ...rest } = row;
  return {
    ...rest,
    holder: { id: holderId, signsIn, active, child },
    amountCents: cents(row.amountCents),
    expiresOn: row.expiresOn === null ? null : day(row.expiresOn),
  };
}

/** Writes what happened to a card; of its code only the end is ever told. */
export async function tellCard(
  tx: Tx,
  actor: Actor,
  action: string,
  card: Pick<LockedCard, "id" | "storeName" | "amountCents" | "codeTail">,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  await recordActivity(tx, actor, {
    action,
    subjectType: "card",
    subjectId: card.id,
    detail: { store: card.storeName, amountCents: toNumber(card.amountCents), tail: card.codeTail, ...more },
  });
}

/**
 * Takes a redemption back because a case says that the store reversed it: the only way out of "redeemed" (R5). The balance it became
 * is taken from the books by a reversal of its opening; refused with `credits.not_enough` where some of it is spent or held.
 */
export async function reverseRedemption(
  tx: Tx,
  actor: Actor,
  { cardId, caseId, on }: { readonly cardId: Id; readonly caseId: Id; readonly on: Day },
): Promise<void> {
  const { householdId } = actor;
  const card = await lockCard(tx, householdId, cardId);
  if (card.status !== "redeemed") throw new Refusal("cards.not_redeemed");
  const creditId = present(card.creditId, "the balance of a redeemed card");
  const opening = await tx.ledgerEntry.findUniqueOrThrow({
    where: { householdId_creditId_number: { householdId, creditId, number: 1 } },
    include: { ledgerEntryAsReverses: { select: { id: true } } },
  });
  if (!opening.ledgerEntryAsReverses) {
    await postEntry(tx, actor, {
      creditId,
      kind: "reversal",
      amountCents: cents(-opening.amountCents),
      reason: "",
      occurredOn: on,
      reversesId: opening.id,
    });
  }
  await tx.card.update({
    where: { householdId_id: { householdId, id: cardId } },
    data: { status: "unredeemed", reversedByCaseId: caseId, version: card.version + 1 },
  });
  await tellCard(tx, actor, "card.reversed", card);
}
