import path from "node:path";
import { startCluster } from "../../lib/db/embedded/cluster.mjs";
import { DATABASE, ensureDatabase } from "../../lib/db/embedded/database.mjs";
import { migrate } from "../../lib/db/migrate.mjs";
import { ROOT } from "./place.mjs";
import { step } from "./steps.mjs";

/** The folder of the migrations, in Prisma's layout. */
export const MIGRATIONS = path.join(ROOT, "prisma", "migrations");

/**
 * Starts the embedded Postgres of a data folder and brings its database to the newest migration.
 * @param {{ folder: string, secrets: import("./secrets.mjs").Secrets }} data
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startEmbeddedDatabase({ folder, secrets }) {
  const cluster = await step("Starting the database", () =>
    startCluster({ root: ROOT, dataFolder: folder, clusterId: secrets.clusterId, adminPassword: secrets.databaseAdminPassword }),
  );
  try {
    const url = await ensureDatabase({
      port: cluster.port,
      adminPassword: secrets.databaseAdminPassword,
      ownerPassword: secrets.databasePassword,
      database: DATABASE,
    });
    await migrateDatabase(url);
    return { url, stop: cluster.stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** @param {string} url */
export async function migrateDatabase(url) {
  await step("Bringing the database up to date", () => migrate(url, MIGRATIONS));
}
