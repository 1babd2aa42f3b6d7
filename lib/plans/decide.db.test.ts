import { expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { testCredit } from "@/lib/credits/testing/credit";
import { present } from "@/lib/kernel/assert";
import { newId } from "@/lib/kernel/id";
import { approvePlan, declinePlan, proposePlan } from "./decide";
import { changeLine } from "./edit";
import { cancelPlan, withdrawPlan } from "./end";
import { makePlan } from "./make";
import { planChoices, planRows, plansWaiting, planView } from "./queries";
import { actor, approving, code, credit, line, made, seen, value, view } from "./testing/acting";
import { CLOCK, example, PLANNING, testItem, type Example } from "./testing/example";

test("only the holder approves; then the amounts are held, once", async () => {
  const home = await example();
  const planId = await made(home);
  value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));
  const input = await approving(home, planId);
  expect(code(await approvePlan(actor(home, "anna"), newId(), input, CLOCK))).toBe("plans.not_yours");
  const commandId = newId();
  const said = await Promise.all([
    approvePlan(actor(home, "ben"), commandId, input, CLOCK),
    approvePlan(actor(home, "ben"), commandId, input, CLOCK),
  ]);
  expect(said.map((one) => value(one).status)).toEqual(["approved", "approved"]);
  expect(code(await approvePlan(actor(home, "ben"), newId(), input, CLOCK))).toBe("plans.not_now");
  expect((await credit(home, home.promotionId)).heldCents).toBe(1425n);
  expect((await credit(home, home.giftCardId)).heldCents).toBe(4185n);
  expect(await database().hold.count({ where: { householdId: home.householdId } })).toBe(2);
  // Of the promotion's $15.00, $14.25 are held: 75 cents are lost, before and after.
  expect((await view(home, planId)).totals.lost).toBe(75n);
  expect((await view(home, planId)).lost).toEqual([]);
});

test("a plan waits for its holder, and for no one else, until they said", async () => {
  const home = await example();
  const planId = await made(home);
  const waiting = () => Promise.all(["anna", "ben"].map((name) => plansWaiting(actor(home, name))));
  const rows = async () => (await planRows(actor(home, "ben"))).filter(({ waitsForMe }) => waitsForMe).length;
  expect(await waiting()).toEqual([0, 0]);
  value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));
  expect([await waiting(), await rows()]).toEqual([[0, 1], 1]);
  value(await approvePlan(actor(home, "ben"), newId(), await approving(home, planId), CLOCK));
  expect([await waiting(), await rows()]).toEqual([[0, 0], 0]);
});

test("cancelling an approved plan frees what it held and its items", async () => {
  const home = await example();
  const planId = await made(home);
  value(await approvePlan(actor(home, "ben"), newId(), await approving(home, planId), CLOCK));
  expect((await planChoices(actor(home, "anna"), CLOCK)).taken).toHaveLength(3);
  value(await cancelPlan(actor(home, "anna"), newId(), await seen(home, planId)));
  expect((await credit(home, home.giftCardId)).heldCents).toBe(0n);
  expect((await planChoices(actor(home, "anna"), CLOCK)).taken).toEqual([]);
});

test("two plans on the same credit approved at the same moment: one wins, the other is told", async () => {
  for (let round = 0; round < 3; round += 1) {
    const home = await example();
    const other = newId();
    await database().list.create({ data: { householdId: home.householdId, id: other, name: "Other" } });
    await testItem(home.householdId, other, { name: "Lamp", priceCents: 9000n, requesterId: present(home.members["anna"], "anna") });
    const first = await made(home);
    const second = value(
      await makePlan(
        actor(home, "anna"),
        newId(),
        { listIds: [other], orderDates: [], cashLimitCents: null, settlement: "gift" },
        PLANNING,
      ),
    ).planId;
    for (const planId of [first, second]) value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));
    const inputs = [await approving(home, first), await approving(home, second)];
    const results = await Promise.all(inputs.map((input) => approvePlan(actor(home, "ben"), newId(), input, CLOCK)));
    expect(results.map(code).sort()).toEqual(["ok", "plans.lost.credit_less"]);
    const statuses = (await planRows(actor(home, "anna"))).map((row) => row.status).sort();
    expect(statuses).toEqual(["approved", "proposed"]);
    const { postedCents, heldCents } = await credit(home, home.giftCardId);
    expect(heldCents).toBeLessThanOrEqual(postedCents);
    const loser = results[0]?.ok ? second : first;
    expect((await view(home, loser)).lost.map((lost) => lost.code)).toEqual(["credit_less"]);
  }
});

test("two proposals for the same things at the same moment: one of them gets them", async () => {
  for (let round = 0; round < 3; round += 1) {
    const home = await example();
    const inputs = [await seen(home, await made(home)), await seen(home, await made(home))];
    const results = await Promise.all(inputs.map((input) => proposePlan(actor(home, "anna"), newId(), input, CLOCK)));
    expect(results.map(code).sort()).toEqual(["ok", "plans.lost.item_taken"]);
  }
});

