import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * The folder that holds everything which isn't in the checkout: database, secrets, logs. The demo has its own inside it.
 * @param {{ demo?: boolean }} [options]
 */
export function dataFolderPath({ demo = false } = {}) {
  const folder = path.resolve(ROOT, process.env.COMMONPURSE_DATA || ".data");
  return demo ? path.join(folder, "demo") : folder;
}
