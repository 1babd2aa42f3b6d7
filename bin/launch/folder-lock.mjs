import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAlive } from "../../lib/db/embedded/postmaster.mjs";

/**
 * Takes a lock file for this process. A process that was killed leaves its file behind; that one is taken over.
 * @param {string} file
 * @returns {{ release: () => void } | { heldBy: number }}
 */
export function takeLock(file) {
  const mine = `${process.pid} ${startedAt(process.pid)}\n`;
  const own = `${file}.${process.pid}`;
  writeFileSync(own, mine);
  try {
    for (;;) {
      try {
        // A link, unlike a write, appears with its content or fails: no one ever reads half a lock.
        linkSync(own, file);
        return { release: () => releaseLock(file, mine) };
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
      }
      const held = read(file);
      if (held === undefined) continue;
      const [pid = "", ...started] = held.trim().split(" ");
      const number = Number.parseInt(pid, 10);
      if (number > 0 && isAlive(number) && startedAt(number) === started.join(" ")) return { heldBy: number };
      takeAway(file, held);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Moves a dead process's lock aside. Were it meanwhile replaced by a living one's, that one is put back.
 * @param {string} file
 * @param {string} dead
 */
function takeAway(file, dead) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (read(aside) !== dead) linkSync(aside, file);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * @param {string} file
 * @param {string} mine
 */
function releaseLock(file, mine) {
  if (read(file) === mine) rmSync(file, { force: true });
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * When a process began, as the system counts it: a number that was given to another process since then is told apart by it.
 * @param {number} pid
 */
function startedAt(pid) {
  if (process.platform === "linux") {
    // The name in parentheses may hold blanks; the fields after it may not. The 22nd of all is the start time.
    const after = (read(`/proc/${pid}/stat`) ?? "").split(") ").at(-1) ?? "";
    return after.split(" ")[19] ?? "";
  }
  if (process.platform === "win32") return "";
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" })
      .trim()
      .replaceAll(/\s+/g, "_");
  } catch {
    return "";
  }
}
