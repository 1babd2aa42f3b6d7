import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { signUp } from "@/lib/auth/accounts";
import { findPerson, startSession, type Person } from "@/lib/auth/sessions";
import { database, disconnect } from "@/lib/db/client";
import { purgeHousehold } from "@/lib/db/purge-household";
import { inHousehold } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { closeAccount } from "./close-account";
import { createInvite, handOver } from "./commands";
import { createHousehold } from "./create";
import { bringBack, deletedHouseholds, deleteHousehold, purgeOverdue } from "./delete";
import { inviteToken } from "./invite-token";
import { join } from "./join";
import { findActor } from "./membership";
import { findInvitation } from "./queries";

process.env.AUTH_SECRET ??= "for tests only, and long enough for that";
const CLIENT = { ip: "", userAgent: "test" };
const PASSWORD = "three wet umbrellas";
const NOW = new Date();
const clock: Clock = { now: () => NOW };
const later = (days: number): Clock => ({ now: () => new Date(NOW.getTime() + days * 86_400_000) });

async function person(name: string): Promise<Person> {
  const made = await signUp({ name, email: `${newId()}@example.test`, password: PASSWORD }, CLIENT, clock);
  if (!made.ok) throw new Error(made.failure.code);
  const found = await findPerson(await startSession(made.value, CLIENT, clock), clock);
  if (!found) throw new Error("no session");
  return found.person;
}

async function home(owner: Person): Promise<Id> {
  const made = await createHousehold(owner, newId(), { name: "Ferreira", kind: "family", currency: "USD", timeZone: "Europe/Lisbon" });
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

async function actorOf({ userId }: Person, householdId: Id) {
  const actor = await findActor(userId, householdId);
  if (!actor) throw new Error("not a member");
  return actor;
}

/** A household of Anna's with Ben in it. */
async function annaAndBen() {
  const [anna, ben] = [await person("Anna"), await person("Ben")];
  const householdId = await home(anna);
  const made = await createInvite(await actorOf(anna, householdId), newId(), { role: "adult", email: null }, clock);
  if (!made.ok) throw new Error(made.failure.code);
  await join(ben, inviteToken(householdId, made.value), clock);
  return { anna, ben, householdId };
}

/** How many rows each table has of this household, as the superuser sees them. */
async function rowsOf(householdId: Id): Promise<Record<string, number>> {
  const admin = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
  await admin.connect();
  const { rows: tables } = await admin.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'household_id'",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await admin.query<{ n: number }>(`select count(*)::int as n from "${name}" where household_id = $1`, [householdId]);
    if (rows[0]?.n) counts[name] = rows[0].n;
  }
  await admin.end();
  return counts;
}

afterAll(() => disconnect());

describe("a deleted household", () => {
  it("goes only for its owner, with its name typed, and then for everybody at once", async () => {
    const { anna, ben, householdId } = await annaAndBen();
    const asAnna = await actorOf(anna, householdId);
    expect(await deleteHousehold(await actorOf(ben, householdId), newId(), "Ferreira", clock)).toMatchObject({
      failure: { code: "actor.not_allowed" },
    });
    expect(await deleteHousehold(asAnna, newId(), "ferreira", clock)).toMatchObject({
      failure: { code: "households.name_differs", field: "name" },
    });
    expect(await deleteHousehold(asAnna, newId(), " Ferreira ", clock)).toEqual({ ok: true, value: null });
    for (const { userId } of [anna, ben]) expect(await findActor(userId, householdId)).toBeNull();
  });

  it("lets nobody in by a link that was open, not even after it came back", async () => {
    const { anna, householdId } = await annaAndBen();
    const asAnna = await actorOf(anna, householdId);
    const made = await createInvite(asAnna, newId(), { role: "adult", email: null }, clock);
    if (!made.ok) throw new Error(made.failure.code);
    const token = inviteToken(householdId, made.value);
    await deleteHousehold(asAnna, newId(), "Ferreira", clock);
    const stranger = await person("Dora");
    expect(await join(stranger, token, clock)).toMatchObject({ failure: { code: "households.invite_revoked" } });
    await bringBack(asAnna, newId(), clock);
    expect((await findInvitation(token, clock))?.problem).toBe("households.invite_revoked");
  });

  it("comes back whole within seven days, for its owner only", async () => {
    const { anna, ben, householdId } = await annaAndBen();
    const asAnna = await actorOf(anna, householdId);
    const before = await rowsOf(householdId);
    await deleteHousehold(asAnna, newId(), "Ferreira", clock);
    expect(await purgeOverdue(later(6.9))).toBe(0);
    expect(await deletedHouseholds(ben.userId, clock)).toEqual([]);
    const [mine] = await deletedHouseholds(anna.userId, later(6.9));
    expect(mine?.actor.householdId).toBe(householdId);
    expect(await bringBack(mine!.actor, newId(), later(6.9))).toEqual({ ok: true, value: null });
    expect(await findActor(ben.userId, householdId)).not.toBeNull();
    const after = await rowsOf(householdId);
    expect({ ...after, activity: 0, command_receipt: 0 }).toEqual({ ...before, activity: 0, command_receipt: 0 });
  });

  it("is gone for good after them, in every table, and no other household with it", async () => {
    const { anna, householdId } = await annaAndBen();
    const other = await annaAndBen();
    const untouched = await rowsOf(other.householdId);
    await deleteHousehold(await actorOf(anna, householdId), newId(), "Ferreira", clock);
    expect(await deletedHouseholds(anna.userId, later(7))).toEqual([]);
    expect(await purgeOverdue(later(7))).toBeGreaterThan(0);
    expect(await rowsOf(householdId)).toEqual({});
    expect(await database().household.findUnique({ where: { id: householdId } })).toBeNull();
    expect(await rowsOf(other.householdId)).toEqual(untouched);
  });

  it("is never purged while it lives, and no request removes its history", async () => {
    const { householdId } = await annaAndBen();
    expect(await purgeHousehold(householdId, later(100).now())).toBe(false);
    await expect(
      inHousehold(householdId, async (tx) => {
        await tx.$queryRaw`select set_config('app.purged_household', ${householdId}, true)`;
        await tx.$executeRaw`delete from activity where household_id = ${householdId}::uuid`;
      }),
    ).rejects.toThrow();
    expect((await rowsOf(householdId)).activity).toBeGreaterThan(0);
  });
});

