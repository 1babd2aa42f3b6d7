import { expect, test } from "vitest";
import { stockUpOn } from "@/lib/credits/stock-up-command";
import { stockUpPage } from "@/lib/credits/stock-up-page";
import { database } from "@/lib/db/client";
import { present } from "@/lib/kernel/assert";
import { newId } from "@/lib/kernel/id";
import { recordOrder } from "./record";
import { approvedOrder, asPlanned, ORDER_CLOCK, ORDER_DAY } from "./testing/approved-order";

test("R95: what was ordered before goes onto the store's running list, once, with its price there", async () => {
  const order = await approvedOrder();
  const { anna, householdId } = order;
  const named = async (creditId: string) => (await stockUpPage(anna, creditId, ORDER_DAY))?.proposals.map(({ name }) => name);
  expect(await named(order.giftCard)).toEqual([]);
  expect((await recordOrder(order.ben, newId(), asPlanned(order), ORDER_CLOCK)).ok).toBe(true);
  expect(await named(order.giftCard)).toEqual(["book", "rice", "tabs"]);
  const commandId = newId();
  const picked = { creditId: order.giftCard, lineIds: [order.lines.rice, order.lines.tabs] };
  const first = await stockUpOn(anna, commandId, picked);
  expect(await stockUpOn(anna, commandId, picked)).toEqual(first);
  const list = present(
    await database().list.findFirst({ where: { householdId, storeId: { not: null } }, include: { items: true } }),
    "the list",
  );
  expect(first).toEqual({ ok: true, value: { listId: list.id } });
  expect(list.items.map(({ name, priceCents }) => [name, priceCents]).sort()).toEqual([
    ["rice", 1425n],
    ["tabs", 2149n],
  ]);
  expect(await named(order.giftCard), "what is on a list isn't proposed again").toEqual(["book"]);
  expect(await stockUpOn(anna, newId(), { creditId: order.giftCard, lineIds: [] })).toMatchObject({
    failure: { code: "credits.nothing_picked" },
  });
  expect(await stockUpOn(anna, newId(), { creditId: newId(), lineIds: [order.lines.book] })).toMatchObject({
    failure: { code: "not_found" },
  });
});
