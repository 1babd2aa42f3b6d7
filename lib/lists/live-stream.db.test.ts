import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { newId, type Id } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { Hub } from "@/lib/live/hub";
import { addItem } from "./commands";
import { BLANK_ITEM } from "./item";
import { createList } from "./list-commands";
import { openLiveStream, type LiveEvent } from "./live-stream";
import { checkItem } from "./merge-commands";
import type { WireChanges } from "./wire";

// Two server processes on one database.
const connectionString = present(process.env.DATABASE_URL, "DATABASE_URL");
const [near, far] = [new Hub(connectionString), new Hub(connectionString)];
afterAll(() => Promise.all([near.stop(), far.stop()]));

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.failure.code}`);
  return result.value;
}

async function household() {
  await Promise.all([near.ready(), far.ready()]);
  const { actors, members } = await testHousehold({ anna: { role: "owner" }, ben: { role: "adult" }, cleo: { role: "child" } });
  const anna = present(actors.anna, "anna");
  const { listId } = value(await createList(anna, newId(), { name: "Weekly" }));
  return { anna, ben: present(actors.ben, "ben"), cleo: present(actors.cleo, "cleo"), members, listId };
}

/** An open page that remembers what it was told. */
function page(hub: Hub, actor: Actor, listId: Id | null, version = 0) {
  const told: LiveEvent[] = [];
  const state = { actor: actor as Actor | null, full: false };
  let heard: () => void = () => undefined;
  const stream = openLiveStream(hub, {
    actor,
    sessionId: newId(),
    list: listId === null ? null : { id: listId, version },
    actorNow: () => Promise.resolve(state.actor),
    send: (event) => {
      told.push(event);
      heard();
    },
    isFull: () => state.full,
  });
  /** Waits until what was told says so. */
  const until = async (isSo: (told: readonly LiveEvent[]) => boolean): Promise<void> => {
    while (!isSo(told))
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
  };
  const changes = () => told.flatMap((event) => (event.event === "list" ? [JSON.parse(event.data) as WireChanges] : []));
  return { told, state, stream, until, changes };
}

async function add(actor: Actor, listId: Id, name: string): Promise<Id> {
  return value(await addItem(actor, newId(), { ...BLANK_ITEM, name, listId })).itemId;
}

const names = (told: readonly WireChanges[]) => told.flatMap(({ items }) => items.map(({ name, status }) => `${name} ${status}`));

test("a change is told to the pages of every process, with the rows themselves, in the order of its versions", async () => {
  const { anna, ben, listId } = await household();
  const pages = [page(near, anna, listId), page(far, ben, listId)];
  const rice = await add(anna, listId, "Rice");
  value(await checkItem(ben, newId(), { itemId: rice }));
  for (const { until, changes, stream } of pages) {
    await until(() => names(changes()).includes("Rice checked"));
    const versions = changes().map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    stream.close();
  }
});

test("who comes back with an old version gets what was missed, once", async () => {
  const { anna, ben, listId } = await household();
  await add(anna, listId, "Rice");
  const first = page(near, ben, listId);
  await first.until(() => first.changes().length > 0);
  first.stream.close();
  const known = present(first.changes().at(-1), "changes").version;
  await add(anna, listId, "Milk");
  await add(anna, listId, "Eggs");
  const second = page(far, ben, listId, known);
  await second.until(() => names(second.changes()).includes("Eggs open"));
  expect(names(second.changes())).toEqual(["Milk open", "Eggs open"]);
  second.stream.close();
});

test("while a connection is full, changes are gathered and told as one", async () => {
  const { anna, listId } = await household();
  const slow = page(near, anna, listId);
  await slow.until((told) => told.some(({ event }) => event === "list"));
  const before = slow.changes().length;
  slow.state.full = true;
  for (const name of ["a", "b", "c"]) await add(anna, listId, name);
  slow.state.full = false;
  slow.stream.pulse();
  await slow.until(() => names(slow.changes()).includes("c open"));
  expect(names(slow.changes().slice(before))).toEqual(["a open", "b open", "c open"]);
  slow.stream.close();
});

test("another household hears nothing, a child without sight of balances nothing of them", async () => {
  const { anna, cleo, listId } = await household();
  const other = await household();
  const [child, adult, stranger] = [page(near, cleo, null), page(near, anna, null), page(near, other.anna, null)];
  await database()
    .$executeRaw`select tell_live(json_build_object('kind', 'topic', 'household', ${anna.householdId}::uuid, 'topic', 'balances'))`;
  await database()
    .$executeRaw`select tell_live(json_build_object('kind', 'topic', 'household', ${anna.householdId}::uuid, 'topic', 'plans'))`;
  await add(anna, listId, "Rice");
  // Of the making of its own household, a page may hear or not.
  const topics = ({ told }: ReturnType<typeof page>) =>
    [...new Set(told.flatMap(({ event, data }) => (event === "topic" && data !== '"household"' ? data : [])))].sort();
  await adult.until(() => topics(adult).length === 3);
  await child.until(() => topics(child).length === 2);
  expect(topics(adult)).toEqual(['"balances"', '"lists"', '"plans"']);
  expect(topics(child)).toEqual(['"lists"', '"plans"']);
  expect(topics(stranger).filter((topic) => topic !== '"lists"')).toEqual([]);
  for (const each of [child, adult, stranger]) each.stream.close();
});

test("a membership that ends takes the connection with it, before anything else is told", async () => {
  const { anna, ben, listId } = await household();
  const his = page(near, ben, listId);
  await his.until((told) => told.some(({ event }) => event === "list"));
  his.state.actor = null;
  await database().member.update({
    where: { householdId_id: { householdId: ben.householdId, id: ben.memberId } },
    data: { status: "left", endedAt: new Date() },
  });
  await add(anna, listId, "Secret");
  await his.until((told) => told.some(({ event }) => event === "end"));
  expect(names(his.changes())).toEqual([]);
  expect(his.told.at(-1)).toEqual({ event: "end", data: "gone" });
});

test("everybody sees who is on the list, through whichever process", async () => {
  const { anna, ben, listId } = await household();
  const hers = page(near, anna, listId);
  const his = page(far, ben, listId);
  const here = ({ told }: ReturnType<typeof page>) => told.filter(({ event }) => event === "here").at(-1)?.data;
  const both = JSON.stringify([anna.memberId, ben.memberId].sort());
  await hers.until(() => here(hers) === both);
  await his.until(() => here(his) === both);
  his.stream.close();
  await hers.until(() => here(hers) === JSON.stringify([anna.memberId]));
  hers.stream.close();
});

test("a listener whose connection was cut comes back, and its pages miss nothing", async () => {
  const { anna, listId } = await household();
  const hers = page(near, anna, listId);
  await hers.until((told) => told.some(({ event }) => event === "list"));
  await database().$executeRaw`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'commonpurse live' and datname = current_database()`;
  await add(anna, listId, "Said while nobody listened");
  await hers.until(() => names(hers.changes()).includes("Said while nobody listened open"));
  hers.stream.close();
});
