import type { Actor } from "@/lib/auth/actor";
import type { Id } from "@/lib/kernel/id";
import { findActor } from "@/lib/households/membership";
import { currentPerson } from "./actor";

/**
 * Who asks a route that answers data: the actor, or the status to answer with. Not signed in is 401, so that a page can ask for it;
 * everybody else who doesn't belong there gets 404, as from a page.
 */
export async function requestActor(household: string): Promise<{ readonly actor: Actor; readonly sessionId: Id } | 401 | 404> {
  const person = await currentPerson();
  if (!person) return 401;
  const actor = await findActor(person.userId, household);
  return actor ? { actor, sessionId: person.sessionId } : 404;
}

/** True for a request that one of our own pages, or our service worker, makes: browsers name the origin of every POST. */
export function isFromOwnPage(request: Request): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
