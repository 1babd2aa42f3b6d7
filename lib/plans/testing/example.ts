import { database } from "@/lib/db/client";
import { testCredit } from "@/lib/credits/testing/credit";
import { testHousehold, type TestHousehold } from "@/lib/households/testing/household";
import { fixedClock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { workOutPlan } from "@/lib/planner/plan";
import type { Planning } from "../make";

/** Saturday 14 November 2026, ten in the morning in New York, with the real planner. */
export const PLANNING: Planning = { clock: fixedClock("2026-11-14T15:00:00Z"), solve: (request) => workOutPlan(request) };
export const CLOCK = PLANNING.clock;

type Wish = {
  readonly name: string;
  readonly priceCents: bigint | null;
  readonly category?: string;
  readonly forAll?: boolean;
  readonly for?: Id;
  readonly requesterId: Id;
};

/** Puts a thing on a list, straight in the tables. */
export async function testItem(householdId: Id, listId: Id, wish: Wish): Promise<Id> {
  const id = newId();
  const db = database();
  await db.item.create({
    data: {
      householdId,
      id,
      listId,
      name: wish.name,
      priceCents: wish.priceCents,
      category: wish.category ?? "other",
      requesterId: wish.requesterId,
      forAll: wish.forAll ?? false,
      sortKey: id,
    },
  });
  if (wish.for) await db.itemPart.create({ data: { householdId, itemId: id, memberId: wish.for } });
  return id;
}

export type Example = TestHousehold & {
  readonly listId: Id;
  readonly storeId: Id;
  readonly accountId: Id;
  readonly promotionId: Id;
  readonly giftCardId: Id;
  readonly items: { readonly rice: Id; readonly tabs: Id; readonly book: Id };
};

/** The household of the example: Ben's promotion and gift card at Amazon, three wishes on "Weekly". */
export async function example(): Promise<Example> {
  const household = await testHousehold();
  const { householdId, members } = household;
  const db = database();
  const [anna, ben, cleo] = [members["anna"] as Id, members["ben"] as Id, members["cleo"] as Id];
  const [storeId, accountId, listId] = [newId(), newId(), newId()];
  await db.store.create({ data: { householdId, id: storeId, name: "Amazon", shippingFeeCents: 699n, freeShippingFromCents: 3500n } });
  await db.storeTaxRate.createMany({
    data: ["household", "books"].map((category) => ({ householdId, storeId, category, ratePpm: 60_000 })),
  });
  await db.storeAccount.create({ data: { householdId, id: accountId, storeId, memberId: ben } });
  await db.list.create({ data: { householdId, id: listId, name: "Weekly" } });
  const promotionId = await testCredit(householdId, ben, accountId, 1500n, {
    origin: "promotion",
    label: "Grocery promotion",
    expiry: "date",
    expiresOn: new Date("2026-11-23T00:00:00Z"),
    categories: ["grocery"],
    giftCards: "no",
    coversShipping: false,
  });
  const giftCardId = await testCredit(householdId, ben, accountId, 12_000n);
  const items = {
    rice: await testItem(householdId, listId, { name: "Rice, 10 lb", priceCents: 1425n, category: "grocery", requesterId: anna }),
    tabs: await testItem(householdId, listId, {
      name: "Dishwasher tabs, 90",
      priceCents: 2149n,
      category: "household",
      requesterId: anna,
      forAll: true,
    }),
    book: await testItem(householdId, listId, {
      name: "The Tidewalkers",
      priceCents: 1799n,
      category: "books",
      requesterId: anna,
      for: cleo,
    }),
  };
  return { ...household, listId, storeId, accountId, promotionId, giftCardId, items };
}
