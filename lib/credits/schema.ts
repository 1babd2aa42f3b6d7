import { z } from "zod";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { categorySchema } from "@/lib/stores/category";
import { typedMoneySchema } from "@/lib/stores/schema";
import { EXPIRIES, GIFT_CARD_USES, ORIGINS } from "./terms";

export const originSchema = z.enum(ORIGINS);
export const expirySchema = z.enum(EXPIRIES);
export const giftCardUseSchema = z.enum(GIFT_CARD_USES);

const text = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .optional()
    .transform((value) => value ?? "");

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const categoriesSchema = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(categorySchema),
);

/** What the form about a Credit's terms sends; no category ticked means every category. */
export const termsFormSchema = z.object({
  origin: originSchema,
  label: text(120),
  availableFrom: daySchema.optional(),
  expiry: expirySchema,
  expiresOn: daySchema.optional(),
  categories: categoriesSchema,
  excludedCategories: categoriesSchema,
  giftCards: giftCardUseSchema,
  minimumOrder: typedMoneySchema.optional(),
  coversShipping: ticked,
  evidenceOrder: text(120),
  evidenceOn: daySchema.optional(),
  evidenceNote: text(1000),
  intendedFor: idSchema.optional(),
});
export type TermsForm = z.infer<typeof termsFormSchema>;

/** An account there is (its id), or one to open with the balance ("store:member"). */
const placeSchema = z.union([
  idSchema.transform((accountId) => ({ accountId })),
  z
    .string()
    .max(100)
    .transform((text) => text.split(":"))
    .pipe(z.tuple([idSchema, idSchema]))
    .transform(([storeId, memberId]) => ({ storeId, memberId })),
]);
export type Place = z.infer<typeof placeSchema>;

/** What the form for a new balance sends: the terms, where it is, and what was seen when (R52, R53). */
export const creditFormSchema = termsFormSchema.extend({ place: placeSchema, amount: typedMoneySchema, seenOn: daySchema });
export type CreditForm = z.infer<typeof creditFormSchema>;

/** What a hand-made entry says; `amount` is typed without a sign. */
export const entryFormSchema = z.object({ amount: typedMoneySchema, occurredOn: daySchema, reason: text(500) });
export type EntryForm = z.infer<typeof entryFormSchema>;

export const reversalFormSchema = z.object({ entry: idSchema, reason: z.string().trim().min(1, "required").max(500) });
