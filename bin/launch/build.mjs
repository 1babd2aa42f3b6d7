import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./place.mjs";
import { fingerprint, isCurrent, writeStamp } from "./stamps.mjs";
import { step } from "./steps.mjs";
import { runTool } from "./tool.mjs";

/** What lies in the checkout and can't change the build. Everything else counts, so that a new kind of source is never missed. */
const NOT_BUILT = new Set([
  "tsconfig.json",
  "node_modules",
  "bin",
  "docs",
  "e2e",
  "test-results",
  "playwright-report",
  "coverage",
  "next-env.d.ts",
]);

/** Builds the application for production where a source changed since. */
export async function buildApplication() {
  const folder = path.join(ROOT, process.env.NEXT_DIST_DIR ?? ".next");
  const stamp = path.join(folder, "built-from");
  const sources = sourcesFingerprint();
  if (isCurrent(stamp, sources + typeScriptFingerprint())) return;
  // What the type checker kept of the build before still names errors that a newly generated client has mended.
  rmSync(path.join(folder, "cache/.tsbuildinfo"), { force: true });
  await step("Building the application", () =>
    runTool("Building the application", ["node_modules/next/dist/bin/next", "build"], {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      // A build that needs a database would fail at the next person's first start.
      DATABASE_URL: "",
    }),
  );
  // The build itself may complete tsconfig.json; the rest is as it was before, so that an edit made meanwhile is not missed.
  writeStamp(stamp, sources + typeScriptFingerprint());
}

function sourcesFingerprint() {
  const places = readdirSync(ROOT).filter((name) => !name.startsWith(".") && !NOT_BUILT.has(name) && !/\.(md|tsbuildinfo)$/.test(name));
  const skip = (/** @type {string} */ relative) => relative === "lib/db/generated" || /\.test\.tsx?$/.test(relative);
  return fingerprint(places.sort(), { skip, also: [process.version] });
}

function typeScriptFingerprint() {
  return fingerprint(["tsconfig.json"]);
}
