import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from "node:crypto";
import { z } from "zod";
import type { Sealed } from "./format";

/** What a backup needs besides the database: without the encryption key nobody reads the card codes again. */
const keysSchema = z.object({ authSecret: z.string(), encryptionKey: z.string() });
export type Keys = z.infer<typeof keysSchema>;

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
const CIPHER = "aes-256-gcm";

/** Says which key it is without telling it. */
export function keyPrint(encryptionKey: string): string {
  return createHash("sha256").update(`commonpurse key print:${encryptionKey}`).digest("hex").slice(0, 16);
}

/** Seals the keys so that only the passphrase opens them. */
export function sealKeys(keys: Keys, passphrase: string): Sealed {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, scryptSync(passphrase.normalize("NFKC"), salt, 32, COST), iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(keys), "utf8"), cipher.final()]);
  const text = (bytes: Buffer) => bytes.toString("base64");
  return { salt: text(salt), iv: text(iv), tag: text(cipher.getAuthTag()), data: text(data) };
}

/** The keys again, or null when the passphrase is another one. */
export function openKeys(sealed: Sealed, passphrase: string): Keys | null {
  const bytes = (text: string) => Buffer.from(text, "base64");
  try {
    const key = scryptSync(passphrase.normalize("NFKC"), bytes(sealed.salt), 32, COST);
    const decipher = createDecipheriv(CIPHER, key, bytes(sealed.iv), { authTagLength: 16 });
    decipher.setAuthTag(bytes(sealed.tag));
    return keysSchema.parse(JSON.parse(Buffer.concat([decipher.update(bytes(sealed.data)), decipher.final()]).toString("utf8")));
  } catch {
    return null;
  }
}
