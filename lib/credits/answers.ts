import { ZERO } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import { CATEGORIES } from "@/lib/stores/category";
import type { Facts, PolicyOrigin, UseKind } from "@/lib/policy/facts";
import { CAREFULNESS } from "@/lib/policy/rule";
import { verdict, type Verdict } from "@/lib/policy/verdict";
import { knownFacts, NOTHING_KNOWN } from "./knowledge";

/** The seven questions people ask about store credit (R97-R103), in their order. Messages `answers.<question>`. */
export const QUESTIONS = ["gift_cards", "promotion", "third_party", "refused", "expiry", "cash", "person"] as const;
export type Question = (typeof QUESTIONS)[number];

/** A balance of the household, as the answers look at it. */
export type AskedCredit = { readonly creditId: string; readonly facts: Facts };
export type CreditAnswer = { readonly creditId: string; readonly verdict: Verdict };

export type QuestionAnswer = {
  readonly question: Question;
  /** For a credit nobody knows anything of. */
  readonly general: Verdict;
  /** For each balance it is a question of. */
  readonly credits: readonly CreditAnswer[];
};

const isBonus = (origin: PolicyOrigin) => origin === "promotion" || origin === "reward";

const GOODS = CATEGORIES.filter((category) => category !== "gift_card");

/** What it pays best of all goods. */
function onGoods(facts: Facts, today: Day): Verdict {
  const answers = GOODS.map((category) => verdict(facts, { kind: "goods", category, on: today }));
  return answers.reduce((best, one) => (CAREFULNESS[one.verdict] < CAREFULNESS[best.verdict] ? one : best));
}

const on = (use: UseKind) => (facts: Facts, today: Day) => verdict(facts, { ...use, on: today });

const ASKED: Readonly<
  Record<
    Question,
    { readonly origin: PolicyOrigin; readonly about: (facts: Facts) => boolean; readonly answer: (facts: Facts, today: Day) => Verdict }
  >
> = {
  gift_cards: { origin: "gift_card", about: ({ origin }) => !isBonus(origin), answer: on({ kind: "store_gift_card" }) },
  promotion: { origin: "promotion", about: ({ origin }) => isBonus(origin), answer: on({ kind: "store_gift_card" }) },
  third_party: { origin: "gift_card", about: () => true, answer: on({ kind: "third_party_gift_card" }) },
  // Asked of those that were refused somewhere, or whose account the store has stopped.
  refused: {
    origin: "gift_card",
    about: ({ account, observations }) => account !== "active" || observations.some(({ answer }) => answer !== "listed"),
    answer: onGoods,
  },
  expiry: { origin: "promotion", about: () => true, answer: onGoods },
  cash: { origin: "gift_card", about: () => true, answer: on({ kind: "cash_out" }) },
  person: { origin: "gift_card", about: () => true, answer: on({ kind: "give_to_person" }) },
};

/** A credit of this origin of which nothing else is known. */
function typical(origin: PolicyOrigin, today: Day, account: Facts["account"]): Facts {
  return {
    origin,
    expiry: isBonus(origin) ? "unknown" : "never",
    expiresOn: null,
    availableFrom: today,
    categories: null,
    excludedCategories: [],
    giftCards: "unclear",
    minimumOrderCents: ZERO,
    coversShipping: true,
    evidence: false,
    account,
    closed: false,
    ...knownFacts(NOTHING_KNOWN),
  };
}

/** Each question with its answer in general and for the balances it is about, all by the one table of rules. */
export function answersFor(credits: readonly AskedCredit[], today: Day): QuestionAnswer[] {
  return QUESTIONS.map((question) => {
    const { origin, about, answer } = ASKED[question];
    return {
      question,
      general: answer(typical(origin, today, question === "refused" ? "suspended" : "active"), today),
      credits: credits.filter(({ facts }) => about(facts)).map(({ creditId, facts }) => ({ creditId, verdict: answer(facts, today) })),
    };
  });
}
