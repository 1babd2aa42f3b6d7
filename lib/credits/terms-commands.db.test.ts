import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { inHousehold } from "@/lib/db/transaction";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { fixedClock } from "@/lib/kernel/clock";
import { day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { testAccount } from "@/lib/stores/testing/account";
import { creditsThatPay, payersByCategory } from "./can-pay";
import { pathPage, verdictsOf } from "./path-page";
import { markStep, noteLook, noteReading, noteStatement, withdrawStatement } from "./terms-commands";
import type { LookForm, ReadingForm, StatementForm } from "./terms-schema";
import { testCredit } from "./testing/credit";
import { askPage, creditsWithUnreadTerms } from "./unread-terms";

const TODAY = day("2026-11-22");
const CLOCK = fixedClock("2026-11-22T15:00:00Z");

const READING: ReadingForm = {
  state: "read",
  offer: "Welcome offer",
  link: "https://store.example/terms",
  pasted: "",
  limits: "One per person",
  ends: "none",
  eligible: "Everything the store sells itself",
  readOn: TODAY,
};
const SAID: StatementForm = {
  subject: "store_gift_card",
  allows: true,
  source: "official",
  quote: "May be used to buy gift cards.",
  link: "https://store.example/terms",
  author: "Ben",
  saidOn: TODAY,
  warned: true,
};
const LOOK: LookForm = { subject: "books", answer: "greyed_out", reason: "Not for books", lookedOn: TODAY };

async function family() {
  const household = await testHousehold();
  const [anna, ben] = [present(household.actors.anna, "anna"), present(household.actors.ben, "ben")];
  const { storeId, accountId } = await testAccount(household.householdId, ben.memberId);
  const credit = (terms: Parameters<typeof testCredit>[4] = {}) => testCredit(household.householdId, ben.memberId, accountId, 5000n, terms);
  return { ...household, anna, ben, storeId, credit, creditId: await credit() };
}

const code = (result: Result<unknown>) => (result.ok ? "ok" : `${result.failure.code} ${result.failure.field ?? ""}`.trim());

async function answer(home: Awaited<ReturnType<typeof family>>, creditId: Id, kind: string) {
  const page = present(await pathPage(home.ben, creditId, TODAY), "the page");
  return present(
    verdictsOf(page.facts, TODAY).find((one) => one.kind === kind),
    kind,
  ).verdict;
}

test("R46: terms are unread until somebody reads them; who and when are kept", async () => {
  const home = await family();
  expect(await pathPage(home.anna, home.creditId, TODAY)).toMatchObject({ standing: "unread", known: { reading: null } });
  expect(code(await noteReading(home.anna, newId(), home.creditId, READING, CLOCK))).toBe("ok");
  expect(await pathPage(home.ben, home.creditId, TODAY)).toMatchObject({
    standing: "read",
    credit: { termsState: "read" },
    known: { reading: { readerName: "anna", readOn: TODAY, link: READING.link } },
  });
  expect(code(await noteReading(home.ben, newId(), home.creditId, { ...READING, state: "unclear", limits: "" }, CLOCK))).toBe("ok");
  expect((await pathPage(home.ben, home.creditId, TODAY))?.standing).toBe("unclear");
});

test('R60: "I read it" needs a link or the text; R51: the offer\'s name and limits are kept', async () => {
  const home = await family();
  expect(code(await noteReading(home.ben, newId(), home.creditId, { ...READING, link: "" }, CLOCK))).toBe("credits.terms_missing link");
  expect(code(await noteReading(home.ben, newId(), home.creditId, { ...READING, link: "", pasted: "The terms." }, CLOCK))).toBe("ok");
  expect((await pathPage(home.ben, home.creditId, TODAY))?.known.reading).toMatchObject({
    offer: "Welcome offer",
    limits: "One per person",
  });
});

test.each(["limits", "ends", "eligible"] as const)('R59: understood needs %s, filled or "none"', async (field) => {
  const home = await family();
  expect(code(await noteReading(home.ben, newId(), home.creditId, { ...READING, [field]: "" }, CLOCK))).toBe(
    `credits.terms_field ${field}`,
  );
});

test("R50: terms are asked for again after 90 days, or after as many as the household sets; 0 is never", async () => {
  const home = await family();
  expect(code(await noteReading(home.ben, newId(), home.creditId, { ...READING, readOn: day("2026-08-24") }, CLOCK))).toBe("ok");
  const standing = async () => (await pathPage(home.ben, home.creditId, TODAY))?.standing;
  expect(await standing()).toBe("due");
  const rule = { householdId: home.householdId, rule: "terms" };
  await database().reminderRule.create({ data: { ...rule, days: 120 } });
  expect(await standing()).toBe("read");
  await database().reminderRule.update({ where: { householdId_rule: rule }, data: { days: 0 } });
  expect(await standing()).toBe("read");
  expect(code(await noteReading(home.ben, newId(), home.creditId, { ...READING, readOn: day("2026-11-23") }, CLOCK))).toBe(
    "credits.day_ahead readOn",
  );
});

test("R80: credits with unread terms are found by those who keep them, until they are read", async () => {
  const home = await family();
  const unread = (actor: typeof home.ben) =>
    inHousehold(actor.householdId, async (tx) =>
      (await creditsWithUnreadTerms(tx, actor, TODAY)).map(({ credit, standing }) => [credit.id, standing]),
    );
  expect(await unread(home.ben)).toEqual([[home.creditId, "unread"]]);
  expect(code(await noteReading(home.ben, newId(), home.creditId, READING, CLOCK))).toBe("ok");
  expect(await unread(home.anna)).toEqual([]);
});

test("R43: an override needs a quote, for the terms a link too, and its author; it can be withdrawn", async () => {
  const home = await family();
  const note = async (changes: Partial<StatementForm>) =>
    code(await noteStatement(home.ben, newId(), home.creditId, { ...SAID, ...changes }, CLOCK));
  expect(await note({ quote: "" })).toBe("credits.statement_quote quote");
  expect(await note({ link: "" })).toBe("credits.statement_link link");
  expect((await answer(home, home.creditId, "store_gift_card")).verdict).toBe("NO");
  expect(await note({})).toBe("ok");
  expect(await answer(home, home.creditId, "store_gift_card")).toMatchObject({ verdict: "OK", exception: true });
  const statement = present((await pathPage(home.ben, home.creditId, TODAY))?.known.statements[0], "the statement");
  expect(code(await withdrawStatement(home.anna, newId(), statement.id))).toBe("ok");
  expect((await answer(home, home.creditId, "store_gift_card")).verdict).toBe("NO");
});

test("R44: an override isn't taken before its risk is confirmed", async () => {
  const home = await family();
  expect(code(await noteStatement(home.ben, newId(), home.creditId, { ...SAID, warned: false }, CLOCK))).toBe(
    "credits.statement_risk warned",
  );
  const heard = { ...SAID, source: "household", warned: false } as const;
  expect(code(await noteStatement(home.ben, newId(), home.creditId, heard, CLOCK))).toBe("ok");
  expect((await answer(home, home.creditId, "store_gift_card")).rule).toBe("gift_cards_hearsay");
});

test("R67: a refusal at checkout is kept with its reason, day and tester, and is a NO", async () => {
  const home = await family();
  expect(code(await noteLook(home.anna, newId(), home.creditId, { ...LOOK, reason: "" }, CLOCK))).toBe("credits.look_reason reason");
  expect(code(await noteLook(home.anna, newId(), home.creditId, LOOK, CLOCK))).toBe("ok");
  const page = present(await pathPage(home.ben, home.creditId, TODAY), "the page");
  expect(page.known.looks).toMatchObject([{ subject: "books", answer: "greyed_out", reason: "Not for books", author: "anna", on: TODAY }]);
  expect(page.path.find(({ step }) => step === "reason")?.state).toBe("done");
});

test("R52, R54: where to look is said for its store, and R82: what it is called stands with it", async () => {
  const home = await family();
  const key = { householdId_id: { householdId: home.householdId, id: home.storeId } };
  await database().store.update({ where: key, data: { whereToLook: "Your account, then Balances", region: "United States" } });
  const named = await home.credit({ origin: "refund", label: "Refund for Order #123" });
  expect(await pathPage(home.ben, named, TODAY)).toMatchObject({
    store: { whereToLook: "Your account, then Balances" },
    region: "United States",
    seen: { cents: 5000n, on: "2026-11-01" },
    credit: { label: "Refund for Order #123" },
  });
});

test("R47: whoever asks what a balance may do sees those with unread terms first; a child who sees no balances, nothing", async () => {
  const home = await family();
  const read = await home.credit({ expiry: "date", expiresOn: new Date("2026-11-25") });
  expect(code(await noteReading(home.ben, newId(), read, READING, CLOCK))).toBe("ok");
  const asked = present(await askPage(home.anna, TODAY), "the page");
  expect(asked.map(({ credit, standing }) => [credit.id, standing])).toEqual([
    [home.creditId, "unread"],
    [read, "read"],
  ]);
  expect(await askPage({ ...home.anna, role: "child" }, TODAY)).toBeNull();
});

test("R56: that the origin can't be told is acknowledged once, and only where it is unknown", async () => {
  const home = await family();
  const unknown = await home.credit({ origin: "unknown" });
  expect(code(await markStep(home.ben, newId(), home.creditId, "origin_unknown", CLOCK))).toBe("credits.origin_known");
  for (let time = 0; time < 2; time += 1) expect(code(await markStep(home.ben, newId(), unknown, "origin_unknown", CLOCK))).toBe("ok");
  expect((await pathPage(home.ben, unknown, TODAY))?.path.find(({ step }) => step === "origin")?.state).toBe("done");
});

test("R70, R72: each thing wanted has a verdict for this credit, and only what its store sells is shown", async () => {
  const home = await family();
  const promotion = await home.credit({ origin: "promotion", expiry: "date", expiresOn: new Date("2026-12-01"), categories: ["grocery"] });
  const { householdId } = home;
  const other = await testAccount(householdId, home.anna.memberId);
  const list = { householdId, id: newId() };
  await database().list.create({ data: { ...list, name: "Weekly" } });
  const add = async (name: string, category: string, storeId?: Id) => {
    const id = newId();
    const wish = { householdId, id, listId: list.id, name, category, quantityMilli: 1000, sortKey: name, requesterId: home.ben.memberId };
    await database().item.create({ data: wish });
    if (storeId) await database().itemOffer.create({ data: { householdId, itemId: id, storeId } });
    return id;
  };
  const [rice, book] = [await add("rice", "grocery"), await add("book", "books", home.storeId)];
  await add("elsewhere", "grocery", other.storeId);
  const page = present(await pathPage(home.ben, promotion, TODAY), "the page");
  expect(page.wanted.map((item) => [item.name, item.verdict.verdict])).toEqual([
    ["rice", "OK"],
    ["book", "NO"],
  ]);
  const payers = await inHousehold(householdId, (tx) =>
    creditsThatPay(
      tx,
      home.ben,
      [
        { id: rice, category: "grocery", storeIds: null },
        { id: book, category: "books", storeIds: [home.storeId] },
        { id: list.id, category: "books", storeIds: [other.storeId] },
      ],
      TODAY,
    ),
  );
  expect(payers.get(rice)?.map((payer) => [payer.credit.id, payer.verdict.verdict])).toEqual([
    [promotion, "OK"],
    [home.creditId, "OK"],
  ]);
  expect(payers.get(book)?.map((payer) => [payer.credit.id, payer.verdict.verdict])).toEqual([
    [home.creditId, "OK"],
    [promotion, "NO"],
  ]);
  expect(payers.get(list.id)).toEqual([]);
  const told = await payersByCategory(home.ben, TODAY);
  expect(told.grocery?.map(({ id, verdict }) => [id, verdict])).toEqual([
    [promotion, "OK"],
    [home.creditId, "OK"],
  ]);
  expect(told.books?.map(({ id }) => id)).toEqual([home.creditId]);
  expect(told.gift_card).toEqual([]);
});

test("a credit of another household is nowhere to be found", async () => {
  const [home, strangers] = [await family(), await family()];
  expect(await pathPage(strangers.ben, home.creditId, TODAY)).toBeNull();
  for (const result of [
    await noteReading(strangers.ben, newId(), home.creditId, READING, CLOCK),
    await noteStatement(strangers.ben, newId(), home.creditId, SAID, CLOCK),
    await noteLook(strangers.ben, newId(), home.creditId, LOOK, CLOCK),
    await markStep(strangers.ben, newId(), home.creditId, "cart_skipped", CLOCK),
    await withdrawStatement(strangers.ben, newId(), newId()),
  ])
    expect(code(result)).toBe("not_found");
});
