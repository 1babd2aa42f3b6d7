import type { Actor } from "@/lib/auth/actor";
import { purgeHouseholds } from "@/lib/db/purge-household";
import { asPerson } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import type { Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { toHousehold, toRole } from "./rows";
import { DAYS_TO_BRING_BACK } from "./schema";

/**
 * Takes the household out of everybody's sight, after its name was typed. For {@link DAYS_TO_BRING_BACK} days an owner can bring it back;
 * links that were open stop working for good.
 */
export function deleteHousehold(actor: Actor, commandId: Id, typedName: string, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "households.delete", roles: ["owner"] }, async (tx) => {
    const { householdId } = actor;
    const [household] = await tx.$queryRaw<{ name: string; deletedAt: Date | null }[]>`
      select name, deleted_at as "deletedAt" from household where id = ${householdId}::uuid for update`;
    if (!household || household.deletedAt) throw new Refusal("not_found");
    if (typedName.trim() !== household.name)
      throw new Refusal("households.name_differs", { field: "name", values: { name: household.name } });
    const now = clock.now();
    await tx.household.update({ where: { id: householdId }, data: { deletedAt: now } });
    await tx.invite.updateMany({ where: { householdId, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
    await recordActivity(tx, actor, { action: "household.deleted", subjectType: "household", subjectId: householdId });
    return null;
  });
}

/** Brings a deleted household back, with everything in it. */
export function bringBack(actor: Actor, commandId: Id, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "households.bringBack", roles: ["owner"] }, async (tx) => {
    const { householdId } = actor;
    const [household] = await tx.$queryRaw<{ deletedAt: Date | null }[]>`
      select deleted_at as "deletedAt" from household where id = ${householdId}::uuid for update`;
    if (!household?.deletedAt) return null;
    if (goneOn(household.deletedAt) <= clock.now()) throw new Refusal("not_found");
    await tx.household.update({ where: { id: householdId }, data: { deletedAt: null } });
    await recordActivity(tx, actor, { action: "household.brought_back", subjectType: "household", subjectId: householdId });
    return null;
  });
}

export type DeletedHousehold = { readonly actor: Actor; readonly goneOn: Date };

/** The deleted households that this person, as their owner, can still bring back. */
export async function deletedHouseholds(userId: Id, clock: Clock): Promise<DeletedHousehold[]> {
  const members = await asPerson(userId, (tx) =>
    tx.member.findMany({
      where: { userId, status: "active", role: "owner", household: { deletedAt: { not: null } } },
      include: { household: true },
      orderBy: [{ household: { name: "asc" } }, { householdId: "asc" }],
    }),
  );
  return members.flatMap(({ id, householdId, name, role, household }) => {
    const until = household.deletedAt && goneOn(household.deletedAt);
    if (!until || until <= clock.now()) return [];
    return [{ actor: { householdId, memberId: id, userId, name, role: toRole(role), household: toHousehold(household) }, goneOn: until }];
  });
}

/** Removes for good what nobody can bring back any more; the answer counts the households. */
export function purgeOverdue(clock: Clock): Promise<number> {
  return purgeHouseholds(new Date(clock.now().getTime() - DAYS_TO_BRING_BACK * 86_400_000));
}

function goneOn(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + DAYS_TO_BRING_BACK * 86_400_000);
}
