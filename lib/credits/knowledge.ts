import type { Tx } from "@/lib/db/transaction";
import { dayFromDate, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { Facts, Observation, SeenAnswer, SourceKind, Statement, TermsState } from "@/lib/policy/facts";

/** A reading of a credit's terms (R46, R50, R51, R59). */
export type Reading = {
  readonly state: Exclude<TermsState, "unread">;
  readonly offer: string;
  readonly link: string;
  readonly pasted: string;
  readonly limits: string;
  readonly ends: string;
  readonly eligible: string;
  readonly readOn: Day;
  readonly readerName: string;
};

/** What is known of a credit beyond its own row: the latest reading, what was said and what the checkout showed, oldest first. */
export type Knowledge = {
  readonly reading: Reading | null;
  /** After how many days terms are read again (R50). */
  readonly rereadAfterDays: number;
  readonly statements: readonly (Statement & { readonly id: Id })[];
  readonly looks: readonly (Observation & { readonly id: Id })[];
};

/** Unless the household chose otherwise; its own choice of 0 is "never". */
const REREAD_AFTER_DAYS = 90;
const NEVER = Number.MAX_SAFE_INTEGER;

export const NOTHING_KNOWN: Knowledge = { reading: null, rereadAfterDays: REREAD_AFTER_DAYS, statements: [], looks: [] };

/** The part of the policy's facts that knowledge is. */
export function knownFacts(known: Knowledge): Pick<Facts, "terms" | "rereadAfterDays" | "statements" | "observations"> {
  const { reading } = known;
  return {
    terms: reading
      ? { state: reading.state, on: reading.readOn, author: reading.readerName, link: reading.link }
      : { state: "unread", on: null, author: "", link: "" },
    rereadAfterDays: known.rereadAfterDays,
    statements: known.statements,
    observations: known.looks,
  };
}

/** What is known of these credits of the household (of all of them, when null); a credit that is absent has {@link NOTHING_KNOWN}. */
export async function readKnowledge(tx: Tx, householdId: Id, creditIds: readonly Id[] | null): Promise<(creditId: Id) => Knowledge> {
  const where = { householdId, ...(creditIds ? { creditId: { in: [...creditIds] } } : {}) };
  const member = { select: { name: true } };
  const oldestFirst = [{ createdAt: "asc" as const }, { id: "asc" as const }];
  const rule = await tx.reminderRule.findUnique({ where: { householdId_rule: { householdId, rule: "terms" } }, select: { days: true } });
  const readings = await tx.termsReading.findMany({ where, orderBy: oldestFirst, include: { member } });
  const statements = await tx.creditStatement.findMany({ where: { ...where, withdrawnAt: null }, orderBy: oldestFirst });
  const looks = await tx.checkoutLook.findMany({ where, orderBy: oldestFirst, include: { member } });
  const rereadAfterDays = rule ? rule.days || NEVER : REREAD_AFTER_DAYS;

  return (creditId) => {
    const row = readings.findLast((reading) => reading.creditId === creditId);
    return {
      reading: row
        ? {
            state: row.state as Reading["state"],
            offer: row.offer,
            link: row.link,
            pasted: row.pasted,
            limits: row.limits,
            ends: row.ends,
            eligible: row.eligible,
            readOn: dayFromDate(row.readOn),
            readerName: row.member.name,
          }
        : null,
      rereadAfterDays,
      statements: statements
        .filter((statement) => statement.creditId === creditId)
        .map(({ id, subject, allows, source, quote, link, author, saidOn }) => ({
          id,
          subject,
          allows,
          source: source as SourceKind,
          quote,
          link,
          author,
          on: dayFromDate(saidOn),
        })),
      looks: looks
        .filter((look) => look.creditId === creditId)
        .map(({ id, subject, answer, reason, lookedOn, member: { name } }) => ({
          id,
          subject,
          answer: answer as SeenAnswer,
          reason,
          author: name,
          on: dayFromDate(lookedOn),
        })),
    };
  };
}
