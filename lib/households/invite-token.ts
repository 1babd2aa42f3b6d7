import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { authSecret } from "@/lib/auth/secret";
import type { Id } from "@/lib/kernel/id";

/**
 * The secret part of an invite's link, 256 bits, made from the app's secret and the invite's id. So the database
 * keeps only its hash, and those who may invite can still copy the link a second time.
 */
export function inviteToken(householdId: Id, inviteId: Id): string {
  return createHmac("sha256", authSecret()).update(`invite:${householdId}:${inviteId}`).digest("base64url");
}

/** What the database keeps of a token: hex sha256. */
export function inviteHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The token again, or null when the app's secret has changed since: the old link still works, but can't be shown. */
export function tokenOf(invite: { readonly householdId: Id; readonly id: Id; readonly tokenHash: string }): string | null {
  const token = inviteToken(invite.householdId, invite.id);
  return timingSafeEqual(Buffer.from(inviteHash(token)), Buffer.from(invite.tokenHash)) ? token : null;
}
