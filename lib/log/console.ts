import type { Logger } from "pino";

/** Errors that are in the log already. */
const told = new WeakSet<object>();

/** Marks an error as logged, with the request it belongs to, so that the framework's own word on it is not a second line. */
export function markTold(error: unknown): void {
  if (typeof error === "object" && error !== null) told.add(error);
}

/**
 * Brings what the framework and packages print to the console into the log: one JSON line each, errors without fields that could hold what
 * a person typed. An error of a request is left to `onRequestError`, which knows the request.
 */
export function logConsole(log: Logger, target: Pick<Console, "error" | "warn"> = console): void {
  const say =
    (level: "error" | "warn") =>
    (...words: unknown[]): void => {
      const err = words.find((word) => word instanceof Error);
      const text = words.filter((word) => typeof word === "string").join(" ");
      // Later, since the framework prints an error before it hands it over.
      setImmediate(() => {
        if (err === undefined) log[level](text);
        // Somebody left before the answer came: nothing broke.
        else if ("code" in err && err.code === "ECONNRESET") log.debug({ err }, "Left early");
        else if (!told.has(err)) log[level]({ err }, text || err.message);
      });
    };
  target.error = say("error");
  target.warn = say("warn");
}
