import { assert } from "@/lib/kernel/assert";
import type { Facts, Use } from "./facts";
import type { Answer, NextStep, Rule, Source, Values } from "./rule";
import { RULES, type RuleId } from "./rules";

/** Whether a credit can be used for something, and on whose word. The reason is message `policy.reason.<rule>`. */
export type Verdict = {
  readonly verdict: Answer;
  readonly rule: RuleId;
  /** The rows of the acceptance table the rule holds. */
  readonly rows: readonly string[];
  /** For the reason's message: days as YYYY-MM-DD, amounts as minor units (names ending in "Cents"). */
  readonly values: Values;
  readonly source: Source;
  /** Against the usual rule, on a quoted source: said so, with the risk of limits, closure and losing all credit (R43, R44). */
  readonly exception: boolean;
  /** First what helps most; after any NO that is planning eligible items (R45). */
  readonly next: readonly NextStep[];
};

/** The one answer to "can this credit do that?": the first rule of the table that matches. */
export function verdict(facts: Facts, use: Use): Verdict {
  for (const rule of RULES) {
    const match = (rule as Rule).when(facts, use);
    if (match === null) continue;
    const exception = "exception" in rule;
    return {
      verdict: rule.answer,
      rule: rule.id,
      rows: rule.rows,
      values: match.values ?? {},
      source: match.source,
      exception,
      next: rule.next,
    };
  }
  assert(false, "the last rule matches everything");
}
