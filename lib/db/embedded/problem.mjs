/**
 * A failure whose message is written for the person who started the program: one line that says what is wrong and what to do.
 * It is shown without a stack trace; every other error is a bug and keeps its trace.
 */
export class LaunchProblem extends Error {
  /**
   * @param {string} message one line
   * @param {string} [detail] output of a failed tool, shown below the line
   */
  constructor(message, detail) {
    super(message);
    this.name = "LaunchProblem";
    /** @type {string | undefined} */
    this.detail = detail;
  }
}
