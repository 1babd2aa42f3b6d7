"use server";

import { refresh } from "next/cache";
import { userAgentFromString } from "next/server";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { several, wholeNumber } from "@/app/_forms/schemas";
import { requireActor } from "@/app/_session/actor";
import { requestClient } from "@/app/_session/client";
import { systemClock } from "@/lib/kernel/clock";
import { idSchema } from "@/lib/kernel/id";
import { ok, type Result } from "@/lib/kernel/result";
import * as commands from "@/lib/reminders/commands";
import { browserSchema, kindSchema } from "@/lib/reminders/schema";

const inHousehold = z.object({ household: idSchema });
const kinds = several(kindSchema);

/** Shows the page as it is now; what the command answered stays on the server. */
function shown(result: Result<unknown>): Result<void> {
  if (!result.ok) return result;
  refresh();
  return ok(undefined);
}

export const chooseReminders = formAction(
  inHousehold.extend({ email: kinds, push: kinds }),
  async ({ household, ...choice }, { commandId }) => {
    const actor = await requireActor(household);
    return shown(await commands.chooseReminders(actor, commandId, choice));
  },
);

export const changeRules = formAction(
  inHousehold.extend({ check: wholeNumber(0, 366), terms: wholeNumber(0, 366) }),
  async ({ household, ...rules }, { commandId }) => {
    const actor = await requireActor(household);
    return shown(await commands.changeRules(actor, commandId, rules));
  },
);

export const makeFeed = formAction(inHousehold, async ({ household }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.makeFeed(actor, commandId, systemClock));
});

export const endFeed = formAction(inHousehold, async ({ household }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.endFeed(actor, commandId, systemClock));
});

export const addBrowser = formAction(inHousehold.extend(browserSchema.shape), async ({ household, ...browser }, { commandId }) => {
  const actor = await requireActor(household);
  const { browser: program, os } = userAgentFromString((await requestClient()).userAgent);
  const device = [program.name, os.name].filter(Boolean).join(", ");
  return shown(await commands.addBrowser(actor, commandId, browser, device));
});

export const removeBrowser = formAction(inHousehold.extend({ browser: idSchema }), async ({ household, browser }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.removeBrowser(actor, commandId, browser));
});
