/**
 * `npm run screenshots`: starts the demo household in a folder of its own and takes the pictures of the main pages, phone and desktop, light and
 * dark, into docs/screens/.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import { browserOnMachine } from "./launch/browser.mjs";
import { ROOT } from "./launch/place.mjs";

const PORT = process.env.PORT ?? "3320";
const ADDRESS = `http://localhost:${PORT}`;
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

const data = mkdtempSync(path.join(tmpdir(), "commonpurse-screens-"));
const server = spawn(process.execPath, ["bin/start.mjs", "--demo"], {
  cwd: ROOT,
  env: { ...process.env, PORT, COMMONPURSE_DATA: data, DATABASE_URL: "" },
  stdio: ["ignore", "pipe", "inherit"],
});
const stopped = new Promise((resolve) => server.once("close", resolve));
const executablePath = browserOnMachine();
const args = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : [];

try {
  const signIn = await ready();
  const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  mkdirSync(path.join(ROOT, "docs/screens"), { recursive: true });
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of /** @type {const} */ (["light", "dark"]))
      await takePictures(browser, { size, viewport, colorScheme }, signIn);
  }
  await browser.close();
} finally {
  server.kill("SIGTERM");
  await stopped;
  rmSync(data, { recursive: true, force: true });
}

/** Waits for the address line; the line before says how to sign in. @returns {Promise<{ email: string, password: string }>} */
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

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {{ size: string, viewport: { width: number, height: number }, colorScheme: "light" | "dark" }} look
 * @param {{ email: string, password: string }} signIn
 */
async function takePictures(browser, { size, viewport, colorScheme }, signIn) {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: "America/New_York",
  });
  const page = await context.newPage();
  const dark = colorScheme === "dark" ? "-dark" : "";
  const take = (/** @type {string} */ name) =>
    page.screenshot({ path: path.join(ROOT, "docs/screens", `${name}-${size}${dark}.png`), animations: "disabled" });
  await page.goto(`${ADDRESS}/sign-in`);
  await take("sign-in");
  await page.getByLabel("E-mail").fill(signIn.email);
  await page.getByLabel("Password", { exact: true }).fill(signIn.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/h\/[\w-]+$/u);
  const home = page.url();
  await take("home");
  const places = /** @type {const} */ ([
    ["list", "lists", "Weekly"],
    ["plan", "plans", "Weekly"],
    ["balances", "balances", null],
    ["household", "household", null],
  ]);
  for (const [name, place, link] of places) {
    await page.goto(`${home}/${place}`);
    if (link) await page.getByRole("main").getByRole("link", { name: link }).first().click();
    if (link) await page.waitForURL(new RegExp(`/${place}/[\\w-]+$`, "u"));
    await page.waitForLoadState("load");
    await take(name);
  }
  await context.close();
}
