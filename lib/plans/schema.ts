import { z } from "zod";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { MAX_CENTS, type Cents } from "@/lib/kernel/cents";

/** The most days orders can be spread over in one plan, and the most lists that go into it. */
export const MOST_DATES = 8;
const MOST_LISTS = 50;

export const SETTLEMENTS = ["gift", "even_up"] as const;
export const settlementSchema = z.enum(SETTLEMENTS);
export type PlanSettlement = z.infer<typeof settlementSchema>;

export const makePlanSchema = z.object({
  listIds: z.array(idSchema).min(1, "plans.choose_list").max(MOST_LISTS),
  /** Empty: today. */
  orderDates: z.array(daySchema).max(MOST_DATES),
  cashLimitCents: z.custom<Cents>((value) => typeof value === "bigint" && value >= 0n && value <= MAX_CENTS).nullable(),
  settlement: settlementSchema,
});
export type MakePlan = z.output<typeof makePlanSchema>;

/** Which plan, and the version of it that was looked at. */
export const seenPlanSchema = z.object({ planId: idSchema, version: z.coerce.number().int().min(1).max(1_000_000_000) });
export type SeenPlan = z.output<typeof seenPlanSchema>;

/** Why a holder says no; the others read it. */
export const declineSchema = seenPlanSchema.extend({ holderId: idSchema, reason: z.string().trim().min(1).max(500) });
export const approveSchema = seenPlanSchema.extend({ holderId: idSchema });
export type Approve = z.output<typeof approveSchema>;
export type Decline = z.output<typeof declineSchema>;
