import type { Person } from "@/lib/auth/sessions";
import { asInvitee, inHousehold, type Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import type { Id } from "@/lib/kernel/id";
import { ok, Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { addressProblem, inviteProblem } from "./invite";
import { inviteHash } from "./invite-token";
import { activateMember, lockInvite } from "./store";

/**
 * Joins a household by an invite's link; the answer is the household. The link is used up by the first who joins.
 * Repeating it, or using any link while already a member, changes nothing and leads to the household.
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
  const invite = await lockInvite(tx, householdId, tokenHash);
  if (!invite) throw new Refusal("households.invite_unknown");
  const member = await tx.member.findFirst({ where: { householdId, userId: person.userId } });
  if (member?.status === "active") return;
  const problem = inviteProblem(invite, now) ?? addressProblem(invite, person);
  if (problem) throw new Refusal(problem);

  const memberId = await activateMember(tx, { householdId, userId: person.userId, name: person.name, role: invite.role });
  await tx.invite.update({ where: { householdId_id: { householdId, id: invite.id } }, data: { usedAt: now, usedById: memberId } });
  await recordActivity(
    tx,
    { householdId, memberId },
    {
      action: member ? "member.returned" : "member.joined",
      subjectType: "member",
      subjectId: memberId,
      detail: { name: person.name, role: invite.role },
    },
  );
}
