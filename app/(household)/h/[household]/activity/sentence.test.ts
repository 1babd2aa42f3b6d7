import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import activity from "@/messages/en/activity.json";
import { sentenceOf } from "./sentence";

const LIB = path.resolve(import.meta.dirname, "../../../../../lib");
const ACTION = /"([a-z]+\.[a-z_]+)"/gu;
/** Kinds that are put into an action's name where it is written down. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  "credit.": ["top_up", "spend", "removal", "write_off"],
  "account.": ["active", "suspended", "closed"],
};

/** Every action that some feature writes down: the literals of `action:`, and those it is chosen from. */
function actionsInUse(): Set<string> {
  const actions = new Set<string>();
  const files = readdirSync(LIB, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith("test.ts") && !file.startsWith("db/"),
  );
  for (const file of files) {
    const source = readFileSync(path.join(LIB, file), "utf8");
    if (!/await recordActivity\(/u.test(source)) continue;
    for (const [line] of source.matchAll(/^.*(?:action: |const action = |return .*\?|^\s+return ").*$/gmu)) {
      if (/Refusal|runCommand|fail\(/u.test(line)) continue;
      const expression = line.replace(/subjectType.*$/u, "");
      for (const [, action] of expression.matchAll(ACTION)) if (action !== undefined) actions.add(action);
      for (const [, prefix] of expression.matchAll(/`([a-z]+\.)\$\{/gu))
        for (const kind of KINDS[prefix ?? ""] ?? [`unknown kind of ${prefix}`]) actions.add(`${prefix}${kind}`);
    }
  }
  return actions;
}

const t = createTranslator({ locale: "en", messages: { activity }, namespace: "activity" });
const has = (key: string) => t.has(`says.${key}` as never);
const say = (key: string, values: Readonly<Record<string, string | number>>) => t(`says.${key}` as never, values as never) as string;
const words = { has, say, origin: (origin: string) => (origin === "gift_card" ? "Gift card" : origin) };

describe("activity", () => {
  it("has a sentence for everything that is written down", () => {
    const actions = [...actionsInUse()];
    expect(actions.length).toBeGreaterThan(40);
    expect(actions.filter((action) => !has(action))).toEqual([]);
  });

  it("says amounts and balances in words", () => {
    const entry = { who: "Ben", action: "credit.recorded", detail: { origin: "gift_card", label: "Birthday", amountCents: 12_000 } };
    expect(sentenceOf(entry, "USD", "en", words)).toBe("Ben wrote down a balance: Gift card (Birthday), $120.00.");
    const order = { who: "Ben", action: "orders.refunded", detail: { target: "line", line: "Rice", orderNumber: "7", amountCents: 5 } };
    expect(sentenceOf(order, "USD", "en", words)).toBe("Ben wrote down that $0.05 came back for Rice, order 7.");
  });

  it("still says something about what it doesn't know", () => {
    expect(sentenceOf({ who: "Ben", action: "unheard.of", detail: {} }, "USD", "en", words)).toBe("Ben changed something.");
  });
});
