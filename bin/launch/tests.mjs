import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { LaunchProblem } from "../../lib/db/embedded/problem.mjs";
import { ensureBrowser } from "./browser.mjs";
import { buildApplication } from "./build.mjs";
import { checks } from "./checks.mjs";
import { fail } from "./failure.mjs";
import { generateClient } from "./generate.mjs";
import { installPackages } from "./install.mjs";
import { ROOT } from "./place.mjs";
import { changeCheckout } from "./prepare.mjs";
import { showTool, stopTools } from "./tool.mjs";

/** What a layer came to. @typedef {{ passed: number, failed: number }} Count */

/** In the order of cost: what fails fast is seen first. */
const LAYERS = ["check", "unit", "db", "e2e"];
const RESULTS = path.join(ROOT, "test-results");

/** @param {string[]} args */
export async function run(args) {
  const [layer, ...rest] = args;
  let stopped = false;
  const stop = () => {
    stopped = true;
    stopTools("SIGINT");
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  try {
    if (layer !== undefined && !LAYERS.includes(layer)) throw new LaunchProblem(`There is no layer "${layer}": ${LAYERS.join(", ")}.`);
    await changeCheckout(async () => {
      await installPackages();
      await generateClient();
    });
    mkdirSync(RESULTS, { recursive: true });
    const total = { passed: 0, failed: 0 };
    for (const name of layer === undefined ? LAYERS : [layer]) {
      if (stopped) throw new LaunchProblem("Stopped.");
      const began = Date.now();
      console.log(`\n── ${name}`);
      const { passed, failed } = await runLayer(name, rest);
      console.log(`── ${name}: ${passed} passed, ${failed} failed (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      total.passed += passed;
      total.failed += failed;
    }
    console.log(`\n${total.passed} passed, ${total.failed} failed`);
    process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
  } catch (error) {
    fail(error);
  }
}

/**
 * @param {string} layer
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function runLayer(layer, args) {
  if (layer === "check") return checks();
  if (layer === "e2e") return endToEnd(args);
  const file = path.join(RESULTS, `${layer}.json`);
  rmSync(file, { force: true });
  const code = await showTool([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    layer,
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${file}`,
    ...args,
  ]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { numPassedTests: 0, numFailedTests: 0 };
  return counted(report.numPassedTests, report.numFailedTests, code);
}

/**
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function endToEnd(args) {
  await ensureBrowser();
  try {
    await changeCheckout(buildApplication);
  } catch (error) {
    if (!(error instanceof LaunchProblem)) throw error;
    console.error(`✗ ${error.message}\n${error.detail ?? ""}`);
    return { passed: 0, failed: 1 };
  }
  const file = path.join(RESULTS, "e2e.json");
  rmSync(file, { force: true });
  const data = mkdtempSync(path.join(tmpdir(), "commonpurse-e2e-"));
  try {
    const code = await showTool(["node_modules/@playwright/test/cli.js", "test", ...args], { E2E_DATA: data, FORCE_COLOR: "0" });
    const { stats } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { stats: { expected: 0, unexpected: 0, flaky: 0 } };
    const walked = counted(stats.expected, stats.unexpected + stats.flaky, code);
    // The build counts as a test, too.
    return { passed: walked.passed + 1, failed: walked.failed };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * A tool that failed without a failed test (a file that couldn't be loaded, a server that didn't start) counts as one failure.
 * @param {number} passed
 * @param {number} failed
 * @param {number} code
 * @returns {Count}
 */
function counted(passed, failed, code) {
  return { passed, failed: Math.max(failed, code === 0 ? 0 : 1) };
}