test.each([
  [
    "an item was bought",
    "item_bought",
    (home: Example) =>
      database().item.update({
        where: { householdId_id: { householdId: home.householdId, id: home.items.rice } },
        data: { status: "bought" },
      }),
  ],
  [
    "an item was ticked off",
    "item_checked",
    (home: Example) =>
      database().item.update({
        where: { householdId_id: { householdId: home.householdId, id: home.items.rice } },
        data: { status: "checked" },
      }),
  ],
  [
    "an item was removed",
    "item_removed",
    (home: Example) =>
      database().item.update({
        where: { householdId_id: { householdId: home.householdId, id: home.items.rice } },
        data: { status: "removed" },
      }),
  ],
  [
    "a price changed",
    "item_changed",
    (home: Example) =>
      database().item.update({
        where: { householdId_id: { householdId: home.householdId, id: home.items.rice } },
        data: { priceCents: 1500n, version: 2 },
      }),
  ],
  [
    "it is for others now",
    "item_changed",
    (home: Example) =>
      database().item.update({
        where: { householdId_id: { householdId: home.householdId, id: home.items.rice } },
        data: { forAll: true, version: 2 },
      }),
  ],
  [
    "the account was suspended",
    "account_suspended",
    (home: Example) =>
      database().storeAccount.update({
        where: { householdId_id: { householdId: home.householdId, id: home.accountId } },
        data: { status: "suspended" },
      }),
  ],
  [
    "the terms changed",
    "credit_gone",
    (home: Example) =>
      database().credit.update({
        where: { householdId_id: { householdId: home.householdId, id: home.promotionId } },
        data: { categories: ["books"] },
      }),
  ],
  [
    "the credit was closed",
    "credit_gone",
    (home: Example) =>
      database().credit.update({
        where: { householdId_id: { householdId: home.householdId, id: home.promotionId } },
        data: { closedAt: new Date() },
      }),
  ],
])("a plan that lost its ground says so and can't be approved: %s", async (_, lost, happens) => {
  const home = await example();
  const planId = await made(home);
  value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));
  await happens(home);
  expect((await view(home, planId)).lost.map((one) => one.code)).toEqual([lost]);
  expect(code(await approvePlan(actor(home, "ben"), newId(), await approving(home, planId), CLOCK))).toBe(`plans.lost.${lost}`);
  expect(await database().hold.count({ where: { householdId: home.householdId } })).toBe(0);
});

test("declining sends it back with the reason; withdrawing asks nobody", async () => {
  const home = await example();
  const planId = await made(home);
  value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));
  value(await declinePlan(actor(home, "ben"), newId(), { ...(await approving(home, planId)), reason: "I need the gift card" }, CLOCK));
  const { plan } = await view(home, planId);
  expect(plan.status).toBe("draft");
  expect(plan.approvals).toMatchObject([{ status: "declined", reason: "I need the gift card" }]);
  value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));
  value(await withdrawPlan(actor(home, "anna"), newId(), await seen(home, planId)));
  expect((await view(home, planId)).plan).toMatchObject({ status: "draft", approvals: [] });
});

test("an adult decides for a member without sign-in, and a child makes no plans", async () => {
  const home = await example();
  await database().storeAccount.update({
    where: { householdId_id: { householdId: home.householdId, id: home.accountId } },
    data: { memberId: present(home.members["cleo"], "cleo") },
  });
  const planId = await made(home);
  expect(value(await approvePlan(actor(home, "ben"), newId(), await approving(home, planId, "cleo"), CLOCK)).status).toBe("approved");
  const child: Actor = { ...actor(home, "ben"), role: "child" };
  expect(
    code(await makePlan(child, newId(), { listIds: [home.listId], orderDates: [], cashLimitCents: null, settlement: "gift" }, PLANNING)),
  ).toBe("actor.not_allowed");
  expect(await planView(child, planId, CLOCK)).toBeNull();
});

test("with several holders, the last yes holds everything at once, whoever comes last", async () => {
  const home = await example();
  const { householdId } = home;
  const anna = present(home.members["anna"], "anna");
  const annas = newId();
  await database().storeAccount.create({ data: { householdId, id: annas, storeId: home.storeId, memberId: anna } });
  const annasCredit = await testCredit(householdId, anna, annas, 5000n);
  const planId = await made(home);
  const book = await line(home, planId, home.items.book);
  const place = { accountId: annas, on: present(book.place, "its place").on };
  value(
    await changeLine(
      actor(home, "anna"),
      newId(),
      { ...(await seen(home, planId)), lineId: book.id, change: { kind: "move", place } },
      CLOCK,
    ),
  );
  value(await proposePlan(actor(home, "ben"), newId(), await seen(home, planId), CLOCK));
  const asked = { ben: await approving(home, planId, "ben"), anna: await approving(home, planId, "anna") };
  const said = await Promise.all([
    approvePlan(actor(home, "ben"), newId(), asked.ben, CLOCK),
    approvePlan(actor(home, "anna"), newId(), asked.anna, CLOCK),
  ]);
  expect(said.map((one) => value(one).status).sort()).toEqual(["approved", "proposed"]);
  // The book alone is below free shipping, which Anna's card pays too.
  expect((await credit(home, annasCredit)).heldCents).toBe(1907n + 699n);
  expect((await credit(home, home.promotionId)).heldCents).toBe(1425n);
});

test("R81: a plan that stands on VERIFY isn't proposed before somebody ticked that they looked", async () => {
  const home = await example();
  const unsure = { householdId_id: { householdId: home.householdId, id: home.giftCardId } };
  await database().credit.update({ where: unsure, data: { expiry: "unknown" } });
  const planId = await made(home);
  expect((await view(home, planId)).toVerify).toEqual([{ creditId: home.giftCardId, reason: "expiry_unknown" }]);
  const [anna, ben] = [actor(home, "anna"), actor(home, "ben")];
  const refused = { failure: { code: "plans.verify_first", field: "checked" } };
  expect(await proposePlan(anna, newId(), await seen(home, planId), CLOCK)).toMatchObject(refused);
  expect(await approvePlan(ben, newId(), await approving(home, planId), CLOCK)).toMatchObject(refused);
  value(await proposePlan(anna, newId(), { ...(await seen(home, planId)), checked: true }, CLOCK));
  // Asked once: who proposes looks, the holder decides.
  expect(value(await approvePlan(ben, newId(), await approving(home, planId), CLOCK)).status).toBe("approved");
});
