import pg from "pg";
import { expect, test } from "vitest";

test("a test file works on its own migrated copy, as the owner and not as the superuser", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select current_database() as database, current_setting('is_superuser') as superuser, (select count(*)::int from _prisma_migrations) as migrations",
    );
    expect(rows[0].database).toMatch(/^test_/);
    expect(rows[0].superuser).toBe("off");
    expect(rows[0].migrations).toBeGreaterThan(0);
  } finally {
    await client.end();
  }
});
