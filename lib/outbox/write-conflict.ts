const RETRYABLE = new Set<unknown>(["40001", "40P01"]);

type Trace = {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly code?: unknown; readonly driverAdapterError?: unknown };
};

/**
 * True when Postgres gave up on a transaction that may well succeed if tried again. Prisma reports it as P2034 for its
 * own queries, and for raw ones deep within `meta.driverAdapterError`.
 */
export function isWriteConflict(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, originalCode, cause, meta } = error as Trace;
  if (code === "P2034" || [code, originalCode, meta?.code].some((value) => RETRYABLE.has(value))) return true;
  return isWriteConflict(meta?.driverAdapterError) || isWriteConflict(cause);
}
