import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./place.mjs";

/**
 * A step that turns sources into something kept is skipped while its sources hash to what was written down after it last succeeded.
 * @param {string} stamp file, placed inside what the step makes, so that it vanishes with it
 * @param {string} fingerprint
 */
export function isCurrent(stamp, fingerprint) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint;
}

/**
 * @param {string} stamp
 * @param {string} fingerprint
 */
export function writeStamp(stamp, fingerprint) {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

/**
 * One hash over names and contents of files and folders of the checkout; what does not exist counts as absent.
 * @param {string[]} places relative to the checkout
 * @param {{ skip?: (relative: string) => boolean, also?: string[] }} [options] `also`: further words that change the result
 */
export function fingerprint(places, { skip = () => false, also = [] } = {}) {
  const hash = createHash("sha256");
  for (const word of also) hash.update(`${word}\0`);
  const visit = (/** @type {string} */ relative) => {
    if (skip(relative)) return;
    const absolute = path.join(ROOT, relative);
    if (!existsSync(absolute)) return;
    if (statSync(absolute).isDirectory()) {
      for (const name of readdirSync(absolute).sort()) visit(path.posix.join(relative, name));
    } else {
      hash.update(`${relative}\0`).update(readFileSync(absolute)).update("\0");
    }
  };
  for (const place of places) visit(place);
  return hash.digest("hex");
}
