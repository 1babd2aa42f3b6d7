import path from "node:path";
import { ROOT } from "./place.mjs";
import { fingerprint, isCurrent, writeStamp } from "./stamps.mjs";
import { step } from "./steps.mjs";
import { runTool } from "./tool.mjs";

/** Generates the database client where the schema changed since. */
export async function generateClient() {
  const stamp = path.join(ROOT, "lib/db/generated/.stamp");
  const current = fingerprint(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (isCurrent(stamp, current)) return;
  await step("Generating the database client", () =>
    // Prisma wants to fetch an engine that generating doesn't use; any file in its place lets it go on without the network.
    runTool("Generating the database client", ["node_modules/prisma/build/index.js", "generate"], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    }),
  );
  writeStamp(stamp, current);
}
