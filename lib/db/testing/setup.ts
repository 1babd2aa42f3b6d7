import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { databaseUrl, OWNER } from "@/lib/db/embedded/database.mjs";

/**
 * Runs before each test file: a fresh copy of the migrated database, in DATABASE_URL before anything under test is imported.
 * DATABASE_ADMIN_URL is the superuser on the same database, for tests that go past the application's code.
 */
const { adminUrl, template, port, ownerPassword } = inject("testDatabase");
const database = `test_${randomBytes(6).toString("hex")}`;

await asAdmin((admin) => admin.query(`create database ${database} template ${template} owner ${OWNER} strategy file_copy`));

process.env.DATABASE_URL = databaseUrl({ user: OWNER, password: ownerPassword, port, database });
process.env.DATABASE_ADMIN_URL = adminUrl.replace(/postgres$/, database);

// Pools under test may still hold connections; `force` ends them.
afterAll(() => asAdmin((admin) => admin.query(`drop database if exists ${database} with (force)`)));

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
