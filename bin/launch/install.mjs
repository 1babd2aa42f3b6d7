import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./place.mjs";
import { step } from "./steps.mjs";
import { runNpm } from "./tool.mjs";

/** Installs the packages of package-lock.json where node_modules differs from it. */
export async function installPackages() {
  if (isInstalled()) return;
  await step("Installing packages", () => runNpm("Installing packages", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]));
}

/**
 * npm writes what it installed into a lock file of its own at the very end, so that an interrupted install counts as none.
 * Optional packages are those for other systems.
 */
function isInstalled() {
  const installedFile = path.join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = readPackages(path.join(ROOT, "package-lock.json"));
  const installed = readPackages(installedFile);
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === "") return true;
    const found = installed[place];
    return found === undefined ? optional === true : found.version === version;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
