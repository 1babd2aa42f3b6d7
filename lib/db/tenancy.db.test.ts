import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/**
 * Goes past the app's code: what can the role of a request do to another household, table by table? The tables are
 * found in the catalogue, so a new one without its locks fails here.
 */

/** People and their sign-ins belong to no household, and are closed to the role altogether. */
const OF_NO_HOUSEHOLD = ["_prisma_migrations", "auth_session", "sign_in_throttle", "user_account"];
const MINE = randomUUID();
const OTHER = randomUUID();
const DENIED = "42501";
const IMMUTABLE = "23001";

const admin = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
/** The login of the application, which takes the role of a request. */
const app = new pg.Client({ connectionString: process.env.DATABASE_URL });
await admin.connect();
await app.connect();

type Column = { readonly name: string; readonly type: string; readonly needed: boolean };
type Table = { readonly name: string; readonly columns: readonly Column[]; readonly primary: readonly string[] };

const { rows: all } = await admin.query<Table>(`
  select c.relname as name,
    (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
       'needed', a.attnotnull and not a.atthasdef and a.attidentity = '') order by a.attnum)
     from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select jsonb_agg(a.attname order by array_position(k.conkey, a.attnum))
     from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
     where k.conrelid = c.oid and k.contype = 'p'), '[]') as primary
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`);
const tenant = all.filter(({ name }) => !OF_NO_HOUSEHOLD.includes(name));

/** The column that says whose row it is. */
const keyOf = ({ name }: { readonly name: string }) => (name === "household" ? "id" : "household_id");

const VALUES: Readonly<Record<string, () => unknown>> = {
  uuid: randomUUID,
  text: randomUUID,
  integer: () => 1,
  smallint: () => 1,
  bigint: () => 1,
  numeric: () => 1,
  boolean: () => true,
  date: () => "2026-11-22",
  "timestamp with time zone": () => "2026-11-22T00:00:00Z",
  jsonb: () => "{}",
  bytea: () => Buffer.from("x"),
  "text[]": () => [],
  "uuid[]": () => [],
};

function insertInto(table: Table, household: string): { text: string; values: unknown[] } {
  const key = keyOf(table);
  const columns = table.columns.filter(({ name, needed }) => needed || name === key);
  const values = columns.map(({ name, type }) => {
    const make = VALUES[type];
    if (!make) throw new Error(`${table.name}.${name}: no test value for ${type}`);
    return name === key ? household : make();
  });
  return {
    text: `insert into "${table.name}" (${columns.map(({ name }) => `"${name}"`).join(", ")}) values (${columns.map((_, index) => `$${index + 1}`).join(", ")})`,
    values,
  };
}

/** Runs statements as a request of `household` would, and takes everything back. */
async function asRequest<T>(household: string, work: () => Promise<T>): Promise<T> {
  await app.query("begin");
  try {
    await app.query(
      "select set_config('role', 'commonpurse_app', true), set_config('app.household_id', $1, true), set_config('app.user_id', '', true), set_config('app.invite_hash', '', true)",
      [household],
    );
    return await work();
  } finally {
    await app.query("rollback");
  }
}

