import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { LOCALES } from "./locale";
import { loadMessages } from "./messages";
import { translator } from "./translator";

test("messages are written with their values and plurals", () => {
  const t = translator("en", "common");
  expect(t("close")).toBe("Close");
  expect(t("leaf.leftText", { count: 1, date: "Mon 23 Nov" })).toBe("lost in 1 day, after Mon 23 Nov");
  expect(t("leaf.leftText", { count: 9, date: "Mon 23 Nov" })).toBe("lost in 9 days, after Mon 23 Nov");
});

test("plurals are plain objects, fit to be sent to a browser", () => {
  const plural = loadMessages("en")["common"];
  expect(JSON.stringify(plural)).toContain('"one"');
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
    Object.values(value).forEach(walk);
  };
  walk(plural);
});

test("a missing message is a bug", () => {
  expect(() => translator("en", "common")("nothing.here")).toThrow("no message common.nothing.here");
  expect(() => translator("en", "common")("leaf")).toThrow("no message common.leaf");
});

test.each(LOCALES)("every message of %s compiles, and none claims what a store balance can't do", (locale) => {
  expect(Object.keys(loadMessages(locale))).toContain("common");
  for (const file of readdirSync(`messages/${locale}`)) {
    const text = readFileSync(`messages/${locale}/${file}`, "utf8");
    // R21: balances stay with their holder; no sentence may promise otherwise.
    expect(text, file).not.toMatch(/send (?:the |your |this )?balance|share (?:the |your |this )?balance/iu);
  }
});
