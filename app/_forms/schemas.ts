import { z } from "zod";
import { parseMoney } from "@/lib/kernel/cents";

/** A tick box: absent is false. */
export const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** Several values of one name (tick boxes, a multiple choice), also when one or none was sent. */
export function several<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));
}

/** An amount as typed, into Cents of a currency with `digits` minor digits. */
export function amount(digits: number) {
  return z.string().transform((text, context) => {
    const parsed = parseMoney(text, digits);
    if (parsed.ok) return parsed.cents;
    context.addIssue({ code: "custom", message: parsed.problem });
    return z.NEVER;
  });
}

/** A whole number as typed. */
export function wholeNumber(minimum: number, maximum: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/u, "number")
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum));
}