/** How many rows a statement touched, or the code it was refused with. */
async function outcome(household: string, text: string, values: unknown[] = []): Promise<number | string> {
  try {
    return await asRequest(household, async () => (await app.query(text, values)).rowCount ?? 0);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

beforeAll(async () => {
  // One row of each household in every table. This copy of the database is for this file alone, so its CHECKs may go,
  // and the replica role lets rows in that point nowhere; the policies under test stay as they are.
  const { rows: checks } = await admin.query<{ sql: string }>(
    "select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace",
  );
  for (const { sql } of checks) await admin.query(sql);
  await admin.query("set session_replication_role = replica");
  for (const table of tenant) for (const household of [MINE, OTHER]) await admin.query(insertInto(table, household));
});

afterAll(async () => {
  await app.end();
  await admin.end();
});

describe.each(tenant)("$name", (table) => {
  const key = keyOf(table);
  const name = `"${table.name}"`;

  it("has a primary key that begins with the household, and row-level security", async () => {
    expect(table.primary[0]).toBe(key);
    if (table.name !== "household") expect(table.primary.length).toBeGreaterThan(1);
    expect(table.columns.find((column) => column.name === key)?.type).toBe("uuid");
    const { rows } = await admin.query("select relrowsecurity as secured from pg_class where oid = $1::regclass", [name]);
    expect(rows[0]).toEqual({ secured: true });
    const { rows: policies } = await admin.query("select policyname from pg_policies where schemaname = 'public' and tablename = $1", [
      table.name,
    ]);
    expect(policies.length).toBeGreaterThan(0);
  });

  it("shows a request the rows of its own household and no other's", async () => {
    expect(await outcome(MINE, `select 1 from ${name}`)).toBe(1);
    expect(await outcome(MINE, `select 1 from ${name} where ${key} = $1`, [OTHER])).toBe(0);
    expect(await outcome("", `select 1 from ${name}`)).toBe(0);
  });

  it("lets no request write for another household", async () => {
    expect(await outcome(MINE, insertInto(table, OTHER).text, insertInto(table, OTHER).values)).toBe(DENIED);
    expect([0, DENIED]).toContain(await outcome(MINE, `update ${name} set ${key} = ${key} where ${key} = $1`, [OTHER]));
    expect([0, DENIED]).toContain(await outcome(MINE, `delete from ${name} where ${key} = $1`, [OTHER]));
    expect([DENIED, IMMUTABLE]).toContain(await outcome(MINE, `update ${name} set ${key} = $1`, [OTHER]));
    expect(await outcome(MINE, `truncate ${name} cascade`)).toBe(DENIED);
  });
});

describe("all tables together", () => {
  it("point to rows of their own household only", async () => {
    const { rows } = await admin.query<{ constraint: string; pairs: string[] }>(
      `
      select k.conrelid::regclass || ' ' || k.conname as constraint,
        (select jsonb_agg(a.attname || ' -> ' || f.attname)
         from unnest(k.conkey, k.confkey) as pair(child, parent)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.child
         join pg_attribute f on f.attrelid = k.confrelid and f.attnum = pair.parent) as pairs
      from pg_constraint k join pg_class target on target.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and target.relname <> all ($1)`,
      [OF_NO_HOUSEHOLD],
    );
    expect(rows.length).toBeGreaterThan(tenant.length);
    const loose = rows.filter(({ pairs }) => !pairs.includes("household_id -> household_id") && !pairs.includes("household_id -> id"));
    expect(loose).toEqual([]);
  });

  it("leave no way round for the role of a request", async () => {
    const { rows: roles } = await admin.query(
      "select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname = 'commonpurse_app'",
    );
    expect(roles).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, rolcreatedb: false }]);
    const { rows: owned } = await admin.query("select relname from pg_class where relowner = 'commonpurse_app'::regrole");
    expect(owned).toEqual([]);
    const { rows: member } = await admin.query(
      "select roleid::regrole::text as role from pg_auth_members where member = 'commonpurse_app'::regrole",
    );
    expect(member).toEqual([]);
    const { rows: definers } = await admin.query("select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef");
    expect(definers).toEqual([]);
  });

  it.each(OF_NO_HOUSEHOLD)("keep %s closed to the role of a request", async (closed) => {
    expect(await outcome(MINE, `select 1 from "${closed}"`)).toBe(DENIED);
  });

  it("show a person their own memberships, and the bearer of an invite that invite, and no more", async () => {
    const user = randomUUID();
    await admin.query("insert into user_account (id, email, name, password_hash) values ($1, $2, 'Anna', 'x')", [
      user,
      `${user}@example.test`,
    ]);
    await admin.query("update member set user_id = $1, status = 'active' where household_id = $2", [user, OTHER]);
    const { rows: invites } = await admin.query("select token_hash as hash from invite where household_id = $1", [OTHER]);
    const seen = async (setting: string, value: string, table: string) =>
      asRequest("", async () => {
        await app.query("select set_config($1, $2, true)", [setting, value]);
        return (await app.query(`select ${table === "household" ? "id" : "household_id"} as household from ${table}`)).rows;
      });
    expect(await seen("app.user_id", user, "member")).toEqual([{ household: OTHER }]);
    expect(await seen("app.user_id", user, "household")).toEqual([{ household: OTHER }]);
    expect(await seen("app.user_id", user, "credit")).toEqual([]);
    expect(await seen("app.user_id", randomUUID(), "member")).toEqual([]);
    expect(await seen("app.invite_hash", invites[0].hash, "invite")).toEqual([{ household: OTHER }]);
    expect(await seen("app.invite_hash", invites[0].hash, "household")).toEqual([{ household: OTHER }]);
    expect(await seen("app.invite_hash", invites[0].hash, "member")).toEqual([]);
    expect(await seen("app.invite_hash", "0".repeat(64), "invite")).toEqual([]);
  });
});
