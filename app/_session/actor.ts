import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import type { Actor } from "@/lib/auth/actor";
import { sessionIdFromCookie } from "@/lib/auth/session-cookie";
import { findPerson, markSeen, type Person } from "@/lib/auth/sessions";
import { actorAmong, type Membership, membershipsOf } from "@/lib/households/membership";
import { systemClock } from "@/lib/kernel/clock";
import { safeNext } from "./next-address";

/** Who is signed in, or null. Looked up once per request: an ended or expired session is nobody. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const sessionId = await sessionIdFromCookie();
  const found = sessionId ? await findPerson(sessionId, systemClock) : null;
  // After the answer, so that reading a page never waits for a write.
  if (found?.stale) after(() => markSeen(found.person.sessionId, systemClock));
  return found?.person ?? null;
});

/** The signed-in person; anybody else goes to the sign-in page and comes back here afterwards. */
export async function requirePerson(): Promise<Person> {
  const person = await currentPerson();
  if (person) return person;
  const here = safeNext((await headers()).get("x-path"), "/households");
  redirect(`/sign-in?next=${encodeURIComponent(here)}`);
}

/** The households of the signed-in person; read once per request, for the actor and for the way between households. */
export const currentMemberships = cache(async (): Promise<Membership[]> => membershipsOf((await requirePerson()).userId));

/** The signed-in person as an active member of this household. To all others the household doesn't exist. */
export async function requireActor(household: string): Promise<Actor> {
  const { userId } = await requirePerson();
  return actorAmong(await currentMemberships(), userId, household) ?? notFound();
}
