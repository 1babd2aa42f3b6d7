import type { Actor } from "@/lib/auth/actor";
import { asPerson } from "@/lib/db/transaction";
import type { Id } from "@/lib/kernel/id";
import { toHousehold, toRole } from "./rows";

/** What a person is in one of their households, now. */
export type Membership = {
  readonly householdId: Id;
  readonly memberId: Id;
  readonly name: string;
  readonly role: Actor["role"];
  readonly household: Actor["household"];
};

/** The households this person belongs to now, by name. */
export async function membershipsOf(userId: Id): Promise<Membership[]> {
  const members = await asPerson(userId, (tx) =>
    tx.member.findMany({
      where: { userId, status: "active", household: { deletedAt: null } },
      include: { household: true },
      orderBy: [{ household: { name: "asc" } }, { householdId: "asc" }],
    }),
  );
  return members.map(({ id, householdId, name, role, household }) => ({
    householdId,
    memberId: id,
    name,
    role: toRole(role),
    household: toHousehold(household),
  }));
}

/** The person as an actor in one of their households, or null: a stranger, and who left, is nobody there. */
export function actorAmong(memberships: readonly Membership[], userId: Id, householdId: Id): Actor | null {
  const membership = memberships.find((each) => each.householdId === householdId);
  return membership ? { ...membership, userId } : null;
}

/** As {@link actorAmong}, looked up. */
export async function findActor(userId: Id, householdId: Id): Promise<Actor | null> {
  return actorAmong(await membershipsOf(userId), userId, householdId);
}
