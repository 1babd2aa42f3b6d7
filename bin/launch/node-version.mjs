/** Oldest Node.js the application runs on. Kept in step with "engines" in package.json. */
const OLDEST = [20, 19];

/**
 * One line where this Node.js is too old, else undefined. Written for, and importable by, much older ones.
 * @param {string} version as in process.versions.node
 */
export function tooOld(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  const fits = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return fits ? undefined : "Commonpurse needs Node.js " + OLDEST.join(".") + " or newer; this is " + version + ".";
}
