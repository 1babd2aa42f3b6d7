import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { inHousehold } from "@/lib/db/transaction";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/result";
import { runCommand } from "@/lib/outbox/command";
import { testAccount } from "@/lib/stores/testing/account";
import { endHolds, lockCredits, placeHold, postEntry } from "./store";
import { testCredit, testOrder } from "./testing/credit";

type Setting = { readonly ben: Actor; readonly householdId: Id; readonly accountId: Id; readonly creditId: Id; readonly orderId: Id };

async function benWith(amount: bigint): Promise<Setting> {
  const { householdId, actors } = await testHousehold();
  const ben = present(actors.ben, "ben");
  const { accountId } = await testAccount(householdId, ben.memberId);
  const creditId = await testCredit(householdId, ben.memberId, accountId, amount);
  const { orderId } = await testOrder(householdId, ben.memberId, accountId);
  return { ben, householdId, accountId, creditId, orderId };
}

async function balanceOf({ householdId, creditId }: Setting) {
  const { postedCents, heldCents, closedAt } = await database().credit.findUniqueOrThrow({
    where: { householdId_id: { householdId, id: creditId } },
  });
  return { posted: postedCents, held: heldCents, closed: closedAt !== null };
}

const hold = (setting: Setting, amount: number, orderId = setting.orderId) =>
  runCommand(setting.ben, { id: newId(), name: "test.hold" }, (tx) =>
    placeHold(tx, setting.ben, { creditId: setting.creditId, orderId, cents: cents(amount) }),
  );

const post = (
  setting: Setting,
  kind: Parameters<typeof postEntry>[2]["kind"],
  amount: number,
  more: { reversesId?: Id; orderId?: Id } = {},
) =>
  runCommand(setting.ben, { id: newId(), name: "test.post" }, (tx) =>
    postEntry(tx, setting.ben, {
      creditId: setting.creditId,
      kind,
      amountCents: cents(amount),
      reason: "as tested",
      occurredOn: day("2026-11-22"),
      ...more,
    }),
  );

describe("postEntry", () => {
  it("moves the balance and writes a numbered entry with the balance after it", async () => {
    const setting = await benWith(12_000n);
    await post(setting, "spend", -4_550);
    await post(setting, "top_up", 50);
    expect(await balanceOf(setting)).toEqual({ posted: 7_500n, held: 0n, closed: false });
    const entries = await database().ledgerEntry.findMany({ where: { creditId: setting.creditId }, orderBy: { number: "asc" } });
    expect(entries.map(({ number, kind, amountCents, postedAfterCents }) => [number, kind, amountCents, postedAfterCents])).toEqual([
      [1, "opening", 12_000n, 12_000n],
      [2, "spend", -4_550n, 7_450n],
      [3, "top_up", 50n, 7_500n],
    ]);
  });

  it("R74: closes the credit at nothing and opens it again when money comes back", async () => {
    const setting = await benWith(500n);
    await post(setting, "spend", -500);
    expect(await balanceOf(setting)).toEqual({ posted: 0n, held: 0n, closed: true });
    await post(setting, "refund", 100);
    expect(await balanceOf(setting)).toEqual({ posted: 100n, held: 0n, closed: false });
  });

  it("refuses to take what is set aside, and says how much is free", async () => {
    const setting = await benWith(500n);
    await hold(setting, 300);
    expect(await post(setting, "spend", -201)).toMatchObject({
      failure: { code: "credits.not_enough", values: { availableCents: 200, wantedCents: 201, label: "Gift card" } },
    });
    expect(await balanceOf(setting)).toEqual({ posted: 500n, held: 300n, closed: false });
  });

  it("writes every one of twenty entries posted at the same moment, without a gap", async () => {
    const setting = await benWith(10_000n);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(setting, "spend", -100)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await balanceOf(setting)).toMatchObject({ posted: 8_000n });
    expect(await database().ledgerEntry.count({ where: { creditId: setting.creditId, number: { lte: 21 } } })).toBe(21);
  });

  it("doesn't know a credit of another household", async () => {
    const [ours, theirs] = [await benWith(500n), await benWith(500n)];
    expect(await post({ ...ours, creditId: theirs.creditId }, "spend", -1)).toMatchObject({ failure: { code: "not_found" } });
    expect(await balanceOf(theirs)).toMatchObject({ posted: 500n });
  });
});

describe("placeHold", () => {
  it("lets exactly one of two at the same moment have the money", async () => {
    for (let round = 0; round < 5; round += 1) {
      const setting = await benWith(1_000n);
      const second = await testOrder(setting.householdId, setting.ben.memberId, setting.accountId);
      const answers = await Promise.all([hold(setting, 700), hold(setting, 700, second.orderId)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)).toMatchObject({
        failure: { code: "credits.not_enough", values: { availableCents: 300, wantedCents: 700 } },
      });
      expect(await balanceOf(setting)).toMatchObject({ posted: 1_000n, held: 700n });
    }
  });

  it("R100: sets nothing aside on an account that is suspended", async () => {
    const setting = await benWith(1_000n);
    await database().storeAccount.update({
      where: { householdId_id: { householdId: setting.householdId, id: setting.accountId } },
      data: { status: "suspended" },
    });
    expect(await hold(setting, 1)).toMatchObject({ failure: { code: "credits.account_suspended" } });
  });
});

