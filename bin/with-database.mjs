/**
 * `node bin/with-database.mjs [--create] script.ts … [--demo]` runs a script of the checkout on the data folder's database: on the one that is running, or
 * on one started for it. A DATABASE_URL in the environment is used as it is.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { clusterFolder } from "../lib/db/embedded/cluster.mjs";
import { DATABASE, databaseUrl, OWNER } from "../lib/db/embedded/database.mjs";
import { runningPostmaster } from "../lib/db/embedded/postmaster.mjs";
import { LaunchProblem } from "../lib/db/embedded/problem.mjs";
import { openDataFolder } from "./launch/data-folder.mjs";
import { startEmbeddedDatabase } from "./launch/database.mjs";
import { applicationEnvironment } from "./launch/environment.mjs";
import { fail } from "./launch/failure.mjs";
import { dataFolderPath, ROOT } from "./launch/place.mjs";
import { readOrMakeSecrets } from "./launch/secrets.mjs";

const demo = process.argv.includes("--demo");
const create = process.argv[2] === "--create";
const script = process.argv.slice(create ? 3 : 2).filter((word) => word !== "--demo");

try {
  process.exitCode = process.env.DATABASE_URL ? runOnGiven(dataFolderPath()) : await runOnDataFolder(dataFolderPath({ demo }));
} catch (error) {
  fail(error);
}

/** @param {string} folder */
async function runOnDataFolder(folder) {
  if (create) openDataFolder(folder).release();
  if (!existsSync(secretsFile(folder))) {
    throw new LaunchProblem(`There is no data in ${folder} yet: npm start${demo ? " -- --demo" : ""} makes it.`);
  }
  const secrets = readOrMakeSecrets(folder);
  const place = { root: ROOT, dataFolder: folder, clusterId: secrets.clusterId, adminPassword: secrets.databaseAdminPassword };
  const running = runningPostmaster(clusterFolder(place));
  if (running?.ready) {
    const url = databaseUrl({ user: OWNER, password: secrets.databasePassword, port: running.port, database: DATABASE });
    return run({ ...environmentOf(folder, secrets), DATABASE_URL: url });
  }
  const data = openDataFolder(folder);
  try {
    const database = await startEmbeddedDatabase(data);
    try {
      return run({ ...environmentOf(folder, secrets), DATABASE_URL: database.url });
    } finally {
      await database.stop();
    }
  } finally {
    data.release();
  }
}

/**
 * On a database of the person's own, with the keys of the data folder where there is one.
 * @param {string} folder
 */
function runOnGiven(folder) {
  return run(existsSync(secretsFile(folder)) ? environmentOf(folder, readOrMakeSecrets(folder)) : {});
}

/**
 * @param {string} folder
 * @param {import("./launch/secrets.mjs").Secrets} secrets
 */
function environmentOf(folder, secrets) {
  return { ...applicationEnvironment(secrets, folder), COMMONPURSE_SECRETS_FILE: secretsFile(folder) };
}

/** @param {string} folder */
function secretsFile(folder) {
  return path.join(folder, "secrets.json");
}

/** @param {Record<string, string>} environment */
function run(environment) {
  const { status } = spawnSync(process.execPath, [path.join(ROOT, "node_modules/tsx/dist/cli.mjs"), ...script], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  return status ?? 1;
}
