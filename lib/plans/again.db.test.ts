import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { testCredit } from "@/lib/credits/testing/credit";
import { newId, type Id } from "@/lib/kernel/id";
import { approvePlan } from "./decide";
import { cancelPlan } from "./end";
import { workOutPlan } from "@/lib/planner/plan";
import { makePlan, planAgain } from "./make";
import { unprovenOf } from "./proof";
import { plannedBy, planRows } from "./queries";
import { PlanningEnded } from "./run";
import { actor, approving, code, line, made, seen, value, view } from "./testing/acting";
import { CLOCK, example, PLANNING, type Example } from "./testing/example";

/** Anna's own account at the store, with a promotion for books of so much. */
async function annasPromotion(home: Example, amount: bigint, accountId: Id = newId()): Promise<Id> {
  const anna = home.members["anna"] as Id;
  const known = await database().storeAccount.findFirst({ where: { householdId: home.householdId, id: accountId } });
  if (!known)
    await database().storeAccount.create({ data: { householdId: home.householdId, id: accountId, storeId: home.storeId, memberId: anna } });
  await testCredit(home.householdId, anna, accountId, amount, {
    origin: "promotion",
    label: "Book promotion",
    expiry: "date",
    expiresOn: new Date("2026-11-30T00:00:00Z"),
    categories: ["books"],
    coversShipping: false,
  });
  return accountId;
}
const again = async (home: Example, planId: Id) => value(await planAgain(actor(home, "anna"), newId(), await seen(home, planId), PLANNING));

test("planned again with nothing different, nothing moves, and the plan says so", async () => {
  const home = await example();
  const planId = await made(home);
  expect((await view(home, planId)).plan.changes).toBeNull();
  await again(home, planId);
  const { plan } = await view(home, planId);
  expect(plan.changes).toEqual({ lines: [], since: [], cash: { beforeCents: 0, nowCents: 0 }, lost: { beforeCents: 75, nowCents: 75 } });
  expect(plan.worked.proven).toEqual({ cost: true, orders: true, fairness: true, staying: true });
});

test("a line moves only where that gains more than it troubles; what moved is kept with its reason", async () => {
  const home = await example();
  const planId = await made(home);
  const accountId = await annasPromotion(home, 810n);
  await again(home, planId);
  expect((await line(home, planId, home.items.book)).place?.accountId).toBe(home.accountId);
  // A new plan, with nothing to stay close to, takes the 15 cents.
  expect((await line(home, await made(home), home.items.book)).place?.accountId).toBe(accountId);

  await annasPromotion(home, 1000n, accountId);
  await again(home, planId);
  expect((await line(home, planId, home.items.book)).place?.accountId).toBe(accountId);
  const { plan } = await view(home, planId);
  expect(plan.changes?.lines).toMatchObject([
    {
      name: "The Tidewalkers",
      kind: "moved",
      from: [{ accountId: home.accountId, paidBy: [home.giftCardId] }],
      to: [{ accountId }],
    },
  ]);
  expect(plan.changes?.lines[0]?.why).toContainEqual(expect.objectContaining({ code: "expires_first" }));
  expect(plan.changes?.since).toMatchObject([{ code: "credit_new", label: "Book promotion", nowCents: 1000 }]);
});

test("a plan made anew after a cancelled one stays close to it", async () => {
  const home = await example();
  const planId = await made(home);
  value(await approvePlan(actor(home, "ben"), newId(), await approving(home, planId), CLOCK));
  value(await cancelPlan(actor(home, "anna"), newId(), await seen(home, planId)));
  await annasPromotion(home, 810n);
  await database().item.updateMany({ where: { householdId: home.householdId, id: home.items.rice }, data: { priceCents: 1450n } });
  const input = { listIds: [home.listId], orderDates: [], cashLimitCents: null, settlement: "gift" as const };
  const next = value(await makePlan(actor(home, "anna"), newId(), { ...input, afterId: planId }, PLANNING)).planId;
  expect((await line(home, next, home.items.book)).place?.accountId).toBe(home.accountId);
  const { plan } = await view(home, next);
  expect(plan.changes?.lines).toEqual([]);
  expect(plan.changes?.since).toMatchObject([
    { code: "credit_new" },
    { code: "price", name: "Rice, 10 lb", beforeCents: 1425, nowCents: 1450 },
  ]);
});

test("a plan that is stopped, or overtaken by a newer one, changes nothing and says so; a finished one is found by its command", async () => {
  const home = await example();
  const input = { listIds: [home.listId], orderDates: [], cashLimitCents: null, settlement: "gift" as const };
  const ended = (how: "stopped" | "replaced") =>
    makePlan(actor(home, "anna"), newId(), input, { ...PLANNING, solve: () => Promise.reject(new PlanningEnded(how)) });
  expect(code(await ended("stopped"))).toBe("plans.stopped");
  expect(code(await ended("replaced"))).toBe("plans.asked_again");
  expect(await planRows(actor(home, "anna"))).toEqual([]);

  const command = newId();
  expect(await plannedBy(actor(home, "anna"), command)).toBeNull();
  const { planId } = value(await makePlan(actor(home, "anna"), command, input, PLANNING));
  expect(await plannedBy(actor(home, "anna"), command)).toBe(planId);
  expect(await plannedBy(actor(home, "ben"), command)).toBeNull();
  expect(await plannedBy(actor(home, "anna"), "nonsense")).toBeNull();
});

test("a plan that was cut short keeps how far from the best possible it can be; a proven one has nothing to say", async () => {
  const home = await example();
  const input = { listIds: [home.listId], orderDates: [], cashLimitCents: null, settlement: "gift" as const };
  const solve: typeof PLANNING.solve = (request) => workOutPlan(request, { enough: () => true });
  const { planId } = value(await makePlan(actor(home, "anna"), newId(), input, { ...PLANNING, solve }));
  const { worked } = (await view(home, planId)).plan;
  expect(worked).toMatchObject({ status: "feasible", proven: { cost: false, orders: false, fairness: false, staying: false } });
  expect(worked.gapCents).toBeGreaterThan(0n);
  expect(unprovenOf(worked)).toEqual({ open: "gap", gapCents: worked.gapCents });
  await again(home, planId);
  const proven = (await view(home, planId)).plan.worked;
  expect(unprovenOf(proven)).toBeNull();
  const fair = { cost: true, orders: true, fairness: false, staying: false };
  expect(unprovenOf({ ...proven, proven: fair })).toEqual({ open: "fairness" });
  expect(unprovenOf({ ...proven, proven: null })).toBeNull();
});
