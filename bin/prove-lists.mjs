#!/usr/bin/env node
// Ten thousand random histories of devices with a bad network: npm run prove:lists -- [how many] [seed]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const [histories = "10000", seed = String(Date.now() % 2_000_000_000)] = process.argv.slice(2);
console.log(`${histories} histories, seed ${seed}`);
const { status } = spawnSync(process.execPath, ["bin/test.mjs", "db", "lib/lists/histories.db.test.ts"], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  stdio: "inherit",
  env: { ...process.env, HISTORIES: histories, SEED: seed },
});
process.exitCode = status ?? 1;
