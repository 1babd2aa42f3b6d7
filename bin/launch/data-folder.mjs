import { chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LaunchProblem } from "../../lib/db/embedded/problem.mjs";
import { takeLock } from "./folder-lock.mjs";
import { readOrMakeSecrets } from "./secrets.mjs";

/**
 * Makes sure of a data folder that can be written and that no other start holds, and reads or makes its secrets.
 * @param {string} folder
 * @returns {{ folder: string, secrets: import("./secrets.mjs").Secrets, release: () => void }}
 */
export function openDataFolder(folder) {
  try {
    makeFolder(folder);
    const probe = path.join(folder, `.probe.${process.pid}`);
    // A block's worth: an empty file can be made on a full disk.
    writeFileSync(probe, Buffer.alloc(16384));
    rmSync(probe);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "ENOSPC" || code === "EDQUOT")
      throw new LaunchProblem(`The disk of the data folder ${folder} is full. Make room and start again.`);
    throw new LaunchProblem(`The data folder ${folder} can't be written (${code}). Set COMMONPURSE_DATA to a folder of yours.`);
  }
  // Started by root, the database runs as `nobody` and has to pass through; it can't list the folder or read the secrets.
  if (process.getuid?.() === 0 && (statSync(folder).mode & 0o001) === 0) chmodSync(folder, 0o711);
  const lock = takeLock(path.join(folder, "lock"));
  if ("heldBy" in lock) {
    throw new LaunchProblem(`Commonpurse is already running on the data folder ${folder} (process ${lock.heldBy}).`);
  }
  try {
    return { folder, secrets: readOrMakeSecrets(folder), release: lock.release };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Step by step, because Node's own way to make all folders of a path never ends on file systems that refuse with "no such file".
 * @param {string} folder
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
