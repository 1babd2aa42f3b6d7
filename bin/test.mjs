/**
 * `npm test`: from a bare checkout through every layer of tests; the last line is their sum. `node bin/test.mjs LAYER …` runs one layer, and
 * what follows its name goes to the layer's tool.
 */
import { tooOld } from "./launch/node-version.mjs";

const problem = tooOld(process.versions.node);
if (problem) {
  console.error("✗ " + problem);
  process.exitCode = 1;
} else {
  void import("./launch/tests.mjs").then((tests) => tests.run(process.argv.slice(2)));
}
