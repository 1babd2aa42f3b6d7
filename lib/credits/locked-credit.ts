import type { Tx } from "@/lib/db/transaction";
import { cents, type Cents } from "@/lib/kernel/cents";
import { day, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { Expiry, GiftCardUse, Origin } from "./terms";

/** A Credit whose row this transaction has locked: nobody else can change it before the transaction ends. */
export type LockedCredit = {
  readonly id: Id;
  readonly accountId: Id;
  readonly accountStatus: "active" | "suspended" | "closed";
  readonly storeId: Id;
  /** The member whose account it is on: who approves, and who buys. */
  readonly holderId: Id;
  readonly origin: Origin;
  readonly label: string;
  readonly postedCents: Cents;
  readonly heldCents: Cents;
  /** posted - held: what a new plan or a spend may take. */
  readonly availableCents: Cents;
  readonly availableFrom: Day;
  readonly expiry: Expiry;
  /** The last day it can be used; null unless `expiry` is "date". */
  readonly expiresOn: Day | null;
  readonly categories: readonly string[] | null;
  readonly excludedCategories: readonly string[];
  readonly giftCards: GiftCardUse;
  readonly minimumOrderCents: Cents;
  readonly coversShipping: boolean;
  readonly intendedForId: Id | null;
  readonly version: number;
  readonly closedAt: Date | null;
};

type Row = Omit<LockedCredit, "availableCents" | "availableFrom" | "expiresOn" | "postedCents" | "heldCents" | "minimumOrderCents"> & {
  readonly postedCents: bigint;
  readonly heldCents: bigint;
  readonly minimumOrderCents: bigint;
  readonly availableFrom: string;
  readonly expiresOn: string | null;
};

/**
 * Locks these credits of the household until the transaction ends, in the order of their ids, so that two commands
 * never wait for each other in a circle. Ids that aren't credits of the household are absent from the answer.
 */
export async function lockCredits(tx: Tx, householdId: Id, creditIds: readonly Id[]): Promise<Map<Id, LockedCredit>> {
  if (creditIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    select c.id::text as "id", c.account_id::text as "accountId", a.status as "accountStatus", a.store_id::text as "storeId",
      a.member_id::text as "holderId", c.origin, c.label, c.posted_cents as "postedCents", c.held_cents as "heldCents",
      c.available_from::text as "availableFrom", c.expiry, c.expires_on::text as "expiresOn", c.categories,
      c.excluded_categories as "excludedCategories", c.gift_cards as "giftCards", c.minimum_order_cents as "minimumOrderCents",
      c.covers_shipping as "coversShipping", c.intended_for_id::text as "intendedForId", c.version, c.closed_at as "closedAt"
    from credit c
    join store_account a on a.household_id = c.household_id and a.id = c.account_id
    where c.household_id = ${householdId}::uuid and c.id = any(${[...new Set(creditIds)]}::uuid[])
    order by c.id
    for update of c`;
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        postedCents: cents(row.postedCents),
        heldCents: cents(row.heldCents),
        availableCents: cents(row.postedCents - row.heldCents),
        minimumOrderCents: cents(row.minimumOrderCents),
        availableFrom: day(row.availableFrom),
        expiresOn: row.expiresOn === null ? null : day(row.expiresOn),
      },
    ]),
  );
}
