import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { browserOnMachine } from "./bin/launch/browser.mjs";

// Set once, in the first process that reads this file; the workers inherit both.
process.env.E2E_PORT ??= "3210";
if (!process.env.E2E_DATA) {
  const folder = mkdtempSync(path.join(tmpdir(), "commonpurse-e2e-"));
  process.env.E2E_DATA = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}

const address = `http://localhost:${process.env.E2E_PORT}`;
const executablePath = browserOnMachine();
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalTeardown: "./e2e/verify-books.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Some tests walk three people through everything; on a busy machine that takes its time.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: address,
    // A trace of every step costs as much processor time as the steps; it is made when asked for.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    locale: "en-US",
    timezoneId: "America/New_York",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  // A test tagged with one size isn't about the layout, and runs at that size only.
  projects: [
    {
      name: "phone",
      grepInvert: /@desktop/u,
      use: { browserName: "chromium", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    { name: "desktop", grepInvert: /@phone/u, use: { browserName: "chromium", viewport: { width: 1280, height: 800 } } },
  ],
  // The launcher itself, so that what people start is what is tested: an empty data folder, the production build.
  webServer: {
    // What it says on standard output is kept: requests.spec.ts reads the log.
    command: `node bin/start.mjs > "${path.join(process.env.E2E_DATA, "server.log")}"`,
    url: `${address}/api/health/ready`,
    env: { PORT: process.env.E2E_PORT, COMMONPURSE_DATA: process.env.E2E_DATA, DATABASE_URL: "" },
    reuseExistingServer: false,
    timeout: 300_000,
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
