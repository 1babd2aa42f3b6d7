import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addCard } from "@/lib/cards/commands";
import { keyRing, parseRing } from "@/lib/cards/key-ring";
import { revealCard } from "@/lib/cards/reveal";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/id";
import { testAccount } from "@/lib/stores/testing/account";
import { rotateCardKey } from "./rotate";

let folder = "";
const secrets = () => JSON.parse(readFileSync(path.join(folder, "secrets.json"), "utf8")) as Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "commonpurse-keys-"));
  const file = path.join(folder, "secrets.json");
  writeFileSync(file, JSON.stringify({ authSecret: "kept", encryptionKey: randomBytes(32).toString("base64") }));
  vi.stubEnv("COMMONPURSE_KEY_FILE", file);
  await database().card.deleteMany();
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function cards(count: number) {
  const { actors, householdId } = await testHousehold();
  const ben = present(actors.ben, "ben");
  const { storeId } = await testAccount(householdId, ben.memberId);
  const add = async (code: string) => {
    const added = await addCard(ben, newId(), {
      storeId,
      holderId: ben.memberId,
      amountCents: cents(100),
      secret: { code, pin: "" },
      label: "",
      expiry: "never",
      expiresOn: null,
      forMemberId: null,
      forOutside: "",
      boughtWithId: null,
      remindOn: null,
    });
    if (!added.ok) throw new Error(added.failure.code);
    return { id: added.value, code };
  };
  const all: { id: string; code: string }[] = [];
  for (let number = 0; number < count; number += 1) all.push(await add(`CODE-${number}-${householdId}`));
  const codesSeen = async () => {
    const seen: string[] = [];
    for (const { id } of all) {
      const secret = await revealCard(ben, id, systemClock);
      seen.push(secret.ok ? secret.value.code : secret.failure.code);
    }
    return seen;
  };
  return { add, codesSeen, codes: all.map(({ code }) => code) };
}

const versions = async () => (await database().card.findMany({ orderBy: { id: "asc" } })).map(({ keyVersion }) => keyVersion);

describe("a new key for all cards", () => {
  test("seals every card anew, takes the old key away, and leaves the other secrets alone", async () => {
    const { codes, codesSeen } = await cards(3);
    const before = secrets().encryptionKey;
    expect(await rotateCardKey({ batch: 2 })).toEqual({ cards: 3, version: 2, oldKeysRemoved: true });
    expect(await versions()).toEqual([2, 2, 2]);
    expect(secrets()).toEqual({ authSecret: "kept", encryptionKey: expect.stringMatching(/^2:\S+$/u) });
    expect(secrets().encryptionKey).not.toContain(before);
    expect(await codesSeen()).toEqual(codes);
  });

  test("killed in between, leaves every card readable, and the next call carries on with the same key", async () => {
    const { codes, codesSeen } = await cards(3);
    // The second card can't be opened for a moment: the first batch is done, the second is taken back.
    const second = present((await database().card.findMany({ orderBy: { id: "asc" } }))[1], "the second card");
    const where = { householdId_id: { householdId: second.householdId, id: second.id } };
    await database().card.update({ where, data: { sealed: "AAAA" } });
    await expect(rotateCardKey({ batch: 1 })).rejects.toThrow();
    await database().card.update({ where, data: { sealed: second.sealed } });
    expect((await versions()).toSorted()).toEqual([1, 1, 2]);
    expect(keyRing().keys.size).toBe(2);
    const made = parseRing(secrets().encryptionKey ?? "").keys.get(2);
    expect(await codesSeen()).toEqual(codes);
    expect(await rotateCardKey()).toEqual({ cards: 2, version: 2, oldKeysRemoved: true });
    expect(keyRing()).toEqual({ newest: 2, keys: new Map([[2, made]]) });
    expect(await codesSeen()).toEqual(codes);
  });

  test("while cards are being added, loses none of them", async () => {
    const { add, codes, codesSeen } = await cards(1);
    const [rotated] = await Promise.all([rotateCardKey(), ...Array.from({ length: 6 }, (_, number) => add(`LATE-${number}-CODE`))]);
    expect(rotated.version).toBe(2);
    await rotateCardKey();
    const ring = keyRing();
    expect(new Set(await versions())).toEqual(new Set([ring.newest]));
    expect(await codesSeen()).toEqual(codes);
  });

  test("kept in the environment, takes the one in front and leaves the environment to the person", async () => {
    const { codes, codesSeen } = await cards(1);
    const old = secrets().encryptionKey;
    vi.stubEnv("COMMONPURSE_KEY_FILE", "");
    vi.stubEnv("COMMONPURSE_ENCRYPTION_KEY", `2:${randomBytes(32).toString("base64")} 1:${old}`);
    expect(await rotateCardKey()).toEqual({ cards: 1, version: 2, oldKeysRemoved: false });
    expect(await codesSeen()).toEqual(codes);
  });
});
