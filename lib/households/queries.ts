import { isAdult, type Actor, type Role } from "@/lib/auth/actor";
import { asInvitee, inHousehold, type Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import type { Id } from "@/lib/kernel/id";
import { inviteProblem, type InviteProblem } from "./invite";
import { inviteHash, tokenOf } from "./invite-token";
import { toHousehold, toRole } from "./rows";

export type MemberRow = {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
  readonly signsIn: boolean;
  readonly colour: number;
  readonly joinedAt: Date;
};

export type OpenInvite = {
  readonly id: Id;
  readonly role: Role;
  readonly email: string | null;
  /** The member whom one becomes by it; null when it makes a new one. */
  readonly forMember: string | null;
  readonly createdBy: string;
  readonly expiresAt: Date;
  /** Null when the link can't be shown again. */
  readonly token: string | null;
};

/** The active members of the actor's household, in the order they came. For pages that need names and colours. */
export async function activeMembers(tx: Tx, actor: Actor): Promise<MemberRow[]> {
  const members = await tx.member.findMany({
    where: { householdId: actor.householdId, status: "active" },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
  });
  return members.map(({ id, name, role, userId, colour, joinedAt }) => ({
    id,
    name,
    role: toRole(role),
    signsIn: userId !== null,
    colour,
    joinedAt,
  }));
}

/** What the frame around every page of the household shows. */
export function householdFrame(actor: Actor): Promise<MemberRow[]> {
  return inHousehold(actor.householdId, (tx) => activeMembers(tx, actor));
}

export type HouseholdPage = {
  readonly members: readonly MemberRow[];
  readonly former: readonly { readonly id: Id; readonly name: string; readonly status: string; readonly endedAt: Date | null }[];
  /** Empty for children, who can't invite. */
  readonly invites: readonly OpenInvite[];
};

export function householdPage(actor: Actor, clock: Clock): Promise<HouseholdPage> {
  return inHousehold(actor.householdId, async (tx) => {
    const { householdId } = actor;
    const members = await activeMembers(tx, actor);
    const former = await tx.member.findMany({
      where: { householdId, status: { not: "active" } },
      orderBy: [{ endedAt: "desc" }, { id: "asc" }],
      select: { id: true, name: true, status: true, endedAt: true },
    });
    const invites = isAdult(actor)
      ? await tx.invite.findMany({
          where: { householdId, usedAt: null, revokedAt: null, expiresAt: { gt: clock.now() } },
          orderBy: { id: "asc" },
          include: { createdBy: { select: { name: true } }, forMember: { select: { name: true } } },
        })
      : [];
    return {
      members,
      former,
      invites: invites.map((invite) => ({
        id: invite.id,
        role: toRole(invite.role),
        email: invite.email,
        forMember: invite.forMember?.name ?? null,
        createdBy: invite.createdBy.name,
        expiresAt: invite.expiresAt,
        token: tokenOf(invite),
      })),
    };
  });
}

export type Invitation = {
  readonly householdId: Id;
  readonly household: Actor["household"];
  readonly role: Role;
  readonly email: string | null;
  /** Whom one becomes by it; null when it makes a new member. */
  readonly forMember: string | null;
  readonly expiresAt: Date;
  readonly problem: InviteProblem | null;
};

/** What the bearer of a link may know: which household, as what or whom, until when. Null for a link that never was. */
export async function findInvitation(token: string, clock: Clock): Promise<Invitation | null> {
  const hash = inviteHash(token);
  const invite = await asInvitee(hash, (tx) => tx.invite.findFirst({ where: { tokenHash: hash }, include: { household: true } }));
  if (!invite) return null;
  const { householdId, forMemberId } = invite;
  const forMember =
    forMemberId === null
      ? null
      : await inHousehold(householdId, (tx) => tx.member.findFirst({ where: { householdId, id: forMemberId }, select: { name: true } }));
  return {
    householdId,
    household: toHousehold(invite.household),
    role: toRole(invite.role),
    email: invite.email,
    forMember: forMember?.name ?? null,
    expiresAt: invite.expiresAt,
    problem: inviteProblem(invite, clock.now()),
  };
}
