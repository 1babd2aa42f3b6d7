import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LaunchProblem } from "../../lib/db/embedded/problem.mjs";

/**
 * Made once per data folder and kept there; nothing has a default.
 * @typedef {object} Secrets
 * @property {string} authSecret signs sessions
 * @property {string} encryptionKey 32 bytes, base64: for what is kept encrypted; after a rotation "2:<base64>", while one is under way "2:<base64> 1:<base64>"
 * @property {string} databaseAdminPassword the embedded server's superuser
 * @property {string} databasePassword the application's login
 * @property {string} clusterId names the cluster where it can't lie in the data folder
 */

/**
 * @param {string} dataFolder
 * @returns {Secrets}
 */
export function readOrMakeSecrets(dataFolder) {
  const file = path.join(dataFolder, "secrets.json");
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch {
      throw new LaunchProblem(`${file} can't be read. Put it back from a backup: without it the database can't be opened.`);
    }
  }
  if (existsSync(path.join(dataFolder, "postgres"))) {
    throw new LaunchProblem(`${file} is missing, but there is a database beside it. Put it back from a backup, or move the database away.`);
  }
  const secrets = {
    authSecret: randomBytes(32).toString("base64url"),
    encryptionKey: randomBytes(32).toString("base64"),
    databaseAdminPassword: randomBytes(24).toString("base64url"),
    databasePassword: randomBytes(24).toString("base64url"),
    clusterId: randomBytes(8).toString("hex"),
  };
  // Whole or not at all: half a secrets file would lock the family out of its data.
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/**
 * Puts the keys of a restored backup in place of this installation's; what belongs to its own database server stays.
 * @param {string} file the secrets file
 * @param {{ authSecret: string, encryptionKey: string }} keys
 */
export function putKeys(file, { authSecret, encryptionKey }) {
  const secrets = { ...readOrMakeSecrets(path.dirname(file)), authSecret, encryptionKey };
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
