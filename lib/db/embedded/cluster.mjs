import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { reachableByAnyone, serverAccount } from "./account.mjs";
import { SYSTEM_FOLDER, serverBinaries } from "./binaries.mjs";
import { takesConnections } from "./database.mjs";
import { isAlive, removeDeadLock, runningPostmaster } from "./postmaster.mjs";
import { LaunchProblem } from "./problem.mjs";

/** How long a lock file or shared memory of a killed server may linger before a start gives up. */
const LINGER_MS = 15_000;
/** After a crash Postgres first replays what it had promised; on a slow disk that takes its time. */
const READY_WITHIN_MS = 120_000;
/** A fast shutdown ends every connection at once; more time than this means that the disk hangs. */
const STOP_WITHIN_MS = 20_000;

/**
 * @typedef {object} ClusterOptions
 * @property {string} root the checkout, whose node_modules hold the server
 * @property {string} dataFolder an existing folder of ours; the cluster goes below it
 * @property {string} clusterId names the cluster where it can't lie in the data folder
 * @property {string} adminPassword password of the superuser `postgres`
 * @property {boolean} [throwaway] a test's cluster: nothing is synced to disk
 */

/**
 * @typedef {object} RunningCluster
 * @property {number} port
 * @property {string} folder where the cluster's files are
 * @property {number} pid
 * @property {boolean} adopted whether it was already running, left by a start that was killed
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the embedded Postgres, makes its cluster at the first start, and adopts a server that a killed start left running.
 * @param {ClusterOptions} options
 * @returns {Promise<RunningCluster>}
 */
export async function startCluster(options) {
  const account = serverAccount();
  const binaries = serverBinaries(options.root, account);
  const folder = clusterFolder(options);
  if (!existsSync(path.join(folder, "PG_VERSION"))) await makeCluster(options, account, binaries, folder);

  const began = Date.now();
  for (;;) {
    const left = runningPostmaster(folder);
    if (left !== undefined) {
      if (left.ready && (await takesConnections({ port: left.port, adminPassword: options.adminPassword })))
        return { port: left.port, folder, pid: left.pid, adopted: true, stop: () => stopServer(folder, left.pid) };
      // Still recovering, or just being stopped by its last owner.
      if (Date.now() > began + READY_WITHIN_MS)
        throw new LaunchProblem(`The database in ${folder} is running but does not become ready; see its log.`);
      await wait(100);
      continue;
    }
    removeDeadLock(folder);
    const started = await tryStart(options, account, binaries, folder, began);
    if (started !== undefined) return started;
    await wait(250);
  }
}

/**
 * Removes a throwaway cluster that is stopped.
 * @param {ClusterOptions} options
 */
export function removeCluster(options) {
  rmSync(clusterFolder(options), { recursive: true, force: true });
}

/**
 * The cluster lies in the data folder, unless root's Postgres account can't get there: then below a system folder.
 * @param {ClusterOptions} options
 */
export function clusterFolder(options) {
  if (serverAccount() !== undefined && !reachableByAnyone(path.dirname(path.resolve(options.dataFolder)))) {
    return path.join(SYSTEM_FOLDER, options.clusterId, "postgres");
  }
  return path.join(path.resolve(options.dataFolder), "postgres");
}

/**
 * @param {ClusterOptions} options
 * @param {import("./account.mjs").Account | undefined} account
 * @param {string} binaries
 * @param {string} folder
 */
