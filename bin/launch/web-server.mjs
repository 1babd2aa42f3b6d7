import { createServer } from "node:http";
import { networkInterfaces } from "node:os";
import { LaunchProblem } from "../../lib/db/embedded/problem.mjs";
import { ROOT } from "./place.mjs";
import { inPlainWords } from "./plain-words.mjs";
import { senderOf } from "./sender.mjs";

/** Requests under way get this long to end when the server stops; pages that listen for news are cut then. */
const FINISH_WITHIN_MS = 1500;

/**
 * Takes the port at once, so that a taken one is known before minutes of building; until the application is there, it answers "starting".
 * @param {{ port: number, host: string }} place
 */
export async function openPort({ port, host }) {
  /** @type {import("node:http").RequestListener} */
  let answer = (_request, response) => {
    response.writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "5" }).end("Commonpurse is starting.\n");
  };
  const server = createServer((request, response) => {
    request.headers["x-forwarded-for"] = senderOf(request.socket.remoteAddress, request.headers["x-forwarded-for"]?.toString());
    inPlainWords(request, response);
    answer(request, response);
  });
  await new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === "EADDRINUSE") {
        reject(
          new LaunchProblem(`Port ${port} is taken by another program. Choose another: npm start -- --port ${port === 3000 ? 3001 : 3000}`),
        );
      } else if (code === "EACCES")
        reject(new LaunchProblem(`Port ${port} needs rights this account doesn't have. Choose one above 1023.`));
      else reject(new LaunchProblem(`Nothing can listen on ${host}, port ${port} (${code}).`));
    });
    server.listen(port, host, () => resolve(undefined));
  });
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;

  /** @type {{ close: () => Promise<void> } | undefined} */
  let application;
  return {
    port: taken,
    /** Loads the built application into this process and lets it answer. */
    async serve() {
      const { default: next } = await import("next");
      // @ts-expect-error: the default export of a CommonJS module, which the type doesn't show under ESM
      const app = /** @type {ReturnType<typeof next.default>} */ (
        next({ dev: false, dir: ROOT, hostname: "localhost", port: taken, httpServer: server })
      );
      await app.prepare();
      application = app;
      answer = app.getRequestHandler();
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
      await closed;
      clearTimeout(cut);
      // What lib/reminders/jobs.ts left here: the jobs end before the database they work on does.
      await /** @type {{ commonpurseStopJobs?: () => Promise<void> }} */ (globalThis).commonpurseStopJobs?.();
      await application?.close();
    },
  };
}

/**
 * The addresses to open it under: on this machine, and on its network where there is one.
 * @param {{ port: number, host: string }} place
 */
export function addresses({ port, host }) {
  if (host !== "0.0.0.0" && host !== "::") return { local: `http://${host}:${port}`, network: undefined };
  const other = Object.values(networkInterfaces())
    .flat()
    .find((entry) => entry !== undefined && entry.family === "IPv4" && !entry.internal);
  return { local: `http://localhost:${port}`, network: other && `http://${other.address}:${port}` };
}
