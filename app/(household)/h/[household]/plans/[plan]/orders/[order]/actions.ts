"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { checkbox } from "@/app/_forms/schemas";
import { requireActor } from "@/app/_session/actor";
import { parseMoney, ZERO } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { minorDigits } from "@/lib/kernel/currency";
import { idSchema } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import * as commands from "@/lib/orders/commands";
import { creditTroubleSchema, recordSchema, refundSchema, STEPS } from "@/lib/orders/schema";
import { readRecordForm } from "./record-form-values";

const aboutOrder = z.object({ household: idSchema, orderId: idSchema });

/** Shows the order as it is now, also after a refusal: what stood in the way is said on the page. */
function shown(result: Result<unknown>): Result<void> {
  refresh();
  return result.ok ? ok(undefined) : result;
}

export const tickStep = formAction(
  aboutOrder.extend({ step: z.enum(STEPS), done: z.enum(["yes", "no"]) }),
  async ({ household, orderId, step, done }, { commandId }) => {
    const actor = await requireActor(household);
    return shown(await commands.tickStep(actor, commandId, { orderId, step, done: done === "yes" }));
  },
);

export const closeOrder = formAction(aboutOrder, async ({ household, orderId }, { commandId }) => {
  const actor = await requireActor(household);
  const closed = await commands.closeOrder(actor, commandId, orderId, systemClock);
  if (!closed.ok) return shown(closed);
  redirect(`/h/${actor.householdId}/plans/${closed.value.planId}`);
});

export const cancelOrder = formAction(aboutOrder, async ({ household, orderId }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.cancelOrder(actor, commandId, orderId));
});

export const cancelLine = formAction(aboutOrder.extend({ lineId: idSchema }), async ({ household, orderId, lineId }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.cancelLine(actor, commandId, orderId, lineId));
});

export const undoRecord = formAction(aboutOrder, async ({ household, orderId }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.undoRecord(actor, commandId, orderId));
});

const typedMoney = z.string().max(40).optional();

const troubleForm = aboutOrder.extend({
  creditId: creditTroubleSchema.shape.creditId,
  what: creditTroubleSchema.shape.what,
  note: creditTroubleSchema.shape.note,
  removed: typedMoney,
});

export const reportCredit = formAction(troubleForm, async ({ household, removed, ...trouble }, { commandId }) => {
  const actor = await requireActor(household);
  const amount = removed === undefined || trouble.what === "declined" ? null : parseMoney(removed, minorDigits(actor.household.currency));
  if (amount && !amount.ok) return fail(amount.problem, { field: "removed" });
  return shown(await commands.reportCredit(actor, commandId, { ...trouble, removedCents: amount?.cents ?? ZERO }, systemClock));
});

const recordForm = z.looseObject({
  household: idSchema,
  orderId: idSchema,
  orderNumber: recordSchema.shape.orderNumber,
  orderedOn: recordSchema.shape.orderedOn,
  shipping: z.string().max(40).optional(),
  total: z.string().max(40),
  cashPayer: idSchema,
});

export const recordOrder = formAction(recordForm, async ({ household, ...form }, { commandId }) => {
  const actor = await requireActor(household);
  const input = readRecordForm(form, minorDigits(actor.household.currency));
  return input.ok ? shown(await commands.recordOrder(actor, commandId, input.value, systemClock)) : input;
});

const { target, into, what, occurredOn, reason } = refundSchema.shape;
const refundForm = aboutOrder.extend({ target, into, what, occurredOn, reason, amount: typedMoney, reopen: checkbox });

export const refundOrder = formAction(refundForm, async ({ household, amount, ...refund }, { commandId }) => {
  const actor = await requireActor(household);
  const parsed = amount === undefined ? null : parseMoney(amount, minorDigits(actor.household.currency));
  if (parsed && !parsed.ok) return fail(parsed.problem, { field: "amount" });
  return shown(await commands.refundOrder(actor, commandId, { ...refund, amountCents: parsed?.cents ?? null }, systemClock));
});