async function makeCluster(options, account, binaries, folder) {
  const parent = path.dirname(folder);
  const fresh = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  if (!folder.startsWith(path.resolve(options.dataFolder))) {
    mkdirSync(parent, { recursive: true, mode: 0o755 });
    const note = "The database files could not lie here: the account that runs Postgres may not enter the folders above.\nThey are in:\n";
    writeFileSync(path.join(options.dataFolder, "postgres-is-elsewhere.txt"), `${note}${folder}\n`);
  }
  // Made beside its place and moved there when whole, so that an interrupted first start leaves nothing half made.
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, options.adminPassword, { mode: 0o600 });
  try {
    if (account !== undefined) {
      if ((statSync(parent).mode & 0o001) === 0) chmodSync(parent, 0o711);
      chownSync(fresh, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    const args = ["-D", fresh, "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "-E", "UTF8"];
    args.push("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C");
    if (options.throwaway) args.push("--no-sync");
    const { code, output } = await run(path.join(binaries, "bin", "initdb"), args, account);
    if (code !== 0) {
      if (/No space left/i.test(output)) throw new LaunchProblem(`The disk of ${parent} is full: the database could not be made.`);
      throw new LaunchProblem(`The database could not be made in ${folder}.`, output.trim());
    }
    renameSync(fresh, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * One attempt. Undefined means: try again, something of a killed server still lingers.
 * @param {ClusterOptions} options
 * @param {import("./account.mjs").Account | undefined} account
 * @param {string} binaries
 * @param {string} folder
 * @param {number} began when the first attempt was made
 * @returns {Promise<RunningCluster | undefined>}
 */
async function tryStart(options, account, binaries, folder, began) {
  const port = await freePort();
  const logFile = path.join(options.dataFolder, "postgres.log");
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  /** @type {Record<string, string>} */
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    password_encryption: "scram-sha-256",
    logging_collector: "off",
  };
  if (options.throwaway) Object.assign(settings, { fsync: "off", synchronous_commit: "off", full_page_writes: "off" });
  const log = openSync(logFile, "a", 0o600);
  // Its own process group: Ctrl-C must reach the launcher, which stops the web server first and the database after it.
  const child = spawn(
    path.join(binaries, "bin", "postgres"),
    ["-D", folder, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...account, cwd: "/", detached: true, stdio: ["ignore", log, log], env: serverEnvironment() },
  );
  closeSync(log);
  /** @type {Error | number | undefined} */
  let ended;
  child.once("error", (error) => {
    ended = error;
  });
  child.once("exit", (code) => {
    ended = code ?? 1;
  });
  child.unref();

  while (ended === undefined) {
    const running = runningPostmaster(folder);
    if (running?.ready && running.pid === child.pid) {
      const { pid } = running;
      return { port, folder, pid, adopted: false, stop: () => stopServer(folder, pid) };
    }
    if (Date.now() > began + READY_WITHIN_MS) {
      child.kill("SIGQUIT");
      throw new LaunchProblem(`The database did not become ready within ${READY_WITHIN_MS / 1000} s; see ${logFile}.`);
    }
    await wait(20);
  }
  const output = ended instanceof Error ? ended.message : readFileSync(logFile, "utf8").slice(logStart).trim();
  const lingering = /lock file|pre-existing shared memory|could not bind|Address already in use/i.test(output);
  if (lingering && Date.now() < began + LINGER_MS) return undefined;
  if (/No space left/i.test(output)) throw new LaunchProblem(`The disk of ${folder} is full: the database could not start.`);
  throw new LaunchProblem(`The database in ${folder} could not start.`, output);
}

/**
 * Fast shutdown: open transactions are rolled back, everything committed is on disk.
 * @param {string} folder
 * @param {number} pid
 */
async function stopServer(folder, pid) {
  if (runningPostmaster(folder)?.pid !== pid) return;
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (isAlive(pid) && existsSync(path.join(folder, "postmaster.pid"))) {
    if (Date.now() > deadline) throw new LaunchProblem(`The database in ${folder} did not stop within ${STOP_WITHIN_MS / 1000} s.`);
    await wait(20);
  }
}

/**
 * A port of the loopback address that is free now. Another program may take it in the moment before Postgres does; then the start is tried again.
 * @returns {Promise<number>}
 */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import("./account.mjs").Account | undefined} account
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command, args, account) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...account, cwd: "/", stdio: ["ignore", "pipe", "pipe"], env: serverEnvironment() });
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The server gets nothing of our environment that could change what it does or that it should not know. */
function serverEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const environment = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C" };
  if (process.platform === "win32") Object.assign(environment, { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP });
  return environment;
}
