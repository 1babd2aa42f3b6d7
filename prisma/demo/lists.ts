import type { Actor } from "@/lib/auth/actor";
import { minorDigits } from "@/lib/kernel/currency";
import type { Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { addItem } from "@/lib/lists/commands";
import { createList } from "@/lib/lists/list-commands";
import { readQuickAdd } from "@/lib/lists/quick-add";
import { CATEGORIES } from "@/lib/stores/category";
import type { DemoStores } from "./balances";
import { expectDone } from "./expect";
import type { DemoHousehold } from "./people";

/** What people wrote down before the demo begins: the list "Cosy autumn", bought already when it is loaded. */
export async function demoEarlierList(household: DemoHousehold, stores: DemoStores, today: Day): Promise<Id> {
  const { anna, ben } = household;
  const { listId } = await expectDone("making a list", createList(anna, newId(), { name: "Cosy autumn" }));
  const write = writer(household, stores, today);
  await write(ben, listId, "Winter boots 39.90 @Amazon #clothing for Ben");
  await write(anna, listId, "Board game 24.99 @Amazon #toys for all");
  return listId;
}

/** The list "Weekly" and the running lists of both stores, written line by line as people would. Answers Weekly's id. */
export async function demoLists(household: DemoHousehold, stores: DemoStores, today: Day): Promise<Id> {
  const { anna, ben } = household;
  const { listId: weekly } = await expectDone("making Weekly", createList(anna, newId(), { name: "Weekly" }));
  const running = (name: string, storeId: Id) => expectDone("making a running list", createList(anna, newId(), { name, storeId }));
  const { listId: amazon } = await running("Amazon (US)", stores.amazon);
  const { listId: market } = await running("Corner Market", stores.market);
  const write = writer(
    household,
    stores,
    today,
    new Map([
      [amazon, stores.amazon],
      [market, stores.market],
    ]),
  );
  await write(anna, weekly, "Rice 14.25 @Amazon #grocery for Anna");
  await write(ben, weekly, "Dishwasher tabs 21.49 @Amazon #household for all");
  await write(anna, weekly, "“The Tidewalkers” 17.99 @Amazon #books for Cleo");
  await write(anna, market, "2 Milk 3.89 for all");
  await write(anna, market, "Eggs 4.29 for all");
  await write(ben, market, "Coffee beans 11.49 for Ben");
  await write(ben, amazon, "Printer paper 8.99 #office for all");
  return weekly;
}

/** Adds an item as quick add would read the line; `runningAt` names the stores of running lists. */
function writer({ anna, ben, cleo }: DemoHousehold, stores: DemoStores, today: Day, runningAt: ReadonlyMap<Id, Id> = new Map()) {
  return async (actor: Actor, listId: Id, line: string): Promise<void> => {
    const { item, problems } = readQuickAdd(line, {
      today,
      currency: "USD",
      digits: minorDigits("USD"),
      stores: [
        { id: stores.amazon, name: "Amazon (US)" },
        { id: stores.market, name: "Corner Market" },
      ],
      members: [
        { id: anna.memberId, name: "Anna" },
        { id: ben.memberId, name: "Ben" },
        { id: cleo, name: "Cleo" },
      ],
      me: actor.memberId,
      listStoreId: runningAt.get(listId) ?? null,
      categories: CATEGORIES,
    });
    if (problems.length > 0) throw new Error(`demo: "${line}" wasn't understood: ${JSON.stringify(problems)}`);
    await expectDone(`adding ${line}`, addItem(actor, newId(), { listId, ...item }));
  };
}
