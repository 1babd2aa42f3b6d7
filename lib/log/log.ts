import { type DestinationStream, type Logger, pino } from "pino";
import { REDACTED, redact } from "./redact";

/** The log: one JSON object per line on standard output, without secrets. `LOG_LEVEL` says how much. */
export const log = createLog();

/** A log whose lines carry the request they belong to, as the page shows it and the `x-request-id` header says it. */
export function requestLog(requestId: string): Logger {
  return log.child({ requestId });
}

/** A log of its own that writes to `destination`, standard output if none is given. */
export function createLog(destination?: DestinationStream): Logger {
  return pino(
    {
      level: process.env.LOG_LEVEL || "info",
      base: undefined,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      // As it is, so that `redact` sees the error before pino writes all its fields.
      serializers: { err: (error: unknown) => error },
      // A child's own fields pass by `formatters`; these names are kept out of them by pino itself.
      redact: { paths: ["password", "code", "token", "cookie", "authorization", "secret"], censor: REDACTED },
      formatters: {
        level: (label) => ({ level: label }),
        log: (line) => redact(line) as Record<string, unknown>,
      },
    },
    ...(destination ? [destination] : []),
  );
}
