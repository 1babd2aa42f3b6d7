import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { authSecret } from "@/lib/auth/secret";
import { isId, type Id } from "@/lib/kernel/id";

type Feed = { readonly householdId: Id; readonly id: Id };

/**
 * The part of a calendar's address that nobody can guess: the household, and 256 bits made from the application's secret
 * and the feed's id. So the database keeps only their hash, and the address can be shown again to its owner.
 */
export function calendarToken({ householdId, id }: Feed): string {
  return `${householdId}.${createHmac("sha256", authSecret()).update(`calendar:${householdId}:${id}`).digest("base64url")}`;
}

/** What the database keeps of a token: hex sha256. */
export function calendarHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The household a token names, null for what can't be one. */
export function householdOf(token: string): Id | null {
  const [household = "", secret = ""] = token.split(".");
  return isId(household) && /^[\w-]{43}$/u.test(secret) && token === `${household}.${secret}` ? household : null;
}

/** The token again, or null when the application's secret has changed since: the old address still works, but can't be shown. */
export function tokenOf(feed: Feed & { readonly tokenHash: string }): string | null {
  const token = calendarToken(feed);
  return timingSafeEqual(Buffer.from(calendarHash(token)), Buffer.from(feed.tokenHash)) ? token : null;
}
