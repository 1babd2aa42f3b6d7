import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { LaunchProblem } from "../../lib/db/embedded/problem.mjs";
import { ROOT } from "./place.mjs";
import { step } from "./steps.mjs";
import { runTool } from "./tool.mjs";

const OXLINT = "node_modules/oxlint/bin/oxlint";
/** Files that each break one rule on purpose. */
const FIXTURE = ".ci/lint-fixture";

/** @type {[name: string, check: () => Promise<unknown>][]} */
const CHECKS = [
  ["Route types", () => runTool("Route types", ["node_modules/next/dist/bin/next", "typegen"])],
  ["Types", () => runTool("Types", ["node_modules/typescript/bin/tsc", "--noEmit"])],
  ["Format", () => runTool("Format", ["node_modules/@biomejs/biome/bin/biome", "format", "--reporter=summary"])],
  ["Lint", () => runTool("Lint", [OXLINT, "--type-aware", "--disable-nested-config", "--deny-warnings"])],
  ["Lint flags what it must", flagsFixture],
  [
    "Unused files, exports and packages",
    () => runTool("Unused code", ["node_modules/knip/bin/knip.js", "--no-progress", "--no-config-hints"]),
  ],
];

/** Everything that reads the sources without running them. @returns {Promise<import("./tests.mjs").Count>} */
export async function checks() {
  const count = { passed: 0, failed: 0 };
  for (const [name, check] of CHECKS) {
    try {
      await step(name, check);
      count.passed++;
    } catch (error) {
      if (!(error instanceof LaunchProblem)) throw error;
      console.error(error.detail ?? error.message);
      count.failed++;
    }
  }
  return count;
}

/** Each file of the fixture must be flagged with the rule its first line names, or a rule has silently stopped to bite. */
async function flagsFixture() {
  const output = await runTool(
    "Linting the fixture",
    [OXLINT, "-c", `${FIXTURE}/oxlint.json`, "--type-aware", "-f", "json", FIXTURE],
    {},
    [0, 1],
  );
  /** @type {{ diagnostics: { filename: string, code: string }[] }} */
  const { diagnostics } = JSON.parse(output.slice(output.indexOf("{")));
  const missed = readdirSync(path.join(ROOT, FIXTURE), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => {
      const rule = /^\/\/ breaks: (\S+)/.exec(readFileSync(path.join(ROOT, FIXTURE, file), "utf8"))?.[1];
      return !diagnostics.some(({ filename, code }) => filename.endsWith(`${FIXTURE}/${file}`) && code.includes(`(${rule})`));
    });
  if (missed.length > 0) throw new LaunchProblem("The linter let pass what it must flag.", missed.join("\n"));
}
