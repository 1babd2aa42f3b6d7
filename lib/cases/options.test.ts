import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { OPTIONS, openOptions, OUTCOMES, REASONS, supportIsOpen, type Choices } from "./options";
import { POINTS } from "./points";
import { factsSchema } from "./schema";
import { checkThirdParty, RED_FLAGS, RISKS } from "./third-party";

const cases = loadMessages("en")["cases"] as Record<string, Record<string, unknown>>;
const PAGES = path.resolve("app/(household)/h/[household]/cases");
const source = (file: string) => readFileSync(path.join(PAGES, file), "utf8");

test("R1: there are five options, in this order", () => {
  expect(OPTIONS).toEqual(["use_yourself", "buy_for_household", "gift_cards", "support", "third_party"]);
  expect(openOptions({})).toEqual(["use_yourself"]);
  expect(openOptions({ use_yourself: "passed" })).toEqual(["use_yourself", "buy_for_household"]);
  expect(openOptions({ use_yourself: "passed", buy_for_household: "chosen", gift_cards: "passed", support: "passed" })).toEqual(OPTIONS);
});

test("R29: support is open only after all of the three options before it were decided, whatever was decided", () => {
  const before = ["use_yourself", "buy_for_household", "gift_cards"] as const;
  for (let seen = 0; seen < 8; seen += 1) {
    const choices: Choices = Object.fromEntries(before.filter((_, bit) => seen & (1 << bit)).map((option) => [option, "passed"]));
    expect(supportIsOpen("mistake", choices)).toBe(seen === 7);
  }
  expect(supportIsOpen("mistake", { use_yourself: "chosen", buy_for_household: "chosen", gift_cards: "chosen" })).toBe(true);
  expect(supportIsOpen("question", {})).toBe(true);
});

test("R30: the reasons are the wrong account, a glitch, or something else", () => {
  expect(REASONS).toEqual(["wrong_account", "glitch", "other"]);
});

test("R34: a case ends granted, in part, denied, without a reply or reversed; each has its next step", () => {
  expect(OUTCOMES).toEqual(["granted", "partial", "denied", "no_reply", "reversed"]);
  expect(Object.keys(cases["outcome"]?.["next"] as object)).toEqual([...OUTCOMES]);
});

test("R40: the checklist has exactly these seven points, each with its words", () => {
  expect(POINTS.map(({ point }) => point)).toEqual([
    "account",
    "purpose",
    "running_list",
    "options",
    "records",
    "support",
    "third_parties",
  ]);
  for (const { point } of POINTS) expect(cases["points"]?.[point]).toMatchObject({ name: expect.any(String), text: expect.any(String) });
});

test("R32: more than the last four characters of a code is refused, so that the whole of it never gets in", () => {
  const facts = (codeEnd: string) => factsSchema.safeParse({ reason: "glitch", codeEnd });
  expect(facts("7q4k").data?.codeEnd).toBe("7Q4K");
  for (const typed of ["ABCD-EFGH-7Q4K", "12345", "7Q4", "<b>4"]) expect(facts(typed).success).toBe(false);
});

test("R36: the three risks are named, and nothing about third parties is or holds a link", () => {
  expect(RISKS).toEqual(["bad_rates", "scams", "against_terms"]);
  for (const risk of RISKS) expect(cases["thirdParty"]?.["risk"]).toHaveProperty(risk);
  expect(source("[case]/third-parties/page.tsx")).not.toMatch(/<a[\s>]|Link|href/u);
  expect(JSON.stringify(cases["thirdParty"])).not.toMatch(/https?:|www\.|\.com/u);
});

test("R38: the red flags are listed, and no page of a case asks for a password", () => {
  expect(RED_FLAGS.length).toBeGreaterThanOrEqual(5);
  for (const flag of RED_FLAGS) expect(cases["thirdParty"]?.["flag"]).toHaveProperty(flag);
  const files = readdirSync(PAGES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) expect(source(file)).not.toMatch(/PasswordField|type="password"|name="password"/u);
});

const SENTENCE = "I may lose all of it and my account";
const NOTE = {
  name: "A card exchange",
  evidence: "Two reviews from friends; it exists since 2015.",
  acknowledgement: "i may lose all of it, and my account.",
};

test("R37: a third party is noted only with the sentence typed", () => {
  expect(checkThirdParty(NOTE, SENTENCE)).toEqual({ ok: true, value: { name: NOTE.name, evidence: NOTE.evidence } });
  for (const acknowledgement of ["", "yes", "I may lose all of it", "I may not lose all of it and my account"])
    expect(checkThirdParty({ ...NOTE, acknowledgement }, SENTENCE)).toMatchObject({ failure: { code: "cases.acknowledge" } });
});

test("R39: a third party is noted only with what was found out, in words", () => {
  expect(checkThirdParty({ ...NOTE, evidence: "Looks fine." }, SENTENCE)).toMatchObject({ failure: { code: "cases.evidence_short" } });
});

test.each(["https://cards.example/x", "see www.cards.example", "cardswap.com has good rates"])(
  "R36: no web address gets into a note on a third party: %s",
  (address) => {
    expect(checkThirdParty({ ...NOTE, evidence: `Found it there: ${address}` }, SENTENCE)).toMatchObject({
      failure: { code: "cases.no_links", field: "evidence" },
    });
    expect(checkThirdParty({ ...NOTE, name: address }, SENTENCE)).toMatchObject({ failure: { code: "cases.no_links", field: "name" } });
  },
);
