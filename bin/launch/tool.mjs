import { spawn } from "node:child_process";
import { LaunchProblem } from "../../lib/db/embedded/problem.mjs";
import { ROOT } from "./place.mjs";

/**
 * Runs a Node program of the checkout quietly; its output is shown only where it fails.
 * @param {string} what how the failure is named, e.g. "Building the application"
 * @param {string[]} args script and its arguments
 * @param {NodeJS.ProcessEnv} [environment] added to ours
 * @returns {Promise<string>} what it printed
 */
export function runTool(what, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
    });
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(output);
      else if (/ENOSPC|No space left/i.test(output)) reject(new LaunchProblem(`${what} failed: the disk is full.`, output));
      else reject(new LaunchProblem(`${what} failed.`, output));
    });
  });
}
