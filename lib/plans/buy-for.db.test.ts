import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { testCredit } from "@/lib/credits/testing/credit";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { newId } from "@/lib/kernel/id";
import { makePlan } from "./make";
import { planView } from "./queries";
import { actor, line, made, paidFor, value, view } from "./testing/acting";
import { CLOCK, example, PLANNING, testItem, type Example } from "./testing/example";
import { paymentsOf } from "./view";

const LIB = path.resolve(import.meta.dirname, "..");

/** The names of all use cases that can change anything. */
function commandNames(): string[] {
  const files = readdirSync(LIB, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.endsWith("test.ts"));
  return files.flatMap((file) => {
    const source = readFileSync(path.join(LIB, file), "utf8");
    return source.includes("runCommand(")
      ? [...source.matchAll(/name: (?:\w+ \? )?"([a-z]+\.[a-zA-Z_]+)"/gu)].map(([, name]) => name ?? "")
      : [];
  });
}

test("R6: value reaches another member only by a plan that buys for them; no use case moves a balance", async () => {
  const home = await example();
  const planId = await made(home);
  const { plan, holders } = await view(home, planId);
  // Ben's account orders Anna's rice and Cleo's book, Ben's balances pay, and Ben is asked.
  expect(plan.draft.orders.map(({ accountId }) => accountId)).toEqual([home.accountId]);
  expect((await line(home, planId, home.items.book)).parts).toEqual([{ memberId: home.members["cleo"], parts: 1 }]);
  expect(await paidFor(home, planId, home.items.book)).toEqual({ "gift card": 1907n });
  expect(holders).toEqual([home.members["ben"]]);
  const names = commandNames();
  expect(names).toContain("orders.record");
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name) => /transfer|send|move_(?:balance|credit)|give_(?:balance|credit)|swap/iu.test(name))).toEqual([]);
});

const only = async (home: Example, wishes: readonly { name: string; priority: number }[]) => {
  const { householdId, listId } = home;
  await database().itemPart.deleteMany({ where: { householdId } });
  await database().item.deleteMany({ where: { householdId } });
  return Promise.all(
    wishes.map(async ({ name, priority }) => {
      const id = await testItem(householdId, listId, { name, priceCents: 9000n, requesterId: present(home.members["anna"], "anna") });
      await database().item.update({ where: { householdId_id: { householdId, id } }, data: { priority } });
      return id;
    }),
  );
};

test.each([
  [1, 3, "heater"],
  [3, 1, "painting"],
  [2, 3, "heater"],
  [2, 1, "painting"],
])(
  "R11: where there isn't enough for both, what is more needed is bought first (%i before %i: the %s)",
  async (heater, painting, bought) => {
    const home = await example();
    await only(home, [
      { name: "heater", priority: heater },
      { name: "painting", priority: painting },
    ]);
    const { planId } = value(
      await makePlan(
        actor(home, "anna"),
        newId(),
        { listIds: [home.listId], orderDates: [], cashLimitCents: cents(0), settlement: "gift" },
        PLANNING,
      ),
    );
    const { plan } = await view(home, planId);
    expect(plan.draft.lines.filter(({ place }) => place !== null).map(({ name }) => name)).toEqual([bought]);
  },
);

test("R12: the balance pays first, then the remainder in cash, with who pays it", async () => {
  const home = await example();
  const [tv] = await only(home, [{ name: "television", priority: 2 }]);
  await database().item.updateMany({ where: { householdId: home.householdId }, data: { priceCents: 20_000n } });
  const planId = await made(home);
  const shown = await view(home, planId);
  const bought = await line(home, planId, present(tv, "the television"));
  expect(paymentsOf(shown.world, shown.plan.draft, bought).map(({ credit, cents }) => [credit?.id ?? "cash", cents])).toEqual([
    [home.giftCardId, 12_000n],
    ["cash", 8000n],
  ]);
  expect(shown.plan.draft.orders.map(({ cashPayerId }) => cashPayerId)).toEqual([home.members["ben"]]);
});

test("R17: an office plans several lists for a store as one order", async () => {
  const office = await testHousehold({ anna: { role: "owner" }, ben: { role: "adult" } }, { kind: "office" });
  const { householdId, members } = office;
  const [anna, ben] = [present(members.anna, "anna"), present(members.ben, "ben")];
  const [storeId, accountId, kitchen, desks] = [newId(), newId(), newId(), newId()];
  const db = database();
  await db.store.create({
    data: { householdId, id: storeId, name: "Office Market", shippingFeeCents: 699n, freeShippingFromCents: 5000n },
  });
  await db.storeAccount.create({ data: { householdId, id: accountId, storeId, memberId: ben, kind: "work" } });
  await db.list.create({ data: { householdId, id: kitchen, name: "Kitchen" } });
  await db.list.create({ data: { householdId, id: desks, name: "Desks", storeId } });
  await testCredit(householdId, ben, accountId, 9000n, { origin: "refund" });
  await testItem(householdId, kitchen, { name: "Coffee", priceCents: 3000n, requesterId: anna, forAll: true });
  await testItem(householdId, desks, { name: "Paper", priceCents: 2500n, category: "office", requesterId: ben, forAll: true });
  const owner = present(office.actors.anna, "anna");
  const input = { listIds: [kitchen, desks], orderDates: [], cashLimitCents: null, settlement: "gift" as const };
  const { planId } = value(await makePlan(owner, newId(), input, PLANNING));
  const { plan, totals } = present(await planView(owner, planId, CLOCK), "the plan");
  expect(plan.draft.orders.map((order) => order.accountId)).toEqual([accountId]);
  expect(plan.draft.lines.map(({ name, place }) => [name, place?.accountId]).sort()).toEqual([
    ["Coffee", accountId],
    ["Paper", accountId],
  ]);
  // Together they reach free shipping; two orders wouldn't.
  expect(totals).toMatchObject({ shipping: 0n, cash: 0n, fromCredits: 5500n });
});
