import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * What a running Postgres writes about itself into its data folder.
 * @typedef {{ pid: number, port: number, ready: boolean }} Postmaster
 */

/**
 * The server that holds this cluster now, or undefined. A file left behind by a killed server counts as none.
 * @param {string} cluster
 * @returns {Postmaster | undefined}
 */
export function runningPostmaster(cluster) {
  const file = lockFile(cluster);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!(pid > 0) || !isAlive(pid) || worksIn(pid, cluster) === false) return undefined;
  return { pid, port: Number.parseInt(lines[3] ?? "", 10) || 0, ready: (lines[7] ?? "").trim() === "ready" };
}

/**
 * Removes the lock file of a killed server whose number the system still knows: as a dead process that nobody collected, or given to another
 * program. Postgres would take either for a living server. Does nothing while any process of the old server is left, or where that can't be seen.
 * @param {string} cluster
 */
export function removeDeadLock(cluster) {
  if (process.platform !== "linux" || runningPostmaster(cluster) !== undefined) return;
  const others = readdirSync("/proc").some((name) => /^\d+$/.test(name) && worksIn(Number(name), cluster) === true);
  if (!others) rmSync(lockFile(cluster), { force: true });
}

/**
 * Whether a process with this number runs. One that ended but was not collected by its parent does not.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  try {
    // The state is the field after the name in parentheses; Z and X are the dead.
    return !/^[ZX]/.test(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "");
  } catch {
    return false;
  }
}

/**
 * Whether a process works in the cluster's folder, as every process of its server does; undefined where the system doesn't tell.
 * @param {number} pid
 * @param {string} cluster
 */
function worksIn(pid, cluster) {
  if (process.platform !== "linux") return undefined;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return undefined;
  }
}

/** @param {string} cluster */
function lockFile(cluster) {
  return path.join(cluster, "postmaster.pid");
}
