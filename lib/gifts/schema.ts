import { z } from "zod";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { typedMoneySchema } from "@/lib/stores/schema";
import { cleanCode } from "@/lib/cards/code";
import { FORMATS, OCCASIONS, THINGS } from "./gift";

const text = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .optional()
    .transform((value) => value ?? "");

/** What the form for a gift sends. */
export const giftFormSchema = z.object({
  thing: z.enum(THINGS),
  credit: idSchema,
  title: z.string().trim().min(1, "required").max(120),
  /** One of the usual amounts, in minor units; "other" is what is typed. */
  denomination: z.union([z.literal("other"), z.string().regex(/^\d{1,13}$/u)]).optional(),
  amount: typedMoneySchema.optional(),
  format: z.enum(FORMATS),
  occasion: z.enum(OCCASIONS),
  giftOn: daySchema,
  recipient: idSchema.optional(),
  contactName: text(80),
  contactNote: text(300),
});
export type GiftForm = z.output<typeof giftFormSchema>;

/** The card that was bought, as it came. */
export const boughtCardSchema = z.object({
  codeSecret: z
    .string()
    .max(200)
    .transform(cleanCode)
    .refine((code) => code.length >= 4, "cards.code_short"),
  pinSecret: text(40),
});

export const giftWishSchema = z.object({ wish: text(300) });
