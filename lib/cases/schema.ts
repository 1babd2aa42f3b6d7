import { z } from "zod";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { ABOUTS, CHANNELS, CHOICES, DOCUMENTS, OPTIONS, OUTCOMES, REASONS } from "./options";
import { POINTS } from "./points";

const text = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .optional()
    .transform((value) => value ?? "");

const yesNo = z.enum(["yes", "no"]).transform((value) => value === "yes");

/** What a case is opened with: a balance, or an account as a whole. */
export const openCaseSchema = z.object({
  place: z.union(
    [
      z
        .string()
        .startsWith("credit:")
        .transform((value) => ({ creditId: value.slice("credit:".length) }))
        .pipe(z.object({ creditId: idSchema })),
      z
        .string()
        .startsWith("account:")
        .transform((value) => ({ accountId: value.slice("account:".length) }))
        .pipe(z.object({ accountId: idSchema })),
    ],
    "choice",
  ),
  about: z.enum(ABOUTS),
  reason: z.enum(REASONS),
  story: text(2000),
});
export type OpenCase = z.output<typeof openCaseSchema>;

/** The last four characters of a code, as a case keeps them. */
export const CODE_END = /^[0-9A-Z]{4}$/u;

/** What the case knows; the code is only ever its last four characters (R32). */
export const factsSchema = z.object({
  reason: z.enum(REASONS),
  story: text(2000),
  wish: text(500),
  codeEnd: z
    .string()
    .trim()
    .transform((value) => value.toUpperCase())
    .pipe(z.string().regex(CODE_END, "cases.code_end"))
    .optional()
    .transform((value) => value ?? ""),
  redeemedOn: daySchema.optional().transform((value) => value ?? null),
  accountDetails: text(300),
});
export type CaseFacts = z.output<typeof factsSchema>;

export const optionSchema = z.object({ option: z.enum(OPTIONS), choice: z.enum(CHOICES) });
export const documentSchema = z.object({ document: z.enum(DOCUMENTS), done: yesNo });
export const pointSchema = z.object({ point: z.enum(POINTS.map(({ point }) => point)), done: yesNo });

/** One contact with the store (R33). The time is on the household's wall clock. */
export const contactSchema = z.object({
  happenedOn: daySchema,
  happenedAt: z
    .string()
    .trim()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, "cases.time"),
  channel: z.enum(CHANNELS),
  representative: text(120),
  reference: text(120),
  note: text(2000),
});
export type NewContact = z.output<typeof contactSchema>;

export const outcomeSchema = z.object({ outcome: z.enum(OUTCOMES), outcomeOn: daySchema, note: text(1000) });
export type CaseOutcome = z.output<typeof outcomeSchema>;

export const thirdPartySchema = z.object({
  name: z.string().trim().min(1, "required").max(120),
  evidence: z.string().trim().min(1, "required").max(2000),
  acknowledgement: z.string().trim().min(1, "required").max(300),
});
export type TypedThirdParty = z.output<typeof thirdPartySchema>;
