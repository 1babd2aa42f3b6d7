"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { several } from "@/app/_forms/schemas";
import { requireActor } from "@/app/_session/actor";
import { minorDigits } from "@/lib/kernel/currency";
import { parseMoney } from "@/lib/kernel/cents";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import type { Change } from "@/lib/plans/change";
import * as decide from "@/lib/plans/decide";
import * as edit from "@/lib/plans/edit";
import * as end from "@/lib/plans/end";
import * as make from "@/lib/plans/make";
import { approveSchema, declineSchema, seenPlanSchema, settlementSchema } from "@/lib/plans/schema";

const inHousehold = z.object({ household: idSchema });
const seen = inHousehold.extend(seenPlanSchema.shape);
const aboutLine = seen.extend({ lineId: idSchema });

/** Shows the plan as it is now, also after a refusal: what stood in the way is said on the page. */
function shown(result: Result<unknown>): Result<void> {
  refresh();
  return result.ok ? ok(undefined) : result;
}

const newPlan = inHousehold.extend({
  listIds: several(idSchema),
  day1: daySchema.optional(),
  day2: daySchema.optional(),
  day3: daySchema.optional(),
  cashLimit: z.string().max(40).optional(),
  settlement: settlementSchema,
  after: idSchema.optional(),
});

export const makePlan = formAction(newPlan, async ({ household, listIds, day1, day2, day3, cashLimit, ...asked }, { commandId }) => {
  const actor = await requireActor(household);
  if (listIds.length === 0) return fail("plans.choose_list", { field: "listIds" });
  const limit = cashLimit === undefined ? null : parseMoney(cashLimit, minorDigits(actor.household.currency));
  if (limit && !limit.ok) return fail(limit.problem, { field: "cashLimit" });
  const orderDates = [day1, day2, day3].filter((day) => day !== undefined);
  const { settlement, after: afterId = null } = asked;
  const made = await make.makePlan(actor, commandId, { listIds, orderDates, cashLimitCents: limit?.cents ?? null, settlement, afterId });
  if (!made.ok) return made.failure.field === "orderDates" ? fail(made.failure.code, { field: "day1" }) : made;
  redirect(`/h/${actor.householdId}/plans/${made.value.planId}`);
});

export const planAgain = formAction(seen, async ({ household, ...plan }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await make.planAgain(actor, commandId, plan));
});

async function changeLine(
  { household, planId, version, lineId }: z.output<typeof aboutLine>,
  commandId: string,
  change: Change,
): Promise<Result<void>> {
  const actor = await requireActor(household);
  return shown(await edit.changeLine(actor, commandId, { planId, version, lineId, change }));
}

/** A place is written as "<account> <day>". */
const placeSchema = z.templateLiteral([z.string(), " ", z.string()]).transform((text, context) => {
  const [account = "", on = ""] = text.split(" ");
  const parsed = z.object({ accountId: idSchema, on: daySchema }).safeParse({ accountId: account, on });
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: "choice" });
  return z.NEVER;
});

export const moveLine = formAction(aboutLine.extend({ place: placeSchema }), ({ place, ...line }, { commandId }) =>
  changeLine(line, commandId, { kind: "move", place }),
);
export const takeOut = formAction(aboutLine, (line, { commandId }) => changeLine(line, commandId, { kind: "out" }));
export const putBack = formAction(aboutLine, (line, { commandId }) => changeLine(line, commandId, { kind: "back" }));

export const pinLine = formAction(aboutLine.extend({ pinned: z.enum(["yes", "no"]) }), ({ pinned, ...line }, { commandId }) =>
  changeLine(line, commandId, { kind: "pin", pinned: pinned === "yes" }),
);

export const payLine = formAction(
  aboutLine.extend({ payWith: z.union([z.enum(["auto", "cash"]), idSchema]) }),
  ({ payWith, ...line }, { commandId }) =>
    changeLine(
      line,
      commandId,
      payWith === "auto" || payWith === "cash" ? { kind: "pay", payWith } : { kind: "pay", payWith: "credit", creditId: payWith },
    ),
);

export const changeSettlement = formAction(seen.extend({ settlement: settlementSchema }), async ({ household, ...plan }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await edit.changeSettlement(actor, commandId, plan));
});

export const propose = formAction(seen, async ({ household, ...plan }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await decide.proposePlan(actor, commandId, plan));
});

export const approve = formAction(inHousehold.extend(approveSchema.shape), async ({ household, ...plan }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await decide.approvePlan(actor, commandId, plan));
});

export const decline = formAction(inHousehold.extend(declineSchema.shape), async ({ household, ...plan }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await decide.declinePlan(actor, commandId, plan));
});

export const withdraw = formAction(seen, async ({ household, ...plan }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await end.withdrawPlan(actor, commandId, plan));
});

export const cancel = formAction(seen, async ({ household, ...plan }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await end.cancelPlan(actor, commandId, plan));
});
