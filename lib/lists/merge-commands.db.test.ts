import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { newId, type Id } from "@/lib/kernel/id";
import { database } from "@/lib/db/client";
import { inHousehold } from "@/lib/db/transaction";
import type { Change } from "./change";
import { BLANK_ITEM } from "./item";
import { createList } from "./list-commands";
import { changesAfter, type ListItem } from "./queries";
import { markItemsBought } from "./store";
import { syncList } from "./sync";
import { changeToWire } from "./wire";

type Deed = Change extends infer One ? (One extends Change ? Omit<One, "id"> : never) : never;

/** A list with one item on it, and what Anna, Ben and the child Cleo send. */
async function rice() {
  const { actors } = await testHousehold({ anna: { role: "owner" }, ben: { role: "adult" }, cleo: { role: "child" } });
  const [anna, ben, cleo] = ["anna", "ben", "cleo"].map((name) => present(actors[name], name)) as [Actor, Actor, Actor];
  const created = await createList(anna, newId(), { name: "Weekly" });
  if (!created.ok) throw new Error(created.failure.code);
  const { listId } = created.value;
  const send = async (actor: Actor, deed: Deed, id: Id = newId()): Promise<string> => {
    const synced = await syncList(actor, listId, { since: 0, changes: [changeToWire({ ...deed, id } as Change)] });
    const answer = present(synced?.answers[0], "answer");
    return answer.ok ? "ok" : answer.failure.code;
  };
  const itemId = newId();
  expect(await send(anna, { kind: "add", fields: { ...BLANK_ITEM, name: "Rice" } }, itemId)).toBe("ok");
  const now = async (): Promise<ListItem> =>
    present(
      (await changesAfter(anna.householdId, listId, 0))?.items.find(({ id }) => id === itemId),
      "rice",
    );
  return { anna, ben, cleo, listId, itemId, send, now };
}

describe("two who didn't see each other", () => {
  test("a check-off wins over an edit, whichever comes first, and the edit counts too", async () => {
    for (const first of ["check", "edit"]) {
      const { anna, ben, itemId, send, now } = await rice();
      const check = () => send(anna, { kind: "check", itemId });
      const edit = () => send(ben, { kind: "edit", itemId, version: 1, set: { name: "Brown rice" } });
      for (const each of first === "check" ? [check, edit] : [edit, check]) expect(await each()).toBe("ok");
      expect(await now()).toMatchObject({ status: "checked", statusById: anna.memberId, name: "Brown rice" });
    }
  });

  test("an item removed by one and edited by the other is on the list, marked, whichever comes first", async () => {
    for (const first of ["remove", "edit"]) {
      const { anna, ben, itemId, send, now } = await rice();
      const remove = () => send(anna, { kind: "remove", itemId, version: 1, open: true });
      const edit = () => send(ben, { kind: "edit", itemId, version: 1, set: { quantityMilli: 3000 } });
      for (const each of first === "remove" ? [remove, edit] : [edit, remove]) expect(await each()).toBe("ok");
      expect(await now()).toMatchObject({ status: "open", cameBack: true, quantityMilli: 3000 });
      expect(await send(anna, { kind: "keep", itemId })).toBe("ok");
      expect((await now()).cameBack).toBe(false);
      expect(await send(anna, { kind: "remove", itemId, version: 2, open: true })).toBe("ok");
      expect((await now()).status).toBe("removed");
    }
  });

  test("what one ticked, the other's removal of the open item leaves in the basket", async () => {
    const { anna, ben, itemId, send, now } = await rice();
    await send(ben, { kind: "check", itemId });
    expect(await send(anna, { kind: "remove", itemId, version: 1, open: true })).toBe("ok");
    expect((await now()).status).toBe("checked");
    expect(await send(anna, { kind: "remove", itemId, version: 1, open: false })).toBe("ok");
    expect((await now()).status).toBe("removed");
  });

  test("unticking takes back the tick that was seen, not another's: checked items don't come back", async () => {
    const { anna, ben, itemId, send, now } = await rice();
    await send(ben, { kind: "check", itemId });
    // Anna ticked and unticked without a network, long before Ben.
    await send(anna, { kind: "check", itemId });
    expect(await send(anna, { kind: "uncheck", itemId, seen: anna.memberId })).toBe("ok");
    expect(await now()).toMatchObject({ status: "checked", statusById: ben.memberId });
    await send(anna, { kind: "uncheck", itemId, seen: ben.memberId });
    expect((await now()).status).toBe("open");
  });

  test("edits of different fields both count, of one field the one that arrives last", async () => {
    const { anna, ben, itemId, send, now } = await rice();
    await send(anna, { kind: "edit", itemId, version: 1, set: { name: "Basmati", unit: "kg" } });
    await send(ben, { kind: "edit", itemId, version: 1, set: { quantityMilli: 2000, unit: "bag" } });
    expect(await now()).toMatchObject({ name: "Basmati", quantityMilli: 2000, unit: "bag", version: 3 });
  });

  test("what an order bought is got: a tick is fine, anything else is told", async () => {
    const { anna, itemId, send, now } = await rice();
    await inHousehold(anna.householdId, (tx) => markItemsBought(tx, anna, [itemId]));
    expect(await send(anna, { kind: "check", itemId })).toBe("ok");
    expect(await send(anna, { kind: "edit", itemId, version: 1, set: { name: "x" } })).toBe("lists.bought");
    expect(await send(anna, { kind: "remove", itemId, version: 1, open: true })).toBe("lists.bought");
    expect((await now()).status).toBe("bought");
  });
});

