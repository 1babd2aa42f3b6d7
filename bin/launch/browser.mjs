import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { LaunchProblem } from "../../lib/db/embedded/problem.mjs";
import { ROOT } from "./place.mjs";
import { step } from "./steps.mjs";

/** Where distributions put Chromium. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

/** The Chromium of this machine for the tests, or undefined: then Playwright's own is meant. */
export function browserOnMachine() {
  const given = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new LaunchProblem(`PLAYWRIGHT_CHROMIUM_PATH names ${given}, which is not there.`);
    return given;
  }
  return PLACES.find((place) => existsSync(place));
}

/**
 * Finds a browser for the tests or installs one: Playwright's own where it can be fetched, else the distribution's as root.
 * @returns {Promise<void>}
 */
export async function ensureBrowser() {
  if (browserOnMachine() !== undefined) return;
  await step("Installing a browser for the tests", async () => {
    const downloaded = spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
      cwd: ROOT,
      stdio: "ignore",
      timeout: 180_000,
    });
    if (downloaded.status === 0) return;
    if (process.getuid?.() === 0) {
      const options = {
        stdio: /** @type {const} */ ("ignore"),
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
        timeout: 600_000,
      };
      spawnSync("apt-get", ["update"], options);
      spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
      if (browserOnMachine() !== undefined) return;
    }
    throw new LaunchProblem("No Chromium was found or could be installed. Install one and set PLAYWRIGHT_CHROMIUM_PATH to it.");
  });
}
