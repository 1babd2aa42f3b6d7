import { z } from "zod";
import { MAX_CENTS, type Cents } from "@/lib/kernel/cents";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { budgetCategorySchema } from "./category";

const centsSchema = z.custom<Cents>((value) => typeof value === "bigint" && value >= 0n && value <= MAX_CENTS, "money.format");

export const envelopeSchema = z.object({ category: budgetCategorySchema, limitCents: centsSchema });
export type EnvelopeInput = z.output<typeof envelopeSchema>;

export const expenseSchema = z.object({
  name: z.string().trim().min(1, "required").max(120),
  category: budgetCategorySchema,
  cents: centsSchema,
  spentOn: daySchema,
  paidById: idSchema,
});
export type ExpenseInput = z.output<typeof expenseSchema>;
