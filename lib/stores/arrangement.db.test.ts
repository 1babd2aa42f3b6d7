import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { fixedClock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/id";
import type { ArrangementForm } from "./arrangement";
import { arrange, endSharedPayment, sharePayment } from "./arrangement-commands";
import { arrangements } from "./arrangement-queries";
import { testAccount } from "./testing/account";

const CLOCK = fixedClock("2026-11-22T17:00:00Z");

async function home() {
  const { householdId, actors, members } = await testHousehold({
    anna: { role: "owner" },
    ben: { role: "adult" },
    dana: { role: "child" },
  });
  const ben = present(actors.ben, "ben");
  const { storeId, accountId } = await testAccount(householdId, ben.memberId);
  const say = (form: Partial<ArrangementForm>, actor = ben) =>
    arrange(actor, newId(), accountId, { status: "not_set", sharesPayments: false, hasTerms: false, note: "", ...form }, CLOCK);
  const seen = async () => present((await arrangements(ben, storeId))[0], "the arrangement");
  return {
    householdId,
    anna: present(actors.anna, "anna"),
    ben,
    dana: present(actors.dana, "dana"),
    members,
    accountId,
    storeId,
    say,
    seen,
  };
}

test("R19: the store's household feature is not set, in progress or set", async () => {
  const { say, seen } = await home();
  expect(await seen()).toMatchObject({ status: "not_set" });
  expect(await say({ status: "in_progress", note: "Anna has the invitation" })).toMatchObject({ ok: true });
  expect(await seen()).toMatchObject({ status: "in_progress", note: "Anna has the invitation" });
  expect(await say({ status: "set", sharesPayments: true, hasTerms: true })).toMatchObject({ ok: true });
  expect(await seen()).toMatchObject({ status: "set" });
});

test("R20: it can't be set before somebody said yes to both consequences; the database keeps to that, too", async () => {
  const { householdId, accountId, say, seen, ben } = await home();
  expect(await say({ status: "set" })).toMatchObject({ failure: { code: "stores.consent", field: "sharesPayments" } });
  expect(await say({ status: "set", sharesPayments: true })).toMatchObject({ failure: { code: "stores.consent", field: "hasTerms" } });
  expect(await seen()).toMatchObject({ status: "not_set", consentedAt: null });
  const straight = database().storeArrangement.create({ data: { householdId, id: newId(), accountId, status: "set" } });
  await expect(straight).rejects.toThrow("store_arrangement_set_needs_consent");
  expect(await say({ status: "set", sharesPayments: true, hasTerms: true })).toMatchObject({ ok: true });
  expect(await seen()).toMatchObject({ consentedAt: CLOCK.now(), consentedByName: ben.name });
  // The yes holds as long as something is set up; after "not set" it is asked for again.
  expect(await say({ status: "in_progress" })).toMatchObject({ ok: true });
  expect(await say({ status: "set" })).toMatchObject({ ok: true });
  expect(await say({ status: "not_set" })).toMatchObject({ ok: true });
  expect(await say({ status: "set" })).toMatchObject({ failure: { code: "stores.consent" } });
});

test("R22: who may use which payment method is recorded on the store account, until it ends", async () => {
  const { accountId, ben, anna, seen } = await home();
  expect(await sharePayment(ben, newId(), accountId, { member: anna.memberId, method: "the household Visa" })).toMatchObject({ ok: true });
  const { shared } = await seen();
  expect(shared).toMatchObject([{ memberName: "anna", method: "the household Visa" }]);
  const id = present(shared[0], "what is shared").id;
  expect(await endSharedPayment(anna, newId(), id, CLOCK)).toMatchObject({ ok: true });
  expect(await endSharedPayment(anna, newId(), id, CLOCK)).toMatchObject({ ok: true });
  expect((await seen()).shared).toEqual([]);
});

test("arrangements are for adults of the household alone", async () => {
  const { accountId, storeId, dana, ben, say, members } = await home();
  const stranger = (await home()).ben;
  expect(await say({}, dana)).toMatchObject({ failure: { code: "actor.not_allowed" } });
  expect(await say({}, stranger)).toMatchObject({ failure: { code: "not_found" } });
  const share = { member: present(members.anna, "anna"), method: "Visa" };
  expect(await sharePayment(stranger, newId(), accountId, share)).toMatchObject({ failure: { code: "not_found" } });
  expect(await sharePayment(ben, newId(), accountId, { ...share, member: stranger.memberId })).toMatchObject({
    failure: { field: "member" },
  });
  expect(await arrangements(stranger, storeId)).toEqual([]);
  expect(await arrangements(dana, storeId)).toEqual([]);
});
