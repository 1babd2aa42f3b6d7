"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { requireActor } from "@/app/_session/actor";
import { parseMoney } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { minorDigits } from "@/lib/kernel/currency";
import { idSchema } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import * as commands from "@/lib/settlements/commands";
import { settleSchema } from "@/lib/settlements/schema";

const inHousehold = z.object({ household: idSchema });
const { fromId, toId, note, occurredOn } = settleSchema.shape;

function shown(result: Result<unknown>): Result<void> {
  refresh();
  return result.ok ? ok(undefined) : result;
}

export const settleUp = formAction(
  inHousehold.extend({ fromId, toId, note, occurredOn, amount: z.string().max(40) }),
  async ({ household, amount, ...input }, { commandId }) => {
    const actor = await requireActor(household);
    const parsed = parseMoney(amount, minorDigits(actor.household.currency));
    if (!parsed.ok) return fail(parsed.problem, { field: "amount" });
    return shown(await commands.settleUp(actor, commandId, { ...input, amountCents: parsed.cents }, systemClock));
  },
);

export const takeBack = formAction(inHousehold.extend({ settlementId: idSchema }), async ({ household, settlementId }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await commands.reverseSettlement(actor, commandId, settlementId, systemClock));
});