describe("endHolds", () => {
  const end = (setting: Setting, status: "released" | "spent", creditId?: Id) =>
    inHousehold(setting.householdId, (tx) => endHolds(tx, setting.ben, { orderId: setting.orderId, creditId }, status));

  it("gives released money back, once", async () => {
    const setting = await benWith(1_000n);
    await hold(setting, 400);
    await hold(setting, 100);
    expect(await end(setting, "released")).toEqual([{ creditId: setting.creditId, cents: 500n }]);
    expect(await end(setting, "released")).toEqual([]);
    expect(await balanceOf(setting)).toMatchObject({ posted: 1_000n, held: 0n });
  });

  it("makes way for the spending of the whole hold", async () => {
    const setting = await benWith(1_000n);
    await hold(setting, 1_000);
    await end(setting, "spent", setting.creditId);
    expect(await post(setting, "spend", -1_000, { orderId: setting.orderId })).toMatchObject({ ok: true });
    expect(await balanceOf(setting)).toEqual({ posted: 0n, held: 0n, closed: true });
  });

  it("ends a hold once when two do it at the same moment", async () => {
    const setting = await benWith(1_000n);
    await hold(setting, 400);
    const ended = await Promise.all([end(setting, "released"), end(setting, "spent")]);
    expect(ended.flat()).toHaveLength(1);
    expect(await balanceOf(setting)).toMatchObject({ held: 0n });
  });
});

describe("lockCredits", () => {
  it("answers with what the credit is, whoever holds it", async () => {
    const setting = await benWith(1_000n);
    const locked = await inHousehold(setting.householdId, (tx) => lockCredits(tx, setting.householdId, [setting.creditId, newId()]));
    expect([...locked.keys()]).toEqual([setting.creditId]);
    expect(locked.get(setting.creditId)).toMatchObject({
      holderId: setting.ben.memberId,
      availableCents: 1_000n,
      availableFrom: "2026-11-01",
      expiresOn: null,
      categories: null,
      accountStatus: "active",
    });
  });
});

describe("the database, past the application's code", () => {
  const as = (setting: Setting, statement: string) => inHousehold(setting.householdId, (tx) => tx.$executeRawUnsafe(statement));

  it.each([
    [
      "changing an entry",
      (s: Setting) => `update ledger_entry set amount_cents = 1 where credit_id = '${s.creditId}'`,
      /permission denied/,
    ],
    ["deleting an entry", (s: Setting) => `delete from ledger_entry where credit_id = '${s.creditId}'`, /permission denied/],
    ["deleting a credit", (s: Setting) => `delete from credit where id = '${s.creditId}'`, /permission denied/],
    ["a balance below nothing", (s: Setting) => `update credit set posted_cents = -1 where id = '${s.creditId}'`, /check/],
    [
      "more held than there is",
      (s: Setting) => `update credit set held_cents = 1001 where id = '${s.creditId}'`,
      /credit_held_within_posted/,
    ],
    ["a balance without an entry", (s: Setting) => `update credit set posted_cents = 999 where id = '${s.creditId}'`, /does not agree/],
    ["held money without a hold", (s: Setting) => `update credit set held_cents = 1 where id = '${s.creditId}'`, /does not agree/],
    [
      "an entry that leaves the balance as it was",
      (s: Setting) =>
        `insert into ledger_entry (household_id, id, credit_id, kind, amount_cents, posted_after_cents, number, occurred_on, member_id)
         values ('${s.householdId}', '${newId()}', '${s.creditId}', 'top_up', 1, 1001, 2, '2026-11-22', '${s.ben.memberId}')`,
      /does not agree/,
    ],
  ])("refuses %s", async (_, statement, reason) => {
    const setting = await benWith(1_000n);
    await expect(as(setting, statement(setting))).rejects.toThrow(reason);
    expect(await balanceOf(setting)).toEqual({ posted: 1_000n, held: 0n, closed: false });
  });

  it("refuses the owner of the tables too: entries are history", async () => {
    const setting = await benWith(1_000n);
    for (const statement of ["update ledger_entry set reason = 'changed'", "delete from ledger_entry"]) {
      await expect(database().$executeRawUnsafe(`${statement} where credit_id = '${setting.creditId}'`)).rejects.toThrow(/never changed/);
    }
  });

  it("shows another household's credits and entries to nobody", async () => {
    const [ours, theirs] = [await benWith(1_000n), await benWith(1_000n)];
    await inHousehold(ours.householdId, async (tx) => {
      expect(await tx.credit.count({ where: { id: theirs.creditId } })).toBe(0);
      expect(await tx.ledgerEntry.count({ where: { creditId: theirs.creditId } })).toBe(0);
    });
  });

  it("refuses the same entry to be taken back twice", async () => {
    const setting = await benWith(1_000n);
    const spend = await post(setting, "spend", -100);
    if (!spend.ok) throw new Refusal(spend.failure.code);
    await post(setting, "reversal", 100, { reversesId: spend.value });
    await expect(post(setting, "reversal", 100, { reversesId: spend.value })).rejects.toThrow(/reverses_id/);
    expect(await balanceOf(setting)).toMatchObject({ posted: 1_000n });
  });
});
