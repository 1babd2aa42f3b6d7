import pg from "pg";

/** The login that owns the application's database. It is no superuser; row-level security holds it once it took the application's role. */
export const OWNER = "commonpurse";
/** The application's database on the embedded server. */
export const DATABASE = "commonpurse";

/**
 * The address of a database on the embedded server.
 * @param {{ user: string, password: string, port: number, database: string }} place
 */
export function databaseUrl({ user, password, port, database }) {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** How long a server may take to answer a connection before it counts as not there yet. */
const ANSWER_WITHIN_MS = 2_000;

/**
 * Whether a server that calls itself ready takes connections. After one of its processes was killed it ends all others and recovers, and its
 * lock file says "ready" all the while.
 * @param {{ port: number, adminPassword: string }} server
 */
export async function takesConnections({ port, adminPassword }) {
  const connectionString = databaseUrl({ user: "postgres", password: adminPassword, port, database: "postgres" });
  const admin = new pg.Client({ connectionString, connectionTimeoutMillis: ANSWER_WITHIN_MS });
  // A connection that breaks later than in the awaited calls is answered by the next attempt.
  admin.on("error", () => undefined);
  try {
    await admin.connect();
    await admin.query("select 1");
    return true;
  } catch (error) {
    // 28: it is there and doesn't know the password. That is told where it is opened.
    return String(/** @type {{ code?: unknown }} */ (error).code ?? "").startsWith("28");
  } finally {
    await admin.end().catch(() => undefined);
  }
}

/**
 * Makes the owner and its database where they are missing. The password is set again each time, so that the secrets file decides.
 * @param {{ port: number, adminPassword: string, ownerPassword: string, database: string }} options
 * @returns {Promise<string>} the owner's address of the database
 */
export async function ensureDatabase({ port, adminPassword, ownerPassword, database }) {
  const admin = new pg.Client({ connectionString: databaseUrl({ user: "postgres", password: adminPassword, port, database: "postgres" }) });
  await admin.connect();
  try {
    const owner = pg.escapeIdentifier(OWNER);
    const { rows } = await admin.query(
      "select exists (select 1 from pg_roles where rolname = $1) as role, exists (select 1 from pg_database where datname = $2) as database",
      [OWNER, database],
    );
    if (!rows[0].role) await admin.query(`create role ${owner} login createrole`);
    await admin.query(`alter role ${owner} password ${pg.escapeLiteral(ownerPassword)}`);
    if (!rows[0].database) await admin.query(`create database ${pg.escapeIdentifier(database)} owner ${owner}`);
  } finally {
    await admin.end();
  }
  return databaseUrl({ user: OWNER, password: ownerPassword, port, database });
}
