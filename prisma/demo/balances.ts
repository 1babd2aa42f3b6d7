import type { Actor } from "@/lib/auth/actor";
import { recordCredit } from "@/lib/credits/commands";
import type { Terms } from "@/lib/credits/terms";
import { noteReading } from "@/lib/credits/terms-commands";
import { present } from "@/lib/kernel/assert";
import { cents, ZERO } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, type Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { addAccount, addStore } from "@/lib/stores/commands";
import { amazonPresetFor } from "@/lib/stores/preset";
import { expectDone } from "./expect";
import type { DemoHousehold } from "./people";

export type DemoStores = { readonly amazon: Id; readonly market: Id; readonly benAtAmazon: Id; readonly annaAtAmazon: Id };

/** "Amazon (US)" as it comes, and a market round the corner. */
export async function demoStores({ anna, ben }: DemoHousehold): Promise<DemoStores> {
  const amazon = await expectDone("adding Amazon", addStore(anna, newId(), present(amazonPresetFor("USD"), "the preset for dollars")));
  const market = await expectDone(
    "adding the market",
    addStore(anna, newId(), {
      preset: "plain",
      name: "Corner Market",
      region: "",
      shippingFeeCents: ZERO,
      freeShippingFromCents: null,
      appliesBalanceFirst: false,
      whereToLook: "Ask at the till: they scan the card.",
      balanceUrl: null,
      termsUrl: null,
    }),
  );
  const account = (actor: Actor, storeId: Id) =>
    expectDone("adding an account", addAccount(actor, newId(), { storeId, memberId: actor.memberId, kind: "personal", label: "" }));
  const benAtAmazon = await account(ben, amazon);
  const annaAtAmazon = await account(anna, amazon);
  return { amazon, market, benAtAmazon, annaAtAmazon };
}

const PLAIN: Omit<Terms, "origin" | "label" | "availableFrom"> = {
  expiry: "never",
  expiresOn: null,
  categories: null,
  excludedCategories: [],
  giftCards: "no",
  minimumOrderCents: ZERO,
  coversShipping: true,
  evidenceOrder: "",
  evidenceOn: null,
  evidenceNote: "",
  intendedForId: null,
};

function recorder(today: Day) {
  return (actor: Actor, accountId: Id, amount: number, terms: Pick<Terms, "origin" | "label"> & Partial<Terms>) =>
    expectDone(
      `recording ${terms.label}`,
      recordCredit(actor, newId(), {
        place: { accountId },
        amountCents: cents(amount),
        seenOn: today,
        terms: { ...PLAIN, availableFrom: today, ...terms },
      }),
    );
}

/** Anna's two balances, which the earlier order uses up in part. */
export async function demoEarlierCredits({ anna }: DemoHousehold, stores: DemoStores, today: Day): Promise<void> {
  const record = recorder(today);
  await record(anna, stores.annaAtAmazon, 5_000, { origin: "refund", label: "Refund for Order #902-113", evidenceOrder: "902-113" });
  await record(anna, stores.annaAtAmazon, 2_340, {
    origin: "reward",
    label: "Card rewards",
    expiry: "date",
    expiresOn: addDays(today, 40),
  });
}

/** Ben's $120.00 gift card and $15.00 promotion, as in the main job. The answer is the gift card's balance. */
export async function demoCredits({ ben }: DemoHousehold, stores: DemoStores, today: Day): Promise<Id> {
  const record = recorder(today);
  const card = await record(ben, stores.benAtAmazon, 12_000, {
    origin: "gift_card",
    label: "Birthday card from Gran",
    giftCards: "unclear",
  });
  await expectDone(
    "reading its terms",
    noteReading(
      ben,
      newId(),
      card,
      {
        state: "read",
        offer: "",
        link: present(amazonPresetFor("USD")?.termsUrl, "the link to the terms"),
        pasted: "",
        limits: "none",
        ends: "none",
        eligible: "What the store sells",
        readOn: today,
      },
      systemClock,
    ),
  );
  await record(ben, stores.benAtAmazon, 1_500, {
    origin: "promotion",
    label: "Groceries promotion",
    expiry: "date",
    expiresOn: addDays(today, 9),
    categories: ["grocery"],
    coversShipping: false,
    evidenceNote: "$15.00 off groceries, one use or several, until the date shown at checkout.",
  });
  return card;
}
