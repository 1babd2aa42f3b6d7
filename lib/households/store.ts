import type { Tx } from "@/lib/db/transaction";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/result";
import { toRole } from "./rows";
import type { Standing } from "./standing";

/** How many colours members have before they repeat. */
const COLOURS = 6;

export type LockedMember = Standing & { readonly name: string };
export type LockedInvite = {
  readonly id: Id;
  readonly role: string;
  readonly email: string | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly usedById: Id | null;
  readonly revokedAt: Date | null;
  readonly forMemberId: Id | null;
};

/** Whoever decides who belongs to the household, as what, takes turns with all others who do. */
export async function lockHousehold(tx: Tx, householdId: Id): Promise<void> {
  await tx.$queryRaw`select 1 from household where id = ${householdId}::uuid for no key update`;
}

/**
 * A member, and how many owners there are, held still: whoever decides who belongs here, as what, takes the lock on the
 * household first, so that they take turns. Refuses when the member isn't (or is no longer) active.
 */
export async function lockMemberAndOwners(tx: Tx, householdId: Id, memberId: Id): Promise<{ member: LockedMember; owners: number }> {
  await lockHousehold(tx, householdId);
  const rows = await tx.$queryRaw<{ id: Id; name: string; role: string; signsIn: boolean }[]>`
    select id, name, role, user_id is not null as "signsIn" from member
    where household_id = ${householdId}::uuid and status = 'active' and (role = 'owner' or id = ${memberId}::uuid)`;
  const found = rows.find(({ id }) => id === memberId);
  if (!found) throw new Refusal("not_found");
  return { member: { ...found, role: toRole(found.role) }, owners: rows.filter(({ role }) => role === "owner").length };
}

export async function nextColour(tx: Tx, householdId: Id): Promise<number> {
  return (await tx.member.count({ where: { householdId } })) % COLOURS;
}

/** Ends a membership. The row stays, because the books point to it; links this member made, and links to become this member, stop working. */
export async function endMembership(tx: Tx, householdId: Id, memberId: Id, status: "left" | "removed", now: Date): Promise<void> {
  await tx.member.update({ where: { householdId_id: { householdId, id: memberId } }, data: { status, endedAt: now } });
  await tx.invite.updateMany({
    where: { householdId, usedAt: null, revokedAt: null, OR: [{ createdById: memberId }, { forMemberId: memberId }] },
    data: { revokedAt: now },
  });
}

/** Locks the invite with this hash, or null. */
export async function lockInvite(tx: Tx, householdId: Id, tokenHash: string): Promise<LockedInvite | null> {
  const [invite] = await tx.$queryRaw<LockedInvite[]>`
    select id, role, email, expires_at as "expiresAt", used_at as "usedAt", used_by_id as "usedById", revoked_at as "revokedAt",
      for_member_id as "forMemberId"
    from invite where household_id = ${householdId}::uuid and token_hash = ${tokenHash} for update`;
  return invite ?? null;
}

/** Makes the person a member; who was one before gets their old row, and with it their books, back. */
export async function activateMember(
  tx: Tx,
  member: { readonly householdId: Id; readonly userId: Id; readonly name: string; readonly role: string },
): Promise<Id> {
  const { householdId, userId, name, role } = member;
  const colour = await nextColour(tx, householdId);
  const [row] = await tx.$queryRaw<{ id: Id }[]>`
    insert into member (household_id, id, user_id, name, role, colour)
    values (${householdId}::uuid, ${newId()}::uuid, ${userId}::uuid, ${name}, ${role}, ${colour})
    on conflict (household_id, user_id) do update
      set status = 'active', ended_at = null, name = excluded.name, role = excluded.role
      where member.status <> 'active'
    returning id`;
  if (!row) throw new Refusal("conflict");
  return row.id;
}

/**
 * Gives a member without sign-in to the person: their books stay, under the name the household knows. False when there is no such
 * member any more. The household is locked by then.
 */
export async function takeOverMember(
  tx: Tx,
  member: { readonly householdId: Id; readonly id: Id; readonly userId: Id; readonly role: string; readonly inviteId: Id },
  now: Date,
): Promise<{ readonly name: string } | null> {
  const { householdId, id, userId, role } = member;
  const found = await tx.member.findFirst({ where: { householdId, id, userId: null, status: "active" }, select: { name: true } });
  if (!found) return null;
  await tx.member.update({ where: { householdId_id: { householdId, id } }, data: { userId, role } });
  const others = { householdId, forMemberId: id, id: { not: member.inviteId }, usedAt: null, revokedAt: null };
  await tx.invite.updateMany({ where: others, data: { revokedAt: now } });
  return found;
}
