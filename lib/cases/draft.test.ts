import { describe, expect, it, test } from "vitest";
import { translator } from "@/lib/i18n/translator";
import { day } from "@/lib/kernel/day";
import { daysSince, draftLines, maskedCode, missing, type Facts } from "./draft";

const FACTS: Facts = {
  about: "mistake",
  reason: "wrong_account",
  storeName: "Amazon",
  holderName: "Ben",
  story: "I was signed in as Ben.",
  wish: "put it on Anna’s account",
  codeEnd: "7Q4K",
  redeemedOn: day("2026-11-14"),
  accountDetails: "ben@example.org",
};

const t = translator("en", "cases.draft");
const written = (facts: Facts) => draftLines(facts, (value) => value).map(({ key, values }) => t(key, values));

describe("missing", () => {
  test("R32: a case is complete with the end of the code, the day and the account, and says which of them isn't there", () => {
    expect(missing(FACTS)).toEqual([]);
    expect(missing({ ...FACTS, codeEnd: "" })).toEqual(["code"]);
    expect(missing({ ...FACTS, codeEnd: "4K" })).toEqual(["code"]);
    expect(missing({ ...FACTS, redeemedOn: null })).toEqual(["redeemed_on"]);
    expect(missing({ ...FACTS, accountDetails: "" })).toEqual(["account_details"]);
    expect(missing({ ...FACTS, codeEnd: "", redeemedOn: null, accountDetails: "" })).toEqual(["code", "redeemed_on", "account_details"]);
  });

  it("asks of a question only which account it is about", () => {
    expect(missing({ about: "question", codeEnd: "", redeemedOn: null, accountDetails: "" })).toEqual(["account_details"]);
  });
});

test("R32: a code shows its last four characters and no more", () => {
  expect(maskedCode("7Q4K")).toBe("•••• •••• 7Q4K");
  expect(maskedCode("4K")).toBe("•••• •••• ••4K");
});

test("R35: the time since the redemption is counted in days", () => {
  expect(daysSince(day("2026-11-14"), day("2026-11-22"))).toBe(8);
  expect(daysSince(day("2026-11-22"), day("2026-11-22"))).toBe(0);
  expect(daysSince(null, day("2026-11-22"))).toBeNull();
});

describe("draftLines", () => {
  test("R31: the message is polite, and filled from the case", () => {
    expect(written(FACTS)).toEqual([
      "Hello Amazon team,",
      "I redeemed a gift card on the wrong account by mistake, and would be grateful for your help.",
      "What happened: I was signed in as Ben.",
      "The code ends in 7Q4K; I can give you the whole of it when you need it.",
      "It was redeemed on 2026-11-14.",
      "It is on this account: ben@example.org.",
      "Could you please see whether anything can be done?",
      "What would help me: put it on Anna’s account",
      "I have the documents at hand and can send them. I understand if it isn’t possible, and would be glad of a short reason in that case.",
      "Thank you for your time,\nBen",
    ]);
  });

  test("R31: what isn't known is left out, nothing is made up", () => {
    const bare = { ...FACTS, story: "", wish: "", codeEnd: "", redeemedOn: null, accountDetails: "" };
    expect(draftLines(bare, (value) => value).map(({ key }) => key)).toEqual([
      "greeting",
      "opening.wrong_account",
      "ask",
      "documents",
      "thanks",
    ]);
  });

  test("R30: each reason opens the message in its own words", () => {
    const opening = (reason: Facts["reason"]) => written({ ...FACTS, reason })[1];
    expect(opening("glitch")).toContain("Something went wrong");
    expect(opening("other")).toContain("a request about a gift card");
    expect(new Set([opening("wrong_account"), opening("glitch"), opening("other")]).size).toBe(3);
  });

  it("asks a question without a word of a code or a redemption", () => {
    const keys = draftLines({ ...FACTS, about: "question" }, (value) => value).map(({ key }) => key);
    expect(keys).toContain("askQuestion");
    expect(keys.filter((key) => key === "code" || key === "redeemed")).toEqual([]);
  });
});
