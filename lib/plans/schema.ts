import { z } from "zod";
import type { Day } from "@/lib/kernel/day";
import { idSchema, type Id } from "@/lib/kernel/id";
import type { Cents } from "@/lib/kernel/cents";

export const SETTLEMENTS = ["gift", "even_up"] as const;
export const settlementSchema = z.enum(SETTLEMENTS);
export type PlanSettlement = z.infer<typeof settlementSchema>;

export type MakePlan = {
  readonly listIds: readonly Id[];
  /** Days on which orders can be placed. Empty: today. */
  readonly orderDates: readonly Day[];
  /** Null: no limit. */
  readonly cashLimitCents: Cents | null;
  readonly settlement: PlanSettlement;
  /** A cancelled plan to stay close to, where one is made anew. */
  readonly afterId?: Id | null;
};

/** Which plan, and the version of it that was looked at. */
export const seenPlanSchema = z.object({ planId: idSchema, version: z.coerce.number().int().min(1).max(1_000_000_000) });
export type SeenPlan = z.output<typeof seenPlanSchema>;

/** `checked`: who proposes it looked at what is VERIFY in it (R81). */
export const proposeSchema = seenPlanSchema.extend({ checked: z.boolean().optional() });
export type Propose = z.output<typeof proposeSchema>;

/** Why a holder says no; the others read it. */
export const declineSchema = seenPlanSchema.extend({ holderId: idSchema, reason: z.string().trim().min(1).max(500) });
export const approveSchema = proposeSchema.extend({ holderId: idSchema });
export type Approve = z.output<typeof approveSchema>;
export type Decline = z.output<typeof declineSchema>;
