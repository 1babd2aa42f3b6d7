import { seesBalances, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { activeMembers, type MemberRow } from "@/lib/households/queries";
import { cents, type Cents } from "@/lib/kernel/cents";
import { isId, type Id } from "@/lib/kernel/id";
import { CATEGORIES, categorySchema } from "./category";
import type { TaxRate } from "./form";
import { mayKeepAccountsOf } from "./permission";
import { accountKindSchema, accountStatusSchema, type AccountKind, type AccountStatus } from "./schema";

export type StoreRow = {
  readonly id: Id;
  readonly name: string;
  readonly region: string;
  readonly preset: string;
  readonly shippingFeeCents: Cents;
  readonly freeShippingFromCents: Cents | null;
  readonly appliesBalanceFirst: boolean;
  readonly whereToLook: string;
  readonly balanceUrl: string | null;
  readonly termsUrl: string | null;
  readonly archived: boolean;
  readonly version: number;
};

export type AccountRow = {
  readonly id: Id;
  readonly storeId: Id;
  readonly memberId: Id;
  readonly memberName: string;
  readonly memberColour: number;
  readonly label: string;
  readonly kind: AccountKind;
  readonly status: AccountStatus;
  /** Whether the actor may change it and what is on it. */
  readonly mayKeep: boolean;
};

/** The household's stores by name, those still used first. */
async function storeRows(tx: Tx, actor: Actor): Promise<StoreRow[]> {
  const stores = await tx.store.findMany({ where: { householdId: actor.householdId }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  return stores
    .map(({ householdId: _, createdAt: __, archivedAt, shippingFeeCents, freeShippingFromCents, ...store }) => ({
      ...store,
      shippingFeeCents: cents(shippingFeeCents),
      freeShippingFromCents: freeShippingFromCents === null ? null : cents(freeShippingFromCents),
      archived: archivedAt !== null,
    }))
    .sort((a, b) => Number(a.archived) - Number(b.archived));
}

/** Store accounts with whose they are, in the order they were added; none for a child who may not see balances. */
export async function accountRows(tx: Tx, actor: Actor, storeId?: Id): Promise<AccountRow[]> {
  if (!seesBalances(actor)) return [];
  const accounts = await tx.storeAccount.findMany({
    where: { householdId: actor.householdId, ...(storeId ? { storeId } : {}) },
    include: { member: { select: { name: true, colour: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return accounts.map((account) => ({
    id: account.id,
    storeId: account.storeId,
    memberId: account.memberId,
    memberName: account.member.name,
    memberColour: account.member.colour,
    label: account.label,
    kind: accountKindSchema.parse(account.kind),
    status: accountStatusSchema.parse(account.status),
    mayKeep: mayKeepAccountsOf(actor, account.memberId),
  }));
}

export type StoresPage = {
  readonly stores: readonly StoreRow[];
  readonly accounts: readonly AccountRow[];
  readonly members: readonly MemberRow[];
};

/** All stores of the household with their accounts. For the stores page and for choosing where a balance is. */
export function storesPage(actor: Actor): Promise<StoresPage> {
  return inHousehold(actor.householdId, async (tx) => ({
    stores: await storeRows(tx, actor),
    accounts: await accountRows(tx, actor),
    members: await activeMembers(tx, actor),
  }));
}

export type StorePage = {
  readonly store: StoreRow;
  readonly accounts: readonly AccountRow[];
  readonly rates: readonly TaxRate[];
  readonly members: readonly MemberRow[];
};

/** One store with its accounts and tax rates; null when the household has no such store. */
export function storePage(actor: Actor, storeId: string): Promise<StorePage | null> {
  if (!isId(storeId)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const store = (await storeRows(tx, actor)).find(({ id }) => id === storeId);
    if (!store) return null;
    const rates = await tx.storeTaxRate.findMany({ where: { householdId: actor.householdId, storeId } });
    return {
      store,
      accounts: await accountRows(tx, actor, storeId),
      // In the order categories stand everywhere, not as the rows happen to lie.
      rates: rates
        .map(({ category, ratePpm }) => ({ category: categorySchema.parse(category), ratePpm }))
        .sort((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category)),
      members: await activeMembers(tx, actor),
    };
  });
}
