import { database } from "@/lib/db/client";
import type { Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";

/** How long a sign-in lasts, in seconds. */
export const SESSION_SECONDS = 30 * 86_400;
/** How stale "last seen" may become before it is written again, in milliseconds. */
const SEEN_STEP = 600_000;

/** Where a request came from, as far as it says. */
export type Client = { readonly ip: string; readonly userAgent: string };

/** A person who is signed in, and by which session. */
export type Person = { readonly userId: Id; readonly sessionId: Id; readonly name: string; readonly email: string };

export type SignedInDevice = {
  readonly id: Id;
  readonly userAgent: string;
  readonly since: Date;
  readonly lastSeen: Date;
  readonly current: boolean;
};

export async function startSession(userId: Id, client: Client, clock: Clock): Promise<Id> {
  const id = newId();
  const now = clock.now();
  await database().authSession.create({
    data: {
      id,
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
      userAgent: client.userAgent.slice(0, 400),
      ip: client.ip.slice(0, 64),
    },
  });
  return id;
}

/** Who is behind a session id, or null when it ended, expired or never was. `stale`: "last seen" wants an update. */
export async function findPerson(sessionId: Id, clock: Clock): Promise<{ readonly person: Person; readonly stale: boolean } | null> {
  const now = clock.now();
  const session = await database().authSession.findFirst({
    where: { id: sessionId, endedAt: null, expiresAt: { gt: now } },
    select: { id: true, lastSeenAt: true, user: { select: { id: true, name: true, email: true } } },
  });
  if (!session) return null;
  const { user } = session;
  return {
    person: { userId: user.id, sessionId: session.id, name: user.name, email: user.email },
    stale: now.getTime() - session.lastSeenAt.getTime() > SEEN_STEP,
  };
}

export async function markSeen(sessionId: Id, clock: Clock): Promise<void> {
  await database().authSession.updateMany({ where: { id: sessionId, endedAt: null }, data: { lastSeenAt: clock.now() } });
}

/** Where this person is signed in now, this device first, then the most recently used. */
export async function signedInDevices(person: Person, clock: Clock): Promise<SignedInDevice[]> {
  const sessions = await database().authSession.findMany({
    where: { userId: person.userId, endedAt: null, expiresAt: { gt: clock.now() } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
  });
  return sessions
    .map((session) => ({
      id: session.id,
      userAgent: session.userAgent,
      since: session.createdAt,
      lastSeen: session.lastSeenAt,
      current: session.id === person.sessionId,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}

/** Ends one session of this person, from whatever device. Ending it twice, or a stranger's, changes nothing. */
export async function endSession(person: Person, sessionId: Id, clock: Clock): Promise<void> {
  await database().authSession.updateMany({
    where: { id: sessionId, userId: person.userId, endedAt: null },
    data: { endedAt: clock.now() },
  });
}

/** Ends all sessions of this person but the one that asks. */
export async function endOtherSessions(person: Person, clock: Clock): Promise<void> {
  await database().authSession.updateMany({
    where: { userId: person.userId, id: { not: person.sessionId }, endedAt: null },
    data: { endedAt: clock.now() },
  });
}
