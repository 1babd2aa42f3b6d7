import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { WireChange, WireItem } from "@/lib/lists/wire";

/** What this browser keeps so that lists work without a network. public/sw.js reads the queue too: keep the names. */
export const DEVICE_DATABASE = "commonpurse";

export type KeptList = {
  readonly id: string;
  readonly household: string;
  /** Whose device it is: the person, and the member they are there. */
  readonly person: string;
  readonly member: string;
  readonly name: string;
  readonly version: number;
  readonly items: readonly WireItem[];
};

export type KeptChange = {
  readonly id: string;
  readonly list: string;
  readonly household: string;
  readonly person: string;
  readonly member: string;
  readonly at: Date;
  readonly change: WireChange;
  readonly problem: string | null;
};

interface Schema extends DBSchema {
  lists: { key: string; value: KeptList };
  /** In the order in which things were done: ids grow with time. */
  queue: { key: string; value: KeptChange; indexes: { list: string } };
}

export function openDevice(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DEVICE_DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore("lists", { keyPath: "id" });
      database.createObjectStore("queue", { keyPath: "id" }).createIndex("list", "list");
    },
    // Another page forgets everything at sign-out: don't stand in its way.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** Lists this person opened on this device, by name. */
export async function keptLists(): Promise<KeptList[]> {
  const database = await openDevice();
  const lists = await database.getAll("lists");
  database.close();
  return lists.sort((a, b) => a.name.localeCompare(b.name));
}

/** Somebody else uses this device now: what they may not see goes. What the other did and couldn't send stays until they are back. */
export async function makeRoomFor(database: IDBPDatabase<Schema>, person: string): Promise<void> {
  const foreign = (await database.getAll("lists")).filter((list) => list.person !== person);
  if (foreign.length === 0) return;
  await Promise.all(foreign.map(({ id }) => database.delete("lists", id)));
  await forgetPages();
}

/** How many changes on this device the server hasn't got. */
export async function countUnsent(): Promise<number> {
  const database = await openDevice();
  const count = await database.count("queue");
  database.close();
  return count;
}

async function forgetPages(): Promise<void> {
  if ("caches" in window)
    await Promise.all((await caches.keys()).filter((name) => name.startsWith("pages")).map((name) => caches.delete(name)));
}

/**
 * Removes all that this device keeps of whoever signs out. The stores are emptied and stay: deleting the database would
 * wait for every page that still has it open, and one put to sleep by the browser may never let go.
 */
export async function forgetDevice(): Promise<void> {
  const database = await openDevice();
  await Promise.all([database.clear("lists"), database.clear("queue"), forgetPages()]);
  database.close();
}
