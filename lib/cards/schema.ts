import { z } from "zod";
import { expirySchema } from "@/lib/credits/schema";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { typedMoneySchema } from "@/lib/stores/schema";
import { HAND_STATUSES } from "./card";
import { cleanCode } from "./code";

const text = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .optional()
    .transform((value) => value ?? "");

/** What the form about a card's facts sends. The code isn't among them: it never changes. */
export const cardFactsSchema = z.object({
  label: text(120),
  expiry: expirySchema,
  expiresOn: daySchema.optional(),
  forMember: idSchema.optional(),
  forOutside: text(80),
  boughtWith: idSchema.optional(),
});
export type CardFactsForm = z.infer<typeof cardFactsSchema>;

/** What the form for a new card sends. The names of the secret fields keep their values out of what a form is sent back with. */
export const cardFormSchema = cardFactsSchema.extend({
  store: idSchema,
  holder: idSchema,
  amount: typedMoneySchema,
  codeSecret: z
    .string()
    .max(200)
    .transform(cleanCode)
    .refine((code) => code.length >= 4, "cards.code_short"),
  pinSecret: text(40),
  remindOn: daySchema.optional(),
});
export type CardForm = z.infer<typeof cardFormSchema>;

const purposeSchema = z
  .string()
  .max(60)
  .transform((typed) => typed.split(":"))
  .pipe(z.union([z.tuple([z.enum(["item", "plan"]), idSchema]), z.tuple([z.literal("none")])]))
  .transform(([kind, id]) => (kind === "none" || id === undefined ? { kind: "none" as const } : { kind, id }));

/** The redeem guard (R7-R9): which account, and what for; "none" needs a day to think of it again. */
export const guardSchema = z.object({ account: idSchema, purpose: purposeSchema, remindOn: daySchema.optional() });

/** The guard skipped: the account all the same, and why (R7). */
export const skipSchema = z.object({ account: idSchema, reason: z.string().trim().min(3, "cards.reason").max(500) });

export const markSchema = z.object({ status: z.enum(HAND_STATUSES), note: text(500) });
