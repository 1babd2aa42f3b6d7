import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { PlanResult } from "./contract";
import tiny from "./samples/tiny-1.json";

const COMMAND = fileURLToPath(new URL("../../bin/plan.mjs", import.meta.url));
const SAMPLE = fileURLToPath(new URL("./samples/tiny-1.json", import.meta.url));

async function run(args: string[], input = ""): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [COMMAND, ...args]);
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on("close", resolve)),
  ]);
  return { code, out, err };
}

describe("npm run plan", { timeout: 60_000 }, () => {
  it("plans a file", async () => {
    const { code, out, err } = await run([SAMPLE]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect((JSON.parse(out) as PlanResult).metrics.costMilliCents).toBe(10_219_000);
  });

  it("plans standard input", async () => {
    const { code, out } = await run([], JSON.stringify(tiny));
    expect(code).toBe(0);
    expect((JSON.parse(out) as PlanResult).status).toBe("optimal");
  });

  it.each([
    ["a bad field", JSON.stringify({ ...tiny, items: [{ ...tiny.items[0], quantity: -1 }] }), /^items\[0\]\.quantity: .*\n$/u],
    ["an unknown store", JSON.stringify({ ...tiny, stores: [] }), /^accounts\[0\]\.store: unknown store "m0"\n$/u],
    ["no JSON", "{", /^request: not JSON .*\n$/u],
  ])("ends with 2 and one line for %s", async (_, input, line) => {
    const { code, out, err } = await run(["-"], input);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(line);
  });

  it("ends with 2 for a file that isn't there", async () => {
    const { code, err } = await run(["/nowhere/request.json"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^request: can't read the file .*\n$/u);
  });
});
