import { addCard } from "@/lib/cards/commands";
import { openCase } from "@/lib/cases/commands";
import { cents } from "@/lib/kernel/cents";
import { addDays, type Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import type { DemoStores } from "./balances";
import { expectDone } from "./expect";
import type { DemoHousehold } from "./people";

/** A card of Anna's that isn't redeemed yet, to be thought of in a week. */
export async function demoCard({ anna }: DemoHousehold, stores: DemoStores, today: Day): Promise<void> {
  await expectDone(
    "keeping a card",
    addCard(anna, newId(), {
      storeId: stores.amazon,
      holderId: anna.memberId,
      amountCents: cents(2_500),
      secret: { code: "DEMOQX7K2M4PTR9A", pin: "" },
      remindOn: addDays(today, 7),
      label: "Thank-you card from work",
      expiry: "never",
      expiresOn: null,
      forMemberId: null,
      forOutside: "",
      boughtWithId: null,
    }),
  );
}

/** What to do about a card that Ben redeemed on the wrong account. */
export async function demoCase({ ben }: DemoHousehold, creditId: Id): Promise<void> {
  await expectDone(
    "opening a case",
    openCase(ben, newId(), {
      place: { creditId },
      about: "mistake",
      reason: "wrong_account",
      story: "It was meant for Anna’s account; I was signed in with mine.",
    }),
  );
}
