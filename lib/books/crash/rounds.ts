import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { testCredit } from "@/lib/credits/testing/credit";
import { database, disconnect } from "@/lib/db/client";
import { present } from "@/lib/kernel/assert";
import { approvedOrder } from "@/lib/orders/testing/approved-order";
import { compare } from "./compare";
import type { Message, Place } from "./message";

/** What is killed with -9 in the middle of the writing; what is left of the rest is killed or stopped after it. */
export const VICTIMS = ["the application", "the database", "one connection's server", "the launcher", "everything"] as const;
export type Victim = (typeof VICTIMS)[number];
export type Round = {
  readonly victim: Victim;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly startMs: number;
  readonly problems: readonly string[];
};

const ROOT = path.resolve(import.meta.dirname, "..", "..", "..");
/** People at once: each household has four that write. */
const HOUSEHOLDS = 2;

type Launcher = { readonly child: ChildProcess; readonly url: string };

/** Starts as `npm start` would; fails with what the launcher said. */
async function launch(folder: string): Promise<Launcher> {
  const child = spawn(process.execPath, [path.join(ROOT, "bin/prove-crash-launcher.mjs"), folder], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    createInterface({ input: child.stdout }).on("line", (line) => {
      said += `${line}\n`;
      if (line.startsWith("ready ")) resolve(line.slice("ready ".length));
    });
    child.once("exit", () => reject(new Error(`The start failed:\n${said}`)));
  });
  return { child, url };
}

async function connect(url: string): Promise<void> {
  await disconnect();
  process.env.DATABASE_URL = url;
}

async function makePlace(url: string): Promise<Place> {
  const orders: Place["orders"][number][] = [];
  for (let count = 0; count < HOUSEHOLDS; count += 1) {
    const order = await approvedOrder();
    orders.push({ ...order, wallet: await testCredit(order.householdId, order.members.ben, order.accountId, 500n) });
  }
  return { url, orders };
}

/** The processes of the data folder's Postgres, the first of all in front. */
function serversOf(folder: string): number[] {
  const cluster = realpathSync(path.join(folder, "postgres"));
  const first = Number.parseInt(readFileSync(path.join(cluster, "postmaster.pid"), "utf8"), 10);
  const all = readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === cluster;
    } catch {
      return false;
    }
  });
  return [first, ...all.map(Number).filter((pid) => pid !== first)];
}

/** A kill that may come too late: the process may have ended by itself. */
function kill(pid: number | undefined, signal: NodeJS.Signals = "SIGKILL"): void {
  try {
    if (pid !== undefined) process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** The process that serves one open connection. */
async function oneConnection(): Promise<number> {
  const rows = await database().$queryRaw<{ pid: number }[]>`
    select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by random() limit 1`;
  return present(rows[0], "a connection").pid;
}

async function strike(victim: Victim, folder: string, launcher: Launcher, worker: ChildProcess): Promise<void> {
  const servers = serversOf(folder);
  if (victim === "the application") kill(worker.pid);
  if (victim === "the database") kill(servers[0]);
  if (victim === "one connection's server") kill(await oneConnection());
  if (victim === "the launcher") kill(launcher.child.pid);
  if (victim === "everything") for (const pid of [launcher.child.pid, worker.pid, ...servers]) kill(pid);
  // Nobody is left to write to a database that is gone; the others write on until they are killed, too.
  if (victim === "the launcher") await wait(20);
  kill(worker.pid);
  // Stopped as by Ctrl-C where only the application died; else killed, so that its lock stays behind.
  kill(launcher.child.pid, victim === "the application" ? "SIGTERM" : "SIGKILL");
  await Promise.all([gone(worker), gone(launcher.child)]);
}

/** Kills `times` in a row on one data folder; each round is told as soon as it is known. */
export async function crash(folder: string, times: number, told: (round: Round) => void): Promise<void> {
  let launcher = await launch(folder);
  try {
    for (let time = 0; time < times; time += 1) {
      const worker = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "worker.ts")], {
        cwd: ROOT,
        stdio: ["pipe", "pipe", "ignore"],
        env: { ...process.env, NODE_NO_WARNINGS: "1" },
      });
      await connect(launcher.url);
      const place = await makePlace(launcher.url);
      const messages: Message[] = [];
      const lines = createInterface({ input: worker.stdout });
      const closed = once(lines, "close");
      const writing = new Promise<void>((resolve) => {
        lines.on("line", (line) => {
          // The last line of a killed process may be cut short; then nobody heard it.
          if (line.endsWith("}")) messages.push(JSON.parse(line) as Message);
          if (messages.length > 20) resolve();
        });
      });
      worker.stdin.on("error", () => undefined).write(`${JSON.stringify(place)}\n`);
      await Promise.race([writing, closed]);
      await wait(Math.random() * 300);
      const victim = present(VICTIMS[time % VICTIMS.length], "the victim");
      await strike(victim, folder, launcher, worker);
      await closed;
      const began = Date.now();
      launcher = await launch(folder);
      const startMs = Date.now() - began;
      await connect(launcher.url);
      const compared = await compare({ ...place, url: launcher.url }, messages);
      const quiet = messages.length > 20 ? [] : ["nothing was written before the kill"];
      told({ victim, startMs, ...compared, problems: [...quiet, ...compared.problems] });
    }
  } finally {
    await disconnect();
    kill(launcher.child.pid, "SIGTERM");
    await gone(launcher.child);
  }
}
