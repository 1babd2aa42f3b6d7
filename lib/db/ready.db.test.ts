import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { schemaIsReady } from "./ready";

it("is ready when every migration of this version is applied, and not before", async () => {
  expect(await schemaIsReady()).toBe(true);
  const folder = mkdtempSync(path.join(tmpdir(), "commonpurse-migrations-"));
  try {
    expect(await schemaIsReady(folder)).toBe(false);
    mkdirSync(path.join(folder, "29991231000000_not_yet"));
    expect(await schemaIsReady(folder)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(await schemaIsReady("/nowhere")).toBe(false);
});
