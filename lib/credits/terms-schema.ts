import { z } from "zod";
import { daySchema } from "@/lib/kernel/day";
import { SEEN_ANSWERS, SOURCE_KINDS, SPECIAL_SUBJECTS } from "@/lib/policy/facts";
import { CATEGORIES } from "@/lib/stores/category";

const words = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .optional()
    .transform((value) => value ?? "");

const link = z
  .union([z.literal(""), z.url({ protocol: /^https?$/u, message: "url" }).max(1000)])
  .optional()
  .transform((value) => value ?? "");

/** What something can be said of or looked at for: gift cards of both sorts, or a category of goods. */
export const SUBJECTS = [...SPECIAL_SUBJECTS, ...CATEGORIES.filter((category) => category !== "gift_card")] as const;

/** "I read it" needs a link or the text (R60); what is understood needs its three fields (R59). */
export const readingFormSchema = z.object({
  state: z.enum(["read", "unclear"]),
  offer: words(120),
  link,
  pasted: words(20_000),
  limits: words(1000),
  ends: words(1000),
  eligible: words(1000),
  readOn: daySchema,
});
export type ReadingForm = z.infer<typeof readingFormSchema>;

export const statementFormSchema = z.object({
  subject: z.enum(SUBJECTS),
  allows: z.enum(["yes", "no"]).transform((value) => value === "yes"),
  source: z.enum(SOURCE_KINDS),
  quote: words(2000),
  link,
  author: z.string().trim().min(1, "required").max(120),
  saidOn: daySchema,
  warned: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});
export type StatementForm = z.infer<typeof statementFormSchema>;

export const lookFormSchema = z.object({
  subject: z.enum(SUBJECTS),
  answer: z.enum(SEEN_ANSWERS),
  reason: words(500),
  lookedOn: daySchema,
});
export type LookForm = z.infer<typeof lookFormSchema>;

export const pathStepSchema = z.enum(["origin_unknown", "cart_skipped"]);
export type PathMark = z.infer<typeof pathStepSchema>;
