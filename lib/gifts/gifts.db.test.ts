import { describe, expect, test, vi } from "vitest";
import { today, type Actor } from "@/lib/auth/actor";
import { verifyBooks } from "@/lib/books/verify";
import { cardsPage, cardPage, redeemPage, waitingCards } from "@/lib/cards/queries";
import { creditPage } from "@/lib/credits/ledger-page";
import { balancesPage } from "@/lib/credits/queries";
import { database } from "@/lib/db/client";
import { exportEverything } from "@/lib/exports/queries";
import { homeView } from "@/lib/home/queries";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, dateFromDay } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { listPage, listsOverview } from "@/lib/lists/queries";
import { recordOrder } from "@/lib/orders/record";
import { orderView } from "@/lib/orders/queries";
import { historyPage } from "@/lib/households/history";
import { approvePlan } from "@/lib/plans/decide";
import { planChoices, planRows, plansWaiting, planView } from "@/lib/plans/queries";
import { actor, code, value } from "@/lib/plans/testing/acting";
import { example, type Example } from "@/lib/plans/testing/example";
import { makeFeed } from "@/lib/reminders/commands";
import { calendarAt } from "@/lib/reminders/feed";
import { remindersPage } from "@/lib/reminders/queries";
import { debtsView, settlementHistory } from "@/lib/settlements/queries";
import { changeGiftWish, keepBoughtCard, makeGift } from "./commands";
import { readGift, type NewGift } from "./form";
import { giftPage, giftsPage, newGiftPage } from "./queries";

vi.stubEnv("AUTH_SECRET", "for tests only, and long enough for that");
vi.stubEnv("COMMONPURSE_ENCRYPTION_KEY", Buffer.alloc(32, 7).toString("base64"));

const soon = (of: Example, days = 10) => addDays(today(actor(of, "ben"), systemClock), days);

/** The household of the example; Ben's gift card has terms that were read, so that it may buy gift cards once somebody is sure. */
async function givers({ read = true } = {}): Promise<Example> {
  const of = await example();
  const { householdId, giftCardId: creditId } = of;
  const memberId = present(of.members.ben, "ben");
  if (read)
    await database().termsReading.create({
      data: {
        householdId,
        id: newId(),
        creditId,
        state: "read",
        pasted: "Valid at the store.",
        limits: "None",
        ends: "Never",
        eligible: "All",
        readOn: new Date(),
        memberId,
      },
    });
  return of;
}

const wanted = (of: Example, more: Partial<NewGift> = {}): NewGift => ({
  thing: "store_gift_card",
  creditId: of.giftCardId,
  title: "Kite shop card",
  amountCents: cents(2_500),
  format: "digital",
  occasion: "birthday",
  giftOn: soon(of),
  recipientId: present(of.members.anna, "anna"),
  contactName: "",
  contactNote: "",
  hidden: false,
  sure: true,
  ...more,
});

const make = (of: Example, more: Partial<NewGift> = {}, by = "ben") => makeGift(actor(of, by), newId(), wanted(of, more), systemClock);

async function order(of: Example, planId: Id): Promise<Id> {
  const ben = actor(of, "ben");
  const { plan } = present(await planView(ben, planId), "the plan");
  value(await approvePlan(ben, newId(), { planId, version: plan.version, holderId: ben.memberId }));
  const approved = present(await planView(ben, planId), "the plan");
  const [made, line] = [present(approved.plan.draft.orders[0], "order"), present(approved.plan.draft.lines[0], "line")];
  value(
    await recordOrder(
      ben,
      newId(),
      {
        orderId: made.id,
        orderNumber: "112-7",
        orderedOn: soon(of, 0),
        totalCents: line.amountCents,
        shippingCents: cents(0),
        cashPayerId: ben.memberId,
        lines: [{ lineId: line.id, outcome: "bought", amountCents: line.amountCents }],
        payments: [{ creditId: of.giftCardId, cents: line.amountCents }],
      },
      systemClock,
    ),
  );
  return made.id;
}

