import { readFileSync } from "node:fs";
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
  let lines;
  try {
    lines = readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  return { pid, port: Number.parseInt(lines[3] ?? "", 10) || 0, ready: (lines[7] ?? "").trim() === "ready" };
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
