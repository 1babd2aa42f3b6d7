/**
 * `npm start`: from a bare checkout to a running application. Nothing but the version check is loaded before Node.js is known to be new
 * enough, since the rest uses what older ones can't read.
 */
import { tooOld } from "./launch/node-version.mjs";

const problem = tooOld(process.versions.node);
if (problem) {
  console.error("✗ " + problem);
  process.exitCode = 1;
} else {
  void import("./launch/application.mjs").then((application) => application.start(process.argv.slice(2)));
}
