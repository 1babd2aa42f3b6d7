import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, rename, rm } from "node:fs/promises";
import { once } from "node:events";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { LaunchProblem } from "@/lib/db/embedded/problem.mjs";
import { MIGRATIONS_TABLE, readMigrations } from "@/lib/db/migrate.mjs";
import { closeAfterLoading, copyOf, foreignKeysOf, openForLoading, sequencesOf, tablesOf } from "./catalogue";
import { DATA_END_MARK, DATA_MARK, type Footer, FOOTER_MARK, FORMAT, type Header, HEADER_MARK } from "./format";
import { keyPrint, type Keys, sealKeys } from "./keys";

export type BackupOptions = {
  readonly url: string;
  readonly file: string;
  /** The folder with one folder per migration. */
  readonly migrations: string;
  readonly app: string;
  /** A file of that name may be written over. */
  readonly replace?: boolean;
  readonly keys?: Keys | null;
  readonly passphrase?: string | null;
};

/**
 * Writes everything the database holds into one file, as it is at one moment, while the app goes on working. The file is plain SQL: `psql` can
 * load it into an empty database too. It appears under its name only when it is whole. The answer counts the rows.
 */
export async function backup(options: BackupOptions): Promise<Footer["rows"]> {
  const { url, file } = options;
  if (!options.replace && (await exists(file))) {
    throw new LaunchProblem(`${file} is there already. Choose another name, or say --replace to write over it.`);
  }
  const partial = `${file}.partial`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read, read only");
    const rows = await write(client, partial, options);
    await rename(partial, file);
    return rows;
  } finally {
    await rm(partial, { force: true });
    await client.end();
  }
}

async function write(client: pg.Client, partial: string, options: BackupOptions): Promise<Footer["rows"]> {
  const migrations = await appliedMigrations(client, options.migrations);
  const [tables, foreignKeys, sequences] = [await tablesOf(client), await foreignKeysOf(client), await sequencesOf(client)];
  const { rows: server } = await client.query<{ version: string }>("select current_setting('server_version') as version");
  const header: Header = {
    format: FORMAT,
    app: options.app,
    server: server[0]?.version ?? "",
    madeAt: new Date().toISOString(),
    migrations: migrations.map(({ name, checksum }) => ({ name, checksum })),
    keyPrint: options.keys ? keyPrint(options.keys.encryptionKey) : null,
    keys: options.keys && options.passphrase ? sealKeys(options.keys, options.passphrase) : null,
  };

  const out = createWriteStream(partial, { mode: 0o600 });
  // A full disk is met by whichever write comes next; without a listener it would end the program instead.
  let broken: Error | undefined;
  out.on("error", (error) => {
    broken = error;
  });
  const hash = createHash("sha256");
  const put = async (chunk: string | Buffer) => {
    if (broken) throw broken;
    hash.update(chunk);
    if (!out.write(chunk)) await Promise.race([once(out, "drain"), once(out, "close")]);
  };

  await put(`${HEADER_MARK}${JSON.stringify(header)}\n`);
  await put(
    "-- Into an empty database: psql --file this.sql. Into Commonpurse: npm run restore -- this.sql\n\\set ON_ERROR_STOP on\nbegin;\n",
  );
  for (const { name, sql } of migrations) await put(`-- ${name}\n${sql}\n`);
  await put(`${MIGRATIONS_TABLE.trim()};\n`);
  await put(`${openForLoading(tables, foreignKeys).join(";\n")};\n${DATA_MARK}\n`);
  const rows: Record<string, number> = {};
  for (const table of tables) {
    await put(`${copyOf(table, "from stdin")};\n`);
    const data = client.query(copyTo(copyOf(table, "to stdout")));
    for await (const chunk of data) await put(chunk as Buffer);
    rows[table.name] = data.rowCount;
    await put("\\.\n");
  }
  await put(`${DATA_END_MARK}\n${closeAfterLoading(tables, foreignKeys, sequences).join(";\n")};\ncommit;\n`);
  const footer: Footer = { rows, sequences, sha256: hash.copy().digest("hex") };
  await put(`${FOOTER_MARK}${JSON.stringify(footer)}\n`);
  out.end();
  if (!out.closed) await once(out, "close");
  if (broken) throw broken as Error;
  return rows;
}

/** The migrations this database carries, with their words; one that this version doesn't know can't be written down. */
async function appliedMigrations(client: pg.Client, folder: string) {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const known = new Map(readMigrations(folder).map((migration) => [migration.name, migration]));
  return rows
    .map(({ name, checksum }) => {
      const migration = known.get(name);
      if (migration?.checksum !== checksum) {
        throw new LaunchProblem(`The database has migration ${name}, which this version does not know. Use the version that made it.`);
      }
      return migration;
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
