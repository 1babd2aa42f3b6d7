import { daysBetween, type Day } from "@/lib/kernel/day";
import type { About, Reason } from "./options";

/** What a case knows that support will ask for. */
export type Facts = {
  readonly about: About;
  readonly reason: Reason;
  readonly storeName: string;
  readonly holderName: string;
  readonly story: string;
  readonly wish: string;
  /** The last characters of the code; the rest of it is never kept with a case. */
  readonly codeEnd: string;
  readonly redeemedOn: Day | null;
  readonly accountDetails: string;
};

export const ASKED_FOR = ["code", "redeemed_on", "account_details"] as const;
export type AskedFor = (typeof ASKED_FOR)[number];

/** What is still missing of the three things support asks for (R32). A question needs only the account. */
export function missing(facts: Pick<Facts, "about" | "codeEnd" | "redeemedOn" | "accountDetails">): readonly AskedFor[] {
  const there: Readonly<Record<AskedFor, boolean>> = {
    code: facts.about === "question" || facts.codeEnd.length === 4,
    redeemed_on: facts.about === "question" || facts.redeemedOn !== null,
    account_details: facts.accountDetails !== "",
  };
  return ASKED_FOR.filter((thing) => !there[thing]);
}

/** A code as it is shown: masked but for its end (R32). */
export function maskedCode(codeEnd: string): string {
  return `•••• •••• ${codeEnd.padStart(4, "•")}`;
}

/** Days since the redemption, for "act promptly" (R35); null when its day isn't known. Never below zero. */
export function daysSince(redeemedOn: Day | null, today: Day): number | null {
  return redeemedOn === null ? null : Math.max(0, daysBetween(redeemedOn, today));
}

/** One line of the message to support: a key below `cases.draft`, and the values its sentence takes. */
export type DraftLine = { readonly key: string; readonly values: Readonly<Record<string, string>> };

/**
 * A polite message to the store's support, paragraph by paragraph, from what the case knows (R31). What isn't known
 * is left out; nothing is made up. `day` writes the day of the redemption.
 */
export function draftLines(facts: Facts, day: (value: Day) => string): readonly DraftLine[] {
  const { about, reason, storeName, holderName, story, wish, codeEnd, redeemedOn, accountDetails } = facts;
  const line = (key: string, values: DraftLine["values"] = {}): DraftLine => ({ key, values });
  const mistake = about === "mistake";
  return [
    line("greeting", { store: storeName }),
    line(mistake ? `opening.${reason}` : "opening.question"),
    ...(story === "" ? [] : [line("story", { story })]),
    ...(mistake && codeEnd !== "" ? [line("code", { end: codeEnd })] : []),
    ...(mistake && redeemedOn !== null ? [line("redeemed", { day: day(redeemedOn) })] : []),
    ...(accountDetails === "" ? [] : [line("account", { account: accountDetails })]),
    line(mistake ? "ask" : "askQuestion"),
    ...(wish === "" ? [] : [line("wish", { wish })]),
    line("documents"),
    line("thanks", { name: holderName }),
  ];
}
