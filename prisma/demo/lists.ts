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

/** The list "Weekly" and Amazon's running list, written line by line as people would. Answers Weekly's id. */
export async function demoLists({ anna, ben, cleo }: DemoHousehold, stores: DemoStores, today: Day): Promise<{ readonly weekly: Id }> {
  const { listId: weekly } = await expectDone("making Weekly", createList(anna, newId(), { name: "Weekly" }));
  const { listId: running } = await expectDone("making the running list", createList(anna, newId(), { name: "Amazon (US)", storeId: stores.amazon }));
  const members = [
    { id: anna.memberId, name: "Anna" },
    { id: ben.memberId, name: "Ben" },
    { id: cleo, name: "Cleo" },
  ];
  const write = async (actor: Actor, listId: Id, line: string) => {
    const { item, problems } = readQuickAdd(line, {
      today,
      currency: "USD",
      digits: minorDigits("USD"),
      stores: [
        { id: stores.amazon, name: "Amazon (US)" },
        { id: stores.market, name: "Corner Market" },
      ],
      members,
      me: actor.memberId,
      listStoreId: listId === running ? stores.amazon : null,
      categories: CATEGORIES,
    });
    if (problems.length > 0) throw new Error(`demo: "${line}" wasn't understood: ${JSON.stringify(problems)}`);
    await expectDone(`adding ${line}`, addItem(actor, newId(), { listId, ...item }));
  };
  await write(anna, weekly, "Rice 14.25 @Amazon #grocery for Anna");
  await write(ben, weekly, "Dishwasher tabs 21.49 @Amazon #household for all");
  await write(anna, weekly, "“The Tidewalkers” 17.99 @Amazon #books for Cleo");
  await write(anna, weekly, "2 Milk 3.89 @Corner for all");
  await write(anna, weekly, "Eggs 4.29 @Corner for all");
  await write(ben, weekly, "Coffee beans 11.49 @Corner for Ben");
  await write(ben, running, "Printer paper 8.99 #office for all");
  return { weekly };
}
