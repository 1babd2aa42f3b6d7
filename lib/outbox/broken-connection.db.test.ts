import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database, disconnect } from "@/lib/db/client";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { DatabaseUnavailable, UNAVAILABLE_DIGEST } from "@/lib/db/unavailable";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { newId } from "@/lib/kernel/id";
import { recordActivity } from "./activity";
import { runCommand } from "./command";

let admin: pg.Client;
let actor: Actor;
let ben: Actor;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
  await admin.connect();
  const { actors } = await testHousehold();
  [actor, ben] = [present(actors.anna, "anna"), present(actors.ben, "ben")];
});
afterAll(() => admin.end());

const note = (tx: Tx) => recordActivity(tx, actor, { action: "test.note", subjectType: "household", subjectId: null });
const notes = () => database().activity.count({ where: { householdId: actor.householdId } });

/** Ends the connection a transaction runs on, as a restart of the database does. */
async function cut(tx: Tx): Promise<void> {
  const rows = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await admin.query("select pg_terminate_backend($1, 5000)", [present(rows[0], "the connection").pid]);
}

/** All that wait for `count` calls of it go on at the same moment. */
function meeting(count: number): () => Promise<void> {
  let [here, open] = [0, () => {}];
  const all = new Promise<void>((resolve) => (open = resolve));
  return () => {
    here += 1;
    if (here >= count) open();
    return all;
  };
}

test("of two commands that wait for each other, one is tried again and both are done once", async () => {
  const meet = meeting(2);
  let attempts = 0;
  const lock = (tx: Tx, which: Actor) =>
    tx.$queryRaw`select id from member where household_id = ${which.householdId}::uuid and id = ${which.memberId}::uuid for no key update`;
  const before = await notes();
  const run = (first: Actor, second: Actor) =>
    runCommand(first, { id: newId(), name: "test.cross" }, async (tx) => {
      attempts += 1;
      await note(tx);
      await meet();
      await lock(tx, second);
      return null;
    });
  // Each command has the row of who asks locked for share; each of these then wants the other's.
  expect(await Promise.all([run(actor, ben), run(ben, actor)])).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(attempts).toBeGreaterThan(2);
  expect(await notes()).toBe(before + 2);
});

test("what meets a deadlock each time is given up after four attempts, later and later, and the person is told", async () => {
  const times: number[] = [];
  const before = await notes();
  const answer = await runCommand(actor, { id: newId(), name: "test.busy" }, async (tx) => {
    times.push(performance.now());
    await note(tx);
    await tx.$executeRaw`do $$ begin raise exception 'as if' using errcode = '40P01'; end $$`;
    return null;
  });
  expect(answer).toEqual({ ok: false, failure: { code: "command.busy" } });
  expect(times).toHaveLength(4);
  const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  // 20, 40 and 60 ms at least, and up to as much again by chance.
  for (const [index, least] of [20, 40, 60].entries()) expect(waits[index]).toBeGreaterThanOrEqual(least - 1);
  expect(await notes()).toBe(before);
});

test("a connection lost in the middle is replaced, and the command is done once, whether it had been committed or not", async () => {
  const before = await notes();
  const command = { id: newId(), name: "test.cut" };
  let attempts = 0;
  const run = () =>
    runCommand(actor, command, async (tx) => {
      attempts += 1;
      await note(tx);
      if (attempts === 1) await cut(tx);
      return attempts;
    });
  expect(await run()).toEqual({ ok: true, value: 2 });
  expect(await run()).toEqual({ ok: true, value: 2 });
  expect([attempts, await notes()]).toEqual([2, before + 1]);
});

test("while the database can't be reached the person is told that sending again is safe, and it is", async () => {
  const before = await notes();
  const command = { id: newId(), name: "test.gone" };
  let attempts = 0;
  const cutEachTime = await runCommand(actor, command, async (tx) => {
    attempts += 1;
    await note(tx);
    await cut(tx);
    return null;
  });
  expect([cutEachTime, attempts]).toEqual([{ ok: false, failure: { code: "command.unreachable" } }, 4]);
  const again = () =>
    runCommand(actor, command, async (tx) => {
      await note(tx);
      return null;
    });
  expect(await Promise.all([again(), again()])).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(await notes()).toBe(before + 1);
});

test("a page that was being read is told apart from a bug by its digest", async () => {
  const read = inHousehold(actor.householdId, async (tx) => {
    await cut(tx);
    return tx.member.count();
  });
  await expect(read).rejects.toMatchObject({
    name: "DatabaseUnavailable",
    why: "lost",
    digest: expect.stringContaining(UNAVAILABLE_DIGEST),
  });
  await expect(read).rejects.toBeInstanceOf(DatabaseUnavailable);
});

test("when all connections are in use the next waits, is told after ten seconds, and all is well once they are free", async () => {
  const before = await notes();
  let release = () => {};
  const free = new Promise<void>((resolve) => (release = resolve));
  const holders = Array.from({ length: 10 }, () => inHousehold(actor.householdId, () => free));
  const command = { id: newId(), name: "test.crowd" };
  const send = () =>
    runCommand(actor, command, async (tx) => {
      await note(tx);
      return null;
    });
  const began = performance.now();
  expect(await send()).toEqual({ ok: false, failure: { code: "command.crowded" } });
  expect(performance.now() - began).toBeLessThan(15_000);
  // One that is still waiting when a connection becomes free gets it.
  const waiting = send();
  release();
  expect(await waiting).toEqual({ ok: true, value: null });
  await Promise.all(holders);
  expect(await notes()).toBe(before + 1);
  await disconnect();
});
