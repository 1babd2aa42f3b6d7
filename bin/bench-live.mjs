#!/usr/bin/env node
/**
 * `npm run bench:live -- [pages] [clicks]`: starts the app with the demo household in a folder of its own, opens so many pages' connections to one
 * list, and prints how long a click takes to reach them, what a connection weighs, and what it costs when all come back at once. Two of the
 * pages are real ones in a browser: on one the clicks are made, on the other it is seen when the row has moved.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import { browserOnMachine } from "./launch/browser.mjs";
import { ROOT } from "./launch/place.mjs";

const [PAGES, CLICKS] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 60)];
const PORT = process.env.PORT ?? "3330";
const ADDRESS = `http://localhost:${PORT}`;
const PAUSE_MS = 150;

/** @typedef {{ at: number, version: number }} Heard */

const data = mkdtempSync(path.join(tmpdir(), "commonpurse-bench-"));
const server = spawn(process.execPath, ["bin/start.mjs", "--demo"], {
  cwd: ROOT,
  env: { ...process.env, PORT, COMMONPURSE_DATA: data, DATABASE_URL: "", LOG_LEVEL: "error" },
  stdio: ["ignore", "pipe", "inherit"],
});
const stopped = new Promise((resolve) => server.once("close", resolve));
try {
  await bench(await ready());
} finally {
  server.kill("SIGTERM");
  await stopped;
  rmSync(data, { recursive: true, force: true });
}

/** @returns {Promise<{ email: string, password: string }>} */
async function ready() {
  let signIn;
  for await (const line of createInterface({ input: /** @type {import("node:stream").Readable} */ (server.stdout) })) {
    const found = /Sign in to the demo as \S+ or (?<email>\S+) with the password (?<password>\S+)/u.exec(line);
    if (found?.groups) signIn = { email: found.groups.email ?? "", password: found.groups.password ?? "" };
    if (line.includes("is ready at")) break;
  }
  if (!signIn) throw new Error("the demo didn't start");
  return signIn;
}

/** @param {{ email: string, password: string }} signIn */
async function bench(signIn) {
  const executablePath = browserOnMachine();
  const args = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : [];
  const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  const context = await browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`${ADDRESS}/sign-in`);
  await page.getByLabel("E-mail").fill(signIn.email);
  await page.getByLabel("Password", { exact: true }).fill(signIn.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/h\/[\w-]+$/u);
  const household = new URL(page.url()).pathname;
  await page.goto(`${ADDRESS}${household}/lists`);
  const list =
    (await page
      .getByRole("main")
      .getByRole("link", { name: /Weekly/u })
      .first()
      .getAttribute("href")) ?? "";
  await page.goto(`${ADDRESS}${list}`);
  const other = await context.newPage();
  await other.goto(`${ADDRESS}${list}`);
  const box = page.getByRole("checkbox").first();
  const name = (await box.getAttribute("aria-label")) ?? "";
  const cookie = (await context.cookies()).map((each) => `${each.name}=${each.value}`).join("; ");

  const before = memory();
  const address = `${ADDRESS}${household}/events?list=${list.split("/").at(-1)}`;
  const pages = await Promise.all(Array.from({ length: PAGES - 2 }, () => openPage(address, cookie, 0)));
  await Promise.all(pages.map((each) => each.heard(() => true)));
  const after = memory();
  console.log(`${PAGES} open pages on one list, ${CLICKS} clicks`);
  console.log(
    `memory: ${before} MB before, ${after} MB with all of them: ${(((after - before) * 1024) / pages.length).toFixed(0)} KB a connection`,
  );

  const [toOthers, toScreen] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let click = 0; click < CLICKS; click += 1) {
    const version = Math.max(...pages.map((each) => each.version()));
    const checked = click % 2 === 0;
    const seen = other.evaluate(waitForTick, { name, checked: String(checked) });
    const clicked = await page.evaluate(clickTick, name);
    const heard = await Promise.all(pages.map((each) => each.heard((one) => one.version > version)));
    toOthers.push(...heard.map(({ at }) => at - clicked));
    toScreen.push((await seen) - clicked);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  console.log(`click to the other pages' connections: ${distribution(toOthers)}`);
  console.log(`click to the other page's screen:      ${distribution(toScreen)}`);

  const missedFrom = Math.max(...pages.map((each) => each.version()));
  for (const each of pages) each.close();
  for (let click = 0; click < 10; click += 1) await page.evaluate(clickTick, name);
  await page.getByText("Saved", { exact: true }).waitFor();
  const [began, cpu] = [Date.now(), processorMs()];
  const back = await Promise.all(pages.map(() => openPage(address, cookie, missedFrom)));
  const caughtUp = await Promise.all(back.map((each) => each.heard((one) => one.version > missedFrom)));
  const took = caughtUp.map(({ at }) => at - began);
  console.log(
    `all back at once, having missed changes: ${distribution(took)}; ${((processorMs() - cpu) / pages.length).toFixed(1)} ms of the server's processor each`,
  );
  for (const each of back) each.close();
  await browser.close();
}

/** Runs in the page: presses the row's box and says when. @param {string} name */
function clickTick(name) {
  const box = [...document.querySelectorAll("[role=checkbox]")].find((each) => each.getAttribute("aria-label") === name);
  const now = Date.now();
  if (box instanceof HTMLElement) box.click();
  return now;
}

/** Runs in the other page: waits until the row says so. @param {{ name: string, checked: string }} wanted */
function waitForTick({ name, checked }) {
  const isSo = () =>
    [...document.querySelectorAll("[role=checkbox]")].some(
      (each) => each.getAttribute("aria-label") === name && each.getAttribute("aria-checked") === checked,
    );
  return new Promise((resolve) => {
    const look = () => isSo() && (watch.disconnect(), resolve(Date.now()));
    const watch = new MutationObserver(look);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    look();
  });
}

/** A page's connection without the page. @param {string} address @param {string} cookie @param {number} since */
async function openPage(address, cookie, since) {
  const connection = new AbortController();
  const response = await fetch(`${address}&since=${since}`, { headers: { cookie }, signal: connection.signal });
  if (!response.body) throw new Error(`events answered ${response.status}`);
  /** @type {Heard} */
  let last = { at: 0, version: 0 };
  /** @type {(() => void) | undefined} */
  let wake;
  const listen = async () => {
    const text = new TextDecoder();
    for await (const part of /** @type {AsyncIterable<Uint8Array>} */ (response.body)) {
      const ids = [...text.decode(part, { stream: true }).matchAll(/^id: (\d+)$/gmu)].map(([, id]) => Number(id));
      if (ids.length > 0) last = { at: Date.now(), version: Math.max(...ids) };
      wake?.();
    }
  };
  listen().catch(() => undefined);
  return {
    version: () => last.version,
    /** @param {(heard: Heard) => boolean} isIt */
    heard: async (isIt) => {
      while (last.version === 0 || !isIt(last))
        await new Promise((resolve) => {
          wake = () => resolve(undefined);
        });
      return last;
    },
    close: () => connection.abort(),
  };
}

/** @param {number[]} times */
function distribution(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`;
}

/** The server's memory in MB; the system tells it on Linux. */
function memory() {
  const found = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"));
  return Math.round(Number(found?.[1] ?? 0) / 1024);
}

/** Processor time that the server has used, in ms. */
function processorMs() {
  const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
