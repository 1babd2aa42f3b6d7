import type { Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { cents, type Cents } from "@/lib/kernel/cents";
import { dayFromDate } from "@/lib/kernel/day";
import { isId, type Id } from "@/lib/kernel/id";
import type { Category } from "@/lib/stores/category";
import type { ItemFields, ItemStatus, Need, Priority } from "./item";

export type ListSummary = {
  readonly id: Id;
  readonly name: string;
  readonly storeId: Id | null;
  readonly storeName: string | null;
  readonly openCount: number;
  readonly checkedCount: number;
  /** About what the open items cost; those without a known price aren't in it. */
  readonly openCents: Cents;
  readonly unpricedCount: number;
};

export type ListsOverview = {
  readonly lists: readonly ListSummary[];
  readonly archived: readonly { readonly id: Id; readonly name: string }[];
  /** Stores in use that have no running list yet (R16). */
  readonly storesWithoutList: readonly { readonly id: Id; readonly name: string }[];
};

type SummaryRow = Omit<ListSummary, "openCents"> & { readonly openCents: bigint; readonly archived: boolean };

/** All lists of the household with what is open on them: one look for the overview. */
export function listsOverview(actor: Actor): Promise<ListsOverview> {
  return inHousehold(actor.householdId, async (tx) => {
    const rows = await tx.$queryRaw<SummaryRow[]>`
      select l.id, l.name, l.store_id as "storeId", s.name as "storeName", l.archived_at is not null as archived,
        count(i.id) filter (where i.status = 'open')::int as "openCount",
        count(i.id) filter (where i.status = 'checked')::int as "checkedCount",
        count(i.id) filter (where i.status = 'open' and p.price is null)::int as "unpricedCount",
        coalesce(sum(round(p.price::numeric * i.quantity_milli / 1000)) filter (where i.status = 'open'), 0)::bigint as "openCents"
      from list l
      left join store s on s.household_id = l.household_id and s.id = l.store_id
      left join item i on i.household_id = l.household_id and i.list_id = l.id and i.status in ('open', 'checked') and l.archived_at is null
      left join item_offer here on here.household_id = i.household_id and here.item_id = i.id and here.store_id = l.store_id
      left join lateral (
        select case when here.item_id is not null then coalesce(here.unit_price_cents, i.price_cents)
          else coalesce((select min(o.unit_price_cents) from item_offer o where o.household_id = i.household_id and o.item_id = i.id), i.price_cents) end as price
      ) p on true
      where l.household_id = ${actor.householdId}::uuid and l.purpose = 'shared'
      group by l.household_id, l.id, s.name
      order by l.store_id is not null, lower(l.name), l.id`;
    const storesWithoutList = await tx.store.findMany({
      where: { householdId: actor.householdId, archivedAt: null, lists: { none: { archivedAt: null } } },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    return {
      lists: rows.filter((row) => !row.archived).map(({ archived: _, ...row }) => ({ ...row, openCents: cents(row.openCents) })),
      archived: rows.filter((row) => row.archived).map(({ id, name }) => ({ id, name })),
      storesWithoutList,
    };
  });
}

export type ListItem = ItemFields & {
  readonly id: Id;
  readonly requesterId: Id;
  readonly status: ItemStatus;
  readonly statusById: Id | null;
  readonly statusAt: Date | null;
  readonly sortKey: string;
  /** Counts the changes of what the item is; ticking and moving aren't among them. */
  readonly version: number;
  /** The list's version at the item's last change of any kind. */
  readonly listVersion: number;
  /** Taken off by one and changed by another at the same time: on the list again until somebody has looked. */
  readonly cameBack: boolean;
};

export type ListMember = { readonly id: Id; readonly name: string; readonly colour: number; readonly active: boolean };
export type ListStore = { readonly id: Id; readonly name: string; readonly active: boolean };

export type ListPage = {
  readonly list: {
    readonly id: Id;
    readonly name: string;
    readonly storeId: Id | null;
    readonly archived: boolean;
    /** What `items` contain at least; what came after is asked for by it. */
    readonly version: number;
  };
  /** Open ones in their order, then the latest done ones. */
  readonly items: readonly ListItem[];
  /** How many more are done than shown. */
  readonly moreDone: number;
  readonly members: readonly ListMember[];
  readonly stores: readonly ListStore[];
};

const DONE_SHOWN = 40;

type FrameRow = {
  readonly name: string;
  readonly version: number;
  readonly storeId: Id | null;
  readonly archived: boolean;
  readonly members: ListMember[];
  readonly stores: ListStore[];
  readonly doneCount: number;
};

type ItemRow = {
  readonly id: Id;
  readonly name: string;
  readonly quantityMilli: number;
  readonly unit: string;
  readonly priceCents: bigint | null;
  readonly category: Category;
  readonly need: Need;
  readonly worthCents: bigint | null;
  readonly priority: Priority;
  readonly notBefore: Date | null;
  readonly neededBy: Date | null;
  readonly requesterId: Id;
  readonly forAll: boolean;
  readonly note: string;
  readonly link: string | null;
  readonly status: ItemStatus;
  readonly statusById: Id | null;
  readonly statusAt: Date | null;
  readonly sortKey: string;
  readonly version: number;
  readonly listVersion: number;
  readonly cameBack: boolean;
  readonly offers: readonly { readonly storeId: Id; readonly unitPriceCents: number | null }[];
  readonly parts: readonly { readonly memberId: Id; readonly parts: number }[];
};

function fromRow(row: ItemRow): ListItem {
  return {
    ...row,
    priceCents: row.priceCents === null ? null : cents(row.priceCents),
    worthCents: row.worthCents === null ? null : cents(row.worthCents),
    notBefore: row.notBefore && dayFromDate(row.notBefore),
    neededBy: row.neededBy && dayFromDate(row.neededBy),
    // JSON numbers are exact here: amounts end far below 2^53.
    offers: row.offers.map(({ storeId, unitPriceCents }) => ({
      storeId,
      unitPriceCents: unitPriceCents === null ? null : cents(unitPriceCents),
    })),
  };
}

/** Which items of a list: those its page shows, those that changed after a version of the list, or a single one. */
type Wanted = { readonly after: number } | { readonly itemId: Id } | "page";

async function itemsOf(tx: Tx, { householdId }: Pick<Actor, "householdId">, listId: Id, wanted: Wanted): Promise<ListItem[]> {
  const after = wanted !== "page" && "after" in wanted ? wanted.after : null;
  const itemId = wanted !== "page" && "itemId" in wanted ? wanted.itemId : null;
  const page = wanted === "page";
  const rows = await tx.$queryRaw<ItemRow[]>`
    with shown as (
      (select * from item where ${page} and household_id = ${householdId}::uuid and list_id = ${listId}::uuid and status = 'open')
      union all
      (select * from item where ${page} and household_id = ${householdId}::uuid and list_id = ${listId}::uuid and status in ('checked', 'bought')
        order by status_at desc nulls last, id limit ${DONE_SHOWN})
      union all
      (select * from item where household_id = ${householdId}::uuid and list_id = ${listId}::uuid and list_version > ${after}::integer)
      union all
      (select * from item where household_id = ${householdId}::uuid and list_id = ${listId}::uuid and id = ${itemId}::uuid)
    )
    select i.id, i.name, i.quantity_milli as "quantityMilli", i.unit, i.price_cents as "priceCents", i.category, i.need, i.worth_cents as "worthCents",
      i.priority, i.not_before as "notBefore", i.needed_by as "neededBy", i.requester_id as "requesterId", i.for_all as "forAll", i.note, i.link,
      i.status, i.status_by_id as "statusById", i.status_at as "statusAt", i.sort_key as "sortKey", i.version, i.list_version as "listVersion",
      i.came_back as "cameBack",
      coalesce((select json_agg(json_build_object('storeId', o.store_id, 'unitPriceCents', o.unit_price_cents) order by o.unit_price_cents nulls last, o.store_id)
        from item_offer o where o.household_id = i.household_id and o.item_id = i.id), '[]') as offers,
      coalesce((select json_agg(json_build_object('memberId', p.member_id, 'parts', p.parts) order by p.member_id)
        from item_part p where p.household_id = i.household_id and p.item_id = i.id), '[]') as parts
    from shown i
    order by i.status <> 'open', case when i.status = 'open' then null else i.status_at end desc, i.sort_key, i.id`;
  return rows.map(fromRow);
}

/** An item as it is now, for who holds its row and writes on it. */
export async function itemNow(tx: Tx, actor: Actor, listId: Id, itemId: Id): Promise<ListItem | null> {
  return (await itemsOf(tx, actor, listId, { itemId }))[0] ?? null;
}

/** What a device that knows a list up to some version has missed. */
export type ListChanges = {
  readonly version: number;
  readonly name: string;
  readonly archived: boolean;
  /** As they are now, also those that were removed. */
  readonly items: readonly ListItem[];
};

/** Everything about a list that changed after `version`; null when the household has no such list. Its members all may know it. */
export function changesAfter(householdId: Id, listId: Id, version: number): Promise<ListChanges | null> {
  return inHousehold(householdId, async (tx) => {
    // The list first: what is committed between the two looks is then told again, not skipped.
    const list = await tx.list.findUnique({
      where: { householdId_id: { householdId, id: listId }, purpose: "shared" },
      select: { version: true, name: true, archivedAt: true },
    });
    if (!list) return null;
    const items = list.version > version ? await itemsOf(tx, { householdId }, listId, { after: version }) : [];
    return { version: list.version, name: list.name, archived: list.archivedAt !== null, items };
  });
}

/** A list with everything its page shows, in two queries whatever its length; null when the household has no such list. */
export async function listPage(actor: Actor, listId: string): Promise<ListPage | null> {
  if (!isId(listId)) return null;
  return inHousehold(actor.householdId, async (tx) => {
    const [frame] = await tx.$queryRaw<FrameRow[]>`
      select l.name, l.version, l.store_id as "storeId", l.archived_at is not null as archived,
        (select count(*)::int from item i where i.household_id = l.household_id and i.list_id = l.id and i.status in ('checked', 'bought')) as "doneCount",
        (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'colour', m.colour, 'active', m.status = 'active') order by m.joined_at, m.id), '[]')
          from member m where m.household_id = l.household_id) as members,
        (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'active', s.archived_at is null) order by lower(s.name), s.id), '[]')
          from store s where s.household_id = l.household_id) as stores
      from list l where l.household_id = ${actor.householdId}::uuid and l.id = ${listId}::uuid and l.purpose = 'shared'`;
    if (!frame) return null;
    const items = await itemsOf(tx, actor, listId, "page");
    const doneShown = items.filter(({ status }) => status !== "open").length;
    return {
      list: { id: listId, name: frame.name, storeId: frame.storeId, archived: frame.archived, version: frame.version },
      items,
      moreDone: Math.max(0, frame.doneCount - doneShown),
      members: frame.members,
      stores: frame.stores,
    };
  });
}

/** What reading a quick-add line needs, for where only the line arrives. Null when the household has no such list. */
export async function quickAddFrame(
  actor: Actor,
  listId: string,
): Promise<{
  readonly storeId: Id | null;
  readonly stores: readonly { id: Id; name: string }[];
  readonly members: readonly { id: Id; name: string }[];
} | null> {
  if (!isId(listId)) return null;
  return inHousehold(actor.householdId, async (tx) => {
    const { householdId } = actor;
    const list = await tx.list.findUnique({
      where: { householdId_id: { householdId, id: listId }, purpose: "shared" },
      select: { storeId: true },
    });
    if (!list) return null;
    const stores = await tx.store.findMany({ where: { householdId, archivedAt: null }, select: { id: true, name: true } });
    const members = await tx.member.findMany({ where: { householdId, status: "active" }, select: { id: true, name: true } });
    return { storeId: list.storeId, stores, members };
  });
}
