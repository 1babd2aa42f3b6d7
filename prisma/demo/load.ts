import { database, disconnect } from "@/lib/db/client";
import { systemClock } from "@/lib/kernel/clock";
import { dayIn } from "@/lib/kernel/day";
import { demoCredits, demoEarlierCredits, demoStores } from "./balances";
import { demoBudget } from "./budget";
import { demoCard, demoCase } from "./cards";
import { demoEarlierList, demoLists } from "./lists";
import { demoPeople } from "./people";
import { demoEarlierOrder, demoProposal } from "./plans";
import { DEMO_PEOPLE, demoPassword } from "./sign-in";

/**
 * Loads the demo household into the database that DATABASE_URL names, by the same commands that people use, so its books
 * are right by construction. Loaded once; says how to sign in each time. The launcher gives the demo a database of its own
 * and this refuses one with anybody else in it.
 */
async function load(): Promise<void> {
  const people = await database().userAccount.findMany({ select: { email: true } });
  const ours = new Set<string>(Object.values(DEMO_PEOPLE).map(({ email }) => email));
  if (people.some(({ email }) => !ours.has(email)))
    throw new Error("There are other people in this database: the demo is never mixed into real data.");
  if (people.length === 0) {
    const today = dayIn("America/New_York", systemClock.now());
    const household = await demoPeople();
    const stores = await demoStores(household);
    await demoEarlierCredits(household, stores, today);
    await demoEarlierOrder(household, await demoEarlierList(household, stores, today), today);
    const giftCard = await demoCredits(household, stores, today);
    await demoCard(household, stores, today);
    await demoCase(household, giftCard);
    await demoBudget(household, today);
    await demoProposal(household, await demoLists(household, stores, today));
  }
  const names = Object.values(DEMO_PEOPLE).map(({ email }) => email);
  console.log(`Sign in to the demo as ${names.join(" or ")} with the password ${demoPassword()}`);
}

try {
  await load();
} finally {
  await disconnect();
}
