import pg from "pg";

/** Does `work` while no other server does work of that number on this database: they take turns. */
export async function oneAtATime<T>(connectionString: string, number: number, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [number]);
    return await work();
  } finally {
    // Ends the session and with it the lock.
    await client.end();
  }
}
