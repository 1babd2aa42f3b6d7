import { today, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { toNumber, type Cents } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { dateFromDay, type Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { present } from "@/lib/kernel/assert";
import { Refusal } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import type { PlanResult } from "@/lib/planner/contract";
import { lineFor } from "./assemble";
import { settleDraft, totalsOf, type Draft } from "./draft";
import { explainAgain } from "./explain";
import { mayDecideFor } from "./holders";
import { loadWorld } from "./load-world";
import { buildRequest, HORIZON_DAYS, usableAccounts } from "./request";
import { writeDraft } from "./store";
import type { World } from "./world";

/** What a gift buys, and with which credit. */
export type GiftBuy = {
  readonly title: string;
  readonly category: "gift_card" | "other";
  readonly amountCents: Cents;
  readonly creditId: Id;
  /** Nothing is sent, so nothing is charged for sending it. */
  readonly digital: boolean;
  /** From whom the plan is kept, and until when; null: from nobody. */
  readonly hidden: { readonly fromId: Id; readonly until: Day } | null;
};

/**
 * A plan of kind gift (R24): one line on a list of its own, ordered today from the account of the credit and paid by it. From here on it
 * is a plan like any other: proposed, approved by the holder, held, ordered. Its share goes to the giver, as a gift, so the books never
 * name the recipient.
 */
export async function writeGiftPlan(tx: Tx, actor: Actor, buy: GiftBuy, clock: Clock): Promise<Id> {
  const { householdId } = actor;
  const now = today(actor, clock);
  const credit = await tx.credit.findUnique({
    where: { householdId_id: { householdId, id: buy.creditId } },
    select: { accountId: true, account: { select: { storeId: true } } },
  });
  if (!credit) throw new Refusal("not_found", { field: "credit" });
  const [planId, listId, itemId] = [newId(), newId(), newId()];
  await tx.list.create({ data: { householdId, id: listId, name: buy.title, archivedAt: clock.now(), purpose: "gift" } });
  await tx.item.create({
    data: {
      householdId,
      id: itemId,
      listId,
      name: buy.title,
      priceCents: buy.amountCents,
      category: buy.category,
      requesterId: actor.memberId,
      sortKey: "a0",
    },
  });
  await tx.itemOffer.create({ data: { householdId, itemId, storeId: credit.account.storeId, unitPriceCents: buy.amountCents } });

  const world = await loadWorld(tx, actor, now, { listIds: [listId], itemIds: [], creditIds: [buy.creditId], planId: null });
  const account = usableAccounts(world).find(({ id }) => id === credit.accountId);
  if (!account) throw new Refusal("plans.account_not_usable", { field: "credit" });
  if (buy.hidden && mayDecideFor(world, buy.hidden.fromId, account.memberId)) throw new Refusal("gifts.decides", { field: "hidden" });
  const draft = draftFor(world, { ...buy, accountId: account.id, itemId, on: now });
  const asked = buildRequest(world, { orderDates: [now], horizonDays: HORIZON_DAYS, cashLimitCents: null });
  await tx.plan.create({
    data: {
      householdId,
      id: planId,
      name: buy.title,
      kind: "gift",
      settlement: "gift",
      hiddenFromId: buy.hidden?.fromId ?? null,
      hiddenUntil: buy.hidden ? dateFromDay(buy.hidden.until) : null,
      horizonDays: HORIZON_DAYS,
      request: asked.request,
      result: resultOf(world, draft),
      createdById: actor.memberId,
    },
  });
  await tx.planList.create({ data: { householdId, planId, listId } });
  await writeDraft(tx, actor, planId, draft);
  await recordActivity(tx, actor, { action: "plans.made", subjectType: "plan", subjectId: planId, detail: { plan: buy.title } });
  return planId;
}

/** One line, paid by the credit that was chosen. Refused when it can't pay all of it. */
function draftFor(world: World, buy: GiftBuy & { readonly accountId: Id; readonly itemId: Id; readonly on: Day }): Draft {
  const item = present(world.items.get(buy.itemId), "the gift on its list");
  const place = { accountId: buy.accountId, on: buy.on };
  const made = lineFor(world, item, place, { id: newId(), quantityMilli: item.quantityMilli, why: [], pinned: true });
  const line = { ...made, payWith: "credit" as const, chosenCreditId: buy.creditId };
  const free = buy.digital ? freeOfShipping(world) : world;
  const draft = settleDraft(free, [line], [], HORIZON_DAYS, newId);
  const paid = draft.payments.filter(({ lineId, creditId }) => lineId === line.id && creditId === buy.creditId);
  if (paid.reduce((sum, payment) => sum + payment.cents, 0n) !== line.amountCents) throw new Refusal("gifts.not_paid", { field: "amount" });
  return explainAgain(world, { orders: [], lines: [], payments: [] }, draft, HORIZON_DAYS, null);
}

function freeOfShipping(world: World): World {
  return { ...world, stores: new Map([...world.stores].map(([id, store]) => [id, { ...store, shippingFeeCents: 0n as Cents }])) };
}

/** Nothing was worked out, since everything was chosen: what the draft comes to. */
function resultOf(world: World, draft: Draft): PlanResult {
  const { cash, shipping, fromCredits, lost } = totalsOf(world, draft, HORIZON_DAYS);
  return {
    format: "commonpurse.plan/1",
    status: "optimal",
    gapCents: 0,
    orders: [],
    unmet: [],
    leftOut: [],
    credits: [],
    metrics: {
      unmet: 0,
      costMilliCents: 0,
      cashCents: toNumber(cash),
      shippingCents: toNumber(shipping),
      orders: draft.orders.length,
      fairnessCents: 0,
      creditUsedCents: toNumber(fromCredits),
      lostCents: toNumber(lost),
    },
  };
}
