import type { Browser, Page } from "@playwright/test";
import { addAccount, addStore, recordCredit, setTaxRates } from "./credits";
import { addItem, createList } from "./lists";
import { givenHousehold, givenMember } from "./given";
import { addChild } from "./people";
import { approvePlan, makePlan, orderOf, proposePlan } from "./plans";

export const GIFT_CARD = "Gift card from Dora";
export const PROMOTION = "Grocery week";

/** The day so many days from today on the household's wall. */
export function inDays(days: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York" }).format(Date.now() + days * 86_400_000);
}

export type Ferreira = { readonly household: string; readonly list: string; readonly ben: Page };

/** Anna's household with Ben's two balances and three wishes on "Weekly"; each at their own device. */
export async function ferreira(anna: Page, browser: Browser): Promise<Ferreira> {
  const household = await givenHousehold(anna, "Anna");
  await addChild(anna, household, "Cleo");
  const ben = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await givenMember(ben, "Ben", { owner: anna, household });

  const store = await addStore(ben, household, "Amazon (US)");
  await setTaxRates(ben, store, { Groceries: "0", rest: "6" });
  await addAccount(ben, store, "Ben");
  const place = { holder: "Ben", store: "Amazon (US)" } as const;
  await recordCredit(ben, household, { ...place, origin: "Gift card", amount: "120", label: GIFT_CARD, expires: "never" });
  await recordCredit(ben, household, {
    ...place,
    origin: "Promotion",
    amount: "15",
    label: PROMOTION,
    expires: inDays(9),
    categories: ["Groceries"],
    coversShipping: false,
  });

  const list = await createList(anna, household, "Weekly");
  await addItem(anna, "rice 14.25 for Anna", "rice");
  await addItem(anna, "dishwasher tabs 21.49 for all", "dishwasher tabs");
  await addItem(anna, "book 17.99 for Cleo", "book");
  return { household, list, ben };
}

/**
 * The same household up to the approved plan: Ben's promotion ($15.00, groceries) pays the rice ($14.25), his gift card
 * ($120.00) the tabs for all ($22.78) and Cleo's book ($19.07); $56.10 are held.
 */
export async function ferreiraApproved(
  anna: Page,
  browser: Browser,
): Promise<Ferreira & { readonly plan: string; readonly order: string }> {
  const { household, list, ben } = await ferreira(anna, browser);
  const plan = await makePlan(anna, household);
  await proposePlan(anna);
  await approvePlan(ben, plan, { hold: "$56.10" });
  return { household, list, plan, order: await orderOf(ben, "Ben’s Amazon (US)"), ben };
}
