"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { several } from "@/app/_forms/schemas";
import { requireActor } from "@/app/_session/actor";
import type { Shown } from "@/app/_forms/state";
import type { Actor } from "@/lib/auth/actor";
import { minorDigits } from "@/lib/kernel/currency";
import { parseMoney } from "@/lib/kernel/cents";
import { daySchema } from "@/lib/kernel/day";
import { idSchema, type Id } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import type { Change } from "@/lib/plans/change";
import * as decide from "@/lib/plans/decide";
import * as edit from "@/lib/plans/edit";
import * as end from "@/lib/plans/end";
import * as make from "@/lib/plans/make";
import { planningRuns } from "@/lib/plans/planning";
import { approveSchema, declineSchema, seenPlanSchema, settlementSchema } from "@/lib/plans/schema";

const inHousehold = z.object({ household: idSchema });
const seen = inHousehold.extend(seenPlanSchema.shape);
const aboutLine = seen.extend({ lineId: idSchema });

/** Shows the plan as it is now, also after a refusal: what stood in the way is said on the page. */
function shown(result: Result<unknown>): Result<void> {
  refresh();
  return result.ok ? ok(undefined) : result;
}

/** Whether the page can look after a plan that takes longer by itself. */
const scripted = z.object({ scripted: z.literal("yes").optional() });
/** So long a page waits for its plan; then it is answered, and asks how far the plan is (see ./progress/route.ts). */
const PATIENCE_MS = 900;

/** What came of the plan; null when it takes longer and goes on by itself. Pages without scripts wait for it. */
function soon(
  actor: Actor,
  commandId: Id,
  page: z.output<typeof scripted>["scripted"],
  work: () => Promise<Result<{ planId: Id }>>,
): Promise<Result<{ planId: Id }> | null> {
  return page === "yes" ? planningRuns().within(PATIENCE_MS, actor, commandId, work, (going) => after(going)) : work();
}

const working = (commandId: Id): Result<Shown> => ok({ working: commandId });

const newPlan = inHousehold.extend({
  ...scripted.shape,
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
  const plan = { listIds, orderDates, cashLimitCents: limit?.cents ?? null, settlement, afterId };
  const made = await soon(actor, commandId, asked.scripted, () => make.makePlan(actor, commandId, plan));
  if (made === null) return working(commandId);
  if (!made.ok) return made.failure.field === "orderDates" ? fail(made.failure.code, { field: "day1" }) : made;
  redirect(`/h/${actor.householdId}/plans/${made.value.planId}`);
});

export const planAgain = formAction(seen.extend(scripted.shape), async ({ household, scripted: page, ...plan }, { commandId }) => {
  const actor = await requireActor(household);
  const made = await soon(actor, commandId, page, () => make.planAgain(actor, commandId, plan));
  return made === null ? working(commandId) : shown(made);
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
  aboutLine.extend({ payWith: z.union([z.enum(["auto", "cash"]), idSchema]), sure: z.literal("on").optional() }),
  ({ payWith, sure, ...line }, { commandId }) =>
    changeLine(
      line,
      commandId,
      payWith === "auto" || payWith === "cash"
        ? { kind: "pay", payWith }
        : { kind: "pay", payWith: "credit", creditId: payWith, sure: sure === "on" },
    ),
);

export const changeSettlement = formAction(seen.extend({ settlement: settlementSchema }), async ({ household, ...plan }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await edit.changeSettlement(actor, commandId, plan));
});

/** The tick that what is VERIFY in the plan was looked at (R81). */
const ticked = z.literal("on").optional();

export const propose = formAction(seen.extend({ checked: ticked }), async ({ household, checked, ...plan }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await decide.proposePlan(actor, commandId, { ...plan, checked: checked === "on" }));
});

const aboutApproval = inHousehold.extend(approveSchema.shape).extend({ checked: ticked });

export const approve = formAction(aboutApproval, async ({ household, checked, ...plan }, { commandId }) => {
  const actor = await requireActor(household);
  return shown(await decide.approvePlan(actor, commandId, { ...plan, checked: checked === "on" }));
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
