import { spawn } from "node:child_process";
import { LaunchProblem } from "../../lib/db/embedded/problem.mjs";
import { ROOT } from "./place.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a Node program of the checkout quietly; its output is shown only where it fails.
 * @param {string} what how the failure is named, e.g. "Building the application"
 * @param {string[]} args script and its arguments
 * @param {Record<string, string>} [environment] added to ours
 * @param {number[]} [good] exit codes that are no failure
 * @returns {Promise<string>} what it printed
 */
export function runTool(what, args, environment = {}, good = [0]) {
  return run(what, process.execPath, args, environment, good);
}

/**
 * Runs a Node program of the checkout in full view.
 * @param {string[]} args script and its arguments
 * @param {Record<string, string>} [environment] added to ours
 * @returns {Promise<number>} its exit code
 */
export function showTool(args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment },
    });
    running.add(child);
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs npm quietly: the one that started us, or else the one on the path.
 * @param {string} what
 * @param {string[]} args
 * @param {Record<string, string>} [environment] added to ours
 */
export function runNpm(what, args, environment = {}) {
  const { npm_execpath: npm } = process.env;
  if (npm !== undefined && /npm-cli\.[cm]?js$/.test(npm)) return run(what, process.execPath, [npm, ...args], environment);
  return run(what, process.platform === "win32" ? "npm.cmd" : "npm", args, environment);
}

/**
 * Ends what is still running; for when the person stops us midway. Test runners clean up after themselves on SIGINT only.
 * @param {NodeJS.Signals} [signal]
 */
export function stopTools(signal = "SIGTERM") {
  for (const child of running) child.kill(signal);
}

/**
 * @param {string} what
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} environment
 * @param {number[]} [good]
 * @returns {Promise<string>}
 */
function run(what, command, args, environment, good = [0]) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
      shell: command.endsWith(".cmd"),
    });
    running.add(child);
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.once("close", (code) => {
      running.delete(child);
      if (code !== null && good.includes(code)) resolve(output);
      else if (/ENOSPC|No space left/i.test(output))
        reject(new LaunchProblem(`${what} failed: the disk is full. Make room and start again.`));
      else reject(new LaunchProblem(`${what} failed.`, output));
    });
  });
}
