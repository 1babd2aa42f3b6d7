import { afterAll, expect, test } from "vitest";
import { testCredit } from "@/lib/credits/testing/credit";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { fixedClock } from "@/lib/kernel/clock";
import { testAccount } from "@/lib/stores/testing/account";
import { startJobs, type Jobs } from "./jobs";

const running: Jobs[] = [];
afterAll(() => Promise.all(running.map((jobs) => jobs.stop())));

test("R78: two servers that share the jobs of one database do each household's hour, and each loss is booked once", async () => {
  const credits: string[] = [];
  for (let count = 0; count < 6; count += 1) {
    const { householdId, members } = await testHousehold();
    const ben = present(members.ben, "ben");
    const { accountId } = await testAccount(householdId, ben);
    const ends = { expiry: "date", expiresOn: new Date("2026-12-01T00:00:00Z") };
    credits.push(await testCredit(householdId, ben, accountId, 500n, ends));
  }
  const url = present(process.env.DATABASE_URL, "the test's database");
  const clock = fixedClock("2026-12-03T03:00:00Z");
  running.push(...(await Promise.all([startJobs(url, clock), startJobs(url, clock)])));
  await Promise.all(running.map((jobs) => jobs.tick()));
  const losses = () => database().ledgerEntry.findMany({ where: { byItself: true }, select: { creditId: true } });
  await expect.poll(async () => (await losses()).length, { timeout: 30_000, interval: 250 }).toBe(credits.length);
  // Both ticks are through, and nothing came of the second.
  const open = () => database().$queryRaw<{ count: number }[]>`select count(*)::int as count from pgboss.job where state < 'completed'`;
  await expect.poll(async () => (await open())[0]?.count, { timeout: 30_000, interval: 250 }).toBe(0);
  expect((await losses()).map(({ creditId }) => creditId).sort()).toEqual(credits.sort());
  const [role] = await database().$queryRaw<{ may: boolean }[]>`select has_schema_privilege('commonpurse_app', 'pgboss', 'usage') as may`;
  expect(role?.may).toBe(false);
});
