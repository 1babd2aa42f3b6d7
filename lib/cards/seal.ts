import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Id } from "@/lib/kernel/id";
import { keyOf, type KeyRing } from "./key-ring";

/** What is secret about a card. An empty PIN means that it has none. */
export type Secret = { readonly code: string; readonly pin: string };

/** Whose card it is: sealed text opens nowhere else. */
export type Place = { readonly householdId: Id; readonly cardId: Id };

export type Sealed = { readonly sealed: string; readonly keyVersion: number };

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

function placeText({ householdId, cardId }: Place): Buffer {
  return Buffer.from(`commonpurse card ${householdId} ${cardId}`);
}

/** Encrypts with the newest key; the answer is nonce, tag and ciphertext in base64. */
export function seal(ring: KeyRing, place: Place, { code, pin }: Secret): Sealed {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(ring, ring.newest), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(placeText(place));
  const text = Buffer.concat([cipher.update(JSON.stringify({ code, pin }), "utf8"), cipher.final()]);
  return { sealed: Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64"), keyVersion: ring.newest };
}

/** Decrypts; throws when the text was changed, or belongs to another card. */
export function unseal(ring: KeyRing, place: Place, { sealed, keyVersion }: Sealed): Secret {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv(ALGORITHM, keyOf(ring, keyVersion), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(placeText(place));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(text.toString("utf8")) as Secret;
}
