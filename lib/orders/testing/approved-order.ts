import type { Actor } from "@/lib/auth/actor";
import { placeHold } from "@/lib/credits/store";
import { testCredit } from "@/lib/credits/testing/credit";
import { database } from "@/lib/db/client";
import { inHousehold } from "@/lib/db/transaction";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { fixedClock } from "@/lib/kernel/clock";
import { day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { testAccount } from "@/lib/stores/testing/account";
import type { RecordOrder } from "../schema";

/** The day on which the made-up orders are placed. */
export const ORDER_DAY = day("2026-11-22");
export const ORDER_CLOCK = fixedClock("2026-11-22T17:00:00Z");

type LineName = "rice" | "tabs" | "book";

export type ApprovedOrder = {
  readonly householdId: Id;
  readonly anna: Actor;
  readonly ben: Actor;
  readonly members: Readonly<Record<"anna" | "ben" | "cleo", Id>>;
  readonly accountId: Id;
  readonly planId: Id;
  readonly orderId: Id;
  /** Ben's: a promotion of $15.00 for groceries, and a gift card of $120.00. */
  readonly promotion: Id;
  readonly giftCard: Id;
  readonly items: Readonly<Record<LineName, Id>>;
  readonly lines: Readonly<Record<LineName, Id>>;
};

const AMOUNTS: Readonly<Record<LineName, bigint>> = { rice: 1425n, tabs: 2149n, book: 1799n };

/**
 * The order of the example, approved and held: Ben's account orders Anna's rice (the promotion pays it), dishwasher
 * tabs for all three and Cleo's book (the gift card pays them), with $5.00 of shipping that Anna pays in cash.
 */
export async function approvedOrder({ settlement = "even_up" }: { readonly settlement?: "gift" | "even_up" } = {}): Promise<ApprovedOrder> {
  const { householdId, actors, members } = await testHousehold();
  const [anna, ben, cleo] = [present(members.anna, "anna"), present(members.ben, "ben"), present(members.cleo, "cleo")];
  const { accountId } = await testAccount(householdId, ben);
  const promotion = await testCredit(householdId, ben, accountId, 1500n, {
    origin: "promotion",
    label: "Groceries",
    expiry: "date",
    expiresOn: new Date("2026-12-01T00:00:00Z"),
    categories: ["grocery"],
    coversShipping: false,
  });
  const giftCard = await testCredit(householdId, ben, accountId, 12_000n);
  const [planId, orderId, listId] = [newId(), newId(), newId()];
  const items = { rice: newId(), tabs: newId(), book: newId() };
  const lines = { rice: newId(), tabs: newId(), book: newId() };
  const about: Readonly<Record<LineName, { category: string; parts: readonly Id[]; credit: Id }>> = {
    rice: { category: "grocery", parts: [anna], credit: promotion },
    tabs: { category: "household", parts: [anna, ben, cleo], credit: giftCard },
    book: { category: "books", parts: [cleo], credit: giftCard },
  };
  const names = ["rice", "tabs", "book"] as const;
  const db = database();
  await db.$transaction(async (tx) => {
    await tx.list.create({ data: { householdId, id: listId, name: "Weekly" } });
    await tx.plan.create({
      data: {
        householdId,
        id: planId,
        name: "Saturday order",
        status: "approved",
        settlement,
        horizonDays: 14,
        request: {},
        result: {},
        createdById: anna,
        approvedAt: new Date(),
      },
    });
    await tx.planOrder.create({
      data: {
        householdId,
        id: orderId,
        planId,
        accountId,
        plannedOn: new Date(`${ORDER_DAY}T00:00:00Z`),
        shippingCents: 500n,
        cashPayerId: anna,
      },
    });
    for (const [index, name] of names.entries()) {
      const { category, parts, credit } = about[name];
      const amountCents = AMOUNTS[name];
      await tx.item.create({
        data: { householdId, id: items[name], listId, name, priceCents: amountCents, category, requesterId: anna, sortKey: `a${index}` },
      });
      await tx.planLine.create({
        data: {
          householdId,
          id: lines[name],
          planId,
          orderId,
          itemId: items[name],
          itemVersion: 1,
          name,
          category,
          quantityMilli: 1000,
          unitPriceCents: amountCents,
          goodsCents: amountCents,
          amountCents,
          requesterId: anna,
        },
      });
      await tx.linePart.createMany({ data: parts.map((memberId) => ({ householdId, lineId: lines[name], memberId, parts: 1 })) });
      await tx.allocation.create({
        data: { householdId, id: newId(), orderId, lineId: lines[name], creditId: credit, stage: "planned", cents: amountCents },
      });
    }
    await tx.allocation.create({
      data: { householdId, id: newId(), orderId, lineId: null, creditId: null, stage: "planned", cents: 500n },
    });
  });
  const benActor = present(actors.ben, "ben");
  await inHousehold(householdId, async (tx) => {
    await placeHold(tx, benActor, { creditId: promotion, orderId, cents: cents(1425) });
    await placeHold(tx, benActor, { creditId: giftCard, orderId, cents: cents(3948) });
  });
  return {
    householdId,
    anna: present(actors.anna, "anna"),
    ben: benActor,
    members: { anna, ben, cleo },
    accountId,
    planId,
    orderId,
    promotion,
    giftCard,
    items,
    lines,
  };
}

/** What the form sends when everything came as planned. */
export function asPlanned({ orderId, lines, promotion, giftCard, members }: ApprovedOrder): RecordOrder {
  return {
    orderId,
    orderNumber: "112-7",
    orderedOn: ORDER_DAY,
    shippingCents: cents(500),
    totalCents: cents(5873),
    cashPayerId: members.anna,
    lines: (["rice", "tabs", "book"] as const).map((name) => ({
      lineId: lines[name],
      outcome: "bought",
      amountCents: cents(AMOUNTS[name]),
    })),
    payments: [
      { creditId: promotion, cents: cents(1425) },
      { creditId: giftCard, cents: cents(3948) },
    ],
  };
}