describe("a closed account", () => {
  it("leaves the books as they are, under the name that was left, and signs out everywhere", async () => {
    const { anna, ben, householdId } = await annaAndBen();
    const before = await database().activity.findMany({ where: { householdId }, orderBy: { id: "asc" } });
    const { memberId } = await actorOf(ben, householdId);
    const browser = { endpoint: "https://fcm.googleapis.com/ben", p256dh: "key", auth: "auth" };
    await database().pushSubscription.create({ data: { householdId, id: newId(), memberId, ...browser } });
    expect(await closeAccount(ben, { password: "three dry umbrellas", leaves: "Former member" }, CLIENT, clock)).toMatchObject({
      failure: { code: "auth.wrong_current", field: "password" },
    });
    expect(await closeAccount(ben, { password: PASSWORD, leaves: "Former member" }, CLIENT, clock)).toEqual({ ok: true, value: null });
    expect(await findPerson(ben.sessionId, clock)).toBeNull();
    expect(await database().userAccount.findUnique({ where: { id: ben.userId } })).toBeNull();
    expect(await database().pushSubscription.count({ where: { householdId } })).toBe(0);
    const members = await database().member.findMany({ where: { householdId }, orderBy: { id: "asc" } });
    expect(members.map(({ name, status, userId }) => ({ name, status, signsIn: userId !== null }))).toEqual([
      { name: "Anna", status: "active", signsIn: true },
      { name: "Former member", status: "left", signsIn: false },
    ]);
    const after = await database().activity.findMany({ where: { householdId }, orderBy: { id: "asc" } });
    expect(after.slice(0, before.length)).toEqual(before);
    expect(await findActor(anna.userId, householdId)).not.toBeNull();
  });

  it("is refused to a household's only owner, and changes nothing then", async () => {
    const { anna, ben, householdId } = await annaAndBen();
    const second = await home(ben);
    const farewell = { password: PASSWORD, leaves: "Gone" };
    expect(await closeAccount(anna, farewell, CLIENT, clock)).toMatchObject({
      failure: { code: "households.owns_alone", values: { household: "Ferreira" } },
    });
    expect((await findActor(anna.userId, householdId))?.name).toBe("Anna");
    // Ben belongs to two; owning one of them alone keeps him in both.
    expect(await closeAccount(ben, farewell, CLIENT, clock)).toMatchObject({ failure: { code: "households.owns_alone" } });
    expect(await findActor(ben.userId, householdId)).not.toBeNull();
    expect(await findActor(ben.userId, second)).not.toBeNull();

    await handOver(await actorOf(anna, householdId), newId(), (await actorOf(ben, householdId)).memberId);
    expect(await closeAccount(anna, farewell, CLIENT, clock)).toEqual({ ok: true, value: null });
  });

  it("takes what its owner had deleted alone with it", async () => {
    const dora = await person("Dora");
    const householdId = await home(dora);
    await deleteHousehold(await actorOf(dora, householdId), newId(), "Ferreira", clock);
    expect(await closeAccount(dora, { password: PASSWORD, leaves: "Dora" }, CLIENT, clock)).toEqual({ ok: true, value: null });
    expect(await rowsOf(householdId)).toEqual({});
  });
});
