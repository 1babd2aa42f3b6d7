import { describe, expect, test } from "vitest";
import { tellEntry } from "@/lib/credits/commands";
import { database } from "@/lib/db/client";
import { cents } from "@/lib/kernel/cents";
import { newId } from "@/lib/kernel/id";
import { recordOrder } from "@/lib/orders/record";
import { approvedOrder, asPlanned, ORDER_CLOCK, ORDER_DAY, type ApprovedOrder } from "@/lib/orders/testing/approved-order";
import { intendedCredits } from "./intended";

async function meantForCleo() {
  const order = await approvedOrder();
  const { householdId, giftCard, members } = order;
  await database().credit.update({ where: { householdId_id: { householdId, id: giftCard } }, data: { intendedForId: members.cleo } });
  return order;
}

async function place(order: ApprovedOrder) {
  const recorded = await recordOrder(order.ben, newId(), asPlanned(order), ORDER_CLOCK);
  if (!recorded.ok) throw new Error(recorded.failure.code);
}

describe("R18: a balance meant for another member", () => {
  test("owes them all of it before anything was bought with it", async () => {
    const { ben, giftCard } = await meantForCleo();
    expect(await intendedCredits(ben)).toMatchObject([
      { creditId: giftCard, holderName: "ben", forName: "cleo", meantCents: 12_000n, receivedCents: 0n, owedCents: 12_000n },
    ]);
  });

  test("owes them less by what they received through it; what others got of it stays owed", async () => {
    const order = await meantForCleo();
    await place(order);
    // Cleo's book of $17.99 and a third of the tabs of $21.49; the other two thirds went to Anna and Ben.
    const [intended] = await intendedCredits(order.ben, order.giftCard);
    const received = intended?.receivedCents ?? 0n;
    expect([1799n + 716n, 1799n + 717n]).toContain(received);
    expect(intended).toMatchObject({ meantCents: 12_000n, owedCents: 12_000n - received });
  });

  test("owes them what was spent elsewhere, but not what the store took away", async () => {
    const order = await meantForCleo();
    const tell = (kind: "spend" | "removal", amount: number) =>
      tellEntry(order.ben, newId(), order.giftCard, kind, { amountCents: cents(amount), occurredOn: ORDER_DAY, reason: "" });
    expect(await tell("spend", 1000)).toMatchObject({ ok: true });
    expect(await tell("removal", 500)).toMatchObject({ ok: true });
    expect(await intendedCredits(order.ben)).toMatchObject([{ meantCents: 11_500n, receivedCents: 0n, owedCents: 11_500n }]);
  });

  test("is told of in no other household, and not for a balance of one's own", async () => {
    const order = await meantForCleo();
    const { householdId, giftCard, members } = order;
    expect(await intendedCredits((await approvedOrder()).ben)).toEqual([]);
    await database().credit.update({ where: { householdId_id: { householdId, id: giftCard } }, data: { intendedForId: members.ben } });
    expect(await intendedCredits(order.ben)).toEqual([]);
  });
});
