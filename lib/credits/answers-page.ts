import { seesBalances, type Actor } from "@/lib/auth/actor";
import { inHousehold } from "@/lib/db/transaction";
import type { Day } from "@/lib/kernel/day";
import { answersFor, type QuestionAnswer } from "./answers";
import { factsOf } from "./facts";
import { readKnowledge } from "./knowledge";
import { creditRows, type CreditRow } from "./queries";

export type AnswersPage = {
  readonly answers: readonly QuestionAnswer[];
  /** The open credits the answers speak of, what is lost first first. */
  readonly credits: readonly CreditRow[];
};

/** The seven questions, answered for the household's balances as they are now (R97-R103); null for who may not see them. */
export function answersPage(actor: Actor, today: Day): Promise<AnswersPage | null> {
  if (!seesBalances(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const credits = await creditRows(tx, actor, { closed: false });
    const known = await readKnowledge(tx, actor.householdId, null);
    return {
      credits,
      answers: answersFor(
        credits.map((credit) => ({ creditId: credit.id, facts: factsOf(credit, known(credit.id)) })),
        today,
      ),
    };
  });
}
