import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";

/**
 * The account Postgres runs under. Postgres refuses to run as root, so root hands it to `nobody`; everyone else runs it as themselves.
 * @typedef {{ uid: number, gid: number }} Account
 */

/**
 * The account to run Postgres under, or undefined where it runs as the person who started it.
 * @returns {Account | undefined}
 */
export function serverAccount() {
  if (typeof process.getuid !== "function" || process.getuid() !== 0) return undefined;
  return { uid: numberFrom("-u"), gid: numberFrom("-g") };
}

/** @param {"-u" | "-g"} flag */
function numberFrom(flag) {
  try {
    const number = Number.parseInt(execFileSync("id", [flag, "nobody"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }), 10);
    if (number > 0) return number;
  } catch {
    // No `id` or no such account: the number is the same on nearly every system.
  }
  return 65534;
}

/**
 * Whether an account without rights of its own can walk to this folder: every folder above it lets others through.
 * @param {string} folder
 */
export function reachableByAnyone(folder) {
  let current = path.resolve(folder);
  for (;;) {
    try {
      if ((statSync(current).mode & 0o001) === 0) return false;
    } catch {
      // Not made yet: only what exists can stand in the way.
    }
    const parent = path.dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}
