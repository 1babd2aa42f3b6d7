import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RULES } from "@/lib/policy/rules";

type Words = { readonly [key: string]: string | Words };
const read = (file: string) => JSON.parse(readFileSync(`messages/en/${file}`, "utf8")) as Words;
const policy = read("policy.json") as { readonly reason: Words; readonly next: Words };

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
