"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { wholeNumber } from "@/app/_forms/schemas";
import { requireActor } from "@/app/_session/actor";
import { systemClock } from "@/lib/kernel/clock";
import { idSchema } from "@/lib/kernel/id";
import { ok, type Result } from "@/lib/kernel/result";
import * as commands from "@/lib/stores/commands";
import { readStoreForm, taxRates } from "@/lib/stores/form";
import { amazonPresetFor } from "@/lib/stores/preset";
import { accountChangeSchema, newAccountSchema, storeFormSchema, taxFormSchema } from "@/lib/stores/schema";

const inHousehold = z.object({ household: idSchema });
const aboutStore = inHousehold.extend({ store: idSchema });

/** Shows the page as it is now; what the command answered stays on the server. */
function shown(result: Result<unknown>): Result<void> {
  if (!result.ok) return result;
  refresh();
  return ok(undefined);
}

export const addStore = formAction(inHousehold.extend(storeFormSchema.shape), async ({ household, ...form }, { commandId }) => {
  const actor = await requireActor(household);
  const input = readStoreForm(form, "plain", actor.household.currency);
  if (!input.ok) return input;
  const added = await commands.addStore(actor, commandId, input.value);
  if (!added.ok) return added;
  redirect(`/h/${household}/stores/${added.value}`);
});

/** The preset as it is: it can be changed afterwards. */
export const addAmazon = formAction(inHousehold, async ({ household }, { commandId }) => {
  const actor = await requireActor(household);
  const preset = amazonPresetFor(actor.household.currency);
  if (!preset) return { ok: false, failure: { code: "not_found" } };
  const added = await commands.addStore(actor, commandId, preset);
  if (!added.ok) return added;
  redirect(`/h/${household}/stores/${added.value}`);
});

export const editStore = formAction(
  aboutStore.extend({ version: wholeNumber(1, 999_999_999), ...storeFormSchema.shape }),
  async ({ household, store, version, ...form }, { commandId }) => {
    const actor = await requireActor(household);
    const input = readStoreForm(form, "plain", actor.household.currency);
    if (!input.ok) return input;
    const { preset: _, ...change } = input.value;
    return shown(await commands.editStore(actor, commandId, store, version, change));
  },
);

export const setTaxRates = formAction(aboutStore.extend(taxFormSchema.shape), async ({ household, store, ...form }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.setTaxRates(actor, commandId, store, taxRates(form)));
});

export const archiveStore = formAction(aboutStore, async ({ household, store }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.archiveStore(actor, commandId, store, true, systemClock));
});

export const restoreStore = formAction(aboutStore, async ({ household, store }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.archiveStore(actor, commandId, store, false, systemClock));
});

export const addAccount = formAction(inHousehold.extend(newAccountSchema.shape), async ({ household, ...input }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.addAccount(actor, commandId, input));
});

export const changeAccount = formAction(
  inHousehold.extend({ account: idSchema, ...accountChangeSchema.shape }),
  async ({ household, account, ...input }, { commandId }) => {
    const actor = await requireActor(household);
    return shown(await commands.changeAccount(actor, commandId, account, input));
  },
);
