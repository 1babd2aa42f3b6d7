import path from "node:path";

/**
 * What the application finds in its environment besides DATABASE_URL. What the person set themselves goes first.
 * @param {import("./secrets.mjs").Secrets} secrets
 * @param {string} folder the data folder they lie in
 * @returns {Record<string, string>}
 */
export function applicationEnvironment(secrets, folder) {
  const ownKey = process.env.COMMONPURSE_ENCRYPTION_KEY;
  return {
    AUTH_SECRET: process.env.AUTH_SECRET || secrets.authSecret,
    COMMONPURSE_ENCRYPTION_KEY: ownKey || secrets.encryptionKey,
    // A rotation changes the key in this file while the application runs; a key of the person's own is theirs to change.
    ...(ownKey ? {} : { COMMONPURSE_KEY_FILE: path.join(folder, "secrets.json") }),
    // Reached under several names (localhost, the machine's address), none known beforehand.
    AUTH_TRUST_HOST: "true",
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
