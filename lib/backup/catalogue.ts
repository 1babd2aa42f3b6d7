import pg from "pg";

/** A table of ours with the columns that are stored (a computed one is computed again). */
export type Table = { readonly name: string; readonly columns: readonly string[] };
export type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string };
export type Sequence = { readonly name: string; readonly value: string; readonly called: boolean };

/** Everything of ours lies in the schema `public`; the queue of jobs keeps itself in one of its own and is made anew. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name, jsonb_agg(a.attname order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`);
  return rows;
}

export async function foreignKeysOf(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select t.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class t on t.oid = k.conrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by t.relname, k.conname`);
  return rows;
}

export async function sequencesOf(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace order by relname",
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from public.${quoted(name)}`,
    );
    if (state[0]) sequences.push({ name, ...state[0] });
  }
  return sequences;
}

export function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}

/** `copy` of a table in text form, to or from the program. */
export function copyOf({ name, columns }: Table, direction: "to stdout" | "from stdin"): string {
  return `copy public.${quoted(name)} (${columns.map(quoted).join(", ")}) ${direction}`;
}

/** Data goes in without the order of the references mattering, and without triggers doing again what they did when it was written. */
export function openForLoading(tables: readonly Table[], foreignKeys: readonly ForeignKey[]): string[] {
  return [
    ...foreignKeys.map(({ table, name }) => `alter table public.${quoted(table)} drop constraint ${quoted(name)}`),
    ...tables.map(({ name }) => `alter table public.${quoted(name)} disable trigger user`),
    `truncate ${tables.map(({ name }) => `public.${quoted(name)}`).join(", ")}`,
  ];
}

/** Puts the references back, each checked against every row, and the triggers. */
export function closeAfterLoading(tables: readonly Table[], foreignKeys: readonly ForeignKey[], sequences: readonly Sequence[]): string[] {
  return [
    ...foreignKeys.map(({ table, name, definition }) => `alter table public.${quoted(table)} add constraint ${quoted(name)} ${definition}`),
    ...tables.map(({ name }) => `alter table public.${quoted(name)} enable trigger user`),
    ...sequences.map(({ name, value, called }) => {
      const number = BigInt(value);
      return `select setval(${pg.escapeLiteral(`public.${quoted(name)}`)}, ${number}, ${called})`;
    }),
  ];
}
