import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { putKeys, readOrMakeSecrets } from "@/bin/launch/secrets.mjs";
import { readArguments } from "./arguments";

it("reads a file, from where the person stands, and --replace", () => {
  const before = process.env.INIT_CWD;
  process.env.INIT_CWD = "/home/anna";
  expect(readArguments("backup", ["books.sql"])).toEqual({ file: path.resolve("/home/anna/books.sql"), replace: false });
  expect(readArguments("restore", ["--replace", "/mnt/books.sql"])).toEqual({ file: path.resolve("/mnt/books.sql"), replace: true });
  if (before === undefined) delete process.env.INIT_CWD;
  else process.env.INIT_CWD = before;
});

it.each([[[]], [["a.sql", "b.sql"]], [["a.sql", "--force"]]])("says how it is called, for %j", (args) => {
  expect(() => readArguments("restore", args)).toThrow("npm run restore -- FILE [--replace]");
});

it("puts the keys of a backup in place of this installation's, and leaves what belongs to its own server", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "commonpurse-keys-"));
  try {
    const made = readOrMakeSecrets(folder);
    const file = path.join(folder, "secrets.json");
    putKeys(file, { authSecret: "theirs", encryptionKey: "theirs too" });
    expect(readOrMakeSecrets(folder)).toEqual({ ...made, authSecret: "theirs", encryptionKey: "theirs too" });
    expect(statSync(file).mode & 0o077).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
