import type { Role } from "@/lib/auth/actor";

export type Standing = { readonly id: string; readonly role: Role; readonly signsIn: boolean };

export type StandingProblem =
  | "households.last_owner"
  | "households.is_owner"
  | "households.yourself"
  | "households.needs_sign_in"
  | "households.needs_adult";

/** A household never loses its last owner. `owners` are its active owners, this one included. */
export function leaveProblem(member: Standing, owners: number): StandingProblem | null {
  return member.role === "owner" && owners <= 1 ? "households.last_owner" : null;
}

/** Owners remove others; who wants to go leaves. */
export function removeProblem(actorId: string, member: Standing, owners: number): StandingProblem | null {
  return member.id === actorId ? "households.yourself" : leaveProblem(member, owners);
}

/** An owner's role only changes by handing the ownership over. */
export function roleProblem(member: Standing): StandingProblem | null {
  return member.role === "owner" ? "households.is_owner" : null;
}

/** The next owner is an adult who can sign in. */
export function handOverProblem(actorId: string, member: Standing): StandingProblem | null {
  if (member.id === actorId) return "households.yourself";
  if (!member.signsIn) return "households.needs_sign_in";
  return member.role === "child" ? "households.needs_adult" : null;
}
