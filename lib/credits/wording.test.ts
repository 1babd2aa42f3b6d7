import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RULES } from "@/lib/policy/rules";

type Words = { readonly [key: string]: string | Words };
const read = (file: string) => JSON.parse(readFileSync(`messages/en/${file}`, "utf8")) as Words;
const policy = read("policy.json") as { readonly reason: Words; readonly next: Words };

const PATH = "app/(household)/h/[household]/balances/credits/[credit]/check";

function texts(words: Words): string[] {
  return Object.values(words).flatMap((word) => (typeof word === "string" ? [word] : texts(word)));
}

test("every rule has its reason in words that name the credit, and every next step its name", () => {
  expect(Object.keys(policy.reason).sort()).toEqual(RULES.map(({ id }) => id as string).sort());
  for (const reason of texts(policy.reason)) expect(reason).toMatch(/^\{credit\} /u);
  for (const { next } of RULES) for (const step of next) expect(policy.next).toHaveProperty(step);
});

test("R104, R105: no page or action sells credit or goes round a rule, and no text links anywhere", () => {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?:^|\/)[^/]*(?:resale|resell|sell-|cash-?out|loophole|transfer)[^/]*/iu.test(file),
  );
  expect(routes).toEqual([]);
  const linking = readdirSync("messages/en").flatMap((file) => texts(read(file)).filter((text) => /https?:\/\/\w/iu.test(text)));
  expect(linking).toEqual([]);
});

test("R61: both looks at the store, at the cart and at the checkout, say that the order isn't placed", () => {
  const check = read("check.json") as { readonly cart: Words; readonly checkout: Words };
  for (const step of [check.cart, check.checkout]) expect(step["dontOrder"]).toMatch(/Do not place the order\.$/u);
  const steps = readdirSync(PATH, "utf8").map((file) => readFileSync(`${PATH}/${file}`, "utf8"));
  expect(steps.join().match(/t\("dontOrder"\)/gu)).toHaveLength(2);
});
