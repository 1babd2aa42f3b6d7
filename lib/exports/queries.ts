import type { Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import { historyPage } from "@/lib/outbox/history";
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

/** Names of tables and columns are our own constants; only ids go in as values. */
async function readPart(tx: Tx, actor: Actor, { table, columns, own }: Part): Promise<readonly Row[]> {
  const key = table === "household" ? "id" : "household_id";
  const fields = columns.map((column) => `'${column}', t.${column}`).join(", ");
  const order = columns.slice(0, 3).map((column) => `t.${column}`);
  const rows = await tx.$queryRawUnsafe<{ row: Row }[]>(
    `select jsonb_build_object(${fields}) as row from ${table} t
     where t.${key} = $1::uuid ${own ? "and t.member_id = $2::uuid" : "and $2::uuid is not null"} order by ${order.join(", ")}`,
    actor.householdId,
    actor.memberId,
  );
  return rows.map(({ row }) => row);
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
