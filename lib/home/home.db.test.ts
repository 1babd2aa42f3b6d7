import { describe, expect, it } from "vitest";
import { correctBalance } from "@/lib/credits/commands";
import { testCredit } from "@/lib/credits/testing/credit";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { fixedClock, type Clock } from "@/lib/kernel/clock";
import { day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { recordOrder, tickStep } from "@/lib/orders/commands";
import { approvedOrder, asPlanned, ORDER_CLOCK } from "@/lib/orders/testing/approved-order";
import { historyPage } from "@/lib/households/history";
import { homeView } from "./queries";

const kinds = async (actor: Parameters<typeof homeView>[0]) => (await homeView(actor, ORDER_CLOCK)).attention.map(({ kind }) => kind);

describe("homeView", () => {
  it("is empty for a household in which nothing is written down", async () => {
    const { actors } = await testHousehold();
    expect(await homeView(present(actors.anna, "anna"), ORDER_CLOCK)).toMatchObject({ empty: true, attention: [], debts: [], stores: 0 });
  });

  it("follows an order from placing to closing, for whose account it is", async () => {
    const order = await approvedOrder();
    expect(await kinds(order.ben)).toEqual(["order", "expiring", "terms_unread"]);
    expect(await kinds(order.anna)).toEqual(["expiring"]);
    await recordOrder(order.ben, newId(), asPlanned(order), ORDER_CLOCK);
    expect(await kinds(order.ben)).toEqual(["methods_back", "expiring", "terms_unread"]);
    await tickStep(order.ben, newId(), { orderId: order.orderId, step: "methods_back", done: true });
    expect(await kinds(order.ben)).toEqual(["close", "expiring", "terms_unread"]);
    const { debts, year } = await homeView(order.anna, ORDER_CLOCK);
    expect(debts).toEqual([{ fromId: order.members.anna, toId: order.members.ben, cents: 1841n }]);
    expect(year).toMatchObject({ usedCents: 5373n });
  });

  it("asks holders to approve, and adults for who has no sign-in", async () => {
    const order = await approvedOrder();
    const { householdId, planId, members } = order;
    await database().plan.update({ where: { householdId_id: { householdId, id: planId } }, data: { status: "proposed" } });
    const ask = (holderId: string) => database().approval.create({ data: { householdId, planId, holderId } });
    await ask(members.ben);
    expect(await kinds(order.anna)).toEqual(["expiring"]);
    const [first] = (await homeView(order.ben, ORDER_CLOCK)).attention;
    expect(first).toMatchObject({
      kind: "approve",
      totalCents: 5873n,
      cashCents: 500n,
      holder: null,
      soonest: { origin: "promotion", postedCents: 1500n, expiresOn: "2026-12-01" },
    });
    expect(await kinds(order.ben)).toEqual(["approve", "terms_unread"]);
    await ask(members.cleo);
    expect((await homeView(order.anna, ORDER_CLOCK)).attention[0]).toMatchObject({ kind: "approve", holder: "cleo" });
  });

  it("names what ran out, what has no price, and whose end nobody knows", async () => {
    const order = await approvedOrder();
    const { householdId, members, accountId } = order;
    await testCredit(householdId, members.ben, accountId, 500n, { expiry: "date", expiresOn: new Date("2026-11-20T00:00:00Z") });
    await testCredit(householdId, members.ben, accountId, 700n, { expiry: "unknown" });
    await database().item.update({ where: { householdId_id: { householdId, id: order.items.rice } }, data: { priceCents: null } });
    expect(await kinds(order.ben)).toEqual(["order", "expiring", "lost", "terms_unread", "price", "expiry_unknown"]);
  });

  it("R80: counts the person's own balances with unread terms until each was read, and asks again after 90 days (R50)", async () => {
    const order = await approvedOrder();
    const { householdId, members, promotion, giftCard } = order;
    const read = (creditId: string, readOn: string) =>
      database().termsReading.create({
        data: {
          householdId,
          id: newId(),
          creditId,
          state: "read",
          link: "https://store.example/terms",
          limits: "none",
          ends: "1 December",
          eligible: "groceries",
          readOn: new Date(`${readOn}T00:00:00Z`),
          memberId: members.ben,
        },
      });
    const about = async () => (await homeView(order.ben, ORDER_CLOCK)).attention.filter(({ kind }) => kind.startsWith("terms_"));
    expect(await about()).toEqual([{ kind: "terms_unread", creditId: promotion, count: 2 }]);
    expect((await homeView(order.anna, ORDER_CLOCK)).attention.map(({ kind }) => kind)).not.toContain("terms_unread");
    await read(promotion, "2026-11-20");
    expect(await about()).toEqual([{ kind: "terms_unread", creditId: giftCard, count: 1 }]);
    await read(giftCard, "2026-08-24");
    expect(await about()).toMatchObject([{ kind: "terms_again", dayOf: "2026-08-24", path: `/balances/credits/${giftCard}/check#terms` }]);
    await read(giftCard, "2026-11-21");
    expect(await about()).toEqual([]);
  });

  it("R84: asks for a look at a balance a month after the last one, until it is looked at", async () => {
    const order = await approvedOrder();
    const asked = async (clock: Clock) => (await homeView(order.ben, clock)).attention.filter(({ kind }) => kind === "check");
    expect(await asked(fixedClock("2026-11-30T17:00:00Z"))).toEqual([]);
    const later = fixedClock("2026-12-05T17:00:00Z");
    expect(await asked(later)).toMatchObject([{ kind: "check", holder: null, dayOf: "2026-11-01" }]);
    for (const creditId of [order.promotion, order.giftCard]) {
      const { postedCents } = await database().credit.findFirstOrThrow({ where: { id: creditId } });
      const seen = { amountCents: cents(postedCents), reason: "", occurredOn: day("2026-12-05") };
      expect(await correctBalance(order.ben, newId(), creditId, seen)).toMatchObject({ ok: true });
    }
    expect(await asked(later)).toEqual([]);
  });

  it("R35: asks who keeps a case to follow it up from its day until there is an outcome", async () => {
    const order = await approvedOrder();
    const { householdId, members, accountId } = order;
    const date = new Date("2026-11-22T00:00:00Z");
    const id = newId();
    await database().supportCase.create({
      data: { householdId, id, accountId, about: "question", reason: "glitch", openedById: members.anna, followUpOn: date },
    });
    expect((await homeView(order.anna, ORDER_CLOCK)).attention[0]).toMatchObject({ kind: "expiring" });
    expect((await homeView(order.anna, ORDER_CLOCK)).attention).toContainEqual(
      expect.objectContaining({ kind: "follow_up", path: `/cases/${id}` }),
    );
    expect(await kinds(order.ben)).not.toContain("follow_up");
    await database().supportCase.updateMany({ where: { id }, data: { outcome: "granted", outcomeOn: date } });
    expect(await kinds(order.anna)).not.toContain("follow_up");
  });

  it("tells a child nothing about balances the household keeps to adults", async () => {
    const order = await approvedOrder();
    const view = await homeView({ ...order.anna, role: "child" }, ORDER_CLOCK);
    expect(view).toMatchObject({ attention: [], debts: null, year: null });
    expect(view.lists).toMatchObject([{ name: "Weekly", open: 3, inPlans: 3 }]);
  });
});

describe("historyPage", () => {
  it("pages from the newest to the oldest, and keeps money from children who don't see it", async () => {
    const { householdId, actors } = await testHousehold();
    const anna = present(actors.anna, "anna");
    await database().activity.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        householdId,
        id: newId(),
        at: new Date(1_700_000_000_000 + Math.floor(index / 3) * 1000),
        memberId: anna.memberId,
        action: ["item.added", "orders.recorded", "budget.expense_added"][index % 3] ?? "",
        subjectType: "item",
        detail: { item: String(index) },
      })),
    });
    const seen: string[] = [];
    for (let before: string | undefined, page = 0; page < 5; page += 1) {
      const { rows, older } = await historyPage(anna, before);
      seen.push(...rows.map((row) => row.id));
      if (older === null) break;
      before = older;
    }
    expect(new Set(seen).size).toBe(120);
    const child = await historyPage({ ...anna, role: "child" }, undefined);
    expect(child.rows.every((row) => row.action === "item.added")).toBe(true);
    expect((await historyPage(anna, "nonsense")).rows).toHaveLength(50);
  });
});
