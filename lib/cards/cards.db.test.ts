import { randomBytes } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { database } from "@/lib/db/client";
import { inHousehold } from "@/lib/db/transaction";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { fixedClock } from "@/lib/kernel/clock";
import { day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { testAccount } from "@/lib/stores/testing/account";
import { REVEALS_PER_HOUR } from "./card";
import { addCard, editCard, keepCard, markCard } from "./commands";
import type { NewCard } from "./form";
import { redeemPage } from "./queries";
import { redeemCard } from "./redeem";
import { revealCard } from "./reveal";
import { guardSchema } from "./schema";
import { reverseRedemption } from "./store";

vi.stubEnv("COMMONPURSE_ENCRYPTION_KEY", randomBytes(32).toString("base64"));

const CLOCK = fixedClock("2026-11-22T17:00:00Z");
const CODE = "AQ3F-9KLM-22XZ-1234";
const PIN = "908172";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

async function family() {
  const { householdId, actors, members } = await testHousehold({
    anna: { role: "owner" },
    ben: { role: "adult" },
    cleo: { role: "child", signsIn: false },
    dana: { role: "child" },
  });
  const [anna, ben, dana] = [present(actors.anna, "anna"), present(actors.ben, "ben"), present(actors.dana, "dana")];
  const cleo = present(members.cleo, "cleo");
  const { storeId, accountId } = await testAccount(householdId, ben.memberId);
  const { accountId: annas } = await testAccount(householdId, anna.memberId, { storeId });
  const listId = newId();
  const itemId = newId();
  await database().list.create({ data: { householdId, id: listId, name: "Weekly" } });
  await database().item.create({ data: { householdId, id: itemId, listId, name: "book", requesterId: anna.memberId, sortKey: "a0" } });
  const card = (changes: Partial<NewCard> = {}): NewCard => ({
    storeId,
    holderId: ben.memberId,
    amountCents: cents(5000),
    secret: { code: CODE, pin: PIN },
    label: "",
    expiry: "date",
    expiresOn: day("2027-11-01"),
    forMemberId: null,
    forOutside: "",
    boughtWithId: null,
    remindOn: null,
    ...changes,
  });
  return { householdId, anna, ben, dana, cleo, storeId, accountId, annas, itemId, card };
}

const cardRow = (householdId: Id, id: Id) => database().card.findUniqueOrThrow({ where: { householdId_id: { householdId, id } } });
const forItem = (id: Id) => ({ kind: "item", id }) as const;

describe("keeping a card", () => {
  test("leaves its code and PIN nowhere in the database: not in rows, receipts or activity", async () => {
    const { householdId, ben, card, accountId, itemId } = await family();
    const id = value(await addCard(ben, newId(), card()));
    value(await revealCard(ben, id, CLOCK));
    value(await redeemCard(ben, newId(), id, { accountId, guard: forItem(itemId) }, CLOCK));
    const where = { householdId };
    const everything = [
      await database().card.findMany({ where }),
      await database().commandReceipt.findMany({ where }),
      await database().activity.findMany({ where }),
      await database().credit.findMany({ where, select: { label: true, evidenceNote: true } }),
      await database().ledgerEntry.findMany({ where, select: { reason: true } }),
    ];
    const text = JSON.stringify(everything, (_, entry: unknown) => (typeof entry === "bigint" ? String(entry) : entry));
    expect(text).toContain("card.revealed");
    for (const secret of [CODE, CODE.replaceAll("-", ""), "9KLM", PIN]) expect(text).not.toContain(secret);
  });

  test("takes a code once, however it is written and whoever types it", async () => {
    const { anna, ben, card } = await family();
    const answers = await Promise.all([
      addCard(ben, newId(), card()),
      addCard(anna, newId(), card({ secret: { code: "aq3f9klm22xz1234", pin: "" } })),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: { code: "cards.known", field: "codeSecret" } });
  });

  test("is for adults; and a stranger's card isn't found", async () => {
    const [ours, theirs] = [await family(), await family()];
    expect(await addCard(ours.dana, newId(), ours.card())).toMatchObject({ failure: { code: "actor.not_allowed" } });
    const id = value(await addCard(theirs.ben, newId(), theirs.card()));
    const missing = { failure: { code: "not_found" } };
    expect(await revealCard(ours.ben, id, CLOCK)).toMatchObject(missing);
    expect(await keepCard(ours.ben, newId(), id, day("2026-12-24"), CLOCK)).toMatchObject(missing);
    expect(await redeemCard(ours.ben, newId(), id, { accountId: ours.accountId, guard: forItem(ours.itemId) }, CLOCK)).toMatchObject(
      missing,
    );
    expect(await addCard(ours.ben, newId(), ours.card({ storeId: theirs.storeId }))).toMatchObject(missing);
  });
});

describe("looking at a code", () => {
  test("is for the holder, for adults where the holder can't look, never for children; each look is written down", async () => {
    const { householdId, anna, ben, dana, cleo, card } = await family();
    const bens = value(await addCard(ben, newId(), card()));
    const cleos = value(await addCard(ben, newId(), card({ holderId: cleo, secret: { code: "OTHER-CODE-777", pin: "" } })));
    expect(value(await revealCard(ben, bens, CLOCK))).toEqual({ code: CODE, pin: PIN });
    expect(await revealCard(anna, bens, CLOCK)).toMatchObject({ failure: { code: "cards.not_yours" } });
    expect(value(await revealCard(anna, cleos, CLOCK))).toEqual({ code: "OTHER-CODE-777", pin: "" });
    expect(await revealCard(dana, cleos, CLOCK)).toMatchObject({ failure: { code: "actor.not_allowed" } });
    const looks = await database().activity.findMany({ where: { householdId, action: "card.revealed" }, orderBy: { id: "asc" } });
    expect(looks.map(({ memberId, subjectId }) => [memberId, subjectId])).toEqual([
      [ben.memberId, bens],
      [anna.memberId, cleos],
    ]);
  });

  test("ends for an hour after so many, also when they come all at once", async () => {
    const { ben, card } = await family();
    const id = value(await addCard(ben, newId(), card()));
    const now = { now: () => new Date() };
    const looks = await Promise.all(Array.from({ length: REVEALS_PER_HOUR + 3 }, () => revealCard(ben, id, now)));
    expect(looks.filter(({ ok }) => ok)).toHaveLength(REVEALS_PER_HOUR);
    expect(looks.find(({ ok }) => !ok)).toMatchObject({ failure: { code: "cards.reveal_wait" } });
    const later = { now: () => new Date(Date.now() + 3_601_000) };
    expect(await revealCard(ben, id, later)).toMatchObject({ ok: true });
  });
});

describe("redeeming", () => {
  test("R3: turns the card into a credit on the named account, with its opening entry, once", async () => {
    const { householdId, ben, cleo, card, accountId, itemId } = await family();
    const id = value(await addCard(ben, newId(), card({ forMemberId: cleo, label: "From Dora" })));
    const commandId = newId();
    const redeem = () => redeemCard(ben, commandId, id, { accountId, guard: forItem(itemId) }, CLOCK);
    const answers = await Promise.all([redeem(), redeem(), redeem()]);
    const creditId = value(present(answers[0], "an answer"));
    expect(answers.map(value)).toEqual([creditId, creditId, creditId]);
    const credits = await database().credit.findMany({ where: { householdId }, include: { ledgerEntries: true } });
    expect(credits).toMatchObject([
      {
        id: creditId,
        accountId,
        origin: "gift_card",
        label: "From Dora",
        postedCents: 5000n,
        expiry: "date",
        intendedForId: cleo,
        categories: [],
      },
    ]);
    expect(credits[0]?.ledgerEntries).toMatchObject([{ kind: "opening", amountCents: 5000n, number: 1 }]);
    expect(await cardRow(householdId, id)).toMatchObject({ status: "redeemed", creditId, accountId, redeemedById: ben.memberId });
  });

  test("R5: redeemed is the end: no command and no statement makes the card one again", async () => {
    const { householdId, ben, card, accountId, annas, itemId } = await family();
    const id = value(await addCard(ben, newId(), card()));
    value(await redeemCard(ben, newId(), id, { accountId, guard: forItem(itemId) }, CLOCK));
    const redeemed = { failure: { code: "cards.redeemed" } };
    expect(await redeemCard(ben, newId(), id, { accountId, guard: forItem(itemId) }, CLOCK)).toMatchObject(redeemed);
    for (const status of ["unredeemed", "given", "reported"] as const)
      expect(await markCard(ben, newId(), id, { status, note: "" }, CLOCK)).toMatchObject(redeemed);
    const update = (data: object) =>
      inHousehold(householdId, (tx) => tx.card.update({ where: { householdId_id: { householdId, id } }, data }));
    for (const data of [{ status: "unredeemed" }, { status: "given" }, { amountCents: 1n }, { accountId: annas }])
      await expect(update(data), Object.keys(data).join()).rejects.toThrow("card_stays_redeemed");
  });

  test("R5: only a case that the store reversed brings a card back, and takes the credit from the books", async () => {
    const { householdId, ben, card, accountId, itemId } = await family();
    const id = value(await addCard(ben, newId(), card()));
    const creditId = value(await redeemCard(ben, newId(), id, { accountId, guard: forItem(itemId) }, CLOCK));
    const caseOf = async (outcome: string) => {
      const caseId = newId();
      const outcomeOn = new Date("2026-11-22T00:00:00Z");
      await database().supportCase.create({
        data: {
          householdId,
          id: caseId,
          accountId,
          creditId,
          about: "mistake",
          reason: "wrong_account",
          outcome,
          outcomeOn,
          openedById: ben.memberId,
        },
      });
      return caseId;
    };
    const reverse = (caseId: Id) =>
      inHousehold(householdId, (tx) => reverseRedemption(tx, ben, { cardId: id, caseId, on: day("2026-11-22") }));
    await expect(reverse(newId())).rejects.toThrow();
    await expect(reverse(await caseOf("denied"))).rejects.toThrow("card_stays_redeemed");
    const reversed = await caseOf("reversed");
    await reverse(reversed);
    expect(await cardRow(householdId, id)).toMatchObject({ status: "unredeemed", reversedByCaseId: reversed });
    expect(await database().credit.findUnique({ where: { householdId_id: { householdId, id: creditId } } })).toMatchObject({
      postedCents: 0n,
    });
    const again = value(await redeemCard(ben, newId(), id, { accountId, guard: forItem(itemId) }, CLOCK));
    expect(again).not.toBe(creditId);
    await expect(reverse(reversed), "one case reverses one redemption").rejects.toThrow();
  });

  test("R7: skipping the guard needs a reason, which is kept; without it the database says no", async () => {
    const { householdId, ben, card, accountId } = await family();
    const id = value(await addCard(ben, newId(), card()));
    const skip = (reason: string) => redeemCard(ben, newId(), id, { accountId, guard: { kind: "skipped", reason } }, CLOCK);
    await expect(skip("")).rejects.toThrow();
    value(await skip("The store asked for it at the till"));
    expect(await cardRow(householdId, id)).toMatchObject({ guardSkipped: "The store asked for it at the till", confirmedName: "ben" });
  });

  test("R8: shows the members' accounts at its store side by side, and none is taken before it was chosen", async () => {
    const { householdId, ben, card, accountId, annas } = await family();
    const id = value(await addCard(ben, newId(), card()));
    const { storeId } = card();
    const work = newId();
    await database().storeAccount.create({ data: { householdId, id: work, storeId, memberId: ben.memberId, kind: "work" } });
    await testAccount(householdId, ben.memberId);
    await testAccount(householdId, ben.memberId, { storeId, status: "suspended" });
    const page = present(await redeemPage(ben, id), "the page");
    expect(
      page.accounts
        .slice(0, 2)
        .map((account) => `${account.memberName}, ${account.kind}`)
        .sort(),
    ).toEqual(["ben, personal", "ben, work"]);
    expect(page.accounts.map((account) => account.id).sort()).toEqual([accountId, annas, work].sort());
    const guard = guardSchema.safeParse({ purpose: "skip" });
    expect(guard.error?.issues.map(({ path }) => path[0])).toContain("account");
  });

  test("R8: is possible on an active account of the card's own store only", async () => {
    const { householdId, ben, card, itemId } = await family();
    const id = value(await addCard(ben, newId(), card()));
    const elsewhere = await testAccount(householdId, ben.memberId);
    const suspended = await testAccount(householdId, ben.memberId, { storeId: card().storeId, status: "suspended" });
    const on = (accountId: Id) => redeemCard(ben, newId(), id, { accountId, guard: forItem(itemId) }, CLOCK);
    expect(await on(elsewhere.accountId)).toMatchObject({ failure: { code: "cards.other_store", field: "account" } });
    expect(await on(suspended.accountId)).toMatchObject({ failure: { code: "cards.account_not_active" } });
    expect(await on(newId())).toMatchObject({ failure: { code: "not_found" } });
  });

  test("R9: wants something there to buy; for nothing yet the card stays unredeemed, with a day to be reminded", async () => {
    const { householdId, ben, card, accountId } = await family();
    const id = value(await addCard(ben, newId(), card()));
    for (const kind of ["item", "plan"] as const)
      expect(await redeemCard(ben, newId(), id, { accountId, guard: { kind, id: newId() } }, CLOCK)).toMatchObject({
        failure: { code: "not_found", field: "purpose" },
      });
    expect(await keepCard(ben, newId(), id, day("2026-11-22"), CLOCK)).toMatchObject({ failure: { code: "cards.remind_ahead" } });
    value(await keepCard(ben, newId(), id, day("2026-12-24"), CLOCK));
    expect(await cardRow(householdId, id)).toMatchObject({ status: "unredeemed", remindOn: new Date("2026-12-24T00:00:00Z") });
  });

  test("isn't possible after the last day, nor for a card that was given away; that one can come back", async () => {
    const { ben, card, accountId, itemId } = await family();
    const id = value(await addCard(ben, newId(), card()));
    const redeem = (clock = CLOCK) => redeemCard(ben, newId(), id, { accountId, guard: forItem(itemId) }, clock);
    expect(await redeem(fixedClock("2027-11-02T17:00:00Z"))).toMatchObject({ failure: { code: "cards.expired" } });
    value(await markCard(ben, newId(), id, { status: "given", note: "To Dora" }, CLOCK));
    expect(await redeem()).toMatchObject({ failure: { code: "cards.not_waiting" } });
    value(await markCard(ben, newId(), id, { status: "unredeemed", note: "" }, CLOCK));
    expect(await redeem()).toMatchObject({ ok: true });
  });
});

test("the second of two who change a card at the same time is told", async () => {
  const { anna, ben, card } = await family();
  const id = value(await addCard(ben, newId(), card()));
  const { storeId: _, holderId: __, amountCents: ___, secret: ____, remindOn: _____, ...facts } = card();
  const answers = await Promise.all([
    editCard(ben, newId(), id, 1, { ...facts, label: "One" }),
    editCard(anna, newId(), id, 1, { ...facts, label: "Two" }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: { code: "conflict" } });
});
