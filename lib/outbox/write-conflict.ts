const RETRYABLE = new Set(["40001", "40P01"]);

/** True when Postgres gave up on a transaction that may well succeed if tried again. */
export function isWriteConflict(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, cause, meta } = error as { code?: unknown; cause?: unknown; meta?: unknown };
  // P2034: Prisma's own name for both.
  if (code === "P2034" || (typeof code === "string" && RETRYABLE.has(code))) return true;
  const original = (cause as { originalCode?: unknown } | undefined)?.originalCode;
  const inMeta = (meta as { code?: unknown } | undefined)?.code;
  return [original, inMeta].some((value) => typeof value === "string" && RETRYABLE.has(value)) || (cause !== undefined && isWriteConflict(cause));
}
