import { deleteAccount, passwordIsRight } from "@/lib/auth/accounts";
import type { Client, Person } from "@/lib/auth/sessions";
import { purgeHousehold } from "@/lib/db/purge-household";
import { asPerson, inHousehold } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { fail, type Result } from "@/lib/kernel/result";
import { leave } from "./commands";
import { deletedHouseholds } from "./delete";
import { actorAmong, membershipsOf } from "./membership";

export type Farewell = {
  readonly password: string;
  /** How the books call the person from now on. */
  readonly leaves: string;
};

/**
 * Deletes a person's account for good. The households they were in keep their books: the member's row stays, under the name they leave, and
 * nobody signs in behind it any more. A household that would lose its last owner stands in the way. Each household is left in a
 * transaction of its own; if one can't be, the account stays and the same may be asked again.
 */
export async function closeAccount(person: Person, farewell: Farewell, client: Client, clock: Clock): Promise<Result<null>> {
  const right = await passwordIsRight(person, farewell.password, client, clock);
  if (!right.ok) return right;
  const memberships = await membershipsOf(person.userId);
  for (const { householdId, household } of memberships) {
    if (await isLastOwner(person.userId, householdId)) return fail("households.owns_alone", { values: { household: household.name } });
  }
  for (const { householdId } of memberships) {
    const actor = actorAmong(memberships, person.userId, householdId);
    const left = actor && (await leave(actor, newId(), clock));
    if (left && !left.ok) return left;
  }
  // What they deleted alone can be brought back by nobody else, so it goes now.
  for (const { actor } of await deletedHouseholds(person.userId, clock)) {
    if (await isLastOwner(person.userId, actor.householdId)) await purgeHousehold(actor.householdId, clock.now());
    else await leave(actor, newId(), clock);
  }
  for (const householdId of await householdsEver(person.userId)) {
    await inHousehold(householdId, async (tx) => {
      // The addresses of their browsers are theirs, and no part of the books.
      await tx.pushSubscription.deleteMany({ where: { householdId, member: { userId: person.userId } } });
      await tx.member.updateMany({ where: { householdId, userId: person.userId }, data: { name: farewell.leaves } });
    });
  }
  await deleteAccount(person);
  return { ok: true, value: null };
}

/** The households in which this person is the only owner: they hand each over, or delete it, before they go. */
export async function ownedAlone(userId: Id): Promise<{ readonly householdId: Id; readonly name: string }[]> {
  const alone = [];
  for (const { householdId, household } of await membershipsOf(userId)) {
    if (await isLastOwner(userId, householdId)) alone.push({ householdId, name: household.name });
  }
  return alone;
}

function isLastOwner(userId: Id, householdId: Id): Promise<boolean> {
  return inHousehold(householdId, async (tx) => {
    const owners = await tx.member.findMany({ where: { householdId, role: "owner", status: "active" }, select: { userId: true } });
    return owners.length === 1 && owners[0]?.userId === userId;
  });
}

/** Also those they left or were taken out of: their name stands in those books too. */
async function householdsEver(userId: Id): Promise<Id[]> {
  const members = await asPerson(userId, (tx) => tx.member.findMany({ where: { userId }, select: { householdId: true } }));
  return members.map(({ householdId }) => householdId);
}
