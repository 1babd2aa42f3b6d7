import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { once } from "node:events";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { LaunchProblem } from "@/lib/db/embedded/problem.mjs";
import { applyWithin, type Migration, MIGRATIONS_TABLE, PRISMA_ADVISORY_LOCK, readMigrations } from "@/lib/db/migrate.mjs";
import { closeAfterLoading, copyOf, foreignKeysOf, openForLoading, quoted, tablesOf, type Table } from "./catalogue";
import { DATA_END_MARK, DATA_MARK, type Footer, FOOTER_MARK, FORMAT, type Header, parseFooter, parseHeader } from "./format";
import { readLines } from "./lines";

/** Written by the migrations as they are applied; in the file for psql. */
const MIGRATIONS_LIST = "_prisma_migrations";
/** What ends a block of data. */
const END = Buffer.from("\\.\n");

export type RestoreOptions = {
  readonly url: string;
  readonly file: string;
  /** The folder with one folder per migration. */
  readonly migrations: string;
  /** What is in the database now may go. */
  readonly replace?: boolean;
};

export type Restored = { readonly header: Header; readonly rows: Footer["rows"]; readonly migratedTo: readonly string[] };

/**
 * Fills a database from a backup, in one transaction: anything that fails leaves what was there before. Only the data of the file is used;
 * the tables come from this version's own migrations, so an older backup is brought up to now and a foreign file can't run anything.
 */
export async function restore({ url, file, migrations: folder, replace = false }: RestoreOptions): Promise<Restored> {
  const header = await readHeader(file);
  const known = readMigrations(folder);
  const [before, after] = splitMigrations(header, known);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_ADVISORY_LOCK]);
    await refuseWhileOthersWork(client);
    await client.query("begin");
    try {
      await makeRoom(client, replace);
      await client.query(MIGRATIONS_TABLE);
      for (const migration of before) await applyWithin(client, migration);
      const rows = await load(client, file);
      for (const migration of after) await applyWithin(client, migration);
      await client.query("commit");
      return { header, rows, migratedTo: after.map(({ name }) => name) };
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      if (error instanceof pg.DatabaseError) {
        throw new LaunchProblem(`${file} could not be restored, and nothing was changed: ${error.message}.`, error.detail);
      }
      throw error;
    }
  } finally {
    await client.end();
  }
}

/** What a backup says about itself; a file that is none, or that only a newer version reads, is refused. */
export async function readHeader(file: string): Promise<Header> {
  for await (const line of readLines(createReadStream(file))) {
    const text = line.subarray(0, -1).toString("utf8");
    const header = parseHeader(text);
    if (header === null) break;
    if (header.format > FORMAT)
      throw new LaunchProblem(`${file} was made by a newer version of Commonpurse (${header.app}). Use that one.`);
    return header;
  }
  throw new LaunchProblem(`${file} is no backup of Commonpurse.`);
}

/** The migrations that the backup's data was written under, and those that came since. */
function splitMigrations(header: Header, known: readonly Migration[]): [Migration[], Migration[]] {
  const had = new Map(header.migrations.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of known) {
    if (had.has(name) && had.get(name) !== checksum) {
      throw new LaunchProblem(`Migration ${name} is not the one the backup was made under. Use the version that made it (${header.app}).`);
    }
  }
  const missing = header.migrations.find(({ name }) => !known.some((migration) => migration.name === name));
  if (missing) {
    throw new LaunchProblem(`The backup was made by a newer version of Commonpurse: it has ${missing.name}, which this one doesn't know.`);
  }
  return [known.filter(({ name }) => had.has(name)), known.filter(({ name }) => !had.has(name))];
}

async function refuseWhileOthersWork(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    "select count(*)::int as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
  );
  if (rows[0] && rows[0].others > 0) throw new LaunchProblem("Commonpurse is running on this database. Stop it, and restore again.");
}

