import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { proofsIn, rowsOf, type Proof, type Row } from "./behaviours";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Its own test speaks of rows it doesn't prove. */
const OWN = "lib/behaviours/";

export const DOCUMENT = path.join(ROOT, "docs/BEHAVIOURS.md");

export function acceptanceRows(): Row[] {
  return rowsOf(readFileSync(path.join(ROOT, "docs/ACCEPTANCE.md"), "utf8"));
}

/** Every test of the project that names rows, in the order of the files. */
export function allProofs(): Proof[] {
  return ["app", "e2e", "lib"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file.replaceAll(path.sep, "/")}`)
      .filter((file) => /\.(?:test|spec)\.tsx?$/u.test(file) && !file.startsWith(OWN))
      .sort()
      .flatMap((file) => proofsIn(file, readFileSync(path.join(ROOT, file), "utf8"))),
  );
}
