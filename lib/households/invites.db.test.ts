import { describe, expect, it, vi } from "vitest";
import type { Person } from "@/lib/auth/sessions";
import { database } from "@/lib/db/client";
import { present } from "@/lib/kernel/assert";
import { fixedClock, type Clock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/id";
import { createInvite, leave, removeMember, revokeInvite } from "./commands";
import { inviteHash } from "./invite-token";
import { join } from "./join";
import { findActor, membershipsOf } from "./membership";
import { findInvitation, householdPage } from "./queries";
import { testHousehold } from "./testing/household";

vi.stubEnv("AUTH_SECRET", "for tests only, and long enough for that");

const clock = fixedClock("2026-11-22T10:00:00Z");
const later = fixedClock("2026-11-29T10:00:00Z");

async function household() {
  const { actors, householdId, members } = await testHousehold();
  return { householdId, anna: present(actors.anna, "anna"), ben: present(actors.ben, "ben"), cleo: present(members.cleo, "cleo") };
}

async function person(name = "Dan"): Promise<Person> {
  const userId = newId();
  const email = `${userId}@example.test`;
  await database().userAccount.create({ data: { id: userId, email, name, passwordHash: "unusable" } });
  return { userId, sessionId: newId(), name, email };
}

/** Makes an invite and finds its token where an adult would: among the open ones. */
async function inviteBy(
  actor: Parameters<typeof createInvite>[0],
  input: Partial<Parameters<typeof createInvite>[2]> = {},
  at: Clock = clock,
) {
  const made = await createInvite(actor, newId(), { role: "adult", email: null, ...input }, at);
  if (!made.ok) throw new Error(made.failure.code);
  const { invites } = await householdPage(actor, at);
  return { id: made.value, token: present(invites.find(({ id }) => id === made.value)?.token, "the token") };
}

describe("an invite", () => {
  it("is kept as a hash alone, of a token with 256 bits", async () => {
    const { anna } = await household();
    const { id, token } = await inviteBy(anna);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const row = await database().invite.findFirstOrThrow({ where: { id } });
    expect(row.tokenHash).toBe(inviteHash(token));
    expect(JSON.stringify([row, await database().commandReceipt.findMany()])).not.toContain(token);
  });

  it("is made once however often the form is sent", async () => {
    const { anna, householdId } = await household();
    const commandId = newId();
    const send = () => createInvite(anna, commandId, { role: "adult", email: null }, clock);
    const [first, second] = await Promise.all([send(), send()]);
    expect(first).toEqual(second);
    expect(await database().invite.count({ where: { householdId } })).toBe(1);
  });

  it("tells its bearer the household and the role, and a stranger nothing", async () => {
    const { anna, householdId } = await household();
    const { token } = await inviteBy(anna, { role: "child" });
    expect(await findInvitation(token, clock)).toMatchObject({
      householdId,
      role: "child",
      problem: null,
      household: { name: "Ferreira" },
    });
    expect(await findInvitation(`${token}x`, clock)).toBeNull();
  });

  it("lets one person in, as what it says", async () => {
    const { anna, householdId } = await household();
    const { token } = await inviteBy(anna, { role: "child" });
    const dan = await person();
    expect(await join(dan, token, clock)).toEqual({ ok: true, value: householdId });
    expect(await findActor(dan.userId, householdId)).toMatchObject({ name: "Dan", role: "child" });
    expect(await join(await person("Eve"), token, clock)).toEqual({ ok: false, failure: { code: "households.invite_used" } });
  });

  it("lets exactly one in when two use it at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { anna, householdId } = await household();
      const { token } = await inviteBy(anna);
      const people = await Promise.all([person("Dan"), person("Eve"), person("Flo")]);
      const answers = await Promise.all(people.map((each) => join(each, token, clock)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      for (const answer of answers) if (!answer.ok) expect(answer.failure.code).toBe("households.invite_used");
      expect(await database().member.count({ where: { householdId } })).toBe(4);
    }
  });

  it("changes nothing twice when the one who joins sends the form twice", async () => {
    const { anna, householdId } = await household();
    const { token } = await inviteBy(anna);
    const dan = await person();
    const answers = await Promise.all([join(dan, token, clock), join(dan, token, clock)]);
    expect(answers).toEqual([1, 2].map(() => ({ ok: true, value: householdId })));
    expect(await database().member.count({ where: { householdId, userId: dan.userId } })).toBe(1);
    expect(await database().activity.count({ where: { householdId, action: "member.joined" } })).toBe(1);
  });

  it("isn't used up by somebody who is in already", async () => {
    const { anna, ben } = await household();
    const { token } = await inviteBy(anna);
    const asPerson = { userId: ben.userId, sessionId: newId(), name: "Ben", email: "ben@example.test" };
    expect(await join(asPerson, token, clock)).toMatchObject({ ok: true });
    expect(await join(await person(), token, clock)).toMatchObject({ ok: true });
  });

  it("ends after seven days", async () => {
    const { anna } = await household();
    const { token } = await inviteBy(anna);
    expect(await join(await person(), token, later)).toEqual({ ok: false, failure: { code: "households.invite_expired" } });
    expect(await findInvitation(token, later)).toMatchObject({ problem: "households.invite_expired" });
    expect((await householdPage(anna, later)).invites).toEqual([]);
    expect(await join(await person(), token, fixedClock("2026-11-29T09:59:59Z"))).toMatchObject({ ok: true });
  });

  it("can be taken back", async () => {
    const { anna } = await household();
    const { id, token } = await inviteBy(anna);
    expect(await revokeInvite(anna, newId(), id, clock)).toEqual({ ok: true, value: null });
    expect(await join(await person(), token, clock)).toEqual({ ok: false, failure: { code: "households.invite_revoked" } });
  });

  it("can't be taken back by another household", async () => {
    const { anna } = await household();
    const { id, token } = await inviteBy(anna);
    const other = await household();
    expect(await revokeInvite(other.anna, newId(), id, clock)).toEqual({ ok: false, failure: { code: "not_found" } });
    expect(await join(await person(), token, clock)).toMatchObject({ ok: true });
  });

  it("may be bound to one address", async () => {
    const { anna, householdId } = await household();
    const dan = await person();
    const { token } = await inviteBy(anna, { email: dan.email });
    expect(await join(await person("Eve"), token, clock)).toEqual({ ok: false, failure: { code: "households.invite_other_email" } });
    expect(await join(dan, token, clock)).toEqual({ ok: true, value: householdId });
  });

  it("stops working when the one who made it has gone", async () => {
    const { anna, ben } = await household();
    const first = await inviteBy(ben);
    const second = await inviteBy(anna);
    await removeMember(anna, newId(), ben.memberId, clock);
    expect(await join(await person(), first.token, clock)).toEqual({ ok: false, failure: { code: "households.invite_revoked" } });
    expect(await join(await person(), second.token, clock)).toMatchObject({ ok: true });
  });

  it("gives who comes back their old row, and so their books", async () => {
    const { anna, ben, householdId } = await household();
    expect(await leave(ben, newId(), clock)).toEqual({ ok: true, value: null });
    expect(await findActor(ben.userId, householdId)).toBeNull();
    expect(await membershipsOf(ben.userId)).toEqual([]);
    const { token } = await inviteBy(anna, { role: "child" });
    expect(await join({ userId: ben.userId, sessionId: newId(), name: "Benjamin", email: "ben@example.test" }, token, clock)).toMatchObject(
      { ok: true },
    );
    expect(await findActor(ben.userId, householdId)).toMatchObject({ memberId: ben.memberId, name: "Benjamin", role: "child" });
  });
});

describe("an invite for a member without sign-in", () => {
  it("makes the person that member, whose books stay", async () => {
    const { anna, householdId, cleo } = await household();
    const { token } = await inviteBy(anna, { role: "child", forMemberId: cleo });
    expect(await findInvitation(token, clock)).toMatchObject({ forMember: "cleo", role: "child", problem: null });
    expect((await householdPage(anna, clock)).invites).toMatchObject([{ forMember: "cleo" }]);
    const cleopatra = await person("Cleopatra");
    expect(await join(cleopatra, token, clock)).toEqual({ ok: true, value: householdId });
    expect(await findActor(cleopatra.userId, householdId)).toMatchObject({ memberId: cleo, name: "cleo", role: "child" });
    expect(await database().member.count({ where: { householdId } })).toBe(3);
    expect(await join(await person("Eve"), token, clock)).toEqual({ ok: false, failure: { code: "households.invite_used" } });
  });

  it("gives the role it names", async () => {
    const { anna, householdId, cleo } = await household();
    const { token } = await inviteBy(anna, { role: "adult", forMemberId: cleo });
    const grown = await person();
    await join(grown, token, clock);
    expect(await findActor(grown.userId, householdId)).toMatchObject({ memberId: cleo, role: "adult" });
  });

  it("lets exactly one be the member when two use two links at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { anna, householdId, cleo } = await household();
      const links = [await inviteBy(anna, { forMemberId: cleo }), await inviteBy(anna, { forMemberId: cleo })];
      const answers = await Promise.all(links.map(async ({ token }) => join(await person(), token, clock)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, failure: { code: "households.invite_revoked" } });
      expect(await database().member.count({ where: { householdId } })).toBe(3);
    }
  });

  it("can be taken back, and ends after seven days", async () => {
    const { anna, cleo } = await household();
    const { id, token } = await inviteBy(anna, { forMemberId: cleo });
    expect(await join(await person(), token, later)).toEqual({ ok: false, failure: { code: "households.invite_expired" } });
    await revokeInvite(anna, newId(), id, clock);
    expect(await join(await person(), token, clock)).toEqual({ ok: false, failure: { code: "households.invite_revoked" } });
  });

  it("stops working when the member is removed, also at the same moment", async () => {
    const { anna, cleo } = await household();
    const { token } = await inviteBy(anna, { forMemberId: cleo });
    await removeMember(anna, newId(), cleo, clock);
    expect(await join(await person(), token, clock)).toEqual({ ok: false, failure: { code: "households.invite_revoked" } });
    for (let round = 0; round < 5; round += 1) {
      const next = await household();
      const link = await inviteBy(next.anna, { forMemberId: next.cleo });
      const dan = await person();
      const [joined] = await Promise.all([join(dan, link.token, clock), removeMember(next.anna, newId(), next.cleo, clock)]);
      const row = await database().member.findFirstOrThrow({ where: { householdId: next.householdId, id: next.cleo } });
      expect(row).toMatchObject({ status: "removed", userId: joined.ok ? dan.userId : null });
    }
  });

  it("changes nothing for somebody who is a member already, and isn't for who was one before", async () => {
    const { anna, ben, householdId, cleo } = await household();
    const { token } = await inviteBy(anna, { forMemberId: cleo });
    const asBen = { userId: ben.userId, sessionId: newId(), name: "Ben", email: "ben@example.test" };
    expect(await join(asBen, token, clock)).toMatchObject({ ok: true });
    expect(await findActor(ben.userId, householdId)).toMatchObject({ memberId: ben.memberId });
    await leave(ben, newId(), clock);
    expect(await join(asBen, token, clock)).toMatchObject({ ok: false, failure: { code: "households.invite_was_here" } });
    expect(await join(await person(), token, clock)).toMatchObject({ ok: true });
  });

  it("is made only for a member of this household who can't sign in", async () => {
    const { anna, ben } = await household();
    const other = await household();
    const make = (forMemberId: string) => createInvite(anna, newId(), { role: "child", email: null, forMemberId }, clock);
    expect(await make(ben.memberId)).toMatchObject({ ok: false, failure: { code: "households.signs_in" } });
    expect(await make(other.cleo)).toMatchObject({ ok: false, failure: { code: "not_found" } });
  });
});
