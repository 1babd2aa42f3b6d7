import type { Actor } from "@/lib/auth/actor";
import { asPerson } from "@/lib/db/transaction";
import type { Id } from "@/lib/kernel/id";
import { toHousehold, toRole } from "./rows";

/** The person's active membership in a household, or null: a stranger, and who left, finds nothing. */
export async function findActor(userId: Id, householdId: Id): Promise<Actor | null> {
  const member = await asPerson(userId, (tx) =>
    tx.member.findFirst({ where: { householdId, userId, status: "active" }, include: { household: true } }),
  );
  if (!member) return null;
  return {
    householdId,
    memberId: member.id,
    userId,
    name: member.name,
    role: toRole(member.role),
    household: toHousehold(member.household),
  };
}

export type Membership = {
  readonly householdId: Id;
  readonly name: string;
  readonly kind: Actor["household"]["kind"];
  readonly role: Actor["role"];
};

/** The households this person belongs to now, by name. */
export async function membershipsOf(userId: Id): Promise<Membership[]> {
  const members = await asPerson(userId, (tx) =>
    tx.member.findMany({
      where: { userId, status: "active" },
      include: { household: true },
      orderBy: [{ household: { name: "asc" } }, { householdId: "asc" }],
    }),
  );
  return members.map(({ role, household }) => {
    const { name, kind } = toHousehold(household);
    return { householdId: household.id, name, kind, role: toRole(role) };
  });
}
