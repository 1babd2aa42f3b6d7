/** Why nothing could be asked of the database: its connection broke (what was under way may or may not be done), or all are in use. */
export type Unavailable = "lost" | "full";

/** How the digest begins that a person's page gets: by it the page says in words that trying again helps. */
export const UNAVAILABLE_DIGEST = "database_unavailable_";

/** The database couldn't be reached, or not in time. Nothing is wrong with the request itself. */
export class DatabaseUnavailable extends Error {
  /** Another one each time: Next.js tells errors apart by it. */
  readonly digest = `${UNAVAILABLE_DIGEST}${Math.random().toString(36).slice(2, 10)}`;
  constructor(
    readonly why: Unavailable,
    cause: unknown,
  ) {
    super(why === "lost" ? "The connection to the database was lost." : "No connection to the database became free in time.", { cause });
    this.name = "DatabaseUnavailable";
  }
}

/** Postgres ended the connection, is starting or stopping; the network broke; Prisma's words for the same. */
const LOST = new Set<unknown>([
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08006",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "P1001",
  "P1017",
]);
const FULL = new Set<unknown>(["53300", "P2024"]);
const LOST_WORDS = /is not queryable|connection terminated|server has closed the connection/i;
const FULL_WORDS = /unable to start a transaction in the given time|timeout exceeded when trying to connect/i;

type Trace = {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
};

/** What an error of a query says about the connection; null for all others. The driver has no code for some, only words. */
export function unavailability(error: unknown): Unavailable | null {
  if (typeof error !== "object" || error === null) return null;
  const { code, originalCode, message, cause, meta } = error as Trace;
  const words = typeof message === "string" ? message : "";
  if (LOST.has(code) || LOST.has(originalCode) || LOST_WORDS.test(words)) return "lost";
  if (FULL.has(code) || FULL.has(originalCode) || FULL_WORDS.test(words)) return "full";
  return unavailability(meta?.driverAdapterError) ?? unavailability(cause);
}
