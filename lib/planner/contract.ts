import { z } from "zod";
import { parseDay } from "@/lib/kernel/day";
import { referenceProblem } from "./references";

/**
 * The planner's contract: what goes in (`PlanRequest`), what comes out (`PlanResult`), both plain JSON.
 * Money is whole minor units ("cents"), dates are `YYYY-MM-DD`. Unknown keys are refused, so that a request
 * written for another version is never half understood.
 */
const id = z.string().min(1).max(200);
const cents = z.int().min(0).max(1_000_000_000_000);
const date = z.string().refine((text) => parseDay(text) !== null, { message: "expected a date, YYYY-MM-DD" });

const storeSchema = z.strictObject({
  id,
  shippingFeeCents: cents,
  /** An order of at least this subtotal ships free. */
  freeShippingFromCents: cents,
});

const accountSchema = z.strictObject({ id, owner: id, store: id });

const offerSchema = z.strictObject({ store: id, unitPriceCents: cents });

const itemSchema = z.strictObject({
  id,
  requester: id,
  /** For the whole household: then it never counts as lending. */
  shared: z.boolean(),
  category: z.string().min(1).max(200),
  /** "must": all of the quantity from one order, or none. "optional": 0..quantity units, each worth `valueCents`. */
  need: z.enum(["must", "optional"]),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  quantity: z.int().min(1).max(100_000),
  offers: z.array(offerSchema),
  notBefore: date.nullable(),
  neededBy: date.nullable(),
  valueCents: cents,
});

const creditSchema = z.strictObject({
  id,
  account: id,
  origin: z.enum(["gift_card", "refund", "return", "promotion", "reward", "other", "unknown"]),
  amountCents: cents,
  heldCents: cents,
  availableFrom: date,
  expiresOn: date.nullable(),
  /** The only categories it may pay; null for all. */
  categories: z.array(z.string()).nullable(),
  excludedCategories: z.array(z.string()),
  /** Whether it may pay items of the category `gift_card`; only "yes" does. */
  giftCards: z.enum(["yes", "no", "unclear"]),
  /** Usable in an order only if the items this credit may pay add up to at least this. */
  minimumOrderCents: cents,
  coversShipping: z.boolean(),
  /** What an unused cent is worth later, in thousandths. */
  retentionPermille: z.int().min(0).max(1000).optional(),
});

const budgetSchema = z.strictObject({
  from: date,
  /** Cash spent up to and including that date, at most. */
  cumulativeCents: cents,
});

export const WHY_CODES = [
  "expires_first",
  "only_account_with_credit",
  "category_not_allowed",
  "gift_cards_not_allowed",
  "minimum_not_met",
  "not_live_on_date",
  "other_account",
  "cap_reached",
  "budget_reached",
  "free_shipping",
  "better_used_elsewhere",
  "equally_good",
] as const;

/**
 * A reason. `text` is plain English; `params` has what is needed to say the same in another language: ids
 * (`credit`, `account`, `item`, `member`), amounts (`…Cents`), dates, `days`, and `detail`, which tells apart
 * the sentences of one code. docs/PLANNER.md lists them.
 */
const whySchema = z.strictObject({
  code: z.enum(WHY_CODES),
  text: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

const paymentSchema = z.strictObject({ credit: id, cents });

const lineSchema = z.strictObject({
  item: id,
  quantity: z.int().min(1),
  amountCents: cents,
  payments: z.array(paymentSchema),
  cashCents: cents,
  why: z.array(whySchema),
});

const orderSchema = z.strictObject({
  account: id,
  date,
  lines: z.array(lineSchema).min(1),
  subtotalCents: cents,
  shippingCents: cents,
  shippingPayments: z.array(paymentSchema),
  cashCents: cents,
});

const leftOutSchema = z.strictObject({ item: id, why: z.array(whySchema) });

const creditUseSchema = z.strictObject({
  credit: id,
  usedCents: cents,
  leftCents: cents,
  /** What expires inside the horizon unused. */
  lostCents: cents,
  why: z.array(whySchema),
});

const metricsSchema = z.strictObject({
  /** Level 1: the sum over must-haves left out of (4 - priority). */
  unmet: z.int().min(0),
  /** Level 2, the household's cost in thousandths of a cent; what moving lines costs (`stayCents`) isn't in it. */
  costMilliCents: z.int(),
  cashCents: cents,
  shippingCents: cents,
  /** Level 3. */
  orders: z.int().min(0),
  /** Level 4. */
  fairnessCents: cents,
  creditUsedCents: cents,
  lostCents: cents,
});

export const planResultSchema = z.strictObject({
  format: z.literal("commonpurse.plan/1"),
  /** "optimal": levels 1 and 2 are proven. "feasible": time ran out, see `gapCents`. */
  status: z.enum(["optimal", "feasible"]),
  /** No plan with as few unmet needs is better by more than this on level 2; 0 when optimal. */
  gapCents: cents,
  orders: z.array(orderSchema),
  unmet: z.array(leftOutSchema),
  leftOut: z.array(leftOutSchema),
  credits: z.array(creditUseSchema),
  metrics: metricsSchema,
});

export const planRequestSchema = z.strictObject({
  format: z.literal("commonpurse.plan-request/1"),
  today: date,
  horizonDays: z.int().min(0).max(36_500),
  orderDates: z.array(date),
  members: z.array(id),
  stores: z.array(storeSchema),
  accounts: z.array(accountSchema),
  items: z.array(itemSchema),
  credits: z.array(creditSchema),
  /** At most so much of that member's credits pays for items others asked for (not shared ones). */
  lendingCapsCents: z.record(z.string(), cents),
  /** Empty for no budget, else one entry per order date. */
  cashBudgetCents: z.array(budgetSchema),
  /** A former result to stay close to. */
  current: planResultSchema.nullish(),
  /** What moving one line away from `current` must gain. */
  stayCents: cents.optional(),
  timeLimitMs: z.int().min(1).optional(),
});

export type PlanRequest = z.infer<typeof planRequestSchema>;
export type PlanStore = z.infer<typeof storeSchema>;
export type PlanAccount = z.infer<typeof accountSchema>;
export type PlanItem = z.infer<typeof itemSchema>;
export type PlanCredit = z.infer<typeof creditSchema>;
export type PlanResult = z.infer<typeof planResultSchema>;
export type PlanOrder = z.infer<typeof orderSchema>;
export type PlanLine = z.infer<typeof lineSchema>;
export type PlanPayment = z.infer<typeof paymentSchema>;
export type Why = z.infer<typeof whySchema>;
export type WhyCode = (typeof WHY_CODES)[number];

/** A request that doesn't satisfy the contract; the message is one line that names the field. */
export class PlanRequestError extends Error {
  override readonly name = "PlanRequestError";
}

/** The request, checked in shape and in what it refers to. Throws {@link PlanRequestError}. */
export function parsePlanRequest(value: unknown): PlanRequest {
  const parsed = planRequestSchema.safeParse(value);
  if (!parsed.success) throw new PlanRequestError(describeIssue(parsed.error.issues[0]));
  const problem = referenceProblem(parsed.data);
  if (problem) throw new PlanRequestError(problem);
  return parsed.data;
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return "request: not a plan request";
  const path = issue.path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    "",
  );
  if (issue.code === "unrecognized_keys")
    return `${path || "request"}: unknown key ${issue.keys.map((key) => JSON.stringify(key)).join(", ")}`;
  return `${path || "request"}: ${issue.message.replace(/^Invalid input: /u, "").replaceAll("\n", " ")}`;
}
