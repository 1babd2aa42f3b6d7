import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { inHousehold } from "@/lib/db/transaction";
import { testHousehold } from "@/lib/households/testing/household";
import { cents } from "@/lib/kernel/cents";
import { addDays, dayIn } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { present } from "@/lib/kernel/assert";
import type { Result } from "@/lib/kernel/result";
import { addItem, editItem, moveItem, setItemStatus, type AddItem } from "./commands";
import type { ItemFields } from "./item";
import { archiveList, createList, renameList } from "./list-commands";
import { listPage, listsOverview } from "./queries";
import { markItemsBought, reopenItems } from "./store";

const plain: ItemFields = {
  name: "Rice",
  quantityMilli: 2000,
  unit: "",
  priceCents: cents(349),
  offers: [],
  category: "grocery",
  need: "must",
  worthCents: null,
  priority: 2,
  notBefore: null,
  neededBy: null,
  forAll: true,
  parts: [],
  note: "",
  link: null,
};

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.failure.code}`);
  return result.value;
}

function code(result: Result<unknown>): string {
  return result.ok ? "ok" : result.failure.code;
}

async function household() {
  const { actors, members, householdId } = await testHousehold({
    anna: { role: "owner" },
    ben: { role: "adult" },
    cleo: { role: "child" },
  });
  const { listId } = value(await createList(present(actors.anna, "anna"), newId(), { name: "Weekly" }));
  return {
    anna: present(actors.anna, "anna"),
    ben: present(actors.ben, "ben"),
    cleo: present(actors.cleo, "cleo"),
    members,
    householdId,
    listId,
  };
}

async function store(householdId: Id, name: string): Promise<Id> {
  const id = newId();
  await database().store.create({ data: { householdId, id, name } });
  return id;
}

async function add(actor: Actor, listId: Id, over: Partial<AddItem> = {}): Promise<Id> {
  return value(await addItem(actor, newId(), { ...plain, listId, ...over })).itemId;
}

async function names(actor: Actor, listId: Id): Promise<string[]> {
  return present(await listPage(actor, listId), "page").items.map(({ name }) => name);
}

describe("adding", () => {
  test("keeps every field, and the page shows them", async () => {
    const { anna, members, householdId, listId } = await household();
    const storeId = await store(householdId, "Amazon (US)");
    const ben = present(members.ben, "ben");
    const soon = addDays(dayIn(anna.household.timeZone, new Date()), 3);
    const fields: ItemFields = {
      ...plain,
      unit: "10 lb",
      offers: [{ storeId, unitPriceCents: cents(1425) }],
      need: "optional",
      worthCents: cents(1500),
      priority: 1,
      neededBy: soon,
      notBefore: soon,
      forAll: false,
      parts: [{ memberId: ben, parts: 2 }],
      note: "long grain\nplease",
      link: "https://example.org/rice",
    };
    const itemId = await add(anna, listId, fields);
    const page = present(await listPage(anna, listId), "page");
    expect(page.items).toEqual([
      expect.objectContaining({ ...fields, id: itemId, requesterId: anna.memberId, status: "open", version: 1 }),
    ]);
  });

  test("the same sending twice at the same moment is one item; so is a later repeat", async () => {
    const { anna, listId } = await household();
    const commandId = newId();
    const answers = await Promise.all([1, 2, 3].map(() => addItem(anna, commandId, { ...plain, listId })));
    expect(answers.map((answer) => value(answer).itemId)).toEqual([commandId, commandId, commandId]);
    expect(value(await addItem(anna, commandId, { ...plain, listId })).itemId).toBe(commandId);
    expect(await names(anna, listId)).toEqual(["Rice"]);
    expect(await database().activity.count({ where: { householdId: anna.householdId, action: "item.added" } })).toBe(1);
  });

  test("several people adding at once all get a place of their own", async () => {
    const { anna, ben, cleo, listId } = await household();
    await Promise.all([anna, ben, cleo, anna, ben].map((actor, index) => add(actor, listId, { name: `n${index}` })));
    const page = present(await listPage(anna, listId), "page");
    expect(new Set(page.items.map(({ sortKey }) => sortKey)).size).toBe(5);
  });

  test("lists, stores and members of another household are not there", async () => {
    const { anna, listId } = await household();
    const other = await household();
    const foreignStore = await store(other.householdId, "Elsewhere");
    expect(code(await addItem(anna, newId(), { ...plain, listId: other.listId }))).toBe("not_found");
    expect(code(await addItem(anna, newId(), { ...plain, listId, offers: [{ storeId: foreignStore, unitPriceCents: null }] }))).toBe(
      "lists.store_gone",
    );
    expect(
      code(
        await addItem(anna, newId(), {
          ...plain,
          listId,
          forAll: false,
          parts: [{ memberId: present(other.members.ben, "ben"), parts: 1 }],
        }),
      ),
    ).toBe("lists.member_gone");
    expect(code(await addItem(anna, newId(), { ...plain, listId, requesterId: present(other.members.ben, "ben") }))).toBe(
      "lists.member_gone",
    );
    expect(await listPage(anna, other.listId)).toBeNull();
    expect(await listPage(anna, "nonsense")).toBeNull();
    expect(await names(anna, listId)).toEqual([]);
  });

  test("not on a list put away, and not for a day gone by", async () => {
    const { anna, listId } = await household();
    const yesterday = addDays(dayIn(anna.household.timeZone, new Date()), -1);
    expect(code(await addItem(anna, newId(), { ...plain, listId, neededBy: yesterday }))).toBe("lists.day_past");
    value(await archiveList(anna, newId(), { listId, archived: true }));
    expect(code(await addItem(anna, newId(), { ...plain, listId }))).toBe("lists.archived");
  });
});

describe("editing", () => {
  test("changes all fields, once, and counts the version", async () => {
    const { anna, ben, listId } = await household();
    const itemId = await add(anna, listId);
    const commandId = newId();
    const change = {
      ...plain,
      itemId,
      version: 1,
      requesterId: ben.memberId,
      name: "Brown rice",
      forAll: false,
      parts: [{ memberId: ben.memberId, parts: 3 }],
    };
    await Promise.all([editItem(ben, commandId, change), editItem(ben, commandId, change)]);
    const page = present(await listPage(anna, listId), "page");
    expect(page.items[0]).toMatchObject({
      name: "Brown rice",
      version: 2,
      requesterId: ben.memberId,
      parts: [{ memberId: ben.memberId, parts: 3 }],
    });
  });

  test("of two who edit the same version, one is told that it changed", async () => {
    const { anna, ben, listId } = await household();
    const itemId = await add(anna, listId);
    const base = { ...plain, itemId, version: 1, requesterId: anna.memberId };
    const answers = await Promise.all([editItem(anna, newId(), { ...base, name: "A" }), editItem(ben, newId(), { ...base, name: "B" })]);
    expect(answers.map(code).sort()).toEqual(["lists.changed_meanwhile", "ok"]);
  });

  test("children change their own wishes, not others', and speak for nobody else", async () => {
    const { anna, cleo, listId } = await household();
    const hers = await add(cleo, listId, { name: "Book" });
    const annas = await add(anna, listId);
    const base = { ...plain, version: 1, requesterId: cleo.memberId };
    expect(code(await editItem(cleo, newId(), { ...base, itemId: hers, name: "Two books" }))).toBe("ok");
    expect(code(await editItem(cleo, newId(), { ...base, itemId: hers, version: 2, requesterId: anna.memberId }))).toBe("lists.own_wishes");
    expect(code(await editItem(cleo, newId(), { ...base, itemId: annas }))).toBe("lists.own_wishes");
    expect(code(await addItem(cleo, newId(), { ...plain, listId, requesterId: anna.memberId }))).toBe("lists.own_wishes");
    expect(code(await setItemStatus(cleo, newId(), { itemId: annas, to: "removed" }))).toBe("lists.own_wishes");
    expect(code(await setItemStatus(cleo, newId(), { itemId: annas, to: "checked" }))).toBe("ok");
    expect(code(await createList(cleo, newId(), { name: "Mine" }))).toBe("actor.not_allowed");
    expect(code(await archiveList(cleo, newId(), { listId, archived: true }))).toBe("actor.not_allowed");
  });

  test("an item of another household is not there, nor is one that was removed", async () => {
    const { anna, listId } = await household();
    const other = await household();
    const foreign = await add(other.anna, other.listId);
    const base = { ...plain, version: 1, requesterId: anna.memberId };
    expect(code(await editItem(anna, newId(), { ...base, itemId: foreign }))).toBe("not_found");
    expect(code(await setItemStatus(anna, newId(), { itemId: foreign, to: "checked" }))).toBe("not_found");
    expect(code(await moveItem(anna, newId(), { itemId: foreign, anchorId: foreign, side: "after" }))).toBe("not_found");
    const gone = await add(anna, listId);
    value(await setItemStatus(anna, newId(), { itemId: gone, to: "removed" }));
    expect(code(await editItem(anna, newId(), { ...base, itemId: gone }))).toBe("not_found");
  });

  test("an item keeps a needed-by day that has passed, a store put away and a member who left, but takes none anew", async () => {
    const { anna, ben, householdId, listId } = await household();
    const storeId = await store(householdId, "Closing");
    const itemId = await add(anna, listId, {
      offers: [{ storeId, unitPriceCents: null }],
      forAll: false,
      parts: [{ memberId: ben.memberId, parts: 1 }],
    });
    await database().store.update({ where: { householdId_id: { householdId, id: storeId } }, data: { archivedAt: new Date() } });
    await database().member.update({
      where: { householdId_id: { householdId, id: ben.memberId } },
      data: { status: "left", endedAt: new Date() },
    });
    await database().item.update({ where: { householdId_id: { householdId, id: itemId } }, data: { neededBy: new Date("2020-02-01") } });
    const page = present(await listPage(anna, listId), "page");
    const { offers, parts, neededBy } = present(page.items[0], "item");
    expect(
      code(
        await editItem(anna, newId(), { ...plain, itemId, version: 1, requesterId: anna.memberId, offers, forAll: false, parts, neededBy }),
      ),
    ).toBe("ok");
    expect(code(await addItem(anna, newId(), { ...plain, listId, offers }))).toBe("lists.store_gone");
    expect(code(await addItem(anna, newId(), { ...plain, listId, forAll: false, parts }))).toBe("lists.member_gone");
  });
});

describe("ticking, removing, buying", () => {
  test("ticked items stand among the done ones with who and when; undo brings them back to their place", async () => {
    const { anna, ben, listId } = await household();
    const [milk] = [await add(anna, listId, { name: "Milk" }), await add(anna, listId, { name: "Eggs" })];
    value(await setItemStatus(ben, newId(), { itemId: present(milk, "milk"), to: "checked" }));
    const page = present(await listPage(anna, listId), "page");
    expect(page.items.map(({ name, status }) => [name, status])).toEqual([
      ["Eggs", "open"],
      ["Milk", "checked"],
    ]);
    expect(page.items[1]).toMatchObject({ statusById: ben.memberId, version: 1 });
    value(await setItemStatus(ben, newId(), { itemId: present(milk, "milk"), to: "open" }));
    expect(await names(anna, listId)).toEqual(["Milk", "Eggs"]);
  });

  test("removed items leave the page and come back by undo, ticked if they were", async () => {
    const { anna, listId } = await household();
    const itemId = await add(anna, listId);
    value(await setItemStatus(anna, newId(), { itemId, to: "checked" }));
    value(await setItemStatus(anna, newId(), { itemId, to: "removed" }));
    expect(await names(anna, listId)).toEqual([]);
    value(await setItemStatus(anna, newId(), { itemId, to: "checked" }));
    expect(present(await listPage(anna, listId), "page").items[0]?.status).toBe("checked");
  });

  test("what an order bought is not for hands; the order can bring it back", async () => {
    const { anna, listId } = await household();
    const itemId = await add(anna, listId);
    await inHousehold(anna.householdId, (tx) => markItemsBought(tx, anna, [itemId]));
    expect(code(await setItemStatus(anna, newId(), { itemId, to: "open" }))).toBe("lists.bought");
    expect(code(await editItem(anna, newId(), { ...plain, itemId, version: 1, requesterId: anna.memberId }))).toBe("lists.bought");
    await inHousehold(anna.householdId, (tx) => reopenItems(tx, anna, [itemId]));
    expect(present(await listPage(anna, listId), "page").items[0]?.status).toBe("open");
  });

  test("buying and reopening touch no other household's items, and reopening none that were not bought", async () => {
    const { anna, listId } = await household();
    const other = await household();
    const foreign = await add(other.anna, other.listId);
    const removed = await add(anna, listId);
    value(await setItemStatus(anna, newId(), { itemId: removed, to: "removed" }));
    await inHousehold(anna.householdId, (tx) => markItemsBought(tx, anna, [foreign]));
    await inHousehold(anna.householdId, (tx) => reopenItems(tx, anna, [removed]));
    expect(present(await listPage(other.anna, other.listId), "page").items[0]?.status).toBe("open");
    expect(await names(anna, listId)).toEqual([]);
  });
});

describe("order", () => {
  test("an item goes right before or after another", async () => {
    const { anna, cleo, listId } = await household();
    const ids: Id[] = [];
    for (const name of ["a", "b", "c", "d"]) ids.push(await add(anna, listId, { name }));
    const [a, b, c, d] = ids as [Id, Id, Id, Id];
    value(await moveItem(cleo, newId(), { itemId: d, anchorId: a, side: "before" }));
    expect(await names(anna, listId)).toEqual(["d", "a", "b", "c"]);
    value(await moveItem(anna, newId(), { itemId: a, anchorId: b, side: "after" }));
    expect(await names(anna, listId)).toEqual(["d", "b", "a", "c"]);
    value(await moveItem(anna, newId(), { itemId: d, anchorId: c, side: "after" }));
    expect(await names(anna, listId)).toEqual(["b", "a", "c", "d"]);
  });

  test("a list whose keys left no room is numbered afresh", async () => {
    const { anna, listId } = await household();
    const ids: Id[] = [];
    for (const name of ["a", "b", "c"]) ids.push(await add(anna, listId, { name }));
    await database().item.updateMany({ where: { householdId: anna.householdId, listId }, data: { sortKey: "a0" } });
    const [a, , c] = ids as [Id, Id, Id];
    value(await moveItem(anna, newId(), { itemId: c, anchorId: a, side: "after" }));
    expect(await names(anna, listId)).toEqual(["a", "c", "b"]);
  });
});

describe("lists", () => {
  test("the overview counts what is open and what it costs about", async () => {
    const { anna, householdId, listId } = await household();
    const storeId = await store(householdId, "Corner Market");
    const { listId: running } = value(await createList(anna, newId(), { name: "Corner Market", storeId }));
    await add(anna, listId);
    await add(anna, listId, { name: "Unknown", priceCents: null });
    value(await setItemStatus(anna, newId(), { itemId: await add(anna, listId), to: "checked" }));
    await add(anna, running, { priceCents: null, quantityMilli: 1500, offers: [{ storeId, unitPriceCents: cents(333) }] });
    const overview = await listsOverview(anna);
    expect(overview.lists).toEqual([
      { id: listId, name: "Weekly", storeId: null, storeName: null, openCount: 2, checkedCount: 1, openCents: 698n, unpricedCount: 1 },
      {
        id: running,
        name: "Corner Market",
        storeId,
        storeName: "Corner Market",
        openCount: 1,
        checkedCount: 0,
        openCents: 500n,
        unpricedCount: 0,
      },
    ]);
  });

  test("R16: a store has one running list, always open, also when two start it at the same moment", async () => {
    const { anna, ben, householdId } = await household();
    const storeId = await store(householdId, "Corner Market");
    expect((await listsOverview(anna)).storesWithoutList).toEqual([{ id: storeId, name: "Corner Market" }]);
    const answers = await Promise.all([anna, ben].map((actor) => createList(actor, newId(), { name: "Corner", storeId })));
    expect(answers.map(code).sort()).toEqual(["lists.running_exists", "ok"]);
    expect((await listsOverview(anna)).storesWithoutList).toEqual([]);
  });

  test("a list is put away and taken out, and renamed", async () => {
    const { anna, listId } = await household();
    value(await renameList(anna, newId(), { listId, name: "Week" }));
    value(await archiveList(anna, newId(), { listId, archived: true }));
    expect(await listsOverview(anna)).toMatchObject({ lists: [], archived: [{ id: listId, name: "Week" }] });
    value(await archiveList(anna, newId(), { listId, archived: false }));
    expect((await listsOverview(anna)).lists.map(({ name }) => name)).toEqual(["Week"]);
  });

  test("another household's list can't be renamed or put away", async () => {
    const { anna } = await household();
    const other = await household();
    expect(code(await renameList(anna, newId(), { listId: other.listId, name: "Mine" }))).toBe("not_found");
    expect(code(await archiveList(anna, newId(), { listId: other.listId, archived: true }))).toBe("not_found");
  });
});
