import { expect, test } from "vitest";
import { addDays } from "@/lib/kernel/day";
import { POLICY_ORIGINS, SEEN_ANSWERS, SOURCE_KINDS, type Facts, type Statement, type Use, type UseKind } from "./facts";
import { CAREFULNESS, type Evidence, type Rule } from "./rule";
import { RULES } from "./rules";
import { isQuoted } from "./sources";
import { facts, NEVER, READ, seen, SPECIAL, statement, TODAY, UNCLEAR, UNREAD } from "./testing/facts";
import { verdict } from "./verdict";

const USES: readonly UseKind[] = [
  { kind: "goods", category: "grocery" },
  { kind: "goods", category: "books" },
  { kind: "shipping" },
  ...SPECIAL,
  ...NEVER,
];

function product<T>(...choices: readonly (readonly Partial<T>[])[]): Partial<T>[] {
  return choices.reduce<Partial<T>[]>((all, more) => all.flatMap((one) => more.map((other) => ({ ...one, ...other }))), [{}]);
}

/** Everything that can be said of a use: nothing, or one statement, by whom, with or without the words. */
function sayings(subject: string): Statement[][] {
  const one = SOURCE_KINDS.flatMap((source) =>
    [true, false].flatMap((allows) =>
      ["", "In so many words."].flatMap((quote) =>
        ["", "https://store.example/terms"].flatMap((link) =>
          (quote === "" || link === "" ? [-1] : [-1, -400]).map((ago) =>
            statement(subject, { source, allows, quote, link, on: addDays(TODAY, ago) }),
          ),
        ),
      ),
    ),
  );
  return [[], ...one.map((single) => [single])];
}

const EXPIRIES: readonly Partial<Facts>[] = [
  { expiry: "never" },
  { expiry: "unknown" },
  { expiry: "date", expiresOn: TODAY },
  { expiry: "date", expiresOn: addDays(TODAY, -1) },
];
const ACCOUNTS: readonly Partial<Facts>[] = [{ account: "active" }, { account: "suspended" }];

/** All combinations that bear on a use: 7 origins x 3 states of the terms x limits x dates x statements x looks. */
function* table(use: UseKind, expiries = EXPIRIES, accounts = ACCOUNTS, said?: Statement[][]): Generator<Facts> {
  const subject = use.kind === "goods" ? use.category : use.kind;
  const bases = product<Facts>(
    POLICY_ORIGINS.map((origin) => ({ origin })),
    [UNREAD, READ, UNCLEAR].map((terms) => ({ terms })),
    [{ categories: null }, { categories: ["grocery"] }, { categories: null, excludedCategories: ["books"] }],
    (["yes", "no", "unclear"] as const).map((giftCards) => ({ giftCards })),
    expiries,
    [{ observations: [] }, ...SEEN_ANSWERS.map((answer) => ({ observations: [seen(subject, answer)] }))],
    accounts,
  );
  const statements = said ?? sayings(subject);
  for (const base of bases) for (const one of statements) yield facts({ ...base, statements: one });
}

const on = (use: UseKind): Use => ({ ...use, on: TODAY });
const own = (use: UseKind, { categories, excludedCategories }: Facts) =>
  use.kind === "shipping" ||
  (use.kind === "goods" && (categories === null || categories.includes(use.category)) && !excludedCategories.includes(use.category));

test.each(USES)(
  "R83: whatever is combined, $kind $category is OK only for its own goods, or with a quoted official or support source",
  (use) => {
    let asked = 0;
    for (const known of table(use)) {
      asked += 1;
      const answer = verdict(known, on(use));
      if (answer.verdict !== "OK" || own(use, known)) continue;
      const quoted = known.statements.some((said) => said.allows && isQuoted(said));
      if (!quoted || !answer.exception || !["official", "support"].includes(answer.source.kind))
        expect.fail(`${answer.rule} says OK to ${JSON.stringify({ use, ...known, minimumOrderCents: 0 })}`);
    }
    expect(asked).toBe(7 * 3 * 3 * 3 * 4 * 4 * 2 * 31);
  },
);

test("R45: after any NO the first step is to plan eligible items", () => {
  for (const rule of RULES) if (rule.answer === "NO") expect(rule.next[0]).toBe("plan_eligible");
});

test("R44, R79: every answer against the usual rule is marked as an exception, and only those", () => {
  for (const rule of RULES as readonly Rule[])
    expect(rule.exception === true).toBe(/_quoted(_long_ago)?$/u.test(rule.id) && rule.answer !== "NO");
});

/** The same facts after one more piece of evidence. */
function grown(known: Facts, use: UseKind): [Evidence, Facts][] {
  const subject = use.kind === "goods" ? use.category : use.kind;
  const say = (source: Statement["source"], allows: boolean): Facts => ({
    ...known,
    statements: [...known.statements, statement(subject, { source, allows, on: TODAY })],
  });
  const look = (answer: (typeof SEEN_ANSWERS)[number]): Facts => ({
    ...known,
    observations: [...known.observations, seen(subject, answer, { on: TODAY })],
  });
  return [
    ["terms_read", { ...known, terms: READ }],
    ["terms_unclear", { ...known, terms: UNCLEAR }],
    ["listed", look("listed")],
    ["not_listed", look("not_listed")],
    ["greyed_out", look("greyed_out")],
    ["official_statement", say("official", true)],
    ["official_statement", say("support", true)],
    ["official_refusal", say("official", false)],
    ["household_statement", say("household", true)],
    ["household_statement", say("household", false)],
    ["origin_note", { ...known, evidence: true }],
  ];
}

test.each(USES)("adding evidence never makes the answer on $kind $category less careful in a way its rule doesn't name", (use) => {
  const unnamed = new Set<string>();
  const subject = use.kind === "goods" ? use.category : use.kind;
  const said = sayings(subject).filter(([one]) => one === undefined || (one.quote === "") === (one.link === ""));
  for (const known of table(use, [{ expiry: "never" }, { expiry: "unknown" }], [{ account: "active" }], said)) {
    const before = verdict(known, on(use));
    const lifts = (RULES.find(({ id }) => id === before.rule) as Rule).liftedBy;
    for (const [evidence, more] of grown(known, use)) {
      const after = verdict(more, on(use));
      if (CAREFULNESS[after.verdict] < CAREFULNESS[before.verdict] && !lifts.includes(evidence))
        unnamed.add(`${evidence} turned ${before.rule} into ${after.rule}`);
    }
  }
  expect([...unnamed]).toEqual([]);
});

test("no path of evidence without a quoted source turns a NO into an OK", () => {
  for (const use of USES) {
    const subject = use.kind === "goods" ? use.category : use.kind;
    for (const start of table(use, EXPIRIES, ACCOUNTS, [[]])) {
      if (verdict(start, on(use)).verdict !== "NO") continue;
      const heard = { ...start, statements: [statement(subject, { source: "household" })] };
      for (const terms of [start.terms, READ])
        for (const answer of SEEN_ANSWERS) {
          const end = { ...heard, terms, observations: [...start.observations, seen(subject, answer, { on: TODAY })] };
          if (verdict(end, on(use)).verdict === "OK") expect.fail(JSON.stringify({ use, start: verdict(start, on(use)), answer }));
        }
    }
  }
});
