"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { requireActor } from "@/app/_session/actor";
import * as commands from "@/lib/credits/terms-commands";
import { lookFormSchema, pathStepSchema, readingFormSchema, statementFormSchema } from "@/lib/credits/terms-schema";
import { systemClock } from "@/lib/kernel/clock";
import { idSchema } from "@/lib/kernel/id";
import { ok, type Result } from "@/lib/kernel/result";

const aboutCredit = z.object({ household: idSchema, credit: idSchema });

/** Shows the page as it is now; what the command answered stays on the server. */
function shown(result: Result<unknown>): Result<void> {
  if (!result.ok) return result;
  refresh();
  return ok(undefined);
}

export const noteReading = formAction(aboutCredit.extend(readingFormSchema.shape), async ({ household, credit, ...form }, { commandId }) =>
  shown(await commands.noteReading(await requireActor(household), commandId, credit, form, systemClock)),
);

export const noteStatement = formAction(
  aboutCredit.extend(statementFormSchema.shape),
  async ({ household, credit, ...form }, { commandId }) =>
    shown(await commands.noteStatement(await requireActor(household), commandId, credit, form, systemClock)),
);

export const withdrawStatement = formAction(z.object({ household: idSchema, statement: idSchema }), async (form, { commandId }) =>
  shown(await commands.withdrawStatement(await requireActor(form.household), commandId, form.statement)),
);

export const noteLook = formAction(aboutCredit.extend(lookFormSchema.shape), async ({ household, credit, ...form }, { commandId }) =>
  shown(await commands.noteLook(await requireActor(household), commandId, credit, form, systemClock)),
);

export const markStep = formAction(aboutCredit.extend({ step: pathStepSchema }), async ({ household, credit, step }, { commandId }) =>
  shown(await commands.markStep(await requireActor(household), commandId, credit, step, systemClock)),
);
