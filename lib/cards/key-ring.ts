import { readFileSync } from "node:fs";
import { present } from "@/lib/kernel/assert";

/** The keys that open what is kept encrypted, by version. New things are sealed with the newest; the others are on their way out. */
export type KeyRing = { readonly newest: number; readonly keys: ReadonlyMap<number, Buffer> };

const KEY_BYTES = 32;

/** Reads a ring as the secrets keep it: "2:<base64> 1:<base64>"; a key without a version is the first. Never says what stands in it. */
export function parseRing(text: string): KeyRing {
  const keys = new Map<number, Buffer>();
  for (const word of text.trim().split(/\s+/u)) {
    const [, version = "1", encoded = ""] = /^(?:(\d{1,6}):)?(.+)$/u.exec(word) ?? [];
    const key = Buffer.from(encoded, "base64");
    if (key.length !== KEY_BYTES) throw new Error("COMMONPURSE_ENCRYPTION_KEY holds something that isn't 32 bytes in base64");
    if (Number(version) < 1 || keys.has(Number(version))) throw new Error("COMMONPURSE_ENCRYPTION_KEY names a version twice, or 0");
    keys.set(Number(version), key);
  }
  return { newest: Math.max(...keys.keys()), keys };
}

/** The ring as text, the newest key first. */
export function ringText({ keys }: KeyRing): string {
  return [...keys]
    .sort(([a], [b]) => b - a)
    .map(([version, key]) => `${version}:${key.toString("base64")}`)
    .join(" ");
}

/** The secrets file that `npm start` keeps, unless the person manages the key in the environment. */
export function keyFile(): string | null {
  return process.env.COMMONPURSE_KEY_FILE || null;
}

/** The ring as it is now: a rotation next door changes the file while this process runs. */
export function keyRing(): KeyRing {
  const file = keyFile();
  const text =
    file === null ? process.env.COMMONPURSE_ENCRYPTION_KEY : encryptionKeyIn(readFileSync(/* turbopackIgnore: true */ file, "utf8"));
  if (!text) throw new Error("COMMONPURSE_ENCRYPTION_KEY is missing: start the app with `npm start`");
  return parseRing(text);
}

function encryptionKeyIn(secrets: string): string | undefined {
  const { encryptionKey } = JSON.parse(secrets) as { readonly encryptionKey?: string };
  return encryptionKey;
}

/** The key of a version; a version nobody has a key for is a bug or a lost secrets file. */
export function keyOf(ring: KeyRing, version: number): Buffer {
  return present(ring.keys.get(version), `encryption key ${version}`);
}
