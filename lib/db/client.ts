import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";

/** The connection every query goes through. Tenant tables are only ever reached by `inHousehold` and its siblings. */
export type Database = PrismaClient;

const POOL_SIZE = 10;
const WAIT_FOR_CONNECTION_MS = 10_000;

function connect(): Database {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set: start the app with `npm start`");
  const adapter = new PrismaPg({ connectionString, max: POOL_SIZE, connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS });
  return new PrismaClient({ adapter });
}

// Development reloads modules; one pool must survive that.
const shared = globalThis as unknown as { commonpurseDatabase?: Database };

/** The client, made at first use, so that importing a module never connects. */
export function database(): Database {
  shared.commonpurseDatabase ??= connect();
  return shared.commonpurseDatabase;
}

/** Ends all connections; the next use opens new ones. */
export async function disconnect(): Promise<void> {
  const open = shared.commonpurseDatabase;
  shared.commonpurseDatabase = undefined;
  await open?.$disconnect();
}
