import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeLock } from "./folder-lock.mjs";
import { ROOT } from "./place.mjs";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "commonpurse-lock-"));
  file = path.join(folder, "lock");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a lock is held by one, and free again when released", () => {
  const lock = takeLock(file);
  expect(takeLock(file)).toEqual({ heldBy: process.pid });
  if ("release" in lock) lock.release();
  expect(existsSync(file)).toBe(false);
  expect(takeLock(file)).toHaveProperty("release");
});

test("a dead process's lock is taken over", () => {
  writeFileSync(file, "999999999 12345\n");
  expect(takeLock(file)).toHaveProperty("release");
});

test("a lock of a process that had the number before is taken over", () => {
  writeFileSync(file, `${process.pid} 1\n`);
  expect(takeLock(file)).toHaveProperty("release");
});

test("of many that find a dead lock at once, one gets it, and nothing else is left in the folder", async () => {
  writeFileSync(file, "999999999 12345\n");
  const script = `
    import { takeLock } from ${JSON.stringify(path.join(ROOT, "bin/launch/folder-lock.mjs"))};
    const lock = takeLock(${JSON.stringify(file)});
    process.stdout.write("release" in lock ? "won\\n" : "lost\\n");
    process.stdin.resume();
  `;
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["pipe", "pipe", "inherit"] }),
  );
  const words = await Promise.all(
    children.map((child) => new Promise<string>((resolve) => child.stdout.once("data", (word) => resolve(`${word}`.trim())))),
  );
  for (const child of children) child.kill("SIGKILL");
  expect(words.filter((word) => word === "won")).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(["lock"]);
});
