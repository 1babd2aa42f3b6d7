import type { Instrumentation } from "next";

/** Next.js calls this for every error a request ends with: the log gets it with the request's id, the person a page that tells nothing. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requestLog } = await import("@/lib/log/log");
  const given = request.headers["x-request-id"];
  const requestId = (Array.isArray(given) ? given[0] : given) ?? "none";
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
  requestLog(requestId).error(
    { err: error, digest, method: request.method, route: context.routePath, kind: context.routeType },
    "A request failed",
  );
};
