import { fail, ok, type Result } from "@/lib/kernel/result";

/** What may come of dealing with third parties (R36). */
export const RISKS = ["bad_rates", "scams", "against_terms"] as const;

/** What to walk away from (R38). */
export const RED_FLAGS = ["rates", "password", "card_numbers", "pay_first", "hurry", "off_platform", "no_address"] as const;

/** The least an evidence note must say, in characters (R39). */
export const EVIDENCE_LENGTH = 20;

const WEB_ADDRESS = /https?:|www\.|\b[\w-]{1,63}\.(?:com|net|org|io|co|shop|store|info|biz|me)\b/iu;

export type ThirdPartyNote = { readonly name: string; readonly evidence: string };

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

/**
 * A note on a third party, if it may be kept: the sentence is typed word for word (R37), the evidence says what was
 * found out (R39), and nothing in it is a web address (R36, R104). `sentence` is the one the page shows.
 */
export function checkThirdParty(
  typed: { readonly name: string; readonly evidence: string; readonly acknowledgement: string },
  sentence: string,
): Result<ThirdPartyNote> {
  if (WEB_ADDRESS.test(typed.name)) return fail("cases.no_links", { field: "name" });
  if (WEB_ADDRESS.test(typed.evidence)) return fail("cases.no_links", { field: "evidence" });
  if (typed.evidence.trim().length < EVIDENCE_LENGTH) return fail("cases.evidence_short", { field: "evidence" });
  if (plain(typed.acknowledgement) !== plain(sentence)) return fail("cases.acknowledge", { field: "acknowledgement" });
  return ok({ name: typed.name, evidence: typed.evidence });
}
