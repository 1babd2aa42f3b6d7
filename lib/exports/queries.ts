import { seesBalances, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import { amountsKeptFrom, plansKeptFrom } from "@/lib/households/surprise";
import { historyPage } from "@/lib/households/history";
import type { Id } from "@/lib/kernel/id";
import { partsFor, type Part } from "./parts";

export type Value = null | string | number | boolean | readonly Value[] | { readonly [key: string]: Value };
export type Row = { readonly [column: string]: Value };

/** What happened is read by the history's own query, and is a part by this name. */
export const HISTORY = "history";
const HISTORY_COLUMNS = ["id", "at", "who", "action", "detail"] as const;

export type Export = {
  readonly format: "commonpurse-export";
  readonly version: 1;
  readonly madeAt: string;
  /** Whose sight it is. */
  readonly by: { readonly memberId: string; readonly name: string; readonly role: string };
  readonly parts: Readonly<Record<string, readonly Row[]>>;
};

/** The names of the parts a member may take along. */
export function exportNames(actor: Actor): readonly string[] {
  return [...partsFor(actor).map(({ name }) => name), HISTORY];
}

/** Everything of the household that this member may see, read in one transaction as them. */
export async function exportEverything(actor: Actor, clock: Clock): Promise<Export> {
  const parts = await inHousehold(actor.householdId, async (tx) => {
    const read: Record<string, readonly Row[]> = {};
    for (const part of partsFor(actor)) read[part.name] = await readPart(tx, actor, part);
    return read;
  });
  return {
    format: "commonpurse-export",
    version: 1,
    madeAt: clock.now().toISOString(),
    by: { memberId: actor.memberId, name: actor.name, role: actor.role },
    parts: { ...parts, [HISTORY]: await readHistory(actor) },
  };
}

/** One part with its columns, or null for a name that is none or that this member may not see. */
export async function exportPart(
  actor: Actor,
  name: string,
): Promise<{ readonly columns: readonly string[]; readonly rows: readonly Row[] } | null> {
  if (name === HISTORY) return { columns: HISTORY_COLUMNS, rows: await readHistory(actor) };
  const part = partsFor(actor).find((each) => each.name === name);
  if (!part) return null;
  return { columns: part.columns, rows: await inHousehold(actor.householdId, (tx) => readPart(tx, actor, part)) };
}

const OF_ORDER = "select o.plan_id from plan_order o where o.household_id = t.household_id and o.id = t.order_id";
const OF_LIST =
  "select g.plan_id from plan_list g join list l on l.household_id = g.household_id and l.id = g.list_id where l.purpose = 'gift' and g.household_id = t.household_id";
const OF_ITEM = `${OF_LIST} and g.list_id = (select i.list_id from item i where i.household_id = t.household_id and i.id = t.item_id)`;
const OF_REFUND =
  "select o.plan_id from refund r join plan_order o on o.household_id = r.household_id and o.id = r.order_id where r.household_id = t.household_id and r.id = t.refund_id";

/** Of each table that a gift writes to, the plan a row belongs to: rows of plans kept from the reader aren't theirs to take along (R27). */
const PLAN_OF: Readonly<Record<string, string>> = {
  plan: "t.id",
  plan_list: "t.plan_id",
  plan_order: "t.plan_id",
  plan_line: "t.plan_id",
  approval: "t.plan_id",
  share_entry: "t.plan_id",
  gift: "t.plan_id",
  card: "t.purpose_plan_id",
  order_step: OF_ORDER,
  allocation: OF_ORDER,
  hold: OF_ORDER,
  refund: OF_ORDER,
  refund_part: OF_REFUND,
  ledger_entry: `select coalesce((${OF_ORDER}), (${OF_REFUND}))`,
  line_part: "select n.plan_id from plan_line n where n.household_id = t.household_id and n.id = t.line_id",
  list: `${OF_LIST} and g.list_id = t.id`,
  item: `${OF_LIST} and g.list_id = t.list_id`,
  item_offer: OF_ITEM,
  item_part: OF_ITEM,
};

/** Who doesn't see balances doesn't see gifts either, nor the lists they are bought from. */
async function plansNotFor(tx: Tx, actor: Actor): Promise<Id[]> {
  if (seesBalances(actor)) return plansKeptFrom(tx, actor);
  const gifts = await tx.plan.findMany({ where: { householdId: actor.householdId, kind: "gift" }, select: { id: true } });
  return gifts.map(({ id }) => id);
}

/** Names of tables and columns are our own constants; only ids go in as values. */
async function readPart(tx: Tx, actor: Actor, { table, columns, own }: Part): Promise<readonly Row[]> {
  const key = table === "household" ? "id" : "household_id";
  const fields = columns.map((column) => `'${column}', t.${column}`).join(", ");
  const order = columns.slice(0, 3).map((column) => `t.${column}`);
  const planOf = PLAN_OF[table];
  const rows = await tx.$queryRawUnsafe<{ row: Row }[]>(
    `select jsonb_build_object(${fields}) as row from ${table} t
     where t.${key} = $1::uuid ${own ? "and t.member_id = $2::uuid" : "and $2::uuid is not null"} ${planOf ? `and coalesce((${planOf}) <> all($3::uuid[]), true)` : "and $3::uuid[] is not null"} order by ${order.join(", ")}`,
    actor.householdId,
    actor.memberId,
    await plansNotFor(tx, actor),
  );
  if (table !== "credit") return rows.map(({ row }) => row);
  const kept = await amountsKeptFrom(tx, actor);
  return rows.map(({ row }) => {
    const { heldCents, postedCents } = kept.get(String(row.id)) ?? { heldCents: 0n, postedCents: 0n };
    return { ...row, posted_cents: Number(row.posted_cents) - Number(postedCents), held_cents: Number(row.held_cents) - Number(heldCents) };
  });
}

async function readHistory(actor: Actor): Promise<readonly Row[]> {
  const all: Row[] = [];
  let before: string | undefined;
  do {
    const { rows, older } = await historyPage(actor, before);
    all.push(...rows.map(({ id, at, who, action, detail }) => ({ id, at: at.toISOString(), who, action, detail })));
    before = older ?? undefined;
  } while (before !== undefined);
  return all;
}
