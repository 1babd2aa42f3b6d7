import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { type Cents, toNumber, ZERO } from "@/lib/kernel/cents";
import { dateFromDay, type Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { postEntry } from "./store";
import { checkTerms, type Terms } from "./terms";

/** Terms as the columns of a Credit, but for the categories; refused when they make no sense together. */
export async function termsRow(tx: Tx, actor: Actor, terms: Terms) {
  const checked = checkTerms(terms);
  if (!checked.ok) throw new Refusal(checked.failure.code, checked.failure);
  const { availableFrom, expiresOn, evidenceOn, categories, excludedCategories, intendedForId, ...rest } = terms;
  if (intendedForId !== null) {
    const known = await tx.member.count({ where: { householdId: actor.householdId, id: intendedForId, status: "active" } });
    if (known === 0) throw new Refusal("not_found", { field: "intendedFor" });
  }
  return {
    ...rest,
    intendedForId,
    availableFrom: dateFromDay(availableFrom),
    expiresOn: expiresOn === null ? null : dateFromDay(expiresOn),
    evidenceOn: evidenceOn === null ? null : dateFromDay(evidenceOn),
    excludedCategories: [...excludedCategories],
  };
}

// SQL, because Prisma can't write NULL (every category) into a list.
export async function setCategories(tx: Tx, actor: Actor, creditId: Id, categories: Terms["categories"]): Promise<void> {
  await tx.$executeRaw`
    update credit set categories = ${categories === null ? null : [...categories]}::text[]
    where household_id = ${actor.householdId}::uuid and id = ${creditId}::uuid`;
}

/** Opens a Credit on an account of the household, with its opening entry and activity. The answer is its id. */
export async function openCredit(
  tx: Tx,
  actor: Actor,
  opening: { readonly accountId: Id; readonly amountCents: Cents; readonly seenOn: Day; readonly terms: Terms },
): Promise<Id> {
  const { householdId } = actor;
  const { accountId, amountCents, seenOn, terms } = opening;
  const id = newId();
  await tx.credit.create({ data: { householdId, id, accountId, postedCents: ZERO, ...(await termsRow(tx, actor, terms)) } });
  await setCategories(tx, actor, id, terms.categories);
  await postEntry(tx, actor, { creditId: id, kind: "opening", amountCents, reason: terms.label, occurredOn: seenOn });
  await recordActivity(tx, actor, {
    action: "credit.recorded",
    subjectType: "credit",
    subjectId: id,
    detail: { origin: terms.origin, label: terms.label, amountCents: toNumber(amountCents) },
  });
  return id;
}
