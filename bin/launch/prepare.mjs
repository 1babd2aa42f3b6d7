import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { takeLock } from "./folder-lock.mjs";
import { ROOT } from "./place.mjs";
import { step } from "./steps.mjs";

/**
 * Runs work that changes the checkout (installing, generating, building) while no other start does the same.
 * @param {() => Promise<void>} work
 */
export async function changeCheckout(work) {
  const folder = path.join(ROOT, ".data");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "prepare.lock");
  let lock = takeLock(file);
  if ("heldBy" in lock) {
    await step(`Waiting for another start that prepares this checkout (process ${lock.heldBy})`, async () => {
      while ("heldBy" in lock) {
        await wait(250);
        lock = takeLock(file);
      }
    });
  }
  try {
    await work();
  } finally {
    if ("release" in lock) lock.release();
  }
}
