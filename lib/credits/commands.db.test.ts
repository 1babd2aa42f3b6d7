import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { fixedClock } from "@/lib/kernel/clock";
import { day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { bookProblem } from "@/lib/ledger/running";
import { changeAccount } from "@/lib/stores/commands";
import { testAccount } from "@/lib/stores/testing/account";
import { correctBalance, editTerms, recordCredit, reverseEntry, spendAll, tellEntry, writeOff } from "./commands";
import type { NewCredit } from "./form";
import { creditPage } from "./ledger-page";
import { balancesPage } from "./queries";
import { placeHold } from "./store";
import { testOrder } from "./testing/credit";
import { runCommand } from "@/lib/outbox/command";
import type { Terms } from "./terms";

const today = day("2026-11-22");
const clock = fixedClock("2026-11-22T15:00:00Z");

const TERMS: Terms = {
  origin: "gift_card",
  label: "Birthday card",
  availableFrom: today,
  expiry: "never",
  expiresOn: null,
  categories: null,
  excludedCategories: [],
  giftCards: "unclear",
  minimumOrderCents: cents(0),
  coversShipping: true,
  evidenceOrder: "",
  evidenceOn: null,
  evidenceNote: "",
  intendedForId: null,
};

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

async function family(settings: Partial<Actor["household"]> = {}) {
  const household = await testHousehold(
    { anna: { role: "owner" }, ben: { role: "adult" }, cleo: { role: "child", signsIn: false }, dana: { role: "child" } },
    settings,
  );
  const [anna, ben, dana] = [
    present(household.actors.anna, "anna"),
    present(household.actors.ben, "ben"),
    present(household.actors.dana, "dana"),
  ];
  const { storeId, accountId } = await testAccount(household.householdId, ben.memberId);
  return { ...household, anna, ben, dana, storeId, accountId };
}

const credit = (accountId: Id, amount: number, terms: Partial<Terms> = {}): NewCredit => ({
  place: { accountId },
  amountCents: cents(amount),
  seenOn: today,
  terms: { ...TERMS, ...terms },
});
const free = (amount: number) => ({ seenCents: cents(amount), reason: "" });
const told = (amount: number, reason = "as told") => ({ amountCents: cents(amount), occurredOn: today, reason });

async function books(creditId: Id) {
  const entries = await database().ledgerEntry.findMany({ where: { creditId }, orderBy: { number: "asc" } });
  const { postedCents, closedAt } = await database().credit.findFirstOrThrow({ where: { id: creditId } });
  expect(
    bookProblem(
      entries.map((entry) => ({
        number: entry.number,
        kind: entry.kind as "spend",
        amountCents: cents(entry.amountCents),
        postedAfterCents: cents(entry.postedAfterCents),
      })),
    ),
  ).toBeNull();
  return { posted: postedCents, closed: closedAt !== null, kinds: entries.map(({ kind, amountCents }) => `${kind} ${amountCents}`) };
}

describe("recordCredit", () => {
  it("opens the books with what was seen, once however often it is sent", async () => {
    const { ben, accountId } = await family();
    const commandId = newId();
    const ids = await Promise.all(
      [1, 2, 3].map(() => recordCredit(ben, commandId, credit(accountId, 12_000, { categories: ["grocery"] }))),
    );
    expect(new Set(ids.map(value)).size).toBe(1);
    const id = value(present(ids[0], "the first answer"));
    expect(await books(id)).toEqual({ posted: 12_000n, closed: false, kinds: ["opening 12000"] });
    const page = present(await creditPage(ben, id, null), "the page");
    expect(page).toMatchObject({
      credit: { categories: ["grocery"], freeCents: 12_000n, holderName: "ben" },
      seen: { on: today, cents: 12_000n },
      mayKeep: true,
      older: null,
    });
  });

  it("opens an account with it where there was none", async () => {
    const { anna, storeId, members } = await family();
    const cleo = present(members.cleo, "cleo");
    const id = value(await recordCredit(anna, newId(), { ...credit(storeId, 500), place: { storeId, memberId: cleo } }));
    expect((await creditPage(anna, id, null))?.credit).toMatchObject({ holderId: cleo, categories: null, accountKind: "personal" });
  });

  it("isn't for other households, for closed accounts, or for children who may not see balances", async () => {
    const [ours, theirs] = [await family(), await family()];
    expect(await recordCredit(ours.ben, newId(), credit(theirs.accountId, 500))).toMatchObject({ failure: { code: "not_found" } });
    expect(await recordCredit(ours.ben, newId(), credit(ours.accountId, 500, { intendedForId: theirs.ben.memberId }))).toMatchObject({
      failure: { code: "not_found", field: "intendedFor" },
    });
    expect(
      await recordCredit(ours.dana, newId(), {
        ...credit(ours.storeId, 500),
        place: { storeId: ours.storeId, memberId: ours.dana.memberId },
      }),
    ).toMatchObject({ failure: { code: "not_found" } });
    await changeAccount(ours.ben, newId(), ours.accountId, { kind: "personal", label: "", status: "closed" });
    expect(await recordCredit(ours.ben, newId(), credit(ours.accountId, 500))).toMatchObject({
      failure: { code: "credits.account_closed", field: "place" },
    });
    expect(await database().credit.count({ where: { householdId: { in: [ours.householdId, theirs.householdId] } } })).toBe(0);
  });

  it("refuses terms that the form would refuse", async () => {
    const { ben, accountId } = await family();
    expect(await recordCredit(ben, newId(), credit(accountId, 500, { origin: "promotion" }))).toMatchObject({
      failure: { code: "credits.promotion_never", field: "expiry" },
    });
  });
});

describe("entries told by hand", () => {
  it("spend, top up, remove, correct: each a further entry, and the books add up", async () => {
    const { ben, accountId } = await family();
    const id = value(await recordCredit(ben, newId(), credit(accountId, 10_000)));
    value(await tellEntry(ben, newId(), id, "spend", told(3_450)));
    value(await tellEntry(ben, newId(), id, "top_up", told(500)));
    value(await tellEntry(ben, newId(), id, "removal", told(50)));
    value(await correctBalance(ben, newId(), id, told(6_900)));
    expect(await books(id)).toEqual({
      posted: 6_900n,
      closed: false,
      kinds: ["opening 10000", "spend -3450", "top_up 500", "removal -50", "correction -100"],
    });
    expect((await creditPage(ben, id, null))?.seen).toEqual({ on: today, cents: 6_900n });
  });

  it("book a double submit once", async () => {
    const { ben, accountId } = await family();
    const id = value(await recordCredit(ben, newId(), credit(accountId, 1_000)));
    const commandId = newId();
    await Promise.all([1, 2, 3, 4].map(() => tellEntry(ben, commandId, id, "spend", told(400))));
    expect(await books(id)).toMatchObject({ posted: 600n, kinds: ["opening 1000", "spend -400"] });
  });

  it("never take more than is free, and leave what is held", async () => {
    const { ben, accountId, householdId } = await family();
    const id = value(await recordCredit(ben, newId(), credit(accountId, 1_000)));
    const { orderId } = await testOrder(householdId, ben.memberId, accountId);
    value(
      await runCommand(ben, { id: newId(), name: "test.hold" }, (tx) => placeHold(tx, ben, { creditId: id, orderId, cents: cents(700) })),
    );
    expect(await tellEntry(ben, newId(), id, "spend", told(301))).toMatchObject({
      failure: { code: "credits.not_enough", field: "amount", values: { availableCents: 300, currency: "USD" } },
    });
    expect(await correctBalance(ben, newId(), id, told(699))).toMatchObject({
      failure: { code: "credits.held_for_plans", values: { heldCents: 700 } },
    });
    expect(await spendAll(ben, newId(), id, free(1_000), clock)).toMatchObject({ failure: { code: "conflict" } });
    value(await spendAll(ben, newId(), id, free(300), clock));
    expect(await books(id)).toMatchObject({ posted: 700n, closed: false });
    expect(await spendAll(ben, newId(), id, free(300), clock)).toMatchObject({ failure: { code: "credits.nothing_free" } });
    expect((await creditPage(ben, id, null))?.holds).toMatchObject([{ cents: 700n, planName: "A plan", orderId }]);
  });

  it("R4: a balance that the store takes by itself says so, and all of it spent outside a plan is one tap", async () => {
    const { ben, accountId, storeId, householdId } = await family();
    const id = value(await recordCredit(ben, newId(), credit(accountId, 1_000)));
    const says = async () => (await creditPage(ben, id, null))?.credit.storeAppliesBalanceFirst;
    expect(await says()).toBe(false);
    await database().store.update({ where: { householdId_id: { householdId, id: storeId } }, data: { appliesBalanceFirst: true } });
    expect(await says()).toBe(true);
    value(await spendAll(ben, newId(), id, free(1_000), clock));
    expect(await books(id)).toEqual({ posted: 0n, closed: true, kinds: ["opening 1000", "spend -1000"] });
  });

  it("note a look at the store that finds the balance as it is, without an entry", async () => {
    const { ben, accountId } = await family();
    const id = value(await recordCredit(ben, newId(), { ...credit(accountId, 1_000), seenOn: day("2026-10-01") }));
    value(await correctBalance(ben, newId(), id, told(1_000)));
    expect(await books(id)).toMatchObject({ kinds: ["opening 1000"] });
    expect((await creditPage(ben, id, null))?.seen).toEqual({ on: today, cents: 1_000n });
  });
});

describe("writing off and taking back", () => {
  it("writes off only what has expired, and shows it as lost", async () => {
    const { ben, accountId } = await family();
    const id = value(await recordCredit(ben, newId(), credit(accountId, 850, { expiry: "date", expiresOn: today })));
    expect(await writeOff(ben, newId(), id, free(850), clock)).toMatchObject({ failure: { code: "credits.not_lost_yet" } });
    value(await writeOff(ben, newId(), id, free(850), fixedClock("2026-11-23T15:00:00Z")));
    expect(await books(id)).toEqual({ posted: 0n, closed: true, kinds: ["opening 850", "write_off -850"] });
    const other = value(await recordCredit(ben, newId(), credit(accountId, 500)));
    value(await tellEntry(ben, newId(), other, "spend", told(120)));
    expect((await balancesPage(ben, today))?.year).toEqual({ year: 2026, usedCents: 120n, lostCents: 850n });
  });

  it("takes a mistake back once, by a further entry", async () => {
    const { ben, accountId } = await family();
    const id = value(await recordCredit(ben, newId(), credit(accountId, 1_000)));
    value(await tellEntry(ben, newId(), id, "spend", told(400)));
    const spend = present((await creditPage(ben, id, null))?.entries[0], "the spend");
    const answers = await Promise.all([
      reverseEntry(ben, newId(), spend.id, "wrong balance", clock),
      reverseEntry(ben, newId(), spend.id, "wrong balance", clock),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: { code: "credits.taken_back_already" } });
    expect(await books(id)).toMatchObject({ posted: 1_000n, kinds: ["opening 1000", "spend -400", "reversal 400"] });
    const [reversal, first] = present(await creditPage(ben, id, null), "the page").entries;
    expect(reversal).toMatchObject({ kind: "reversal", reversesNumber: 2, reversible: false, reason: "wrong balance" });
    expect(first).toMatchObject({ takenBack: true, reversible: false });
    expect(await reverseEntry(ben, newId(), present(reversal, "the reversal").id, "x", clock)).toMatchObject({
      failure: { code: "credits.not_taken_back_here" },
    });
    expect((await balancesPage(ben, today))?.year.usedCents).toBe(0n);
  });

  it("takes a balance recorded by mistake out of the books by closing it", async () => {
    const { ben, accountId } = await family();
    const id = value(await recordCredit(ben, newId(), credit(accountId, 1_000)));
    const opening = present((await creditPage(ben, id, null))?.entries[0], "the opening");
    value(await reverseEntry(ben, newId(), opening.id, "not ours", clock));
    expect(await books(id)).toMatchObject({ posted: 0n, closed: true });
  });
});

describe("terms", () => {
  it("change under their version; the second of two is told", async () => {
    const { anna, ben, accountId } = await family();
    const id = value(await recordCredit(ben, newId(), credit(accountId, 1_000, { categories: ["grocery"] })));
    value(await editTerms(anna, newId(), id, 1, { ...TERMS, label: "Refund for Order #123", origin: "refund", categories: null }));
    expect(await editTerms(ben, newId(), id, 1, TERMS)).toMatchObject({ failure: { code: "conflict" } });
    expect((await creditPage(ben, id, null))?.credit).toMatchObject({
      label: "Refund for Order #123",
      origin: "refund",
      categories: null,
      version: 2,
      postedCents: 1_000n,
    });
  });
});

describe("who sees balances", () => {
  it("a child only where the household allows it, and then keeps only their own", async () => {
    const closed = await family();
    const id = value(await recordCredit(closed.ben, newId(), credit(closed.accountId, 1_000)));
    expect(await balancesPage(closed.dana, today)).toBeNull();
    expect(await creditPage(closed.dana, id, null)).toBeNull();

    const open = await family({ childrenSeeBalances: true });
    const seen = value(await recordCredit(open.ben, newId(), credit(open.accountId, 1_000)));
    expect((await creditPage(open.dana, seen, null))?.mayKeep).toBe(false);
    expect(await tellEntry(open.dana, newId(), seen, "spend", told(1))).toMatchObject({ failure: { code: "not_found" } });
    const own = await recordCredit(open.dana, newId(), {
      ...credit(open.storeId, 300),
      place: { storeId: open.storeId, memberId: open.dana.memberId },
    });
    expect(own.ok).toBe(true);
  });

  it("nobody of another household", async () => {
    const [ours, theirs] = [await family(), await family()];
    const id = value(await recordCredit(theirs.ben, newId(), credit(theirs.accountId, 1_000)));
    expect(await creditPage(ours.anna, id, null)).toBeNull();
    expect(await tellEntry(ours.anna, newId(), id, "spend", told(1))).toMatchObject({ failure: { code: "not_found" } });
    expect((await balancesPage(ours.anna, today))?.credits).toEqual([]);
  });
});
