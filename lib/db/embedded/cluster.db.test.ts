import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type RunningCluster, removeCluster, startCluster } from "./cluster.mjs";
import { databaseUrl, ensureDatabase } from "./database.mjs";
import { runningPostmaster } from "./postmaster.mjs";

const PASSWORD = "for this test";

let dataFolder: string;
let running: RunningCluster | undefined;

const options = ({ throwaway = true } = {}) => ({
  root: process.cwd(),
  dataFolder,
  clusterId: path.basename(dataFolder),
  adminPassword: PASSWORD,
  throwaway,
});

const start = async (how?: { throwaway: boolean }) => {
  running = await startCluster(options(how));
  return running;
};

/** Runs one statement as the superuser and answers its rows. */
async function query(port: number, sql: string, password = PASSWORD): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl({ user: "postgres", password, port, database: "postgres" }) });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), "commonpurse-cluster-"));
});

afterEach(async () => {
  await running?.stop();
  removeCluster(options());
  rmSync(dataFolder, { recursive: true, force: true });
});

test("starts, keeps what was written over a stop, and leaves no process", async () => {
  const first = await start();
  await query(first.port, "create table shelf as select 7 as id");
  await first.stop();
  expect(runningPostmaster(first.folder)).toBeUndefined();
  const second = await start();
  expect(await query(second.port, "select id from shelf")).toEqual([{ id: 7 }]);
});

test("lets nobody in without the password, and listens on loopback only", async () => {
  const { port } = await start();
  await expect(query(port, "select 1", "guess")).rejects.toThrow("password authentication failed");
  expect(await query(port, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(await query(port, "show unix_socket_directories")).toEqual([{ unix_socket_directories: "" }]);
});

test("adopts the server that a killed start left running", async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ pid: first.pid, port: first.port, adopted: true });
  expect(await query(second.port, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("starts again after the server itself was killed, and what it had acknowledged is there", async () => {
  const first = await start({ throwaway: false });
  await query(first.port, "create table shelf as select 7 as id");
  process.kill(first.pid, "SIGKILL");
  const second = await start({ throwaway: false });
  expect(second.adopted).toBe(false);
  expect(second.pid).not.toBe(first.pid);
  expect(await query(second.port, "select id from shelf")).toEqual([{ id: 7 }]);
});

test("the owner of the application's database is no superuser and can't bypass row-level security", async () => {
  const { port } = await start();
  const url = await ensureDatabase({ port, adminPassword: PASSWORD, ownerPassword: "another", database: "commonpurse" });
  const again = await ensureDatabase({ port, adminPassword: PASSWORD, ownerPassword: "another", database: "commonpurse" });
  expect(again).toBe(url);
  expect(await query(port, "select rolsuper, rolbypassrls from pg_roles where rolname = 'commonpurse'")).toEqual([
    { rolsuper: false, rolbypassrls: false },
  ]);
});

test("the cluster is its account's alone, and the password file is gone", async () => {
  const { folder } = await start();
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(() => statSync(`${folder}.password`)).toThrow("ENOENT");
  expect(readFileSync(path.join(dataFolder, "postgres.log"), "utf8")).not.toContain(PASSWORD);
});

test("a server of which one process was killed is adopted once it has recovered, not while it calls itself ready and lets nobody in", async () => {
  const first = await start({ throwaway: false });
  await query(first.port, "create table shelf as select 7 as id");
  const sleeper = new pg.Client({
    connectionString: databaseUrl({ user: "postgres", password: PASSWORD, port: first.port, database: "postgres" }),
  });
  sleeper.on("error", () => undefined);
  await sleeper.connect();
  const { rows } = await sleeper.query("select pg_backend_pid() as pid");
  process.kill(rows[0].pid, "SIGKILL");
  const second = await start({ throwaway: false });
  expect(second).toMatchObject({ pid: first.pid, adopted: true });
  expect(await query(second.port, "select id from shelf")).toEqual([{ id: 7 }]);
});