/** An untouched installation gives way by itself; people and households only when told; tables of something else never. */
async function makeRoom(client: pg.Client, replace: boolean): Promise<void> {
  const tables = await tablesOf(client);
  const ours = tables.some(({ name }) => name === MIGRATIONS_LIST) && tables.some(({ name }) => name === "household");
  if (tables.some(({ name }) => name !== MIGRATIONS_LIST) && !ours) {
    throw new LaunchProblem("This database holds something else than Commonpurse. Restore into one of its own.");
  }
  if (ours && !replace) {
    const { rows } = await client.query<{ taken: boolean }>(
      "select exists (select 1 from user_account) or exists (select 1 from household) as taken",
    );
    if (rows[0]?.taken) {
      throw new LaunchProblem("There are people and households here already. Say --replace to put the backup in their place.");
    }
  }
  if (tables.length > 0) await client.query(`drop table ${tables.map(({ name }) => `public.${quoted(name)}`).join(", ")} cascade`);
  const { rows: functions } = await client.query<{ signature: string }>(
    "select p.oid::regprocedure::text as signature from pg_proc p where p.pronamespace = 'public'::regnamespace and pg_get_userbyid(p.proowner) = current_user",
  );
  for (const { signature } of functions) await client.query(`drop function ${signature} cascade`);
  // Waiting jobs belong to what was there; the queue is made again at the next start.
  await client.query("drop schema if exists pgboss cascade");
}

async function load(client: pg.Client, file: string): Promise<Footer["rows"]> {
  const tables = new Map((await tablesOf(client)).map((table) => [table.name, table]));
  const filled = [...tables.values()].filter(({ name }) => name !== MIGRATIONS_LIST);
  const foreignKeys = await foreignKeysOf(client);
  for (const statement of openForLoading(filled, foreignKeys)) await client.query(statement);

  const hash = createHash("sha256");
  const rows: Record<string, number> = {};
  let inData = false;
  let footer: Footer | null = null;
  const lines = readLines(createReadStream(file));
  for await (const line of lines) {
    const text = line.length < 10_000 ? line.subarray(0, -1).toString("utf8") : "";
    if (text.startsWith(FOOTER_MARK)) {
      footer = parseFooter(text);
      break;
    }
    hash.update(line);
    if (text === DATA_MARK || text === DATA_END_MARK) inData = text === DATA_MARK;
    else if (inData) {
      const table = tableOf(text, tables);
      rows[table.name] = await loadTable(client, table, lines, hash);
    }
  }
  if (footer === null) throw new LaunchProblem(`${file} ends too early: it is not whole. Nothing was changed.`);
  if (footer.sha256 !== hash.digest("hex")) throw new LaunchProblem(`${file} was changed after it was made. Nothing was restored.`);
  const wrong = Object.entries(footer.rows).find(([name, count]) => rows[name] !== count);
  if (wrong) throw new LaunchProblem(`${file} lacks rows of ${wrong[0]}. Nothing was restored.`);
  for (const statement of closeAfterLoading(filled, foreignKeys, footer.sequences)) await client.query(statement);
  return rows;
}

/** The table a `copy` line is about; its columns must be the table's own. */
function tableOf(text: string, tables: ReadonlyMap<string, Table>): Table {
  for (const table of tables.values()) if (text === `${copyOf(table, "from stdin")};`) return table;
  throw new LaunchProblem("The backup has data for a table that this version does not know. Nothing was restored.");
}

/** Passes the lines of one block on to Postgres. */
async function loadTable(
  client: pg.Client,
  table: Table,
  lines: AsyncIterator<Buffer>,
  hash: { update(data: Buffer): unknown },
): Promise<number> {
  const into = table.name === MIGRATIONS_LIST ? null : client.query(copyFrom(copyOf(table, "from stdin")));
  let failed: Error | undefined;
  into?.on("error", (error) => {
    failed = error;
  });
  let count = 0;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    hash.update(next.value);
    if (next.value.equals(END)) break;
    count += 1;
    if (into && !into.write(next.value)) await Promise.race([once(into, "drain"), once(into, "close")]);
    if (failed) throw failed;
  }
  if (into) {
    into.end();
    if (!into.closed) await once(into, "close");
  }
  if (failed) throw failed;
  return count;
}
