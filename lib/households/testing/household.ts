import type { Actor, Role } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { newId, type Id } from "@/lib/kernel/id";

export type TestHousehold = {
  readonly householdId: Id;
  /** Actors by the name given; members without sign-in have no actor but are in `members`. */
  readonly actors: Readonly<Record<string, Actor>>;
  readonly members: Readonly<Record<string, Id>>;
};

type Person = { readonly role: Role; readonly signsIn?: boolean };

/**
 * A household with these people, made straight in the tables (as the owner of the database), for tests of features
 * that build on households. Each call makes new people, so tests run side by side.
 */
export async function testHousehold(
  people: Readonly<Record<string, Person>> = { anna: { role: "owner" }, ben: { role: "adult" }, cleo: { role: "child", signsIn: false } },
  settings: Partial<Actor["household"]> = {},
): Promise<TestHousehold> {
  const householdId = newId();
  const household: Actor["household"] = {
    name: "Ferreira",
    kind: "family",
    currency: "USD",
    timeZone: "America/New_York",
    settlement: "even_up",
    childrenSeeBalances: false,
    ...settings,
  };
  const actors: Record<string, Actor> = {};
  const members: Record<string, Id> = {};
  const db = database();
  await db.$transaction(async (tx) => {
    await tx.household.create({ data: { id: householdId, ...household } });
    for (const [index, [name, { role, signsIn = true }]] of Object.entries(people).entries()) {
      const memberId = newId();
      const userId = signsIn ? newId() : null;
      if (userId) await tx.userAccount.create({ data: { id: userId, email: `${userId}@example.test`, name, passwordHash: "unusable" } });
      await tx.member.create({ data: { householdId, id: memberId, userId, name, role, colour: index % 8 } });
      members[name] = memberId;
      if (userId) actors[name] = { householdId, memberId, userId, name, role, household };
    }
  });
  return { householdId, actors, members };
}
