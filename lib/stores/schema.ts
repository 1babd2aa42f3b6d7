import { z } from "zod";
import { idSchema } from "@/lib/kernel/id";
import type { Cents } from "@/lib/kernel/cents";
import { CATEGORIES, type Category } from "./category";
import type { StorePreset } from "./preset";
import { parsePercent } from "./tax";

export const ACCOUNT_KINDS = ["personal", "work", "family"] as const;
export const accountKindSchema = z.enum(ACCOUNT_KINDS);
export type AccountKind = z.infer<typeof accountKindSchema>;

/** A suspended account freezes its plans (R100); a closed one is history. */
export const ACCOUNT_STATUSES = ["active", "suspended", "closed"] as const;
export const accountStatusSchema = z.enum(ACCOUNT_STATUSES);
export type AccountStatus = z.infer<typeof accountStatusSchema>;

/** An amount as typed; it is read with the household's currency, which only the session knows. */
export const typedMoneySchema = z.string().trim().max(40, "money.format");

const linkSchema = z
  .url({ protocol: /^https?$/u, message: "url" })
  .max(2000)
  .optional()
  .transform((link) => link ?? null);

const text = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .optional()
    .transform((value) => value ?? "");

/** What the store form sends. */
export const storeFormSchema = z.object({
  name: z.string().trim().min(1, "required").max(80),
  region: text(80),
  shippingFee: typedMoneySchema.optional(),
  freeShippingFrom: typedMoneySchema.optional(),
  appliesBalanceFirst: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  whereToLook: text(1000),
  balanceUrl: linkSchema,
  termsUrl: linkSchema,
});
export type StoreForm = z.infer<typeof storeFormSchema>;

/** A store as a command takes it; `freeShippingFromCents` null means the fee is always due. */
export type StoreInput = Omit<StoreForm, "shippingFee" | "freeShippingFrom"> & {
  readonly preset: StorePreset;
  readonly shippingFeeCents: Cents;
  readonly freeShippingFromCents: Cents | null;
};

const percentSchema = z
  .string()
  .max(40, "stores.percent")
  .transform((typed, context) => {
    const rate = parsePercent(typed);
    if (rate !== null) return rate;
    context.addIssue({ code: "custom", message: "stores.percent" });
    return z.NEVER;
  })
  .optional();

/** The name of a category's field: a prefix, because a category is called "household" and so is the tenant's id in every form. */
export function rateField<Name extends Category>(category: Name): `rate_${Name}` {
  return `rate_${category}`;
}

type RateField = ReturnType<typeof rateField<Category>>;

/** Rates by category in millionths; `rest` is for every category left blank. */
export const taxFormSchema = z.object({
  rest: percentSchema,
  ...(Object.fromEntries(CATEGORIES.map((category) => [rateField(category), percentSchema])) as Record<RateField, typeof percentSchema>),
});
export type TaxForm = z.infer<typeof taxFormSchema>;

export const newAccountSchema = z.object({
  storeId: idSchema,
  memberId: idSchema,
  kind: accountKindSchema,
  label: text(80),
});
export type NewAccount = z.infer<typeof newAccountSchema>;

export const accountChangeSchema = z.object({ kind: accountKindSchema, label: text(80), status: accountStatusSchema });
export type AccountChange = z.infer<typeof accountChangeSchema>;
