import { spawnSync } from "node:child_process";
import path from "node:path";

/**
 * After the last test, while the database still runs: everything the tests did has left books that agree with their
 * entries. Differences are printed and fail the run.
 */
export default function verifyBooks(): void {
  const root = path.resolve(import.meta.dirname, "..");
  const { status } = spawnSync(process.execPath, [path.join(root, "bin/with-database.mjs"), "lib/books/verify-command.ts"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, COMMONPURSE_DATA: process.env.E2E_DATA, DATABASE_URL: "" },
  });
  if (status !== 0) throw new Error("The books of this run don't agree with their entries.");
}
