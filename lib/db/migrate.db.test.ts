import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OWNER } from "./embedded/database.mjs";
import { migrate } from "./migrate.mjs";

const FIRST = "create table shelf (id int primary key);";
const SECOND = "insert into shelf values (1); insert into shelf values (2);";

let folder: string;
let database: string;
let url: string;

/** Runs `work` on a connection of its own. */
async function on<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const admin = <T>(work: (client: pg.Client) => Promise<T>) => on(process.env.DATABASE_ADMIN_URL ?? "", work);

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

const rows = () => on(url, async (client) => (await client.query("select id from shelf order by id")).rows.map(({ id }) => id));
const shelfExists = () => on(url, async (client) => (await client.query("select to_regclass('shelf') is not null as there")).rows[0].there);

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "commonpurse-migrations-"));
  database = `test_${randomBytes(6).toString("hex")}`;
  await admin((client) => client.query(`create database ${database} owner ${OWNER}`));
  url = (process.env.DATABASE_URL ?? "").replace(/[^/]+$/, database);
  write("1_shelf", FIRST);
  write("2_things", SECOND);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await admin((client) => client.query(`drop database ${database} with (force)`));
});

describe("migrating", () => {
  test("applies what is missing in the order of the names, and then nothing", async () => {
    expect(await migrate(url, folder)).toEqual(["1_shelf", "2_things"]);
    expect(await rows()).toEqual([1, 2]);
    expect(await migrate(url, folder)).toEqual([]);
    write("3_more", "insert into shelf values (3);");
    expect(await migrate(url, folder)).toEqual(["3_more"]);
    expect(await rows()).toEqual([1, 2, 3]);
  });

  test("records each as Prisma does: the sha256 of its file, one step, finished", async () => {
    await migrate(url, folder);
    const recorded = await on(url, (client) =>
      client.query(
        "select migration_name, checksum, applied_steps_count, finished_at >= started_at as finished from _prisma_migrations order by 1",
      ),
    );
    expect(recorded.rows[0]).toEqual({
      migration_name: "1_shelf",
      checksum: "17fd4d5799f7f11742d731e1446438440f1f23d00d2b8bf6401034cf0c1306c1",
      applied_steps_count: 1,
      finished: true,
    });
  });

  test("started several times at once, applies each once", async () => {
    const applied = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
    expect(applied.flat().toSorted()).toEqual(["1_shelf", "2_things"]);
    expect(await rows()).toEqual([1, 2]);
  });

  test("takes a failing one back whole, names its line, and stops there", async () => {
    write("2_things", "insert into shelf values (1);\ninsert into shelf\nvalues ('plum');");
    write("3_more", "insert into shelf values (3);");
    await expect(migrate(url, folder)).rejects.toThrow(/^Migration 2_things failed \(line 3\) and was taken back: .*plum/);
    expect(await rows()).toEqual([]);
    write("2_things", SECOND);
    expect(await migrate(url, folder)).toEqual(["2_things", "3_more"]);
  });
});

describe("a history that doesn't agree with the files is refused, and nothing is applied", () => {
  test("an edited one", async () => {
    await migrate(url, folder);
    write("1_shelf", `${FIRST} -- tidied`);
    write("3_more", "insert into shelf values (3);");
    await expect(migrate(url, folder)).rejects.toThrow("Migration 1_shelf was edited after it was applied.");
    expect(await rows()).toEqual([1, 2]);
  });

  test("a missing one", async () => {
    await migrate(url, folder);
    rmSync(path.join(folder, "2_things"), { recursive: true });
    write("3_more", "insert into shelf values (3);");
    await expect(migrate(url, folder)).rejects.toThrow("The database has migration 2_things, which this version does not know.");
    expect(await rows()).toEqual([1, 2]);
  });

  test("a half-applied one, as another tool can leave it", async () => {
    await migrate(url, folder);
    await on(url, (client) => client.query("update _prisma_migrations set finished_at = null where migration_name = '2_things'"));
    write("3_more", "insert into shelf values (3);");
    await expect(migrate(url, folder)).rejects.toThrow("Migration 2_things was only half applied.");
    expect(await rows()).toEqual([1, 2]);
  });

  test("a folder without its file", async () => {
    mkdirSync(path.join(folder, "3_more"));
    await expect(migrate(url, folder)).rejects.toThrow("Migration 3_more has no migration.sql.");
    expect(await shelfExists()).toBe(false);
  });

  test("one that was rolled back on purpose is applied again", async () => {
    await migrate(url, folder);
    await on(url, (client) =>
      client.query("truncate shelf; update _prisma_migrations set rolled_back_at = now() where migration_name = '2_things'"),
    );
    expect(await migrate(url, folder)).toEqual(["2_things"]);
  });
});

test("a server that doesn't answer is one clear line", async () => {
  await expect(migrate("postgresql://nobody@127.0.0.1:1/nothing", folder)).rejects.toThrow(
    /^The database does not answer: connect ECONNREFUSED/,
  );
});
