import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDataFolder } from "./data-folder.mjs";
import { tooOld } from "./node-version.mjs";
import { ROOT } from "./place.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "commonpurse-start-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the launcher as a person would; these starts all end before anything is installed or built. */
function start(args: string[], environment: Record<string, string> = {}): Promise<{ code: number | null; said: string[] }> {
  return new Promise((resolve, reject) => {
    const { DATABASE_URL: _, PORT: __, ...inherited } = process.env;
    const child = spawn(process.execPath, [path.join(ROOT, "bin/start.mjs"), ...args], {
      env: { ...inherited, COMMONPURSE_DATA: folder, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, said: output.trim().split("\n") }));
  });
}

/** Takes a free port for as long as `work` runs. */
async function withTakenPort<T>(work: (port: number) => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const address = server.address();
  try {
    return await work(typeof address === "object" && address !== null ? address.port : 0);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

describe("what a person can mend is one line, and no start", () => {
  test("a taken port", async () => {
    const { code, said, port } = await withTakenPort(async (taken) => ({ port: taken, ...(await start(["--port", String(taken)])) }));
    expect(said).toEqual([`✗ Port ${port} is taken by another program. Choose another: npm start -- --port 3000`]);
    expect(code).toBe(1);
  });

  test("a second start on the same data folder", async () => {
    const { release } = openDataFolder(folder);
    const { code, said } = await start(["--port", "0"]);
    release();
    expect(said).toEqual([`✗ Commonpurse is already running on the data folder ${folder} (process ${process.pid}).`]);
    expect(code).toBe(1);
  });

  test("a data folder that can't be written", async () => {
    writeFileSync(path.join(folder, "file"), "");
    const data = path.join(folder, "file", "data");
    const { code, said } = await start([], { COMMONPURSE_DATA: data });
    expect(said).toEqual([`✗ The data folder ${data} can't be written (ENOTDIR). Set COMMONPURSE_DATA to a folder of yours.`]);
    expect(code).toBe(1);
  });

  test.each([
    [["--port", "http"], {}, '✗ "http" is no port: it is a number from 1 to 65535.'],
    [["--port", "70000"], {}, '✗ "70000" is no port: it is a number from 1 to 65535.'],
    [["--prot"], {}, "✗ Unknown option '--prot'. npm start -- --help lists what there is."],
    [[], { DATABASE_URL: "mysql://here" }, "✗ DATABASE_URL is no address of a Postgres (postgresql://…)."],
    [
      ["--demo"],
      { DATABASE_URL: "postgresql://here/mine" },
      "✗ The demo never goes into a database of yours: unset DATABASE_URL to start it on its own.",
    ],
  ])("npm start -- %j %j", async (args, environment, line) => {
    expect(await start(args, environment)).toEqual({ code: 1, said: [line] });
  });

  test("secrets that are gone while their database is there", async () => {
    const { release } = openDataFolder(folder);
    release();
    rmSync(path.join(folder, "secrets.json"));
    writeFileSync(path.join(folder, "postgres"), "");
    expect((await start(["--port", "0"])).said).toEqual([
      `✗ ${folder}/secrets.json is missing, but there is a database beside it. Put it back from a backup, or move the database away.`,
    ]);
  });
});

test("a failed start leaves the folder free for the next", async () => {
  await withTakenPort((port) => start(["--port", String(port)]));
  openDataFolder(folder).release();
});

test("secrets are made once, are long, and only their owner reads them", () => {
  const first = openDataFolder(folder);
  first.release();
  const again = openDataFolder(folder);
  again.release();
  expect(again.secrets).toEqual(first.secrets);
  expect(Object.values(first.secrets).every((secret) => secret.length >= 16)).toBe(true);
  expect(new Set(Object.values(first.secrets)).size).toBe(Object.keys(first.secrets).length);
});

describe("Node.js", () => {
  test.each(["18.20.8", "20.18.3", "14.0.0"])("%s is too old", (version) => {
    expect(tooOld(version)).toContain(`this is ${version}`);
  });

  test.each(["20.19.0", "20.20.2", "22.1.0", "24.0.0"])("%s will do", (version) => {
    expect(tooOld(version)).toBeUndefined();
  });

  test("the oldest one is the same in package.json", () => {
    const { engines } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
    const oldest = engines.node.replace(">=", "");
    expect(tooOld(`${oldest}.0`)).toBeUndefined();
    const [major, minor] = oldest.split(".").map(Number);
    expect(tooOld(`${major}.${minor - 1}.9`)).toBeDefined();
  });
});
