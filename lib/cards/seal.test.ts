import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "@/lib/kernel/id";
import { parseRing, ringText } from "./key-ring";
import { seal, unseal } from "./seal";

const key = () => randomBytes(32).toString("base64");
const place = () => ({ householdId: newId(), cardId: newId() });

describe("a sealed card", () => {
  const ring = parseRing(key());

  test("opens to what was put in", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (code, pin) => {
        const here = place();
        expect(unseal(ring, here, seal(ring, here, { code, pin }))).toEqual({ code, pin });
      }),
    );
  });

  test("shows nothing of its code, and is never sealed the same twice", () => {
    const here = place();
    const secret = { code: "AQUA-PLUM-4711", pin: "0815" };
    const [one, two] = [seal(ring, here, secret).sealed, seal(ring, here, secret).sealed];
    expect(one).not.toBe(two);
    for (const text of [one, Buffer.from(one, "base64").toString("latin1")]) expect(text).not.toMatch(/AQUA|PLUM|4711|0815/u);
  });

  test("doesn't open as another card's, in another household, changed, or with another key", () => {
    const here = place();
    const sealed = seal(ring, here, { code: "AQUA-PLUM-4711", pin: "" });
    const bytes = Buffer.from(sealed.sealed, "base64");
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    expect(() => unseal(ring, { ...here, cardId: newId() }, sealed)).toThrow();
    expect(() => unseal(ring, { ...here, householdId: newId() }, sealed)).toThrow();
    expect(() => unseal(ring, here, { ...sealed, sealed: bytes.toString("base64") })).toThrow();
    expect(() => unseal(parseRing(key()), here, sealed)).toThrow();
    expect(() => unseal(ring, here, { ...sealed, keyVersion: 2 })).toThrow("encryption key 2 is missing");
  });
});

describe("the ring of keys", () => {
  test("reads a key alone as the first, and several by their versions; the highest seals", () => {
    const [one, two] = [key(), key()];
    expect(parseRing(one)).toMatchObject({ newest: 1 });
    const ring = parseRing(`1:${one} 2:${two}`);
    expect(ring.newest).toBe(2);
    expect(ringText(ring)).toBe(`2:${two} 1:${one}`);
    expect(ringText(parseRing(ringText(ring)))).toBe(ringText(ring));
  });

  test.each(["short", "1:short", `1:${key()} 1:${key()}`, `0:${key()}`])(
    "refuses a ring that can't be right, without quoting it",
    (text) => {
      expect(() => parseRing(text)).toThrow(
        /^COMMONPURSE_ENCRYPTION_KEY (?:holds something that isn't 32 bytes in base64|names a version twice, or 0)$/u,
      );
    },
  );
});
