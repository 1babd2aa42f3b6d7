import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { database } from "@/lib/db/client";
import { keyFile, keyRing, ringText, type KeyRing } from "@/lib/cards/key-ring";
import { seal, unseal } from "@/lib/cards/seal";
import { changeKeys } from "@/lib/cards/store";

/** How many cards were sealed anew, and whether the older keys are gone from the secrets file. */
export type Rotated = { readonly cards: number; readonly version: number; readonly oldKeysRemoved: boolean };

const BATCH = 100;

/** Whole or not at all: half a secrets file would lock the household out of its data. */
function writeRing(file: string, ring: KeyRing): void {
  const secrets = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...secrets, encryptionKey: ringText(ring) }, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * Gives all cards of all households a new key while the app may be running. Stopped at any moment, it leaves every card readable, and the
 * next call carries on: a new key is only made when the last rotation has ended, and the old one goes only when no card needs it.
 * Where the key is kept in the environment, the new one has to stand there beside the old one; then only the cards are sealed anew.
 */
export async function rotateCardKey({ batch = BATCH }: { readonly batch?: number } = {}): Promise<Rotated> {
  const file = keyFile();
  if (file !== null) await addKey(file);
  let cards = 0;
  for (;;) {
    const sealed = await sealAnew(batch);
    cards += sealed;
    if (sealed === 0) break;
  }
  return { cards, version: keyRing().newest, oldKeysRemoved: file !== null && (await dropOldKeys(file)) };
}

async function addKey(file: string): Promise<void> {
  await database().$transaction(async (tx) => {
    await changeKeys(tx);
    const ring = keyRing();
    if (ring.keys.size > 1) return;
    const version = ring.newest + 1;
    writeRing(file, { newest: version, keys: new Map([...ring.keys, [version, randomBytes(32)]]) });
  });
}

/** One batch of cards that an older key opens; the answer is how many there were. */
async function sealAnew(batch: number): Promise<number> {
  return database().$transaction(async (tx) => {
    const ring = keyRing();
    const cards = await tx.$queryRaw<{ householdId: string; cardId: string; sealed: string; keyVersion: number }[]>`
      select household_id::text as "householdId", id::text as "cardId", sealed, key_version as "keyVersion" from card
      where key_version <> ${ring.newest} order by household_id, id limit ${batch} for update`;
    for (const { sealed, keyVersion, ...place } of cards) {
      await tx.card.update({
        where: { householdId_id: { householdId: place.householdId, id: place.cardId } },
        data: seal(ring, place, unseal(ring, place, { sealed, keyVersion })),
      });
    }
    return cards.length;
  });
}

/** Whoever is adding a card just now has read the ring already: their card is waited for, and counted. */
async function dropOldKeys(file: string): Promise<boolean> {
  return database().$transaction(async (tx) => {
    await changeKeys(tx);
    const ring = keyRing();
    if ((await tx.card.count({ where: { keyVersion: { not: ring.newest } } })) > 0) return false;
    writeRing(file, { newest: ring.newest, keys: new Map([...ring.keys].filter(([version]) => version === ring.newest)) });
    return true;
  });
}
