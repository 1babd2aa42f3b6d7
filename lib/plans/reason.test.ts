import { expect, test } from "vitest";
import { translator } from "@/lib/i18n/translator";
import { makePlan } from "@/lib/planner/plan";
import { SPECIMEN_SIZES, specimen } from "@/lib/planner/specimen";
import { tinyRequest } from "@/lib/planner/tiny-requests";
import { fromPlanner, reasonValues, type Reason } from "./reason";

const sentence = translator("en", "plans.why");
const say = (reason: Reason) =>
  sentence(
    reason.code,
    reasonValues(reason, {
      money: (cents) => `$${(cents / 100).toFixed(2)}`,
      day: (day) => day,
      credit: (id) => `credit ${id}`,
      account: (id) => `account ${id}`,
      member: (id) => `member ${id}`,
      item: (id) => `item ${id}`,
      category: (code) => code,
    }),
  );

test("everything the planner gives a reason for has a sentence of its own, with its amounts and days filled in", {
  timeout: 60_000,
}, async () => {
  const requests = [
    ...Array.from({ length: 250 }, (_, seed) => tinyRequest(seed)),
    ...[1, 2, 3].map((seed) => specimen(SPECIMEN_SIZES.tiny, seed)),
  ];
  const said = new Map<string, Set<string>>();
  for (const request of requests) {
    const { orders, unmet, leftOut, credits } = await makePlan(request);
    const about = {
      line: orders.flatMap((order) => order.lines.map((line) => line.why)),
      out: [...unmet, ...leftOut].map((left) => left.why),
      credit: credits.filter((credit) => credit.leftCents > 0).map((credit) => credit.why),
    };
    for (const [what, reasons] of Object.entries(about)) {
      for (const why of reasons) {
        expect(why.length, what).toBeGreaterThan(0);
        for (const reason of fromPlanner(why)) {
          const text = say(reason);
          const key = `${what} ${reason.code} ${reason.params["detail"]}`;
          expect(text, key).toMatch(/^[^{}]+\.$/u);
          expect(text, key).not.toMatch(/undefined|NaN|\bnone\b/u);
          // Where a sentence names an amount, it is the one of this reason.
          for (const amount of text.match(/\$[\d.]+/gu) ?? [])
            expect(
              Object.entries(reason.params).some(
                ([name, value]) => /cents$/iu.test(name) && amount.startsWith(`$${(Number(value) / 100).toFixed(2)}`),
              ),
              `${key}: ${text}`,
            ).toBe(true);
          said.set(
            key,
            (said.get(key) ?? new Set()).add(text.replaceAll(/\$[\d.]+|\d{4}-\d\d-\d\d|(?:credit|account|item|member) [\w-]+/gu, "…")),
          );
        }
      }
    }
  }
  // The two sides of a code don't share a sentence: what is said of a balance isn't said of a thing.
  for (const code of ["not_live_on_date", "category_not_allowed", "other_account", "better_used_elsewhere"]) {
    const of = (what: string) => [...said].flatMap(([key, texts]) => (key.startsWith(`${what} ${code} `) ? [...texts] : []));
    expect(
      of("credit").filter((text) => [...of("line"), ...of("out")].includes(text)),
      code,
    ).toEqual([]);
  }
  expect([...said.keys()].filter((key) => key.startsWith("credit")).length).toBeGreaterThan(5);
});
