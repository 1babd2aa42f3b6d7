import PgBoss from "pg-boss";
import { oneAtATime } from "@/lib/db/alone";
import { everyHousehold } from "@/lib/db/tenants";
import { purgeOverdue } from "@/lib/households/delete";
import { systemClock, type Clock } from "@/lib/kernel/clock";
import { idSchema } from "@/lib/kernel/id";
import { log } from "@/lib/log/log";
import { tickHousehold } from "./tick";

/** The jobs' own tables lie beside the household's, out of reach for the role of a request. */
const SCHEMA = "pgboss";
const SETUP_LOCK = 20261122;
const EVERY_HOUR = "0 * * * *";
const HOUR = "reminders-hour";
const HOUSEHOLD = "reminders-household";

export type Jobs = {
  /** Has the hour's work done now, by whichever server takes it. */
  readonly tick: () => Promise<void>;
  /** Lets what is under way end, then starts nothing more. */
  readonly stop: () => Promise<void>;
};

/**
 * Begins to take jobs from the database: each full hour one server hears of it, and the households' work is shared among
 * all that run. A job that was lost with its server is done again; what it sends is still sent once.
 */
export async function startJobs(connectionString: string, clock: Clock = systemClock): Promise<Jobs> {
  const boss = new PgBoss({ connectionString, schema: SCHEMA, max: 2, application_name: "commonpurse-jobs", retryLimit: 2 });
  boss.on("error", (error) => log.error({ err: error }, "The jobs have a problem"));
  // One server after the other: making the same tables at the same moment ends in a deadlock.
  await oneAtATime(connectionString, SETUP_LOCK, async () => {
    await boss.start();
    for (const name of [HOUR, HOUSEHOLD]) await boss.createQueue(name);
    await boss.schedule(HOUR, EVERY_HOUR);
  });
  await boss.work<object>(HOUR, async () => {
    await purgeOverdue(clock).catch((error: unknown) => log.error({ err: error }, "Deleted households could not be removed"));
    for (const householdId of await everyHousehold()) await boss.send(HOUSEHOLD, { householdId }, { singletonKey: householdId });
  });
  await boss.work<{ householdId: string }>(HOUSEHOLD, { batchSize: 20 }, async (jobs) => {
    for (const { data } of jobs) {
      // One household's trouble is no other's: it is tried again in an hour.
      await tickHousehold(idSchema.parse(data.householdId), clock).catch((error: unknown) => {
        log.error({ err: error, householdId: data.householdId }, "An hour's work failed");
      });
    }
  });
  return {
    tick: async () => {
      await boss.send(HOUR, {});
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: 5000 }),
  };
}

// The launcher stops it before the database goes; it lives outside the bundle, so the two meet here.
const shared = globalThis as unknown as { commonpurseStopJobs?: () => Promise<void> };

/**
 * Starts the jobs beside a server, without keeping it from answering; `COMMONPURSE_JOBS=off` is for servers that only
 * answer. Where the database can't be reached, the log says so and the server goes on without them.
 */
export function runJobsBeside(): void {
  const { DATABASE_URL: connectionString, COMMONPURSE_JOBS: wanted } = process.env;
  if (!connectionString || wanted === "off" || shared.commonpurseStopJobs) return;
  const started = startJobs(connectionString).catch((error: unknown) => {
    log.error({ err: error }, "The jobs could not start");
    return null;
  });
  shared.commonpurseStopJobs = async () => (await started)?.stop();
}
