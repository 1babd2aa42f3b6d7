import type { Person } from "@/lib/auth/sessions";
import { asInvitee, inHousehold, type Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import type { Id } from "@/lib/kernel/id";
import { ok, Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { addressProblem, inviteProblem } from "./invite";
import { inviteHash } from "./invite-token";
import { activateMember, lockHousehold, lockInvite, takeOverMember, type LockedInvite } from "./store";

/**
 * Joins a household by an invite's link; the answer is the household. The link is used up by the first who joins.
 * Repeating it, or using any link while already a member, changes nothing and leads to the household. A link for a member without
 * sign-in makes the person that member.
 */
export async function join(person: Person, token: string, clock: Clock): Promise<Result<Id>> {
  const tokenHash = inviteHash(token);
  const invite = await asInvitee(tokenHash, (tx) => tx.invite.findFirst({ where: { tokenHash }, select: { householdId: true } }));
  if (!invite) return { ok: false, failure: { code: "households.invite_unknown" } };
  const { householdId } = invite;
  try {
    await inHousehold(householdId, (tx) => useInvite(tx, householdId, person, tokenHash, clock.now()));
    return ok(householdId);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    throw error;
  }
}

async function useInvite(tx: Tx, householdId: Id, person: Person, tokenHash: string, now: Date): Promise<void> {
  await lockHousehold(tx, householdId);
  const invite = await lockInvite(tx, householdId, tokenHash);
  if (!invite) throw new Refusal("households.invite_unknown");
  const member = await tx.member.findFirst({ where: { householdId, userId: person.userId } });
  if (member?.status === "active") return;
  const problem = inviteProblem(invite, now) ?? addressProblem(invite, person);
  if (problem) throw new Refusal(problem);
  if (invite.forMemberId !== null && member) throw new Refusal("households.invite_was_here", { values: { name: member.name } });

  const { memberId, action, name } = await admit(tx, householdId, person, invite, member !== null, now);
  await tx.invite.update({ where: { householdId_id: { householdId, id: invite.id } }, data: { usedAt: now, usedById: memberId } });
  await recordActivity(
    tx,
    { householdId, memberId },
    {
      action,
      subjectType: "member",
      subjectId: memberId,
      detail: { name, role: invite.role },
    },
  );
}

async function admit(
  tx: Tx,
  householdId: Id,
  { userId, name }: Person,
  invite: LockedInvite,
  wasHere: boolean,
  now: Date,
): Promise<{ memberId: Id; action: string; name: string }> {
  const { role, forMemberId } = invite;
  if (forMemberId === null) {
    const memberId = await activateMember(tx, { householdId, userId, name, role });
    return { memberId, action: wasHere ? "member.returned" : "member.joined", name };
  }
  const taken = await takeOverMember(tx, { householdId, id: forMemberId, userId, role, inviteId: invite.id }, now);
  if (!taken) throw new Refusal("households.invite_revoked");
  return { memberId: forMemberId, action: "member.signs_in", name: taken.name };
}
