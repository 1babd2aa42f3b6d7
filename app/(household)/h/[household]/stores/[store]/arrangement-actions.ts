"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { requireActor } from "@/app/_session/actor";
import { systemClock } from "@/lib/kernel/clock";
import { idSchema } from "@/lib/kernel/id";
import { ok, type Result } from "@/lib/kernel/result";
import { arrangementSchema, sharedPaymentSchema } from "@/lib/stores/arrangement";
import * as commands from "@/lib/stores/arrangement-commands";

const inHousehold = z.object({ household: idSchema });
const aboutAccount = inHousehold.extend({ account: idSchema });

/** Shows the page as it is now. */
function shown(result: Result<unknown>): Result<void> {
  if (!result.ok) return result;
  refresh();
  return ok(undefined);
}

export const arrange = formAction(aboutAccount.extend(arrangementSchema.shape), async ({ household, account, ...form }, { commandId }) =>
  shown(await commands.arrange(await requireActor(household), commandId, account, form, systemClock)),
);

export const sharePayment = formAction(
  aboutAccount.extend(sharedPaymentSchema.shape),
  async ({ household, account, ...form }, { commandId }) =>
    shown(await commands.sharePayment(await requireActor(household), commandId, account, form)),
);

export const endSharedPayment = formAction(inHousehold.extend({ shared: idSchema }), async ({ household, shared }, { commandId }) =>
  shown(await commands.endSharedPayment(await requireActor(household), commandId, shared, systemClock)),
);
