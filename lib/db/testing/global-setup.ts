import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { generateClient } from "@/bin/launch/generate.mjs";
import { removeCluster, startCluster } from "@/lib/db/embedded/cluster.mjs";
import { databaseUrl, ensureDatabase } from "@/lib/db/embedded/database.mjs";
import { migrate } from "@/lib/db/migrate.mjs";

/** The migrated database that every test file gets a copy of. */
const TEMPLATE = "commonpurse_template";
/** The server is thrown away after the run and listens on loopback only. */
const PASSWORD = "for-tests-only";

declare module "vitest" {
  interface ProvidedContext {
    /** How a test file gets its own copy of the migrated database. */
    testDatabase: { adminUrl: string; template: string; port: number; ownerPassword: string };
  }
}

/** Starts a Postgres of its own for this run in a temporary folder, with one migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = project.config.root;
  await generateClient();
  const dataFolder = mkdtempSync(path.join(tmpdir(), "commonpurse-test-"));
  const options = { root, dataFolder, clusterId: path.basename(dataFolder), adminPassword: PASSWORD, throwaway: true };
  const cluster = await startCluster(options);
  const clean = async () => {
    await cluster.stop();
    removeCluster(options);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    const template = await ensureDatabase({
      port: cluster.port,
      adminPassword: PASSWORD,
      ownerPassword: PASSWORD,
      database: TEMPLATE,
    });
    await migrate(template, path.join(root, "prisma", "migrations"));
  } catch (error) {
    await clean();
    throw error;
  }
  project.provide("testDatabase", {
    adminUrl: databaseUrl({ user: "postgres", password: PASSWORD, port: cluster.port, database: "postgres" }),
    template: TEMPLATE,
    port: cluster.port,
    ownerPassword: PASSWORD,
  });
  return clean;
}
