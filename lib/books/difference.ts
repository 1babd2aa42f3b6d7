import type { Id } from "@/lib/kernel/id";

/** Something the books say that their entries don't: which household, what about which row, and both figures. */
export type Difference = {
  readonly householdId: Id;
  readonly check: string;
  readonly subjectId: Id;
  /** What the entries come to. */
  readonly expected: bigint;
  /** What is kept. */
  readonly found: bigint;
};

/** One line for people: amounts in minor units. */
export function describeDifference({ householdId, check, subjectId, expected, found }: Difference): string {
  return `${check}: expected ${expected}, found ${found} (${subjectId}, household ${householdId})`;
}
