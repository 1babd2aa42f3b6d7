import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { Person } from "@/lib/auth/sessions";
import { database } from "@/lib/db/client";
import { present } from "@/lib/kernel/assert";
import { systemClock as clock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/id";
import { addMember, changeRole, changeSettings, createInvite, handOver, leave, removeMember, renameMember, revokeInvite } from "./commands";
import { createHousehold } from "./create";
import { findActor, membershipsOf } from "./membership";
import { householdPage } from "./queries";
import { renameSelf } from "./rename-self";
import { testHousehold } from "./testing/household";

process.env.AUTH_SECRET = "for tests only, and long enough for that";

const DONE = { ok: true, value: null };
const refused = (code: string) => ({ ok: false, failure: { code } });
const NOT_ALLOWED = refused("actor.not_allowed");
const SETTINGS = { name: "Silva", timeZone: "Europe/Lisbon", settlement: "gift", childrenSeeBalances: true } as const;

/** Anna owns, Ben is an adult, Dora a child who signs in, Cleo a child who doesn't. */
async function household() {
  const { actors, members, householdId } = await testHousehold({
    anna: { role: "owner" },
    ben: { role: "adult" },
    dora: { role: "child" },
    cleo: { role: "child", signsIn: false },
  });
  const actor = (name: string): Actor => present(actors[name], name);
  return { householdId, anna: actor("anna"), ben: actor("ben"), dora: actor("dora"), cleo: present(members.cleo, "cleo") };
}

function roleOf(householdId: string, id: string) {
  return database().member.findUniqueOrThrow({ where: { householdId_id: { householdId, id } }, select: { role: true, status: true } });
}

async function person(name: string): Promise<Person> {
  const userId = newId();
  await database().userAccount.create({ data: { id: userId, email: `${userId}@example.test`, name, passwordHash: "unusable" } });
  return { userId, sessionId: newId(), name, email: `${userId}@example.test` };
}

describe("createHousehold", () => {
  const input = { name: "Ferreira", kind: "family", currency: "USD", timeZone: "America/New_York" } as const;

  it("makes one household with one owner however often the form is sent", async () => {
    const anna = await person("Anna");
    const id = newId();
    const answers = await Promise.all([1, 2, 3].map(() => createHousehold(anna, id, input)));
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: id })));
    expect(await membershipsOf(anna.userId)).toMatchObject([
      { householdId: id, role: "owner", household: { name: "Ferreira", kind: "family", currency: "USD" } },
    ]);
    expect(await database().activity.count({ where: { householdId: id } })).toBe(1);
  });

  it("doesn't open somebody else's household to who guesses its id", async () => {
    const { householdId } = await household();
    const eve = await person("Eve");
    expect(await createHousehold(eve, householdId, input)).toEqual(refused("command.reused"));
    expect(await membershipsOf(eve.userId)).toEqual([]);
  });
});

describe("findActor", () => {
  it("finds members, and nobody else", async () => {
    const { householdId, anna } = await household();
    const other = await household();
    expect(await findActor(anna.userId, householdId)).toEqual(anna);
    expect(await findActor(other.anna.userId, householdId)).toBeNull();
    expect(await findActor(anna.userId, newId())).toBeNull();
  });
});

describe("roles", () => {
  it("let a child change nothing about the household but their own belonging", async () => {
    const { dora, ben, cleo } = await household();
    expect(await createInvite(dora, newId(), { role: "adult", email: null }, clock)).toEqual(NOT_ALLOWED);
    expect(await revokeInvite(dora, newId(), newId(), clock)).toEqual(NOT_ALLOWED);
    expect(await addMember(dora, newId(), { name: "Eve" })).toEqual(NOT_ALLOWED);
    expect(await renameMember(dora, newId(), cleo, { name: "Eve" })).toEqual(NOT_ALLOWED);
    expect(await changeRole(dora, newId(), dora.memberId, "adult")).toEqual(NOT_ALLOWED);
    expect(await removeMember(dora, newId(), ben.memberId, clock)).toEqual(NOT_ALLOWED);
    expect(await handOver(dora, newId(), dora.memberId)).toEqual(NOT_ALLOWED);
    expect(await changeSettings(dora, newId(), SETTINGS)).toEqual(NOT_ALLOWED);
    expect((await householdPage(dora, clock)).invites).toEqual([]);
    expect(await leave(dora, newId(), clock)).toEqual(DONE);
  });

  it("keep ownership and removal from adults", async () => {
    const { anna, ben, cleo, householdId } = await household();
    expect(await removeMember(ben, newId(), cleo, clock)).toEqual(NOT_ALLOWED);
    expect(await handOver(ben, newId(), ben.memberId)).toEqual(NOT_ALLOWED);
    expect(await changeRole(ben, newId(), anna.memberId, "child")).toMatchObject(refused("households.is_owner"));
    expect(await changeRole(ben, newId(), cleo, "adult")).toEqual(DONE);
    expect(await roleOf(householdId, cleo)).toMatchObject({ role: "adult" });
    expect(await changeSettings(ben, newId(), SETTINGS)).toEqual(DONE);
    expect((await findActor(ben.userId, householdId))?.household).toMatchObject(SETTINGS);
  });

  it("are those of this moment, not of when the page was opened", async () => {
    const { anna, ben } = await household();
    expect(await changeRole(anna, newId(), ben.memberId, "child")).toEqual(DONE);
    expect(await createInvite(ben, newId(), { role: "adult", email: null }, clock)).toEqual(NOT_ALLOWED);
    expect(await removeMember(anna, newId(), ben.memberId, clock)).toEqual(DONE);
    expect(await createInvite(ben, newId(), { role: "adult", email: null }, clock)).toEqual(refused("actor.gone"));
  });

  it("reach no member of another household", async () => {
    const { ben } = await household();
    const { anna } = await household();
    expect(await changeRole(anna, newId(), ben.memberId, "child")).toEqual(refused("not_found"));
    expect(await removeMember(anna, newId(), ben.memberId, clock)).toEqual(refused("not_found"));
    expect(await handOver(anna, newId(), ben.memberId)).toEqual(refused("not_found"));
    expect(await renameMember(anna, newId(), ben.memberId, { name: "Eve" })).toEqual(refused("not_found"));
  });
});

