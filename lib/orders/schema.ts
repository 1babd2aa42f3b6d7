import { z } from "zod";
import { MAX_CENTS, type Cents } from "@/lib/kernel/cents";
import { daySchema } from "@/lib/kernel/day";
import { idSchema, type Id } from "@/lib/kernel/id";

/** The checklist of order day, in its order (R13 to R15). The last one comes after ordering. */
export const STEPS = ["other_methods_off", "not_one_click", "standard_checkout", "credit_shows", "methods_back"] as const;
export type Step = (typeof STEPS)[number];
export const STEPS_BEFORE: readonly Step[] = STEPS.filter((step) => step !== "methods_back");

const centsSchema = z.custom<Cents>((value) => typeof value === "bigint" && value >= 0n && value <= MAX_CENTS, "money.format");
const reason = z
  .string()
  .trim()
  .max(500)
  .optional()
  .transform((text) => text ?? "");

export const tickSchema = z.object({ orderId: idSchema, step: z.enum(STEPS), done: z.boolean() });
export type Tick = z.output<typeof tickSchema>;

export const OUTCOMES = ["bought", "cancelled", "failed"] as const;
/** How a line ended on order day: bought, taken out by us, or not to be had at the store. */
export type Outcome = (typeof OUTCOMES)[number];

export const recordSchema = z.object({
  orderId: idSchema,
  orderNumber: z.string().trim().min(1, "orders.number_missing").max(120),
  orderedOn: daySchema,
  shippingCents: centsSchema,
  totalCents: centsSchema,
  /** Who paid what no credit paid. */
  cashPayerId: idSchema,
  /** Every line still in the order. The amount counts only for what was bought. */
  lines: z.array(z.object({ lineId: idSchema, outcome: z.enum(OUTCOMES), amountCents: centsSchema })).max(500),
  /** What each credit really paid; cash is the rest. */
  payments: z.array(z.object({ creditId: idSchema, cents: centsSchema })).max(100),
});
export type RecordOrder = z.output<typeof recordSchema>;

/** The names under which a form asks for these, so that a refusal can say which field is meant. */
export const amountField = (lineId: Id) => `amount_${lineId}`;
export const outcomeField = (lineId: Id) => `outcome_${lineId}`;
export const paidField = (creditId: Id) => `paid_${creditId}`;

export const creditTroubleSchema = z.object({
  orderId: idSchema,
  creditId: idSchema,
  what: z.enum(["declined", "removed"]),
  removedCents: centsSchema,
  note: reason,
});
export type CreditTrouble = z.output<typeof creditTroubleSchema>;

/** What a refund is for: one line, the shipping, or the order as a whole. */
export type RefundTarget = { readonly kind: "line"; readonly lineId: Id } | { readonly kind: "shipping" } | { readonly kind: "order" };
/** Where the money went: back to where it came from, to one credit of the account, to a new one, or as cash. */
export type RefundInto =
  | { readonly kind: "origin" }
  | { readonly kind: "credit"; readonly creditId: Id }
  | { readonly kind: "new_credit" }
  | { readonly kind: "cash" };

export const refundSchema = z.object({
  orderId: idSchema,
  /** A line's id, "shipping" or "order". */
  target: z
    .union([z.literal("shipping"), z.literal("order"), idSchema], { error: "choice" })
    .transform((value): RefundTarget => (value === "shipping" || value === "order" ? { kind: value } : { kind: "line", lineId: value })),
  /** Null: all that hasn't come back yet. */
  amountCents: centsSchema.nullable(),
  /** A credit's id, "origin", "new_credit" or "cash". */
  into: z
    .union([z.literal("origin"), z.literal("new_credit"), z.literal("cash"), idSchema], { error: "choice" })
    .transform(
      (value): RefundInto =>
        value === "origin" || value === "new_credit" || value === "cash" ? { kind: value } : { kind: "credit", creditId: value },
    ),
  /** "refund": it was bought and money came back. "cancelled", "failed": it never comes. */
  what: z.enum(["refund", "cancelled", "failed"]),
  /** Whether the things go back on the list. */
  reopen: z.boolean(),
  occurredOn: daySchema,
  reason,
});
export type RefundOrder = z.output<typeof refundSchema>;