describe("a gift", () => {
  test("R24: the verdict on gift cards comes first: NO makes no plan, VERIFY wants to be confirmed", async () => {
    const unread = await givers({ read: false });
    expect(code(await make(unread))).toBe("gifts.verdict_no");
    const page = await newGiftPage(actor(unread, "ben"), {
      creditId: unread.giftCardId,
      thing: "store_gift_card",
      today: soon(unread, 0),
    });
    expect(page?.chosen?.verdict).toMatchObject({ verdict: "NO", rule: "gift_cards_unread" });
    expect(page?.chosen?.verdict.next[0]).toBe("plan_eligible");
    const of = await givers();
    expect(code(await make(of, { sure: false }))).toBe("gifts.not_sure");
    expect(code(await make(of, { creditId: of.promotionId, amountCents: cents(1_000) }))).toBe("gifts.verdict_no");
    expect(await database().plan.count({ where: { householdId: of.householdId } })).toBe(0);
    const { planId } = value(await make(of));
    const { plan } = present(await planView(actor(of, "ben"), planId), "the plan");
    expect(plan).toMatchObject({ status: "draft", settlement: "gift", name: "Kite shop card" });
    expect(plan.draft.payments).toEqual([expect.objectContaining({ creditId: of.giftCardId, cents: 2_500n })]);
  });

  test("R94: a third-party gift card is a use of its own, and NO without words that allow it", async () => {
    const of = await givers();
    expect(code(await make(of, { thing: "third_party_gift_card" }))).toBe("gifts.verdict_no");
    const about = { householdId: of.householdId, creditId: of.giftCardId, memberId: present(of.members.ben, "ben") };
    await database().creditStatement.create({
      data: {
        ...about,
        id: newId(),
        subject: "third_party_gift_card",
        allows: true,
        source: "official",
        quote: "including gift cards of other brands",
        link: "https://store.example/terms",
        author: "The store",
        saidOn: new Date(),
        warned: true,
      },
    });
    expect(code(await make(of, { thing: "third_party_gift_card", sure: false }))).toBe("gifts.not_sure");
    expect(code(await make(of, { thing: "third_party_gift_card" }))).toBe("ok");
  });

  test("R24: it is approved, held, ordered and booked like any plan, and its share stays with the giver", async () => {
    const of = await givers();
    const { planId, giftId } = value(await make(of));
    await order(of, planId);
    const credit = await database().credit.findFirstOrThrow({ where: { householdId: of.householdId, id: of.giftCardId } });
    expect(credit).toMatchObject({ postedCents: 9_500n, heldCents: 0n });
    const shares = await database().shareEntry.findMany({ where: { householdId: of.householdId } });
    const ben = present(of.members.ben, "ben");
    expect(shares).toMatchObject([{ payerId: ben, receiverId: ben, cents: 2_500n, settlement: "gift" }]);
    const cardId = value(await keepBoughtCard(actor(of, "ben"), newId(), giftId, { code: "KITE-1234-5678", pin: "" }));
    const page = present(await cardPage(actor(of, "ben"), cardId), "the card");
    expect(page.card).toMatchObject({ amountCents: 2_500n, boughtWithId: of.giftCardId, forName: "anna", holderId: ben });
    expect(code(await keepBoughtCard(actor(of, "ben"), newId(), giftId, { code: "KITE-9999-0000", pin: "" }))).toBe("gifts.has_card");
  });

  test("R25: physical or digital, for a member or somebody outside, never for both or for nobody", async () => {
    const of = await givers();
    const dora = { recipientId: null, contactName: "Dora", contactNote: "lives in Faro", format: "physical" } as const;
    const { giftId, planId } = value(await make(of, dora));
    expect(await giftPage(actor(of, "anna"), giftId)).toMatchObject({ forName: "Dora", contactNote: "lives in Faro", format: "physical" });
    const sent = present(await planView(actor(of, "ben"), planId), "the plan").plan.draft.orders;
    expect(sent).toMatchObject([{ shippingCents: 699n }]);
    const digital = value(await make(of));
    expect(present(await planView(actor(of, "ben"), digital.planId), "the plan").plan.draft.orders).toMatchObject([{ shippingCents: 0n }]);
    const form = { ...wanted(of), credit: of.giftCardId, denomination: "2500" };
    expect(code(readGift({ ...form, contactName: "Dora", recipient: newId() }, "USD"))).toBe("cards.one_recipient");
    expect(code(readGift({ ...form, recipient: undefined }, "USD"))).toBe("gifts.for_whom");
    expect(code(await make(of, { recipientId: present(of.members.ben, "ben") }))).toBe("gifts.yourself");
  });

  test("R26: the amount fits within what is free, and the recipient's wishes are read beside it", async () => {
    const of = await givers();
    value(await changeGiftWish(actor(of, "anna"), newId(), "Bookshops, 25"));
    const asked = { creditId: of.promotionId, thing: "store_gift_card", today: soon(of, 0) } as const;
    const page = present(await newGiftPage(actor(of, "ben"), asked), "the page");
    expect(page.chosen?.amounts).toEqual([1_000n]);
    expect(page.people.find(({ name }) => name === "anna")?.wish).toBe("Bookshops, 25");
    expect(code(await make(of, { amountCents: cents(12_001) }))).toBe("gifts.too_much");
  });

  test("R28: an office gives for recognition, rewards and anniversaries; a family doesn't", async () => {
    const of = await givers();
    expect(code(await make(of, { occasion: "recognition" }))).toBe("choice");
    const ben = actor(of, "ben");
    const atWork: Actor = { ...ben, household: { ...ben.household, kind: "office" } };
    for (const occasion of ["recognition", "reward", "anniversary"] as const)
      expect(code(await makeGift(atWork, newId(), wanted(of, { occasion, amountCents: cents(1_000) }), systemClock))).toBe("ok");
  });
});

