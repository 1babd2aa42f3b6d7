/**
 * What the application finds in its environment besides DATABASE_URL. What the person set themselves goes first.
 * @param {import("./secrets.mjs").Secrets} secrets
 * @returns {Record<string, string>}
 */
export function applicationEnvironment(secrets) {
  return {
    AUTH_SECRET: process.env.AUTH_SECRET || secrets.authSecret,
    COMMONPURSE_ENCRYPTION_KEY: process.env.COMMONPURSE_ENCRYPTION_KEY || secrets.encryptionKey,
    // Reached under several names (localhost, the machine's address), none known beforehand.
    AUTH_TRUST_HOST: "true",
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
