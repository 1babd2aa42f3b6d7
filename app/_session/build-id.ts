import { readFileSync } from "node:fs";
import path from "node:path";

let known: string | undefined;

/** Names the build this server runs, so that open pages notice a newer one. */
export function buildId(): string {
  if (process.env.NODE_ENV !== "production") return "development";
  known ??= readFileSync(
    /* turbopackIgnore: true */ path.join(process.cwd(), process.env.NEXT_DIST_DIR ?? ".next", "BUILD_ID"),
    "utf8",
  ).trim();
  return known;
}