/** Everything that tells this member anything of what a gift touches. */
async function allThatIsRead(
  of: Example,
  who: Actor,
  ids: { planId: Id; orderId: Id; giftId: Id; cardId: Id; listId: Id },
): Promise<string> {
  const clock = systemClock;
  value(await makeFeed(who, newId(), clock));
  const { feed } = await remindersPage(who);
  const read = [
    await balancesPage(who, soon(of, 0)),
    await creditPage(who, of.giftCardId, null),
    await cardsPage(who),
    await waitingCards(who),
    await cardPage(who, ids.cardId),
    await redeemPage(who, ids.cardId),
    await listsOverview(who),
    await listPage(who, ids.listId),
    await planRows(who),
    await planView(who, ids.planId),
    await plansWaiting(who),
    await planChoices(who),
    await orderView(who, ids.planId, ids.orderId, clock),
    await homeView(who, clock),
    await historyPage(who, undefined),
    await debtsView(who, clock),
    await settlementHistory(who, 1),
    await giftsPage(who),
    await giftPage(who, ids.giftId),
    await exportEverything(who, clock),
    await calendarAt(present(feed?.token, "the calendar's address"), clock),
  ];
  return JSON.stringify(read, (_, each: unknown) => (typeof each === "bigint" ? `${each}` : each instanceof Map ? [...each] : each));
}

describe("a gift that is a surprise", () => {
  test("R27: until its day nothing its recipient can read tells of it, and the others see it in lists of gifts and the calendar", async () => {
    const of = await givers();
    const { giftId, planId } = value(await make(of, { hidden: true }));
    const orderId = await order(of, planId);
    const cardId = value(await keepBoughtCard(actor(of, "ben"), newId(), giftId, { code: "KITE-1234-5678", pin: "" }));
    const list = await database().list.findFirstOrThrow({ where: { householdId: of.householdId, purpose: "gift" } });
    const ids = { planId, orderId, giftId, cardId, listId: list.id };
    const expiresOn = dateFromDay(soon(of, 200));
    await database().card.updateMany({ where: { householdId: of.householdId, id: cardId }, data: { expiry: "date", expiresOn } });
    const toAnna = await allThatIsRead(of, actor(of, "anna"), ids);
    for (const trace of ["Kite shop card", "112-7", planId, orderId, giftId, cardId, list.id, "9500"]) expect(toAnna).not.toContain(trace);
    expect(toAnna).toContain("12000");
    const toBen = await allThatIsRead(of, actor(of, "ben"), ids);
    for (const trace of ["Kite shop card", planId, orderId, giftId, cardId, "9500", "Birthday: Kite shop card for anna"])
      expect(toBen).toContain(trace);
    await database().plan.updateMany({ where: { householdId: of.householdId, id: planId }, data: { hiddenUntil: new Date() } });
    expect(await allThatIsRead(of, actor(of, "anna"), ids)).toContain("Kite shop card");
    expect((await verifyBooks(of.householdId)).differences).toEqual([]);
  });

  test("R27: while it is only held, the recipient sees the balance as if it weren't", async () => {
    const of = await givers();
    const { planId } = value(await make(of, { hidden: true }));
    const ben = actor(of, "ben");
    value(await approvePlan(ben, newId(), { planId, version: 1, holderId: ben.memberId }));
    const free = async (who: string) =>
      (await balancesPage(actor(of, who), soon(of, 0)))?.credits.find(({ id }) => id === of.giftCardId)?.freeCents;
    expect([await free("anna"), await free("ben")]).toEqual([12_000n, 9_500n]);
    expect((await creditPage(actor(of, "anna"), of.giftCardId, null))?.holds).toEqual([]);
  });

  test("R27: it can't be kept from whoever decides about the balance", async () => {
    const of = await givers();
    expect(code(await make(of, { recipientId: present(of.members.ben, "ben"), hidden: true }, "anna"))).toBe("gifts.decides");
  });
});
