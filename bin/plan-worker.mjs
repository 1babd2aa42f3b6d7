// Entry of a planner worker thread. Plain JavaScript, so that it runs the same from sources, tests and a built server.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL("../tsconfig.json", import.meta.url));
register();
await import(new URL("../lib/planner/worker.ts", import.meta.url).href);
