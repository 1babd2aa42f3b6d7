import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyBooks } from "@/lib/books/verify";
import { disconnect } from "@/lib/db/client";
import { OWNER } from "@/lib/db/embedded/database.mjs";
import { migrate, readMigrations } from "@/lib/db/migrate.mjs";
import { quoted, tablesOf } from "./catalogue";
import { readHeader, restore } from "./restore";

/** A backup of the demo household, made by the first version that was shipped. */
const FIRST_VERSION = path.join("lib", "backup", "testing", "first-version.sql");
const MIGRATIONS = path.join("prisma", "migrations");

const names = { first: `test_${randomBytes(6).toString("hex")}`, now: `test_${randomBytes(6).toString("hex")}` };
const address = (name: string) => (process.env.DATABASE_ADMIN_URL ?? "").replace(/[^/]+$/, name);
const owned = (name: string) => (process.env.DATABASE_URL ?? "").replace(/[^/]+$/, name);
const [first, now] = [owned(names.first), owned(names.now)];
let firstMigrations: string;

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const admin = (sql: string) => on(address("postgres"), (client) => client.query(sql));

beforeAll(async () => {
  const { migrations } = await readHeader(FIRST_VERSION);
  firstMigrations = mkdtempSync(path.join(tmpdir(), "commonpurse-first-"));
  for (const { name } of migrations) cpSync(path.join(MIGRATIONS, name), path.join(firstMigrations, name), { recursive: true });
  for (const name of Object.values(names)) await admin(`create database ${name} owner ${OWNER}`);
});

afterAll(async () => {
  await disconnect();
  for (const name of Object.values(names)) await admin(`drop database ${name} with (force)`);
  rmSync(firstMigrations, { recursive: true });
});

describe("the data of the first version", () => {
  it("comes up to now with every value as it was, and books that agree", async () => {
    const { rows } = await restore({ url: first, file: FIRST_VERSION, migrations: firstMigrations });
    expect(rows.ledger_entry).toBeGreaterThan(5);
    expect(rows.share_entry).toBeGreaterThan(0);
    const { migratedTo } = await restore({ url: now, file: FIRST_VERSION, migrations: MIGRATIONS });
    expect(migratedTo).toEqual(
      readMigrations(MIGRATIONS)
        .slice(readMigrations(firstMigrations).length)
        .map(({ name }) => name),
    );
    expect(await migrate(now, MIGRATIONS), "the next start finds it up to date").toEqual([]);

    const tables = (await on(first, tablesOf)).filter(({ name }) => name !== "_prisma_migrations");
    const values = (url: string) =>
      on(url, async (client) => {
        const all: Record<string, unknown> = {};
        for (const { name, columns } of tables) {
          const row = `jsonb_build_array(${columns.map(quoted).join(", ")})::text`;
          all[name] = (await client.query(`select ${row} as row from ${quoted(name)} order by 1`)).rows;
        }
        return all;
      });
    expect(await values(now)).toEqual(await values(first));

    process.env.DATABASE_URL = now;
    const verified = await verifyBooks();
    expect(verified.differences).toEqual([]);
    expect(verified.entries).toBe(rows.ledger_entry);
  });

  it("comes up to now where it lies, as at the next start", async () => {
    expect(await migrate(first, MIGRATIONS)).toContain("20261122000011_cards");
    const count = (url: string) => on(url, async (client) => (await client.query("select count(*)::int as n from item")).rows);
    expect(await count(first)).toEqual(await count(now));
  });
});
