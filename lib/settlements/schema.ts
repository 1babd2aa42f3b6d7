import { z } from "zod";
import { MAX_CENTS, type Cents } from "@/lib/kernel/cents";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";

export const settleSchema = z.object({
  fromId: idSchema,
  toId: idSchema,
  amountCents: z.custom<Cents>((value) => typeof value === "bigint" && value >= 0n && value <= MAX_CENTS, "money.format"),
  note: z
    .string()
    .trim()
    .max(500)
    .optional()
    .transform((text) => text ?? ""),
  occurredOn: daySchema,
});
export type Settle = z.output<typeof settleSchema>;
