#!/usr/bin/env node
// Random histories of several people against a plain model of the books: npm run prove:books -- [--commands 1000000] [--seed N]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { commands: { type: "string" }, seed: { type: "string" } } });
const { commands = "1000000", seed = String(Date.now() % 2_000_000_000) } = values;
console.log(`${commands} commands, seed ${seed}`);
const { status } = spawnSync(process.execPath, ["bin/test.mjs", "db", "lib/books/model.db.test.ts", "--disable-console-intercept"], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  stdio: "inherit",
  env: { ...process.env, COMMANDS: commands, SEED: seed },
});
process.exitCode = status ?? 1;
