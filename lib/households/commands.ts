import type { Actor, Role } from "@/lib/auth/actor";
import type { Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { inviteExpiry } from "./invite";
import { inviteHash, inviteToken } from "./invite-token";
import type { GivenRole, HouseholdSettings, MemberName, NewInvite } from "./schema";
import { handOverProblem, leaveProblem, removeProblem, roleProblem } from "./standing";
import { endMembership, lockMemberAndOwners, nextColour } from "./store";

const ADULTS: readonly Role[] = ["owner", "adult"];
const OWNERS: readonly Role[] = ["owner"];

/**
 * Makes a link that lets one person in, for seven days. The answer is the invite's id. With `forMemberId` the person becomes that
 * member, who has no sign-in yet.
 */
export function createInvite(actor: Actor, commandId: Id, input: NewInvite, clock: Clock): Promise<Result<Id>> {
  return runCommand(actor, { id: commandId, name: "households.createInvite", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const id = newId();
    const now = clock.now();
    const forMember = input.forMemberId ? (await lockMemberAndOwners(tx, householdId, input.forMemberId)).member : null;
    if (forMember?.signsIn) throw new Refusal("households.signs_in", { values: { name: forMember.name } });
    await tx.invite.create({
      data: {
        householdId,
        id,
        tokenHash: inviteHash(inviteToken(householdId, id)),
        role: input.role,
        email: input.email,
        forMemberId: input.forMemberId ?? null,
        createdById: actor.memberId,
        createdAt: now,
        expiresAt: inviteExpiry(now),
      },
    });
    await recordActivity(tx, actor, {
      action: forMember ? "invite.created_for" : "invite.created",
      subjectType: "invite",
      subjectId: id,
      detail: { role: input.role, ...(forMember ? { name: forMember.name } : {}) },
    });
    return id;
  });
}

/** Makes a link stop working. One that was used or revoked already stays as it is. */
export function revokeInvite(actor: Actor, commandId: Id, inviteId: Id, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "households.revokeInvite", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const [invite] = await tx.$queryRaw<{ usedAt: Date | null; revokedAt: Date | null }[]>`
      select used_at as "usedAt", revoked_at as "revokedAt" from invite
      where household_id = ${householdId}::uuid and id = ${inviteId}::uuid for update`;
    if (!invite) throw new Refusal("not_found");
    if (invite.usedAt) throw new Refusal("households.invite_used");
    if (invite.revokedAt) return null;
    await tx.invite.update({ where: { householdId_id: { householdId, id: inviteId } }, data: { revokedAt: clock.now() } });
    await recordActivity(tx, actor, { action: "invite.revoked", subjectType: "invite", subjectId: inviteId });
    return null;
  });
}

/** Adds somebody without a sign-in: a child whose wishes and shares are kept by the adults. */
export function addMember(actor: Actor, commandId: Id, input: MemberName): Promise<Result<Id>> {
  return runCommand(actor, { id: commandId, name: "households.addMember", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    const id = newId();
    await tx.member.create({ data: { householdId, id, name: input.name, role: "child", colour: await nextColour(tx, householdId) } });
    await recordActivity(tx, actor, { action: "member.added", subjectType: "member", subjectId: id, detail: { name: input.name } });
    return id;
  });
}

/** Corrects the name of a member without sign-in; the others name themselves. */
export function renameMember(actor: Actor, commandId: Id, memberId: Id, input: MemberName): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "households.renameMember", roles: ADULTS }, async (tx) => {
    const { member } = await lockMemberAndOwners(tx, actor.householdId, memberId);
    if (member.signsIn) throw new Refusal("households.names_themselves", { field: "name" });
    await tx.member.update({ where: { householdId_id: { householdId: actor.householdId, id: memberId } }, data: { name: input.name } });
    await recordActivity(tx, actor, {
      action: "member.renamed",
      subjectType: "member",
      subjectId: memberId,
      detail: { before: member.name, name: input.name },
    });
    return null;
  });
}

export function changeRole(actor: Actor, commandId: Id, memberId: Id, role: GivenRole): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "households.changeRole", roles: ADULTS }, async (tx) => {
    const { member } = await lockMemberAndOwners(tx, actor.householdId, memberId);
    const problem = roleProblem(member);
    if (problem) throw new Refusal(problem, { values: { name: member.name } });
    if (member.role === role) return null;
    await tx.member.update({ where: { householdId_id: { householdId: actor.householdId, id: memberId } }, data: { role } });
    await recordActivity(tx, actor, {
      action: "member.role_changed",
      subjectType: "member",
      subjectId: memberId,
      detail: { name: member.name, role },
    });
    return null;
  });
}

/** Ends another member's membership. Their books stay; nothing they hold is touched. */
export function removeMember(actor: Actor, commandId: Id, memberId: Id, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "households.removeMember", roles: OWNERS }, async (tx) => {
    const { member, owners } = await lockMemberAndOwners(tx, actor.householdId, memberId);
    const problem = removeProblem(actor.memberId, member, owners);
    if (problem) throw new Refusal(problem, { values: { name: member.name } });
    await endMembership(tx, actor.householdId, memberId, "removed", clock.now());
    await recordActivity(tx, actor, {
      action: "member.removed",
      subjectType: "member",
      subjectId: memberId,
      detail: { name: member.name },
    });
    return null;
  });
}

/** Ends the actor's own membership. The last owner hands the ownership over first. */
export function leave(actor: Actor, commandId: Id, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "households.leave" }, async (tx) => {
    const { member, owners } = await lockMemberAndOwners(tx, actor.householdId, actor.memberId);
    const problem = leaveProblem(member, owners);
    if (problem) throw new Refusal(problem);
    await recordActivity(tx, actor, {
      action: "member.left",
      subjectType: "member",
      subjectId: actor.memberId,
      detail: { name: member.name },
    });
    await endMembership(tx, actor.householdId, actor.memberId, "left", clock.now());
    return null;
  });
}

/** Makes another adult the owner; the actor stays as an adult. */
export function handOver(actor: Actor, commandId: Id, memberId: Id): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "households.handOver", roles: OWNERS }, async (tx) => {
    const { householdId } = actor;
    const { member } = await lockMemberAndOwners(tx, householdId, memberId);
    const problem = handOverProblem(actor.memberId, member);
    if (problem) throw new Refusal(problem, { values: { name: member.name } });
    await tx.member.update({ where: { householdId_id: { householdId, id: memberId } }, data: { role: "owner" } });
    await tx.member.update({ where: { householdId_id: { householdId, id: actor.memberId } }, data: { role: "adult" } });
    await recordActivity(tx, actor, {
      action: "household.handed_over",
      subjectType: "member",
      subjectId: memberId,
      detail: { name: member.name },
    });
    return null;
  });
}

/** Name, time zone, how shares are settled, whether children see balances. Kind and currency are for good. */
export function changeSettings(actor: Actor, commandId: Id, input: HouseholdSettings): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "households.changeSettings", roles: ADULTS }, async (tx) => {
    await tx.household.update({ where: { id: actor.householdId }, data: input });
    await recordActivity(tx, actor, {
      action: "household.settings_changed",
      subjectType: "household",
      subjectId: actor.householdId,
      detail: { name: input.name },
    });
    return null;
  });
}
