/** How long an invite's link works. */
export const INVITE_DAYS = 7;

export type InviteProblem =
  | "households.invite_used"
  | "households.invite_revoked"
  | "households.invite_expired"
  | "households.invite_other_email";

type Invite = { readonly usedAt: Date | null; readonly revokedAt: Date | null; readonly expiresAt: Date };

/** Why this invite lets nobody in any more, or null. */
export function inviteProblem(invite: Invite, now: Date): InviteProblem | null {
  if (invite.usedAt) return "households.invite_used";
  if (invite.revokedAt) return "households.invite_revoked";
  return invite.expiresAt <= now ? "households.invite_expired" : null;
}

/** An invite bound to an address lets in nobody else. */
export function addressProblem(invite: { readonly email: string | null }, person: { readonly email: string }): InviteProblem | null {
  return invite.email !== null && invite.email !== person.email ? "households.invite_other_email" : null;
}

export function inviteExpiry(now: Date): Date {
  return new Date(now.getTime() + INVITE_DAYS * 86_400_000);
}
