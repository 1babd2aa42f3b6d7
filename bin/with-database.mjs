/**
 * `node bin/with-database.mjs [--demo] script.ts …` runs a script of the checkout on the data folder's database: on the one that is running, or
 * on one started for it. A DATABASE_URL in the environment is used as it is.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { clusterFolder, startCluster } from "../lib/db/embedded/cluster.mjs";
import { databaseUrl, OWNER } from "../lib/db/embedded/database.mjs";
import { runningPostmaster } from "../lib/db/embedded/postmaster.mjs";
import { openDataFolder } from "./launch/data-folder.mjs";
import { applicationEnvironment } from "./launch/environment.mjs";
import { fail } from "./launch/failure.mjs";
import { dataFolderPath, ROOT } from "./launch/place.mjs";
import { readOrMakeSecrets } from "./launch/secrets.mjs";

const [first, ...others] = process.argv.slice(2);
const demo = first === "--demo";
const script = demo ? others : [first ?? "", ...others];

try {
  process.exitCode = process.env.DATABASE_URL ? run({}) : await runOnDataFolder(dataFolderPath({ demo }));
} catch (error) {
  fail(error);
}

/** @param {string} folder */
async function runOnDataFolder(folder) {
  const secrets = readOrMakeSecrets(folder);
  const place = { root: ROOT, dataFolder: folder, clusterId: secrets.clusterId, adminPassword: secrets.databaseAdminPassword };
  const environment = (/** @type {number} */ port) => ({
    ...applicationEnvironment(secrets),
    DATABASE_URL: databaseUrl({ user: OWNER, password: secrets.databasePassword, port, database: "commonpurse" }),
  });
  const running = runningPostmaster(clusterFolder(place));
  if (running?.ready) return run(environment(running.port));
  const { release } = openDataFolder(folder);
  try {
    const cluster = await startCluster(place);
    try {
      return run(environment(cluster.port));
    } finally {
      await cluster.stop();
    }
  } finally {
    release();
  }
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
