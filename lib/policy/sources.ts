import { daysBetween, type Day } from "@/lib/kernel/day";
import { subjectOf, type Facts, type Observation, type Statement, type Use } from "./facts";
import type { Source } from "./rule";

/** How store credit works everywhere. */
export const GENERAL: Source = { kind: "general", on: null, author: "", quote: "", link: "" };

/** What the household noted about the credit. */
export const NOTED: Source = { ...GENERAL, kind: "household" };

/** The terms as somebody of the household read them; what was noted, while nobody has. */
export function termsSource({ terms }: Facts): Source {
  return terms.state === "unread" ? NOTED : { kind: "official", on: terms.on, author: terms.author, quote: "", link: terms.link };
}

export function sourceOf({ source, on, author, quote, link }: Statement): Source {
  return { kind: source, on, author, quote, link };
}

export function seenBy({ on, author, reason }: Observation): Source {
  return { kind: "household", on, author, quote: reason, link: "" };
}

/** The official terms quoted with a link, or the support's own words (R83): all that can raise an answer. */
export function isQuoted({ source, quote, link, author }: Statement): boolean {
  return quote !== "" && author !== "" && ((source === "official" && link !== "") || source === "support");
}

function latestFirst<T extends { readonly on: Day }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

/** Statements on this use, the latest first. */
export function statementsOn(facts: Facts, use: Use): Statement[] {
  const subject = subjectOf(use);
  return latestFirst(facts.statements.filter((statement) => statement.subject === subject));
}

/** A statement that raises this use, if there is one. */
export function raisedBy(facts: Facts, use: Use): Statement | null {
  return statementsOn(facts, use).find((statement) => statement.allows && isQuoted(statement)) ?? null;
}

/** Looks at the checkout for this use, the latest first; of one day's, the most careful first. */
export function looksAt(facts: Facts, use: Use): Observation[] {
  const subject = subjectOf(use);
  const careful = facts.observations.filter((look) => look.subject === subject).toSorted((a, b) => rank(a) - rank(b));
  return latestFirst(careful);
}

function rank({ answer }: Observation): number {
  return answer === "listed" ? 1 : 0;
}

/** Whether something read or said on that day is due to be read again (R50). */
export function isDue(on: Day | null, now: Day, facts: Pick<Facts, "rereadAfterDays">): boolean {
  return on !== null && daysBetween(on, now) >= facts.rereadAfterDays;
}
