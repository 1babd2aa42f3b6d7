import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyBooks } from "@/lib/books/verify";
import { disconnect } from "@/lib/db/client";
import { OWNER } from "@/lib/db/embedded/database.mjs";
import { migrate } from "@/lib/db/migrate.mjs";
import { testHousehold } from "@/lib/households/testing/household";
import { backup } from "./backup";
import { tablesOf } from "./catalogue";
import { openKeys } from "./keys";
import { readHeader, restore } from "./restore";

const MIGRATIONS = path.join("prisma", "migrations");
const SOURCE = process.env.DATABASE_URL ?? "";
const KEYS = { authSecret: "a".repeat(43), encryptionKey: randomBytes(32).toString("base64") };
const AWKWARD = "Tab\tNew\nline\\.\nBack\\slash 'quote' \"double\" é 🛒 \u2028 end";

let folder: string;
let file: string;
let target: string;
let targetUrl: string;

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const admin = (sql: string) => on(process.env.DATABASE_ADMIN_URL ?? "", (client) => client.query(sql));

/** Every row of every table as text, and everything the catalogue says about the tables. */
function everything(url: string): Promise<Record<string, unknown>> {
  return on(url, async (client) => {
    const all: Record<string, unknown> = {};
    for (const { name } of await tablesOf(client)) {
      const leave = name === "_prisma_migrations" ? "array['id', 'started_at', 'finished_at']" : "array[]::text[]";
      const { rows } = await client.query(`select (to_jsonb(t) - ${leave})::text as row from "${name}" t order by 1`);
      all[name] = rows.map(({ row }) => row);
    }
    const catalogue = {
      constraints: `select conrelid::regclass::text as t, conname, convalidated, pg_get_constraintdef(oid) as d from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
      triggers: `select tgrelid::regclass::text as t, tgname, tgenabled, pg_get_triggerdef(oid) as d from pg_trigger where not tgisinternal order by 1, 2`,
      policies: `select tablename, policyname, qual, with_check from pg_policies order by 1, 2`,
      indexes: `select indexdef from pg_indexes where schemaname = 'public' order by 1`,
      functions: `select proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace order by 1`,
      grants: `select table_name, grantee, privilege_type from information_schema.table_privileges where table_schema = 'public' order by 1, 2, 3`,
    };
    for (const [name, sql] of Object.entries(catalogue)) all[`catalogue of ${name}`] = (await client.query(sql)).rows;
    return all;
  });
}

const options = () => ({ url: SOURCE, file, migrations: MIGRATIONS, app: "0.1.0" });

beforeAll(async () => {
  const { householdId, members } = await testHousehold();
  await on(SOURCE, async (client) => {
    await client.query("begin");
    await client.query("insert into store (household_id, id, name, where_to_look) values ($1, $1, 'Amazon', $2)", [householdId, AWKWARD]);
    await client.query("insert into store_account (household_id, id, store_id, member_id) values ($1, $1, $1, $2)", [
      householdId,
      members.ben,
    ]);
    await client.query(
      "insert into credit (household_id, id, account_id, origin, posted_cents, available_from, expiry, categories) values ($1, $1, $1, 'promotion', 1500, '2026-11-01', 'never', array['grocery', 'a,\"b\"'])",
      [householdId],
    );
    for (const [index, cents] of [2000, -500].entries()) {
      await client.query(
        "insert into ledger_entry (household_id, id, credit_id, kind, amount_cents, posted_after_cents, number, occurred_on, member_id) values ($1, gen_random_uuid(), $1, $2, $3, $4, $5, '2026-11-01', $6)",
        [householdId, index === 0 ? "opening" : "spend", cents, index === 0 ? 2000 : 1500, index + 1, members.ben],
      );
    }
    await client.query("commit");
  });
});

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "commonpurse-backup-"));
  file = path.join(folder, "books.sql");
  target = `test_${randomBytes(6).toString("hex")}`;
  targetUrl = SOURCE.replace(/[^/]+$/, target);
  await admin(`create database ${target} owner ${OWNER}`);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await admin(`drop database ${target} with (force)`);
});

afterAll(() => disconnect());

describe("a backup", () => {
  it("restored into an empty place is the same in every row, constraint, trigger, policy and grant", async () => {
    const rows = await backup(options());
    expect(rows.credit).toBe(1);
    const { migratedTo } = await restore({ url: targetUrl, file, migrations: MIGRATIONS });
    expect(migratedTo).toEqual([]);
    expect(await everything(targetUrl)).toEqual(await everything(SOURCE));
    expect(await migrate(targetUrl, MIGRATIONS), "the next start finds it up to date").toEqual([]);

    process.env.DATABASE_URL = targetUrl;
    await disconnect();
    expect((await verifyBooks()).differences).toEqual([]);
    process.env.DATABASE_URL = SOURCE;
    await disconnect();
  });

  it("is written as it is at one moment, and doesn't wait for who is writing", async () => {
    await on(SOURCE, async (writer) => {
      await writer.query("begin");
      await writer.query(
        "insert into user_account (id, email, name, password_hash) values (gen_random_uuid(), 'late@example.test', 'Late', 'x')",
      );
      await backup(options());
      await writer.query("rollback");
    });
    expect(readFileSync(file, "utf8")).not.toContain("late@example.test");
  });

  it("is not written over another file unless that is said", async () => {
    writeFileSync(file, "precious");
    await expect(backup(options())).rejects.toThrow(/is there already/);
    expect(readFileSync(file, "utf8")).toBe("precious");
    await backup({ ...options(), replace: true });
    expect((await readHeader(file)).app).toBe("0.1.0");
  });

  it("has the keys in it only with a passphrase, and then sealed", async () => {
    await backup({ ...options(), keys: KEYS });
    const open = await readHeader(file);
    expect(open.keys).toBeNull();
    await backup({ ...options(), replace: true, keys: KEYS, passphrase: "three wet umbrellas" });
    const text = readFileSync(file, "utf8");
    expect(text).not.toContain(KEYS.encryptionKey);
    expect(text).not.toContain(KEYS.authSecret);
    const sealed = await readHeader(file);
    expect(sealed.keyPrint).toBe(open.keyPrint);
    expect(sealed.keys && openKeys(sealed.keys, "three wet umbrellas")).toEqual(KEYS);
    expect(sealed.keys && openKeys(sealed.keys, "three dry umbrellas")).toBeNull();
  });
});

describe("a restore", () => {
  const restored = (more: { replace?: boolean; migrations?: string } = {}) =>
    restore({ url: targetUrl, file, migrations: MIGRATIONS, ...more });

  it("goes over an untouched installation, but over people and households only when told", async () => {
    await backup(options());
    await migrate(targetUrl, MIGRATIONS);
    await restored();
    const before = await everything(targetUrl);
    await on(targetUrl, (client) => client.query("update household set name = 'Changed since'"));
    await expect(restored()).rejects.toThrow(/--replace/);
    expect(await everything(targetUrl)).not.toEqual(before);
    await restored({ replace: true });
    expect(await everything(targetUrl)).toEqual(before);
  });

  it("never touches a database of something else, nor one that is in use", async () => {
    await backup(options());
    await on(targetUrl, async (client) => {
      await expect(restored()).rejects.toThrow(/Stop it/);
      await client.query("create table recipes (id int)");
    });
    await expect(restored({ replace: true })).rejects.toThrow(/something else/);
    expect(await on(targetUrl, async (client) => (await tablesOf(client)).map(({ name }) => name))).toEqual(["recipes"]);
  });

  /** What must be refused, and how the file comes to be so. */
  const DAMAGE: readonly [string, (text: string) => string, RegExp][] = [
    ["cut short", (text) => text.slice(0, text.length * 0.8), /could not be restored|not whole/],
    ["without its last line", (text) => text.slice(0, text.lastIndexOf("-- commonpurse end")), /not whole/],
    ["with a changed name", (text) => text.replace("Amazon", "Amazone"), /was changed/],
    [
      "pointing to nobody",
      (text) => text.replace(/^copy public\."member" .*\n.*\n/mu, (block) => `${block.split("\n")[0]}\n`),
      /could not be restored|was changed/,
    ],
    ["of a newer version", (text) => text.replace('"format":1', '"format":2'), /newer version/],
    ["with a migration nobody knows", (text) => text.replace('{"name":"2026', '{"name":"2126'), /newer version/],
    ["with another migration of the same name", (text) => text.replace(/"checksum":"../u, '"checksum":"zz'), /not the one/],
    ["that is none", () => "select 1;\n", /no backup/],
    ["with a table nobody knows", (text) => text.replace('copy public."store" (', 'copy public."stor" ('), /does not know/],
  ];

  it.each(DAMAGE)("of a file %s changes nothing", async (_, damage, says) => {
    await backup(options());
    await restored();
    const before = await everything(targetUrl);
    writeFileSync(file, damage(readFileSync(file, "utf8")));
    await expect(restored({ replace: true })).rejects.toThrow(says);
    expect(await everything(targetUrl)).toEqual(before);
  });

  it("of an empty file changes nothing", async () => {
    await backup(options());
    truncateSync(file, 0);
    await expect(restored()).rejects.toThrow(/no backup/);
  });
});