describe("ownership", () => {
  it("keeps the last owner until it is handed over", async () => {
    const { anna, ben, cleo, dora, householdId } = await household();
    expect(await leave(anna, newId(), clock)).toEqual(refused("households.last_owner"));
    expect(await handOver(anna, newId(), cleo)).toMatchObject(refused("households.needs_sign_in"));
    expect(await handOver(anna, newId(), dora.memberId)).toMatchObject(refused("households.needs_adult"));
    expect(await handOver(anna, newId(), ben.memberId)).toEqual(DONE);
    expect(await roleOf(householdId, ben.memberId)).toMatchObject({ role: "owner" });
    expect(await roleOf(householdId, anna.memberId)).toMatchObject({ role: "adult" });
    expect(await leave(anna, newId(), clock)).toEqual(DONE);
    expect(await roleOf(householdId, anna.memberId)).toMatchObject({ status: "left" });
  });

  it("keeps one of two owners who leave at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { actors, householdId } = await testHousehold({ anna: { role: "owner" }, ben: { role: "owner" } });
      const answers = await Promise.all(Object.values(actors).map((actor) => leave(actor, newId(), clock)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await database().member.count({ where: { householdId, role: "owner", status: "active" } })).toBe(1);
    }
  });

  it("is kept by the database, past the app's code, also from two sides at once", async () => {
    const { anna, householdId } = await household();
    const end = (id: string) =>
      database().$transaction((tx) =>
        tx.member.update({ where: { householdId_id: { householdId, id } }, data: { status: "left", endedAt: new Date() } }),
      );
    await expect(end(anna.memberId)).rejects.toThrow(/last owner/);
    const { actors, householdId: shared } = await testHousehold({ anna: { role: "owner" }, ben: { role: "owner" } });
    const both = await Promise.allSettled(
      Object.values(actors).map(({ memberId }) =>
        database().member.update({
          where: { householdId_id: { householdId: shared, id: memberId } },
          data: { status: "left", endedAt: new Date() },
        }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("members", () => {
  it("without sign-in are added once, and can be renamed", async () => {
    const { anna, ben, householdId } = await household();
    const commandId = newId();
    const [first, second] = await Promise.all([addMember(ben, commandId, { name: "Eve" }), addMember(ben, commandId, { name: "Eve" })]);
    expect(first).toEqual(second);
    if (!first.ok) throw new Error("Eve is missing");
    expect(await renameMember(anna, newId(), first.value, { name: "Eva" })).toEqual(DONE);
    expect(await renameMember(anna, newId(), ben.memberId, { name: "Eva" })).toMatchObject(refused("households.names_themselves"));
    const { members } = await householdPage(anna, clock);
    expect(members.filter(({ name }) => name === "Eva")).toMatchObject([{ role: "child", signsIn: false }]);
    expect(await database().activity.count({ where: { householdId, action: "member.added" } })).toBe(1);
  });

  it("who are removed keep their row, and see nothing any more", async () => {
    const { anna, ben, householdId } = await household();
    expect(await removeMember(anna, newId(), anna.memberId, clock)).toMatchObject(refused("households.yourself"));
    expect(await removeMember(anna, newId(), ben.memberId, clock)).toEqual(DONE);
    expect(await roleOf(householdId, ben.memberId)).toMatchObject({ status: "removed" });
    expect(await findActor(ben.userId, householdId)).toBeNull();
    expect((await householdPage(anna, clock)).former).toMatchObject([{ id: ben.memberId, status: "removed" }]);
  });

  it("who change their name change it in every household", async () => {
    const anna = await person("Anna");
    const ids = [newId(), newId()];
    for (const id of ids) await createHousehold(anna, id, { name: "Home", kind: "office", currency: "EUR", timeZone: "UTC" });
    await renameSelf(anna, "Annabel");
    for (const id of ids) expect(await findActor(anna.userId, id)).toMatchObject({ name: "Annabel" });
    expect(await database().userAccount.findUnique({ where: { id: anna.userId } })).toMatchObject({ name: "Annabel" });
  });
});
