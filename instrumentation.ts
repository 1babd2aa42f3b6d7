import type { Instrumentation } from "next";

/** Next.js calls this once, before the first request: from here on the production server logs every request, and nothing but JSON lines. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NODE_ENV !== "production") return;
  const [{ log }, { logRequests }, { logConsole }] = await Promise.all([
    import("@/lib/log/log"),
    import("@/lib/log/requests"),
    import("@/lib/log/console"),
  ]);
  logRequests(log);
  logConsole(log);
  // Beside, not before: no page waits for the jobs. A build only loads this file.
  if (process.env.NEXT_PHASE !== "phase-production-build") void import("@/lib/reminders/jobs").then((jobs) => jobs.runJobsBeside());
}

/** Next.js calls this for every error a request ends with: the log gets it with the request's id, the person a page that tells nothing. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ requestLog }, { markTold }] = await Promise.all([import("@/lib/log/log"), import("@/lib/log/console")]);
  markTold(error);
  const given = request.headers["x-request-id"];
  const requestId = (Array.isArray(given) ? given[0] : given) ?? "none";
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
  requestLog(requestId).error(
    { err: error, digest, method: request.method, route: context.routePath, kind: context.routeType },
    "A request failed",
  );
};
