import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { loggedPath } from "./path";

/** Asked for every few seconds by machines, or files that never change: only to be seen at `LOG_LEVEL=debug`. */
const QUIET = /^\/(?:api\/health\/|_next\/)/u;

/**
 * Writes one line for every request this process answers, whichever HTTP server took it, when its answer has ended: who can be found by the same
 * id in the `x-request-id` header and in the lines of what failed meanwhile.
 */
export function logRequests(log: Logger): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { readonly request: IncomingMessage; readonly response: ServerResponse };
    const began = performance.now();
    // Kept now: the framework rewrites it on the way.
    const url = request.url ?? "/";
    response.once("close", () => {
      const whole = response.writableFinished;
      const line = {
        requestId: requestIdOf(request, response),
        method: request.method,
        path: loggedPath(url),
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
        ...(whole ? {} : { aborted: true }),
      };
      if (QUIET.test(url)) log.debug(line, "Request");
      else if (response.statusCode >= 500) log.warn(line, "Request");
      else log.info(line, "Request");
    });
  });
}

/** As the proxy gave it to the answer; before it, or where it isn't asked (files), as the request brought it. */
function requestIdOf(request: IncomingMessage, response: ServerResponse): string | undefined {
  const id = response.getHeader("x-request-id") ?? request.headers["x-request-id"];
  return typeof id === "string" ? id.slice(0, 64) : undefined;
}
