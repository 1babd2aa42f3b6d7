"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { several } from "@/app/_forms/schemas";
import { requireActor } from "@/app/_session/actor";
import { stockUpOn } from "@/lib/credits/stock-up-command";
import { idSchema } from "@/lib/kernel/id";

/** Onto the store's list, and on to the plan. */
export const stockUp = formAction(
  z.object({ household: idSchema, credit: idSchema, items: several(idSchema) }),
  async ({ household, credit, items }, { commandId }) => {
    const actor = await requireActor(household);
    const result = await stockUpOn(actor, commandId, { creditId: credit, lineIds: items });
    if (!result.ok) return result;
    redirect(`/h/${actor.householdId}/plans/new?list=${result.value.listId}`);
  },
);
