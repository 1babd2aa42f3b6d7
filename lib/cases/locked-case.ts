import { isAdult, type Actor, type Role } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/result";
import { supportIsOpen, type About, type Choice, type Choices, type Option, type Outcome } from "./options";

/** Cases are the adults' matter: they name codes, accounts and what support said. */
export const CASE_ROLES: readonly Role[] = ["owner", "adult"];

export function seesCases(actor: Actor): boolean {
  return isAdult(actor);
}

export type LockedCase = {
  readonly id: Id;
  readonly about: About;
  readonly outcome: Outcome | null;
  readonly version: number;
  readonly creditId: Id | null;
  readonly storeName: string;
};

/** The case's row, locked until the transaction ends; refuses with `not_found`. */
export async function lockCase(tx: Tx, actor: Actor, caseId: Id): Promise<LockedCase> {
  const [found] = await tx.$queryRaw<LockedCase[]>`
    select c.id::text as "id", c.about, c.outcome, c.version, c.credit_id::text as "creditId", s.name as "storeName"
    from support_case c
    join store_account a on a.household_id = c.household_id and a.id = c.account_id
    join store s on s.household_id = a.household_id and s.id = a.store_id
    where c.household_id = ${actor.householdId}::uuid and c.id = ${caseId}::uuid
    for update of c`;
  if (!found) throw new Refusal("not_found");
  return found;
}

/** As {@link lockCase}; refuses when the case has ended. */
export async function lockOpenCase(tx: Tx, actor: Actor, caseId: Id): Promise<LockedCase> {
  const found = await lockCase(tx, actor, caseId);
  if (found.outcome !== null) throw new Refusal("cases.ended");
  return found;
}

export async function choicesOf(tx: Tx, householdId: Id, caseId: Id): Promise<Choices> {
  const rows = await tx.caseOption.findMany({ where: { householdId, caseId }, select: { option: true, choice: true } });
  return Object.fromEntries(rows.map(({ option, choice }) => [option as Option, choice as Choice]));
}

/** Refuses until the three options before support were looked at (R29). */
export async function mustHaveSupport(tx: Tx, actor: Actor, { id, about }: LockedCase): Promise<void> {
  if (!supportIsOpen(about, await choicesOf(tx, actor.householdId, id))) throw new Refusal("cases.support_after_options");
}
