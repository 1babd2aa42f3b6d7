import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/kernel/day";
import { facts, READ, seen, statement, TODAY } from "@/lib/policy/testing/facts";
import type { Facts } from "@/lib/policy/facts";
import { answersFor, QUESTIONS, type Question } from "./answers";

const MONTH_END = addDays(TODAY, 8);

/** The answers to a question for these credits, each as "NO rule", after what is said in general. */
function answers(question: Question, ...credits: readonly Partial<Facts>[]): string[] {
  const asked = credits.map((changes, index) => ({ creditId: String(index), facts: facts(changes) }));
  const found = answersFor(asked, TODAY).find((one) => one.question === question);
  return [found?.general, ...(found?.credits ?? []).map((one) => one.verdict)].map((one) => `${one?.verdict} ${one?.rule}`);
}

describe("R97-R103: the seven questions, by live verdicts", () => {
  test("R97-103: there are seven, each answered whatever the household has", () => {
    const general = answersFor([], TODAY);
    expect(general.map(({ question }) => question)).toEqual([...QUESTIONS]);
    expect(QUESTIONS).toHaveLength(7);
    expect(general.every(({ credits }) => credits.length === 0)).toBe(true);
  });

  test("R97: store credit buys gift cards as its own terms say, returns and refunds included", () => {
    expect(
      answers(
        "gift_cards",
        {},
        { origin: "return", terms: READ },
        { terms: READ, statements: [statement("store_gift_card")] },
        { origin: "promotion" },
      ),
    ).toEqual(["NO gift_cards_unread", "NO gift_cards_unread", "VERIFY gift_cards_by_terms", "OK gift_cards_quoted"]);
  });

  test("R98: promotional credit and rewards buy none", () => {
    expect(answers("promotion", { origin: "promotion", terms: READ }, { origin: "reward" }, {})).toEqual([
      "NO bonus_gift_cards",
      "NO bonus_gift_cards",
      "NO bonus_gift_cards",
    ]);
  });

  test("R99: other brands' gift cards are a question of their own", () => {
    expect(answers("third_party", { terms: READ }, { terms: READ, statements: [statement("third_party_gift_card")] })).toEqual([
      "NO third_party_unread",
      "NO third_party_not_quoted",
      "VERIFY third_party_quoted",
    ]);
  });

  test("R100: what was refused, and a suspended account, answer for themselves", () => {
    expect(answers("refused", {}, { account: "suspended" }, { observations: [seen("store_gift_card", "greyed_out")] })).toEqual([
      "NO account_suspended",
      "NO account_suspended",
      "OK goods",
    ]);
  });

  test("R101: whether it expires is answered by its own end", () => {
    expect(
      answers(
        "expiry",
        { expiry: "date", expiresOn: MONTH_END },
        { expiry: "date", expiresOn: addDays(TODAY, -1) },
        { origin: "promotion", expiry: "never", terms: READ },
      ),
    ).toEqual(["VERIFY expiry_unknown", "OK goods", "NO expired", "VERIFY never_without_evidence"]);
  });

  test("R102: nothing turns it into cash", () => {
    expect(answers("cash", { terms: READ, statements: [statement("cash_out")] })).toEqual(["NO cash", "NO cash"]);
  });

  test("R103: it isn't given to somebody else", () => {
    expect(answers("person", { terms: READ })).toEqual(["NO other_person", "NO other_person"]);
  });
});
