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

/** Ways to say that a balance goes to somebody else, in the languages of the app. Each must come close to the word for what is moved. */
const GIVEN_AWAY: readonly RegExp[] = [
  /\b(?:send|share|transfer(?:red|ring|s)?)\b[^.!?"]{0,24}\b(?:balance|credit)s?\b|\b(?:balance|credit)s?\b[^.!?"]{0,24}\btransfer(?:red|able|s)?\b/iu,
  /(?:guthaben|saldo)[^.!?"]{0,30}(?:übertrag|überweis|verschick|versend|teilen\b)|(?:übertrag|überweis|verschick|versend)\w*[^.!?"]{0,30}guthaben/iu,
  /\b(?:transfer|traspas|env[ií]|mand|compart(?:ir|e|a)\b)\w*[^.!?"]{0,24}\b(?:saldo|crédito)s?\b/iu,
  /\b(?:transf[ei]r|envi|mand|partilh(?:ar|e|a)\b|compartilh(?:ar|e|a)\b)\w*[^.!?"]{0,24}\b(?:saldo|crédito)s?\b/iu,
];
const claims = (text: string) => GIVEN_AWAY.some((pattern) => pattern.test(text));

test.each(LOCALES)("every message of %s compiles", (locale) => {
  expect(Object.keys(loadMessages(locale))).toContain("common");
});

test.each(readdirSync("messages"))("R21: no message of %s says that a balance is transferred or sent", (locale) => {
  const lines = readdirSync(`messages/${locale}`).flatMap((file) => readFileSync(`messages/${locale}/${file}`, "utf8").split("\n"));
  expect(lines.filter((line) => claims(line.replace(/^\s*"[^"]*":/u, "")))).toEqual([]);
});

test.each([
  "Transfer your balance to Anna",
  "Send the balance",
  "The credit is transferred to Ben",
  "Übertrage dein Guthaben",
  "Das Guthaben überweisen",
  "Transferir el saldo",
  "Enviar saldo",
  "Transfira o crédito para a Ana",
])("R21: would notice %s", (sentence) => {
  expect(claims(sentence)).toBe(true);
});
