#!/usr/bin/env node
// The planner on the command line: npm run --silent plan -- request.json
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL("../tsconfig.json", import.meta.url));
register();
const { planCommand } = await import(new URL("../lib/planner/command.ts", import.meta.url).href);
const { code, output, complaint } = await planCommand(process.argv.slice(2), process.stdin);
process.exitCode = code;
if (complaint) process.stderr.write(`${complaint}\n`);
process.stdout.write(output);