test("a child sends what a child may do, late or not", async () => {
  const { cleo, itemId, send } = await rice();
  expect(await send(cleo, { kind: "check", itemId })).toBe("ok");
  expect(await send(cleo, { kind: "edit", itemId, version: 1, set: { name: "Candy" } })).toBe("lists.own_wishes");
  expect(await send(cleo, { kind: "remove", itemId, version: 1, open: false })).toBe("lists.own_wishes");
  expect(await send(cleo, { kind: "keep", itemId })).toBe("lists.own_wishes");
});

test("nonsense is answered for itself, and what comes with it is taken", async () => {
  const { anna, listId, itemId, send, now } = await rice();
  const [bad, good] = [newId(), newId()];
  const synced = await syncList(anna, listId, {
    since: 0,
    changes: [
      { id: bad, kind: "edit", itemId, version: 1, set: { quantityMilli: -5 } } as { id: Id },
      changeToWire({ id: good, kind: "check", itemId }),
    ],
  });
  expect(synced?.answers).toEqual([
    { id: bad, ok: false, failure: { code: "invalid" } },
    { id: good, ok: true },
  ]);
  const other = await rice();
  expect(await syncList(other.anna, listId, { since: 0, changes: [] })).toBeNull();
  expect(await other.send(other.anna, { kind: "check", itemId })).toBe("not_found");
  expect(await send(anna, { kind: "move", itemId, anchorId: other.itemId, side: "after" })).toBe("not_found");
  expect((await now()).status).toBe("checked");
});

test("a change for which the database couldn't be reached has no answer, nor has what came after it: the device sends them again", async () => {
  const { anna, listId } = await rice();
  const unreachable = `Beans ${newId()}`;
  const trigger = `cut_${newId().replaceAll("-", "_")}`;
  const db = database();
  await db.$executeRawUnsafe(
    `create function ${trigger}() returns trigger language plpgsql as $$ begin raise exception 'as if' using errcode = '57P01'; end $$`,
  );
  await db.$executeRawUnsafe(
    `create trigger ${trigger} before insert on item for each row when (new.name = '${unreachable}') execute function ${trigger}()`,
  );
  const add = (name: string) => changeToWire({ id: newId(), kind: "add", fields: { ...BLANK_ITEM, name } });
  const changes = [add("Salt"), add(unreachable), add("Tea")];
  const send = () => syncList(anna, listId, { since: 0, changes });
  try {
    expect((await send())?.answers).toEqual([{ id: changes[0]?.id, ok: true }]);
  } finally {
    await db.$executeRawUnsafe(`drop function ${trigger}() cascade`);
  }
  expect((await send())?.answers).toEqual(changes.map(({ id }) => ({ id, ok: true })));
});
