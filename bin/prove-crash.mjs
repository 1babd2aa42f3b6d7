#!/usr/bin/env node
// Kills the application, its launcher or Postgres in the middle of writing, again and again: npm run prove:crash -- [--times 200]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { times: { type: "string" } } });
const { status } = spawnSync(process.execPath, ["bin/test.mjs", "db", "lib/books/crash.db.test.ts", "--disable-console-intercept"], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  stdio: "inherit",
  env: { ...process.env, TIMES: values.times ?? "200" },
});
process.exitCode = status ?? 1;
