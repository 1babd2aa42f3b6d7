import { z } from "zod";
import { idSchema, type Id } from "@/lib/kernel/id";

/** How far the store's own household feature is set up on an account (R19). */
export const ARRANGEMENT_STATUSES = ["not_set", "in_progress", "set"] as const;
export type ArrangementStatus = (typeof ARRANGEMENT_STATUSES)[number];

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** What the option card sends; "set" wants both consequences ticked (R20). */
export const arrangementSchema = z.object({
  status: z.enum(ARRANGEMENT_STATUSES),
  sharesPayments: ticked,
  hasTerms: ticked,
  note: z
    .string()
    .trim()
    .max(500)
    .optional()
    .transform((value) => value ?? ""),
});
export type ArrangementForm = z.infer<typeof arrangementSchema>;

/** More digits in a row than an expiry or the end of a card's number has. */
const LONG_NUMBER = /(?:\d[ -]?){7,}/u;

/** Who may use which payment method on an account (R22): in words, never by its number. */
export const sharedPaymentSchema = z.object({
  member: idSchema,
  method: z
    .string()
    .trim()
    .min(1, "required")
    .max(80)
    .refine((method) => !LONG_NUMBER.test(method), "stores.no_numbers"),
});
export type SharedPaymentForm = z.infer<typeof sharedPaymentSchema>;

/** What is arranged on one account. */
export type Arrangement = {
  readonly accountId: Id;
  readonly status: ArrangementStatus;
  readonly note: string;
  readonly consentedAt: Date | null;
  readonly consentedByName: string;
  readonly shared: readonly { readonly id: Id; readonly memberName: string; readonly method: string }[];
};
