import { database } from "@/lib/db/client";
import type { Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { hashPassword, passwordMatches } from "./password";
import { passwordProblem } from "./password-policy";
import type { Credentials, NewAccount, NewPassword } from "./schema";
import { endOtherSessions, startSession, type Client, type Person } from "./sessions";
import { beginAttempt } from "./throttle";

/**
 * Makes an account. An address that has one already is refused, and counts like a failed sign-in, so that nobody
 * can run through addresses to see who is here.
 */
export async function signUp(input: NewAccount, client: Client, clock: Clock): Promise<Result<Id>> {
  const problem = passwordProblem(input.password, input.email);
  if (problem) return fail(problem, { field: "password" });
  const attempt = await beginAttempt({ email: input.email, ip: client.ip }, clock);
  if (!attempt.ok) return tooMany(attempt.waitMs);
  const passwordHash = await hashPassword(input.password);
  const id = newId();
  const { count } = await database().userAccount.createMany({
    data: [{ id, email: input.email, name: input.name, passwordHash }],
    skipDuplicates: true,
  });
  if (count === 0) return fail("auth.email_taken", { field: "email" });
  await attempt.succeeded();
  return ok(id);
}

/** Checks address and password and opens a session; the answer is its id. Every failure looks and lasts alike. */
export async function openSession(input: Credentials, client: Client, clock: Clock): Promise<Result<Id>> {
  const attempt = await beginAttempt({ email: input.email, ip: client.ip }, clock);
  if (!attempt.ok) return tooMany(attempt.waitMs);
  const account = await database().userAccount.findUnique({ where: { email: input.email }, select: { id: true, passwordHash: true } });
  if (!(await passwordMatches(account?.passwordHash ?? null, input.password)) || !account) return fail("auth.wrong");
  await attempt.succeeded();
  return ok(await startSession(account.id, client, clock));
}

export async function changeName(person: Person, name: string): Promise<void> {
  await database().userAccount.update({ where: { id: person.userId }, data: { name } });
}

/** Sets a new password after the old one was given, and signs every other device out. */
export async function changePassword(person: Person, input: NewPassword, client: Client, clock: Clock): Promise<Result<null>> {
  const attempt = await beginAttempt({ email: person.email, ip: client.ip }, clock);
  if (!attempt.ok) return tooMany(attempt.waitMs);
  const account = await database().userAccount.findUniqueOrThrow({ where: { id: person.userId }, select: { passwordHash: true } });
  if (!(await passwordMatches(account.passwordHash, input.currentPassword)))
    return fail("auth.wrong_current", { field: "currentPassword" });
  await attempt.succeeded();
  const problem = passwordProblem(input.newPassword, person.email);
  if (problem) return fail(problem, { field: "newPassword" });
  await database().userAccount.update({ where: { id: person.userId }, data: { passwordHash: await hashPassword(input.newPassword) } });
  await endOtherSessions(person, clock);
  return ok(null);
}

/** Asks for the password once more before something that can't be undone. A wrong one counts like a failed sign-in. */
export async function passwordIsRight(person: Person, password: string, client: Client, clock: Clock): Promise<Result<null>> {
  const attempt = await beginAttempt({ email: person.email, ip: client.ip }, clock);
  if (!attempt.ok) return tooMany(attempt.waitMs);
  const account = await database().userAccount.findUniqueOrThrow({ where: { id: person.userId }, select: { passwordHash: true } });
  if (!(await passwordMatches(account.passwordHash, password))) return fail("auth.wrong_current", { field: "password" });
  await attempt.succeeded();
  return ok(null);
}

/** Removes the account and, with it, every session. Member rows stay, with nobody behind them. */
export async function deleteAccount(person: Person): Promise<void> {
  await database().userAccount.deleteMany({ where: { id: person.userId } });
}

function tooMany(waitMs: number): Result<never> {
  const seconds = Math.ceil(waitMs / 1000);
  return seconds < 90
    ? fail("auth.wait_seconds", { values: { seconds } })
    : fail("auth.wait_minutes", { values: { minutes: Math.ceil(seconds / 60) } });
}
