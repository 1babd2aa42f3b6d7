import { describe, expect, it, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { tellEntry } from "@/lib/credits/commands";
import { testCredit } from "@/lib/credits/testing/credit";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { fixedClock } from "@/lib/kernel/clock";
import { day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { historyPage } from "@/lib/households/history";
import { testAccount } from "@/lib/stores/testing/account";
import { chooseOption, editFacts, endCase, noteThirdParty, openCase, reopenCase, setFollowUp, tickDocument, tickPoint } from "./commands";
import { checkFile } from "./file-kind";
import { OPTIONS, type Option } from "./options";
import { POINTS } from "./points";
import { caseFile, caseList, casePage, casePlaces, pointsPage } from "./queries";
import { addContact, addFile, KEPT_AFTER_REMOVAL, MAX_FILES, removeContact, removeFile } from "./records";
import type { CaseFacts, NewContact, OpenCase } from "./schema";

const NOW = "2026-11-22T15:00:00Z";
const clock = fixedClock(NOW);
const today = day("2026-11-22");
const SENTENCE = "I may lose all of it and my account";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

async function family() {
  const household = await testHousehold(
    { anna: { role: "owner" }, ben: { role: "adult" }, dana: { role: "child" } },
    { childrenSeeBalances: true },
  );
  const [anna, ben, dana] = [
    present(household.actors.anna, "anna"),
    present(household.actors.ben, "ben"),
    present(household.actors.dana, "dana"),
  ];
  const { storeId, accountId } = await testAccount(household.householdId, ben.memberId);
  const creditId = await testCredit(household.householdId, ben.memberId, accountId, 12_000n);
  return { ...household, anna, ben, dana, storeId, accountId, creditId };
}

type Family = Awaited<ReturnType<typeof family>>;

const open = async ({ anna, creditId }: Family, input: Partial<OpenCase> = {}): Promise<Id> =>
  value(await openCase(anna, newId(), { place: { creditId }, about: "mistake", reason: "wrong_account", story: "", ...input }));

/** A case in which these options were passed by, in their order. */
async function passed(house: Family, options: readonly Option[]): Promise<Id> {
  const caseId = await open(house);
  for (const option of options) value(await chooseOption(house.anna, newId(), caseId, { option, choice: "passed" }));
  return caseId;
}
const atSupport = (house: Family) => passed(house, OPTIONS.slice(0, 3));

const CONTACT: NewContact = {
  happenedOn: today,
  happenedAt: "09:30",
  channel: "chat",
  representative: "Marisol",
  reference: "C-1188",
  note: "She asks her team.",
};
const FACTS: CaseFacts = {
  reason: "glitch",
  story: "Twice",
  wish: "",
  codeEnd: "7Q4K",
  redeemedOn: day("2026-11-14"),
  accountDetails: "ben@x.example",
};

const page = async (actor: Actor, caseId: Id, at = clock) => present(await casePage(actor, caseId, at), "the case");
const noteFile = async (text: string) => value(await checkFile({ name: "note.png", content: new TextEncoder().encode(text) }));

describe("the five ways on", () => {
  test("R1: they are decided in their order, a decision can be changed, and progress is kept", async () => {
    const house = await family();
    const caseId = await open(house);
    const choose = (option: Option, choice: "chosen" | "passed" = "passed") => chooseOption(house.ben, newId(), caseId, { option, choice });
    expect(await choose("gift_cards")).toMatchObject({ failure: { code: "cases.options_in_order" } });
    value(await choose("use_yourself"));
    value(await choose("use_yourself", "chosen"));
    value(await choose("buy_for_household"));
    expect((await page(house.anna, caseId)).choices).toEqual({ use_yourself: "chosen", buy_for_household: "passed" });
  });

  test("R29: nothing goes to support before the three options were decided", async () => {
    const house = await family();
    const caseId = await passed(house, OPTIONS.slice(0, 2));
    const tries = () =>
      Promise.all([
        addContact(house.anna, newId(), caseId, CONTACT, clock),
        setFollowUp(house.anna, newId(), caseId, today, clock),
        endCase(house.anna, newId(), caseId, { outcome: "denied", outcomeOn: today, note: "" }, clock),
      ]);
    for (const refused of await tries()) expect(refused).toMatchObject({ failure: { code: "cases.support_after_options" } });
    expect((await page(house.anna, caseId)).supportOpen).toBe(false);
    value(await chooseOption(house.anna, newId(), caseId, { option: "gift_cards", choice: "passed" }));
    value(await addContact(house.anna, newId(), caseId, CONTACT, clock));
    expect((await page(house.anna, caseId)).supportOpen).toBe(true);
  });

  test("R2: a case about a balance moves no money, however it ends", async () => {
    const house = await family();
    const before = await database().ledgerEntry.count({ where: { householdId: house.householdId } });
    for (const outcome of ["granted", "partial", "denied", "no_reply", "reversed"] as const) {
      const caseId = await atSupport(house);
      value(await endCase(house.anna, newId(), caseId, { outcome, outcomeOn: today, note: "" }, clock));
    }
    expect(await database().ledgerEntry.count({ where: { householdId: house.householdId } })).toBe(before);
    expect((await page(house.anna, await open(house))).credit?.postedCents).toBe(12_000n);
  });

  test("R24: the third option comes with the verdict of the balance, NO while nobody read its terms", async () => {
    const house = await family();
    expect((await page(house.anna, await open(house))).giftCards).toBe("NO");
  });

  test("R93: a question goes to support at once", async () => {
    const house = await family();
    const caseId = await open(house, { about: "question", reason: "other", place: { accountId: house.accountId } });
    expect(await page(house.anna, caseId)).toMatchObject({ supportOpen: true, credit: null, missing: ["account_details"] });
    value(await addContact(house.anna, newId(), caseId, CONTACT, clock));
  });
});

describe("a case about a redeemed card", () => {
  /** Makes the balance one that a card became, with what the guard asked then. */
  async function redeemed(house: Family): Promise<Id> {
    const id = newId();
    const { householdId, storeId, accountId, creditId, ben } = house;
    const who = { holderId: ben.memberId, redeemedById: ben.memberId, createdById: ben.memberId };
    const guard = {
      accountId,
      creditId,
      confirmedName: "Ben’s own",
      redeemedOn: new Date("2026-11-14T00:00:00Z"),
      guardSkipped: "In a hurry",
    };
    const card = { amountCents: 12_000n, sealed: "x", keyVersion: 1, codeTail: "7Q4K", expiry: "never", status: "redeemed" };
    await database().card.create({ data: { householdId, id, storeId, ...who, ...guard, ...card } });
    return id;
  }
  const cardOf = ({ householdId }: Family, id: Id) => database().card.findUniqueOrThrow({ where: { householdId_id: { householdId, id } } });
  const end = (house: Family, caseId: Id, outcome: "reversed" | "denied") =>
    endCase(house.anna, newId(), caseId, { outcome, outcomeOn: today, note: "" }, clock);

  test("R32: knows from the card the end of the code, the day and the account", async () => {
    const house = await family();
    await redeemed(house);
    expect(await page(house.anna, await open(house))).toMatchObject({
      missing: [],
      facts: { codeEnd: "7Q4K", redeemedOn: "2026-11-14", accountDetails: "Ben’s own" },
    });
    // Ends that no form takes are asked for.
    for (const [codeTail, codeEnd] of [
      ["h-12", ""],
      ["42", ""],
      ["7q4k", "7Q4K"],
    ] as const) {
      await database().card.updateMany({ where: { householdId: house.householdId }, data: { codeTail } });
      expect((await page(house.anna, await open(house))).facts.codeEnd).toBe(codeEnd);
    }
  });

  test("R5: only the outcome reversed takes the redemption back, card and books together, and for good", async () => {
    const house = await family();
    const cardId = await redeemed(house);
    value(await end(house, await atSupport(house), "denied"));
    expect(await cardOf(house, cardId)).toMatchObject({ status: "redeemed" });
    const caseId = await atSupport(house);
    value(await end(house, caseId, "reversed"));
    expect(await cardOf(house, cardId)).toMatchObject({ status: "unredeemed", reversedByCaseId: caseId });
    expect(await page(house.anna, caseId)).toMatchObject({ reversedCard: true, credit: { postedCents: 0n } });
    expect(await reopenCase(house.anna, newId(), caseId)).toMatchObject({ failure: { code: "cases.reversed_card" } });
  });

  test("R5: what is spent already can't be reversed", async () => {
    const house = await family();
    const cardId = await redeemed(house);
    const told = { amountCents: cents(1), occurredOn: today, reason: "" };
    value(await tellEntry(house.ben, newId(), house.creditId, "spend", told));
    const caseId = await atSupport(house);
    expect(await end(house, caseId, "reversed")).toMatchObject({ failure: { code: "cases.reversed_spent" } });
    expect(await page(house.anna, caseId)).toMatchObject({ outcome: null });
    expect(await cardOf(house, cardId)).toMatchObject({ status: "redeemed" });
  });
});

describe("what the case knows", () => {
  test("R32: it is complete with the three, and R35: says how long ago it was", async () => {
    const house = await family();
    const caseId = await open(house);
    expect(await page(house.anna, caseId)).toMatchObject({ missing: ["code", "redeemed_on", "account_details"], daysSince: null });
    value(await editFacts(house.ben, newId(), caseId, 1, FACTS, clock));
    expect(await page(house.anna, caseId)).toMatchObject({ missing: [], daysSince: 8, facts: { codeEnd: "7Q4K", reason: "glitch" } });
    expect(await editFacts(house.anna, newId(), caseId, 1, FACTS, clock)).toMatchObject({ failure: { code: "conflict" } });
    const ahead = { ...FACTS, redeemedOn: day("2026-11-23") };
    expect(await editFacts(house.anna, newId(), caseId, 2, ahead, clock)).toMatchObject({ failure: { code: "cases.day_ahead" } });
  });

  test("R35: documents are ticked off, and the follow-up is a day to come that ends with the case", async () => {
    const house = await family();
    const caseId = await atSupport(house);
    value(await tickDocument(house.anna, newId(), caseId, { document: "receipt", done: true }));
    value(await tickDocument(house.anna, newId(), caseId, { document: "card_photo", done: true }));
    value(await tickDocument(house.anna, newId(), caseId, { document: "card_photo", done: false }));
    expect([...(await page(house.anna, caseId)).documents]).toEqual(["receipt"]);
    expect(await setFollowUp(house.anna, newId(), caseId, day("2026-11-21"), clock)).toMatchObject({
      failure: { code: "cases.follow_up_past" },
    });
    value(await setFollowUp(house.anna, newId(), caseId, day("2026-11-29"), clock));
    expect(present(await caseList(house.ben), "cases")).toMatchObject([{ id: caseId, followUpOn: "2026-11-29", outcome: null }]);
    value(await endCase(house.anna, newId(), caseId, { outcome: "no_reply", outcomeOn: today, note: "" }, clock));
    expect(await page(house.anna, caseId)).toMatchObject({ followUpOn: null, outcome: "no_reply" });
  });

  test("R34: an ended case stays as it is until it is opened again", async () => {
    const house = await family();
    const caseId = await atSupport(house);
    value(await endCase(house.anna, newId(), caseId, { outcome: "denied", outcomeOn: today, note: "They can’t." }, clock));
    expect(await page(house.anna, caseId)).toMatchObject({ outcome: "denied", outcomeOn: today, outcomeNote: "They can’t." });
    expect(await addContact(house.anna, newId(), caseId, CONTACT, clock)).toMatchObject({ failure: { code: "cases.ended" } });
    value(await reopenCase(house.anna, newId(), caseId));
    value(await addContact(house.anna, newId(), caseId, CONTACT, clock));
    expect(await reopenCase(house.anna, newId(), caseId)).toMatchObject({ failure: { code: "cases.is_open" } });
  });

  test("R40: the seven points keep their progress for each balance", async () => {
    const house = await family();
    const other = await testCredit(house.householdId, house.ben.memberId, house.accountId, 500n);
    const tick = (creditId: Id, point: (typeof POINTS)[number]["point"], done: boolean) =>
      tickPoint(house.anna, newId(), creditId, { point, done });
    for (const { point } of POINTS) value(await tick(house.creditId, point, true));
    value(await tick(house.creditId, "purpose", false));
    value(await tick(house.creditId, "account", true));
    expect(present(await pointsPage(house.ben, house.creditId), "the points").done.size).toBe(6);
    expect(present(await pointsPage(house.ben, other), "the points").done.size).toBe(0);
  });
});

describe("contacts and files", () => {
  test("R33: a contact keeps day, time, name, channel, reference and what was said; the latest comes first", async () => {
    const house = await family();
    const caseId = await atSupport(house);
    value(await addContact(house.anna, newId(), caseId, { ...CONTACT, happenedOn: day("2026-11-20") }, clock));
    value(await addContact(house.ben, newId(), caseId, CONTACT, clock));
    const { contacts } = await page(house.anna, caseId);
    expect(contacts).toMatchObject([
      { ...CONTACT, by: "ben" },
      { happenedOn: "2026-11-20", by: "anna" },
    ]);
    const ahead = { ...CONTACT, happenedOn: day("2026-11-23") };
    expect(await addContact(house.anna, newId(), caseId, ahead, clock)).toMatchObject({ failure: { code: "cases.day_ahead" } });
  });

  it("brings a removed contact back, for a day", async () => {
    const house = await family();
    const caseId = await atSupport(house);
    value(await addContact(house.anna, newId(), caseId, CONTACT, clock));
    const contactId = present((await page(house.anna, caseId)).contacts[0], "the contact").id;
    const change = (removed: boolean, at = clock) => removeContact(house.anna, newId(), caseId, { contactId, removed }, at);
    value(await change(true));
    expect(await page(house.anna, caseId)).toMatchObject({ contacts: [], removed: { contacts: [{ id: contactId }] } });
    value(await change(false));
    expect((await page(house.anna, caseId)).contacts).toHaveLength(1);
    value(await change(true));
    const later = fixedClock(new Date(Date.parse(NOW) + KEPT_AFTER_REMOVAL).toISOString());
    expect(await change(false, later)).toMatchObject({ failure: { code: "not_found" } });
    expect((await page(house.anna, caseId, later)).removed.contacts).toEqual([]);
  });

  test("R33: a file comes back byte for byte; a removed one is gone at once, and erased a day later", async () => {
    const house = await family();
    const caseId = await open(house);
    const file = await noteFile("Order 123, 14 November");
    value(await addFile(house.anna, newId(), caseId, { contactId: null, file }, clock));
    const kept = present((await page(house.ben, caseId)).files[0], "the file");
    expect(kept).toMatchObject({ name: "note.txt", mediaType: "text/plain", size: 22, sha256: file.sha256 });
    const got = present(await caseFile(house.ben, caseId, kept.id), "the content");
    expect(Buffer.from(got.content).toString()).toBe("Order 123, 14 November");

    value(await removeFile(house.anna, newId(), caseId, { fileId: kept.id, removed: true }, clock));
    expect(await caseFile(house.ben, caseId, kept.id)).toBeNull();
    value(await removeFile(house.anna, newId(), caseId, { fileId: kept.id, removed: false }, clock));
    expect(await caseFile(house.ben, caseId, kept.id)).not.toBeNull();
    value(await removeFile(house.anna, newId(), caseId, { fileId: kept.id, removed: true }, clock));
    const later = fixedClock(new Date(Date.parse(NOW) + KEPT_AFTER_REMOVAL).toISOString());
    value(await addFile(house.anna, newId(), caseId, { contactId: null, file: await noteFile("Another") }, later));
    expect(await database().caseFileContent.count({ where: { householdId: house.householdId } })).toBe(1);
  });

  it("keeps so many files and no more, and none with a contact of another case", async () => {
    const house = await family();
    const [caseId, other] = [await open(house), await atSupport(house)];
    value(await addContact(house.anna, newId(), other, CONTACT, clock));
    const contactId = present((await page(house.anna, other)).contacts[0], "the contact").id;
    const file = await noteFile("A note");
    const add = (contact: Id | null) => addFile(house.anna, newId(), caseId, { contactId: contact, file }, clock);
    expect(await add(contactId)).toMatchObject({ failure: { code: "not_found", field: "contact" } });
    for (let number = 0; number < MAX_FILES; number += 1) value(await add(null));
    expect(await add(null)).toMatchObject({ failure: { code: "cases.too_many_files" } });
  });
});

describe("third parties", () => {
  const NOTE = { name: "A card exchange", evidence: "Two friends used it; it exists since 2015.", acknowledgement: SENTENCE };

  test("R36: comes last, after the four better ways", async () => {
    const house = await family();
    const caseId = await atSupport(house);
    const note = () => noteThirdParty(house.anna, newId(), caseId, NOTE, SENTENCE);
    expect(await note()).toMatchObject({ failure: { code: "cases.options_in_order" } });
    value(await chooseOption(house.anna, newId(), caseId, { option: "support", choice: "passed" }));
    value(await note());
    expect((await page(house.ben, caseId)).thirdParties).toMatchObject([{ name: NOTE.name, evidence: NOTE.evidence, by: "anna" }]);
  });

  test("R37, R39: nothing is kept without the sentence typed, or without the evidence", async () => {
    const house = await family();
    const caseId = await passed(house, OPTIONS.slice(0, 4));
    const note = (typed: Partial<typeof NOTE>) => noteThirdParty(house.anna, newId(), caseId, { ...NOTE, ...typed }, SENTENCE);
    expect(await note({ acknowledgement: "ok" })).toMatchObject({ failure: { code: "cases.acknowledge", field: "acknowledgement" } });
    expect(await note({ evidence: "Good." })).toMatchObject({ failure: { code: "cases.evidence_short", field: "evidence" } });
    expect((await page(house.anna, caseId)).thirdParties).toEqual([]);
  });
});

describe("whose matter it is", () => {
  it("isn't there for a child, nor in what a child reads of what happened", async () => {
    const house = await family();
    const caseId = await open(house);
    value(await addFile(house.anna, newId(), caseId, { contactId: null, file: await noteFile("A note") }, clock));
    const fileId = present((await page(house.anna, caseId)).files[0], "the file").id;
    expect(await casePage(house.dana, caseId, clock)).toBeNull();
    expect(await caseList(house.dana)).toBeNull();
    expect(await casePlaces(house.dana)).toBeNull();
    expect(await pointsPage(house.dana, house.creditId)).toBeNull();
    expect(await caseFile(house.dana, caseId, fileId)).toBeNull();
    const about = async (actor: Actor) => (await historyPage(actor, undefined)).rows.filter(({ action }) => action.startsWith("case."));
    expect(await about(house.dana)).toEqual([]);
    expect(await about(house.anna)).toHaveLength(2);
  });

  it("writes no code, no name and no word of support into what happened", async () => {
    const house = await family();
    const caseId = await atSupport(house);
    value(await editFacts(house.anna, newId(), caseId, 1, FACTS, clock));
    value(await addContact(house.anna, newId(), caseId, CONTACT, clock));
    const { rows } = await historyPage(house.anna, undefined);
    const keys = rows.filter(({ action }) => action.startsWith("case.")).flatMap(({ detail }) => Object.keys(detail));
    expect(new Set(keys)).toEqual(new Set(["store"]));
  });

  const COMMANDS: Readonly<Record<string, (actor: Actor, house: Family, caseId: Id) => Promise<Result<unknown>>>> = {
    open: (actor, house) => openCase(actor, newId(), { place: { creditId: house.creditId }, about: "mistake", reason: "other", story: "" }),
    "change the facts": (actor, _, caseId) => editFacts(actor, newId(), caseId, 1, FACTS, clock),
    "decide about an option": (actor, _, caseId) => chooseOption(actor, newId(), caseId, { option: "use_yourself", choice: "chosen" }),
    "tick a document": (actor, _, caseId) => tickDocument(actor, newId(), caseId, { document: "receipt", done: true }),
    "tick a point": (actor, house) => tickPoint(actor, newId(), house.creditId, { point: "account", done: true }),
    "write down a contact": (actor, _, caseId) => addContact(actor, newId(), caseId, CONTACT, clock),
    "remove a contact": (actor, _, caseId) => removeContact(actor, newId(), caseId, { contactId: newId(), removed: true }, clock),
    "add a file": async (actor, _, caseId) => addFile(actor, newId(), caseId, { contactId: null, file: await noteFile("A note") }, clock),
    "remove a file": (actor, _, caseId) => removeFile(actor, newId(), caseId, { fileId: newId(), removed: true }, clock),
    "set a follow-up": (actor, _, caseId) => setFollowUp(actor, newId(), caseId, today, clock),
    end: (actor, _, caseId) => endCase(actor, newId(), caseId, { outcome: "denied", outcomeOn: today, note: "" }, clock),
    reopen: (actor, _, caseId) => reopenCase(actor, newId(), caseId),
    "note a third party": (actor, _, caseId) =>
      noteThirdParty(
        actor,
        newId(),
        caseId,
        { name: "X", evidence: "Nothing good at all was found.", acknowledgement: SENTENCE },
        SENTENCE,
      ),
  };

  it.each(Object.keys(COMMANDS))("%s: not a stranger, not a child", async (name) => {
    const run = present(COMMANDS[name], name);
    const [house, other] = [await family(), await family()];
    const caseId = await atSupport(house);
    expect(await run(other.anna, house, caseId)).toMatchObject({ failure: { code: "not_found" } });
    expect(await run(house.dana, house, caseId)).toMatchObject({ failure: { code: "actor.not_allowed" } });
  });

  it("isn't there for another household, whatever the address says", async () => {
    const [house, other] = [await family(), await family()];
    const caseId = await open(house);
    value(await addFile(house.anna, newId(), caseId, { contactId: null, file: await noteFile("A note") }, clock));
    const fileId = present((await page(house.anna, caseId)).files[0], "the file").id;
    expect(await casePage(other.anna, caseId, clock)).toBeNull();
    expect(await caseFile(other.anna, caseId, fileId)).toBeNull();
    expect(await caseFile(house.anna, await open(house), fileId)).toBeNull();
    expect(await casePage(house.anna, "' or 1=1", clock)).toBeNull();
    expect(await pointsPage(other.anna, house.creditId)).toBeNull();
  });
});
