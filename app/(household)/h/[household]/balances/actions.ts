"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { wholeNumber } from "@/app/_forms/schemas";
import { requireActor } from "@/app/_session/actor";
import { today } from "@/lib/auth/actor";
import * as commands from "@/lib/credits/commands";
import { readCredit, readEntry, readTerms } from "@/lib/credits/form";
import { creditFormSchema, entryFormSchema, reversalFormSchema, termsFormSchema } from "@/lib/credits/schema";
import { cents } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { idSchema, type Id } from "@/lib/kernel/id";
import { ok, type Result } from "@/lib/kernel/result";

const inHousehold = z.object({ household: idSchema });
const aboutCredit = inHousehold.extend({ credit: idSchema });
// What is free, as the page showed it, in minor units: the button takes that or nothing.
const allFree = aboutCredit.extend({
  reason: entryFormSchema.shape.reason,
  seen: z
    .string()
    .regex(/^\d{1,14}$/u, "id")
    .transform((text) => cents(BigInt(text))),
});

/** Shows the page as it is now; what the command answered stays on the server. */
function shown(result: Result<unknown>): Result<void> {
  if (!result.ok) return result;
  refresh();
  return ok(undefined);
}

export const recordCredit = formAction(inHousehold.extend(creditFormSchema.shape), async ({ household, ...form }, { commandId }) => {
  const actor = await requireActor(household);
  const input = readCredit(form, actor.household.currency, today(actor, systemClock));
  if (!input.ok) return input;
  const recorded = await commands.recordCredit(actor, commandId, input.value);
  if (!recorded.ok) return recorded;
  redirect(`/h/${household}/balances/credits/${recorded.value}`);
});

export const editTerms = formAction(
  aboutCredit.extend({ version: wholeNumber(1, 999_999_999), ...termsFormSchema.shape }),
  async ({ household, credit, version, ...form }, { commandId }) => {
    const actor = await requireActor(household);
    const terms = readTerms(form, actor.household.currency, today(actor, systemClock));
    if (!terms.ok) return terms;
    const edited = await commands.editTerms(actor, commandId, credit, version, terms.value);
    if (!edited.ok) return edited;
    redirect(`/h/${household}/balances/credits/${credit}`);
  },
);

const entryForm = aboutCredit.extend(entryFormSchema.shape);

async function tell(kind: commands.Tell, { household, credit, ...form }: z.output<typeof entryForm>, commandId: Id): Promise<Result<void>> {
  const actor = await requireActor(household);
  const told = readEntry(form, actor.household.currency, today(actor, systemClock));
  return told.ok ? shown(await commands.tellEntry(actor, commandId, credit, kind, told.value)) : told;
}

export const topUp = formAction(entryForm, (input, { commandId }) => tell("top_up", input, commandId));
export const spendOutside = formAction(entryForm, (input, { commandId }) => tell("spend", input, commandId));
export const removedByStore = formAction(entryForm, (input, { commandId }) => tell("removal", input, commandId));

export const checkBalance = formAction(entryForm, async ({ household, credit, ...form }, { commandId }) => {
  const actor = await requireActor(household);
  const told = readEntry(form, actor.household.currency, today(actor, systemClock), true);
  return told.ok ? shown(await commands.correctBalance(actor, commandId, credit, told.value)) : told;
});

export const spendAll = formAction(allFree, async ({ household, credit, reason, seen: seenCents }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.spendAll(actor, commandId, credit, { seenCents, reason }, systemClock));
});

export const writeOff = formAction(allFree, async ({ household, credit, reason, seen: seenCents }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.writeOff(actor, commandId, credit, { seenCents, reason }, systemClock));
});

export const takeBack = formAction(inHousehold.extend(reversalFormSchema.shape), async ({ household, entry, reason }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.reverseEntry(actor, commandId, entry, reason, systemClock));
});
