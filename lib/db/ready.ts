import { readdirSync } from "node:fs";
import path from "node:path";
import { database } from "./client";

/** Whether the database answers and carries every migration of this version. Never throws. */
export async function schemaIsReady(folder = path.join(process.cwd(), "prisma", "migrations")): Promise<boolean> {
  try {
    // Read where it runs: the build must not take the folder for a part of the bundle.
    const wanted = readdirSync(/* turbopackIgnore: true */ folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const applied = await database().$queryRaw<{ name: string }[]>`
      select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
    const names = new Set(applied.map(({ name }) => name));
    return wanted.length > 0 && wanted.every(({ name }) => names.has(name));
  } catch {
    return false;
  }
}
