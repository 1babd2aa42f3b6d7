import { performance } from "node:perf_hooks";
import { describe, expect, it, vi } from "vitest";
import { database } from "@/lib/db/client";
import { present } from "@/lib/kernel/assert";
import type { Clock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/id";
import { changePassword, openSession, signUp } from "./accounts";
import { endOtherSessions, endSession, findPerson, markSeen, SESSION_SECONDS, signedInDevices, type Person } from "./sessions";

vi.stubEnv("AUTH_SECRET", "for tests only, and long enough for that");

const PASSWORD = "plenty of purple rice";
const WRONG = { ok: false, failure: { code: "auth.wrong" } };
const START = Date.parse("2026-11-22T10:00:00Z");

/** A clock that is moved by hand. */
function movableClock(): Clock & { forward: (ms: number) => void } {
  let now = START;
  return { now: () => new Date(now), forward: (ms) => (now += ms) };
}

/** Every test comes from an address of its own, so that their failures don't add up. */
function client() {
  return { ip: `test-${newId()}`, userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" };
}

async function account(clock: Clock = movableClock()) {
  const email = `${newId()}@example.test`;
  const made = await signUp({ name: "Anna", email, password: PASSWORD }, client(), clock);
  if (!made.ok) throw new Error(made.failure.code);
  return { userId: made.value, email };
}

async function signedIn(email: string, clock: Clock): Promise<Person> {
  const opened = await openSession({ email, password: PASSWORD }, client(), clock);
  if (!opened.ok) throw new Error(opened.failure.code);
  return present(await findPerson(opened.value, clock), "the person").person;
}

describe("signUp", () => {
  it("keeps the password as argon2id with OWASP's parameters, and nothing of it in the clear", async () => {
    const { userId } = await account();
    const row = await database().userAccount.findUniqueOrThrow({ where: { id: userId } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(row)).not.toContain(PASSWORD);
  });

  it("makes one account when two ask for the same address at once", async () => {
    const email = `${newId()}@example.test`;
    const clock = movableClock();
    const answers = await Promise.all([1, 2].map(() => signUp({ name: "Anna", email, password: PASSWORD }, client(), clock)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, failure: { code: "auth.email_taken", field: "email" } });
    expect(await database().userAccount.count({ where: { email } })).toBe(1);
  });

  it("slows down whoever runs through addresses to see who is here", async () => {
    const { email } = await account();
    const clock = movableClock();
    const input = { name: "Eve", email, password: "another long sentence" };
    for (let count = 0; count < 5; count += 1) expect((await signUp(input, client(), clock)).ok).toBe(false);
    expect(await signUp(input, client(), clock)).toMatchObject({ failure: { code: "auth.wait_seconds" } });
  });
});

describe("openSession", () => {
  it("answers a wrong password and an unknown address alike", async () => {
    const { email } = await account();
    const clock = movableClock();
    expect(await openSession({ email, password: "not the password" }, client(), clock)).toEqual(WRONG);
    expect(await openSession({ email: `${newId()}@example.test`, password: PASSWORD }, client(), clock)).toEqual(WRONG);
    expect(await openSession({ email, password: PASSWORD }, client(), clock)).toMatchObject({ ok: true });
  });

  it("takes as long for an unknown address as for a wrong password", async () => {
    const known = await Promise.all(Array.from({ length: 7 }, () => account()));
    const time = async (email: string) => {
      const from = performance.now();
      await openSession({ email, password: "not the password" }, client(), movableClock());
      return performance.now() - from;
    };
    const wrong: number[] = [];
    const unknown: number[] = [];
    for (const { email } of known) {
      wrong.push(await time(email));
      unknown.push(await time(`${newId()}@example.test`));
    }
    const median = (values: number[]) => present(values.sort((a, b) => a - b)[3], "the middle");
    // Without the hash of nobody, an unknown address would answer about ten times as fast.
    expect(median(unknown)).toBeGreaterThan(median(wrong) / 2.5);
  });

  it("slows down per address, says for how long, and forgets after the right password", async () => {
    const { email } = await account();
    const clock = movableClock();
    const wrong = () => openSession({ email, password: "not the password" }, client(), clock);
    const right = () => openSession({ email, password: PASSWORD }, client(), clock);
    for (let count = 0; count < 5; count += 1) expect(await wrong()).toEqual(WRONG);
    expect(await right()).toEqual({ ok: false, failure: { code: "auth.wait_seconds", values: { seconds: 30 } } });
    clock.forward(30_000);
    expect(await wrong()).toEqual(WRONG);
    expect(await wrong()).toEqual({ ok: false, failure: { code: "auth.wait_seconds", values: { seconds: 60 } } });
    clock.forward(60_000);
    expect(await wrong()).toEqual(WRONG);
    expect(await wrong()).toEqual({ ok: false, failure: { code: "auth.wait_minutes", values: { minutes: 2 } } });
    clock.forward(120_000);
    expect(await right()).toMatchObject({ ok: true });
    for (let count = 0; count < 4; count += 1) expect(await wrong()).toEqual(WRONG);
    expect(await right()).toMatchObject({ ok: true });
  });

  it("answers throttled tries for an unknown address like those for a known one", async () => {
    const email = `${newId()}@example.test`;
    const clock = movableClock();
    const guess = () => openSession({ email, password: PASSWORD }, client(), clock);
    for (let count = 0; count < 5; count += 1) expect(await guess()).toEqual(WRONG);
    expect(await guess()).toMatchObject({ failure: { code: "auth.wait_seconds" } });
  });

  it("lets no more than the free tries through when many come at once", async () => {
    const { email } = await account();
    const clock = movableClock();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => openSession({ email, password: "not the password" }, client(), clock)),
    );
    expect(answers.filter((answer) => !answer.ok && answer.failure.code === "auth.wrong")).toHaveLength(5);
  });

  it("slows down one IP that tries many addresses, while right passwords from there don't count", async () => {
    const clock = movableClock();
    const from = client();
    const { email } = await account();
    const guess = () => openSession({ email: `${newId()}@example.test`, password: PASSWORD }, from, clock);
    for (let count = 0; count < 10; count += 1)
      expect(await openSession({ email, password: PASSWORD }, from, clock)).toMatchObject({ ok: true });
    for (let count = 0; count < 50; count += 1) expect(await guess()).toEqual(WRONG);
    expect(await guess()).toMatchObject({ failure: { code: "auth.wait_seconds" } });
    expect(await openSession({ email, password: PASSWORD }, from, clock)).toMatchObject({ ok: false });
    expect(await openSession({ email, password: PASSWORD }, client(), clock)).toMatchObject({ ok: true });
  }, 30_000);

  it("keeps neither address nor IP in the counters", async () => {
    const { email } = await account();
    const from = client();
    await openSession({ email, password: "not the password" }, from, movableClock());
    const kept = JSON.stringify(await database().signInThrottle.findMany());
    expect(kept).not.toContain(email);
    expect(kept).not.toContain(from.ip);
  });
});

describe("sessions", () => {
  it("are nobody once they ended or expired", async () => {
    const clock = movableClock();
    const { email } = await account(clock);
    const here = await signedIn(email, clock);
    const there = await signedIn(email, clock);
    await endSession(here, there.sessionId, clock);
    expect(await findPerson(there.sessionId, clock)).toBeNull();
    expect(await findPerson(here.sessionId, clock)).toMatchObject({ person: { email } });
    clock.forward(SESSION_SECONDS * 1000);
    expect(await findPerson(here.sessionId, clock)).toBeNull();
    expect(await findPerson(newId(), clock)).toBeNull();
  });

  it("are listed with this device first, and the others can be ended at once", async () => {
    const clock = movableClock();
    const { email } = await account(clock);
    const here = await signedIn(email, clock);
    clock.forward(60_000);
    const there = await signedIn(email, clock);
    expect(await signedInDevices(here, clock)).toMatchObject([
      { id: here.sessionId, current: true, since: new Date(START) },
      { id: there.sessionId, current: false },
    ]);
    await endOtherSessions(here, clock);
    expect(await signedInDevices(here, clock)).toMatchObject([{ id: here.sessionId }]);
    expect(await findPerson(there.sessionId, clock)).toBeNull();
  });

  it("can't be ended by a stranger", async () => {
    const clock = movableClock();
    const anna = await signedIn((await account(clock)).email, clock);
    const eve = await signedIn((await account(clock)).email, clock);
    await endSession(eve, anna.sessionId, clock);
    expect(await findPerson(anna.sessionId, clock)).not.toBeNull();
  });

  it("say when they were last used, in steps of ten minutes", async () => {
    const clock = movableClock();
    const anna = await signedIn((await account(clock)).email, clock);
    expect(await findPerson(anna.sessionId, clock)).toMatchObject({ stale: false });
    clock.forward(601_000);
    expect(await findPerson(anna.sessionId, clock)).toMatchObject({ stale: true });
    await markSeen(anna.sessionId, clock);
    expect(await findPerson(anna.sessionId, clock)).toMatchObject({ stale: false });
  });
});

describe("changePassword", () => {
  it("wants the old one, keeps the rules, and signs every other device out", async () => {
    const clock = movableClock();
    const { email } = await account(clock);
    const here = await signedIn(email, clock);
    const there = await signedIn(email, clock);
    const change = (currentPassword: string, newPassword: string) =>
      changePassword(here, { currentPassword, newPassword }, client(), clock);
    expect(await change("not the password", "four other words here")).toEqual({
      ok: false,
      failure: { code: "auth.wrong_current", field: "currentPassword" },
    });
    expect(await change(PASSWORD, "password123")).toEqual({ ok: false, failure: { code: "auth.password_common", field: "newPassword" } });
    expect(await change(PASSWORD, "four other words here")).toEqual({ ok: true, value: null });
    expect(await findPerson(here.sessionId, clock)).not.toBeNull();
    expect(await findPerson(there.sessionId, clock)).toBeNull();
    expect(await openSession({ email, password: PASSWORD }, client(), clock)).toEqual(WRONG);
    expect(await openSession({ email, password: "four other words here" }, client(), clock)).toMatchObject({ ok: true });
  });
});
