"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { requireActor } from "@/app/_session/actor";
import * as commands from "@/lib/budget/commands";
import { envelopeSchema, expenseSchema } from "@/lib/budget/schema";
import { monthOf } from "@/lib/budget/month";
import { parseMoney } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { minorDigits } from "@/lib/kernel/currency";
import { idSchema } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";

const inHousehold = z.object({ household: idSchema });
const monthSchema = z.string().regex(/^\d{4}-\d{2}$/u);
const typed = z.string().max(40);
const { name, category, spentOn, paidById } = expenseSchema.shape;

function shown(result: Result<unknown>): Result<void> {
  refresh();
  return result.ok ? ok(undefined) : result;
}

export const setEnvelope = formAction(
  inHousehold.extend({ category: envelopeSchema.shape.category, limit: typed }),
  async ({ household, category: of, limit }, { commandId }) => {
    const actor = await requireActor(household);
    const parsed = parseMoney(limit, minorDigits(actor.household.currency));
    if (!parsed.ok) return fail(parsed.problem, { field: "limit" });
    return shown(await commands.setEnvelope(actor, commandId, { category: of, limitCents: parsed.cents }));
  },
);

/** Putting away leads to the page that offers to take it out again. */
export const endEnvelope = formAction(
  inHousehold.extend({ envelope: idSchema, month: monthSchema, ended: z.enum(["yes", "no"]) }),
  async ({ household, envelope, month, ended }, { commandId }) => {
    const actor = await requireActor(household);
    const result = await commands.endEnvelope(actor, commandId, envelope, ended === "yes");
    if (!result.ok) return result;
    redirect(`/h/${actor.householdId}/budget?month=${month}${ended === "yes" ? `&ended=${envelope}` : ""}`);
  },
);

/** Leads to the month the expense is in, which may be another than the one looked at. */
export const addExpense = formAction(
  inHousehold.extend({ name, category, spentOn, paidById, amount: typed }),
  async ({ household, amount, ...input }, { commandId }) => {
    const actor = await requireActor(household);
    const parsed = parseMoney(amount, minorDigits(actor.household.currency));
    if (!parsed.ok) return fail(parsed.problem, { field: "amount" });
    const result = await commands.addExpense(actor, commandId, { ...input, cents: parsed.cents }, systemClock);
    if (!result.ok) return result;
    redirect(`/h/${actor.householdId}/budget?month=${monthOf(input.spentOn)}`);
  },
);

export const removeExpense = formAction(
  inHousehold.extend({ expense: idSchema, month: monthSchema, removed: z.enum(["yes", "no"]) }),
  async ({ household, expense, month, removed }, { commandId }) => {
    const actor = await requireActor(household);
    const result = await commands.removeExpense(actor, commandId, expense, removed === "yes");
    if (!result.ok) return result;
    redirect(`/h/${actor.householdId}/budget?month=${month}${removed === "yes" ? `&removed=${expense}` : ""}`);
  },
);
