import { LaunchProblem } from "../../lib/db/embedded/problem.mjs";

/**
 * Tells the person what went wrong and ends with a failure: one line for what they can mend, a stack trace for a bug.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  const problem = error instanceof LaunchProblem ? error : diskProblem(error);
  if (problem === undefined) {
    console.error(error);
  } else {
    console.error(`✗ ${problem.message}`);
    if (problem.detail) console.error(problem.detail.trimEnd());
  }
  process.exit(1);
}

/**
 * A full or unwritable disk can be met at any file; wherever it happens it is told the same way.
 * @param {unknown} error
 */
function diskProblem(error) {
  const { code, path: file } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  if (code === "ENOSPC")
    return new LaunchProblem(`The disk is full${file ? `: ${file} could not be written` : ""}. Make room and start again.`);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new LaunchProblem(`${file ?? "A folder"} can't be written by this account.`);
  }
  return undefined;
}
