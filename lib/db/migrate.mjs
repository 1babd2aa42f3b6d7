import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { LaunchProblem } from "./embedded/problem.mjs";

/** The number Prisma itself locks while it migrates, so that it and this program wait for each other. */
export const PRISMA_ADVISORY_LOCK = 72707369;
/** Oldest server the schema works on. */
const OLDEST_SERVER = 140000;

/** The table as Prisma makes it, so that `prisma migrate deploy` agrees with what is recorded here. */
export const MIGRATIONS_TABLE = `
create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/**
 * @typedef {{ name: string, sql: string, checksum: string }} Migration
 */

/**
 * Brings a database to the newest migration, in order, each in a transaction of its own. Anything that doesn't agree with the files
 * (an edited, missing or half-applied migration) is refused before anything is applied. Starts at the same time wait for each other.
 * @param {string} url
 * @param {string} folder the folder with one folder per migration
 * @returns {Promise<string[]>} the names applied now
 */
export async function migrate(url, folder) {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    throw new LaunchProblem(`The database does not answer: ${/** @type {Error} */ (error).message || "connection refused"}.`);
  }
  try {
    await refuseOldServer(client);
    await client.query("select pg_advisory_lock($1)", [PRISMA_ADVISORY_LOCK]);
    await client.query(MIGRATIONS_TABLE);
    const pending = await pendingMigrations(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    // Ends the session and with it the lock.
    await client.end();
  }
}

/**
 * @param {string} folder
 * @returns {Migration[]}
 */
export function readMigrations(folder) {
  if (!existsSync(folder)) throw new LaunchProblem(`There are no migrations in ${folder}.`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const file = path.join(folder, name, "migration.sql");
      if (!existsSync(file)) throw new LaunchProblem(`Migration ${name} has no migration.sql.`);
      const sql = readFileSync(file, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** @param {pg.Client} client */
async function refuseOldServer(client) {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  );
  if (rows[0].number < OLDEST_SERVER) {
    throw new LaunchProblem(`The database is Postgres ${rows[0].version}; Commonpurse needs ${OLDEST_SERVER / 10000} or newer.`);
  }
}

/**
 * @param {pg.Client} client
 * @param {Migration[]} migrations
 */
async function pendingMigrations(client, migrations) {
  /** @type {{ rows: { name: string, checksum: string, finished: boolean }[] }} */
  const { rows } = await client.query(
    `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null order by started_at`,
  );
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  const applied = new Set();
  for (const row of rows) {
    const migration = byName.get(row.name);
    if (!row.finished) {
      throw new LaunchProblem(`Migration ${row.name} was only half applied. Restore the database from a backup; nothing was changed now.`);
    }
    if (migration === undefined) {
      throw new LaunchProblem(
        `The database has migration ${row.name}, which this version does not know. Start the version that made it; nothing was changed now.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new LaunchProblem(
        `Migration ${row.name} was edited after it was applied. Put its file back as it was; nothing was changed now.`,
      );
    }
    applied.add(row.name);
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/**
 * @param {pg.Client} client
 * @param {Migration} migration
 */
async function apply(client, { name, sql, checksum }) {
  try {
    await client.query("begin");
    await applyWithin(client, { name, sql, checksum });
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    const { message, position } = /** @type {pg.DatabaseError} */ (error);
    const line = position === undefined ? "" : ` (line ${sql.slice(0, Number(position)).split("\n").length})`;
    throw new LaunchProblem(`Migration ${name} failed${line} and was taken back: ${message}.`);
  }
}

/**
 * Applies a migration and writes it down, in the transaction the caller has begun.
 * @param {pg.ClientBase} client
 * @param {Migration} migration
 */
export async function applyWithin(client, { name, sql, checksum }) {
  await client.query(sql);
  await client.query(
    "insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, clock_timestamp(), 1)",
    [randomUUID(), checksum, name],
  );
}
