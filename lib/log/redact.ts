/** Names of fields whose values never reach a log line, wherever they stand and however they are written. */
const SECRET = /password|passcode|secret|token|cookie|authorization|credential|session|invite|evidence|^code$|_?code$/i;
/** Codes that are no secrets: of errors and of systems. */
const NO_SECRET = new Set(["errorcode", "statuscode", "currencycode", "countrycode"]);
const DEEPEST = 6;

/** What stands in a line instead of a secret. */
export const REDACTED = "[redacted]";

/** A copy of what is to be logged, without the values of secret fields. Errors keep their message and stack. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value;
  if (value instanceof Error) return describeError(value, depth);
  if (depth > DEEPEST) return "[deeper]";
  if (Array.isArray(value)) return value.map((entry) => redact(entry, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, isSecret(name) ? REDACTED : redact(entry, depth + 1)]));
}

function isSecret(name: string): boolean {
  return SECRET.test(name) && !NO_SECRET.has(name.replaceAll(/[_-]/g, "").toLowerCase());
}

/** An error's own fields (a query's values, a request's headers) can hold anything; only its code, which names its kind, is kept of them. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    type: name,
    message,
    ...(code ? { errorCode: code } : {}),
    stack,
    ...(cause === undefined || depth > DEEPEST ? {} : { cause: redact(cause, depth + 1) }),
  };
}
