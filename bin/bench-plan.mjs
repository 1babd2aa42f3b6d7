#!/usr/bin/env node
// The planner's benchmark: npm run bench:plan -- [tiny] [family] [large] [stress] [memory] [--seeds N] [--bare]
// Every size runs in a process of its own, so that its peak memory is its own.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const SIZES = ["tiny", "family", "large", "stress", "memory"];
const args = process.argv.slice(2);
if (args[0] === "--one") {
  process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL("../tsconfig.json", import.meta.url));
  register();
  const { benchmark } = await import(new URL("../lib/planner/benchmark.ts", import.meta.url).href);
  await benchmark(args[1], Number(args[2]), args[3] === "bare");
} else {
  const at = args.indexOf("--seeds");
  const seeds = at < 0 ? "0" : (args[at + 1] ?? "0");
  const chosen = SIZES.filter((size) => args.includes(size));
  for (const size of chosen.length > 0 ? chosen : SIZES) {
    const { status } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), "--one", size, seeds, args.includes("--bare") ? "bare" : ""],
      { stdio: "inherit" },
    );
    if (status !== 0) process.exitCode = 1;
  }
}
