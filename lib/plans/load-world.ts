import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { readKnowledge } from "@/lib/credits/knowledge";
import { hasEvidence } from "@/lib/credits/terms";
import { cents } from "@/lib/kernel/cents";
import { dayFromDate, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { partsFor } from "@/lib/lists/parts";
import type { CreditOrigin, World, WorldAccount, WorldCredit, WorldItem, WorldMember, WorldStore } from "./world";

/** Plans whose lines are spoken for: nobody else plans them. Drafts are only thoughts. */
export const CLAIMING = ["proposed", "approved"];

/** What of the lists and books is looked at: the open items of some lists, items by id, and credits even if closed. */
export type WorldScope = {
  readonly listIds: readonly Id[];
  readonly itemIds: readonly Id[];
  readonly creditIds: readonly Id[];
  readonly planId: Id | null;
};

/** The household as planning sees it, read in one transaction. */
export async function loadWorld(tx: Tx, actor: Actor, today: Day, scope: WorldScope): Promise<World> {
  const { householdId } = actor;
  const members = await loadMembers(tx, householdId);
  const stores = await loadStores(tx, householdId);
  const accounts = await tx.storeAccount.findMany({ where: { householdId }, orderBy: { id: "asc" } });
  const activeIds = [...members.values()].filter((member) => member.active).map((member) => member.id);
  return {
    today,
    members,
    stores,
    accounts: byId(
      accounts.map(
        (row): WorldAccount => ({
          id: row.id,
          storeId: row.storeId,
          memberId: row.memberId,
          label: row.label,
          kind: row.kind as WorldAccount["kind"],
          status: row.status as WorldAccount["status"],
        }),
      ),
    ),
    credits: await loadCredits(tx, householdId, scope.creditIds),
    items: await loadItems(tx, householdId, activeIds, scope),
  };
}

async function loadMembers(tx: Tx, householdId: Id): Promise<Map<Id, WorldMember>> {
  const rows = await tx.member.findMany({ where: { householdId }, orderBy: [{ joinedAt: "asc" }, { id: "asc" }] });
  return byId(
    rows.map((row) => ({
      id: row.id,
      name: row.name,
      role: row.role as WorldMember["role"],
      active: row.status === "active",
      signsIn: row.userId !== null,
      colour: row.colour,
    })),
  );
}

async function loadStores(tx: Tx, householdId: Id): Promise<Map<Id, WorldStore>> {
  const rows = await tx.store.findMany({ where: { householdId }, orderBy: { id: "asc" }, include: { storeTaxRates: true } });
  return byId(
    rows.map((row) => ({
      id: row.id,
      name: row.name,
      shippingFeeCents: cents(row.shippingFeeCents),
      freeShippingFromCents: row.freeShippingFromCents === null ? null : cents(row.freeShippingFromCents),
      taxPpm: new Map(row.storeTaxRates.map((rate) => [rate.category, rate.ratePpm])),
      archived: row.archivedAt !== null,
      appliesBalanceFirst: row.appliesBalanceFirst,
    })),
  );
}

async function loadCredits(tx: Tx, householdId: Id, creditIds: readonly Id[]): Promise<Map<Id, WorldCredit>> {
  const rows = await tx.credit.findMany({
    where: { householdId, OR: [{ closedAt: null }, { id: { in: [...creditIds] } }] },
    orderBy: { id: "asc" },
  });
  const known = await readKnowledge(
    tx,
    householdId,
    rows.map(({ id }) => id),
  );
  return byId(
    rows.map((row) => ({
      id: row.id,
      accountId: row.accountId,
      origin: row.origin as CreditOrigin,
      label: row.label,
      postedCents: cents(row.postedCents),
      heldCents: cents(row.heldCents),
      availableFrom: dayFromDate(row.availableFrom),
      expiry: row.expiry as WorldCredit["expiry"],
      expiresOn: row.expiresOn === null ? null : dayFromDate(row.expiresOn),
      // The client reads a null array as an empty one; a credit for no category at all isn't kept.
      categories: row.categories.length === 0 ? null : row.categories,
      excludedCategories: row.excludedCategories,
      giftCards: row.giftCards as WorldCredit["giftCards"],
      minimumOrderCents: cents(row.minimumOrderCents),
      coversShipping: row.coversShipping,
      evidence: hasEvidence(row),
      closed: row.closedAt !== null,
      known: known(row.id),
    })),
  );
}

async function loadItems(tx: Tx, householdId: Id, activeIds: readonly Id[], scope: WorldScope): Promise<Map<Id, WorldItem>> {
  const rows = await tx.item.findMany({
    where: { householdId, OR: [{ listId: { in: [...scope.listIds] }, status: "open" }, { id: { in: [...scope.itemIds] } }] },
    orderBy: [{ listId: "asc" }, { sortKey: "asc" }, { id: "asc" }],
    include: { itemOffers: true, itemParts: true, list: { select: { storeId: true } } },
  });
  const claims = await tx.planLine.findMany({
    where: {
      householdId,
      itemId: { in: rows.map((row) => row.id) },
      status: { in: ["planned", "ordered"] },
      plan: { status: { in: CLAIMING } },
      ...(scope.planId === null ? {} : { planId: { not: scope.planId } }),
    },
    select: { itemId: true, planId: true },
  });
  const claimedBy = new Map(claims.map((claim) => [claim.itemId, claim.planId]));
  return byId(
    rows.map((row): WorldItem => {
      const parts = partsFor({ forAll: row.forAll, parts: row.itemParts, requesterId: row.requesterId }, activeIds);
      return {
        id: row.id,
        listId: row.listId,
        listStoreId: row.list.storeId,
        version: row.version,
        name: row.name,
        quantityMilli: row.quantityMilli,
        unit: row.unit,
        priceCents: row.priceCents === null ? null : cents(row.priceCents),
        category: row.category,
        need: row.need as WorldItem["need"],
        worthCents: row.worthCents === null ? null : cents(row.worthCents),
        priority: row.priority as WorldItem["priority"],
        notBefore: row.notBefore === null ? null : dayFromDate(row.notBefore),
        neededBy: row.neededBy === null ? null : dayFromDate(row.neededBy),
        requesterId: row.requesterId,
        forAll: row.forAll,
        parts: parts.map(({ memberId, parts: share }) => ({ memberId, parts: share })),
        shared: row.forAll || parts.length > 1,
        offers: row.itemOffers.map((offer) => ({
          storeId: offer.storeId,
          unitPriceCents: offer.unitPriceCents === null ? null : cents(offer.unitPriceCents),
        })),
        status: row.status as WorldItem["status"],
        otherPlanId: claimedBy.get(row.id) ?? null,
      };
    }),
  );
}

function byId<T extends { readonly id: Id }>(rows: readonly T[]): Map<Id, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
