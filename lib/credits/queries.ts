import { seesBalances, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { activeMembers, type MemberRow } from "@/lib/households/queries";
import { amountsKeptFrom, plansKeptFrom } from "@/lib/households/surprise";
import { cents, type Cents } from "@/lib/kernel/cents";
import { day, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { TermsState } from "@/lib/policy/facts";
import type { AccountKind, AccountStatus } from "@/lib/stores/schema";
import { byUrgency } from "./expiry";
import type { Terms } from "./terms";

/** A Credit as pages show it. Amounts are minor units of the household's currency. */
export type CreditRow = Terms & {
  readonly id: Id;
  readonly postedCents: Cents;
  readonly heldCents: Cents;
  /** posted - held. */
  readonly freeCents: Cents;
  readonly version: number;
  readonly closed: boolean;
  readonly accountId: Id;
  readonly accountKind: AccountKind;
  readonly accountLabel: string;
  readonly accountStatus: AccountStatus;
  readonly storeId: Id;
  readonly storeName: string;
  readonly storeAppliesBalanceFirst: boolean;
  readonly holderId: Id;
  readonly holderName: string;
  readonly holderColour: number;
  /** The day of its latest entry. */
  readonly lastMovedOn: Day;
  /** By the latest reading of its terms (R46). */
  readonly termsState: TermsState;
};

type RawCredit = Omit<CreditRow, "postedCents" | "heldCents" | "freeCents" | "minimumOrderCents"> & {
  readonly postedCents: bigint;
  readonly heldCents: bigint;
  readonly minimumOrderCents: bigint;
};

/** Credits of the household: one, or the open ones, what is lost first first (R10), or the closed ones, latest first. */
export async function creditRows(
  tx: Tx,
  actor: Actor,
  which: { readonly id?: Id; readonly closed?: boolean; readonly most?: number },
): Promise<CreditRow[]> {
  const rows = await tx.$queryRaw<RawCredit[]>`
    select c.id::text as "id", c.origin, c.label, c.posted_cents as "postedCents", c.held_cents as "heldCents",
      c.available_from::text as "availableFrom", c.expiry, c.expires_on::text as "expiresOn", c.categories,
      c.excluded_categories as "excludedCategories", c.gift_cards as "giftCards", c.minimum_order_cents as "minimumOrderCents",
      c.covers_shipping as "coversShipping", c.evidence_order as "evidenceOrder", c.evidence_on::text as "evidenceOn",
      c.evidence_note as "evidenceNote", c.intended_for_id::text as "intendedForId", c.version, c.closed_at is not null as "closed",
      a.id::text as "accountId", a.kind as "accountKind", a.label as "accountLabel", a.status as "accountStatus",
      s.id::text as "storeId", s.name as "storeName", s.applies_balance_first as "storeAppliesBalanceFirst",
      m.id::text as "holderId", m.name as "holderName", m.colour as "holderColour", latest.occurred_on::text as "lastMovedOn",
      coalesce((
        select r.state from terms_reading r where r.household_id = c.household_id and r.credit_id = c.id order by r.created_at desc, r.id desc limit 1
      ), 'unread') as "termsState"
    from credit c
    join store_account a on a.household_id = c.household_id and a.id = c.account_id
    join store s on s.household_id = a.household_id and s.id = a.store_id
    join member m on m.household_id = a.household_id and m.id = a.member_id
    cross join lateral (
      select e.occurred_on from ledger_entry e where e.household_id = c.household_id and e.credit_id = c.id order by e.number desc limit 1
    ) latest
    where c.household_id = ${actor.householdId}::uuid
      and (${which.id ?? null}::uuid is null or c.id = ${which.id ?? null}::uuid)
      and (${which.closed ?? null}::boolean is null or (c.closed_at is not null) = ${which.closed ?? null}::boolean)
    order by c.closed_at desc nulls last, c.id
    limit ${which.most ?? null}::int`;
  const kept = await amountsKeptFrom(tx, actor);
  const credits = rows.map((row) => {
    const posted = row.postedCents - (kept.get(row.id)?.postedCents ?? 0n);
    const held = row.heldCents - (kept.get(row.id)?.heldCents ?? 0n);
    return {
      ...row,
      postedCents: cents(posted),
      heldCents: cents(held),
      freeCents: cents(posted - held),
      minimumOrderCents: cents(row.minimumOrderCents),
    };
  });
  return which.closed ? credits : credits.sort(byUrgency);
}

/** What the household used of its balances and what it lost, in one calendar year. */
export type SavedAndLost = { readonly year: number; readonly usedCents: Cents; readonly lostCents: Cents };

export async function savedAndLost(tx: Tx, actor: Actor, today: Day): Promise<SavedAndLost> {
  const year = Number(today.slice(0, 4));
  const kept = await plansKeptFrom(tx, actor);
  // A reversal counts as the opposite of what it takes back; a refund gives back what was used.
  const [sums] = await tx.$queryRaw<{ used: bigint | null; lost: bigint | null }[]>`
    select -sum(e.amount_cents) filter (where coalesce(r.kind, e.kind) in ('spend', 'refund'))::bigint as used,
      -sum(e.amount_cents) filter (where coalesce(r.kind, e.kind) = 'write_off')::bigint as lost
    from ledger_entry e
    left join ledger_entry r on r.household_id = e.household_id and r.id = e.reverses_id
    where e.household_id = ${actor.householdId}::uuid and e.occurred_on between ${day(`${year}-01-01`)}::date and ${day(`${year}-12-31`)}::date
      and not exists (select 1 from plan_order o where o.household_id = e.household_id and o.id = e.order_id and o.plan_id = any(${kept}::uuid[]))`;
  const used = sums?.used ?? 0n;
  return { year, usedCents: cents(used > 0n ? used : 0n), lostCents: cents(sums?.lost ?? 0n) };
}

export type BalancesPage = {
  /** Open credits, what is lost first first. */
  readonly credits: readonly CreditRow[];
  /** Used up lately. */
  readonly closed: readonly CreditRow[];
  readonly members: readonly MemberRow[];
  readonly year: SavedAndLost;
  readonly stores: number;
};

const CLOSED_SHOWN = 12;

/** The household's balances; null for a child who may not see them. */
export function balancesPage(actor: Actor, today: Day): Promise<BalancesPage | null> {
  if (!seesBalances(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => ({
    credits: await creditRows(tx, actor, { closed: false }),
    closed: await creditRows(tx, actor, { closed: true, most: CLOSED_SHOWN }),
    members: await activeMembers(tx, actor),
    year: await savedAndLost(tx, actor, today),
    stores: await tx.store.count({ where: { householdId: actor.householdId, archivedAt: null } }),
  }));
}
