import { z } from "zod";
import { idSchema } from "@/lib/kernel/id";
import { parseQuantity } from "./quantity";

const CONTROL = /[\p{Cc}\p{Cs}]/gu;

/** Text as it may be kept: without control characters (a line break only where `lines`) and blank ends. */
function cleaned(text: string, lines: boolean): string {
  const even = text.replace(/\r\n?/gu, "\n");
  return even.replace(CONTROL, (sign) => (lines && sign === "\n" ? "\n" : sign < " " ? " " : "")).trim();
}

/** A text of so many characters at most, counted as people do, and as the database does. */
function textOf(max: number, code: string, lines = false) {
  return z
    .string()
    .transform((text) => cleaned(text, lines))
    .refine((text) => [...text].length <= max, { message: code });
}

export const listNameSchema = textOf(80, "lists.list_name_long").refine((text) => text !== "", { message: "required" });
export const itemNameSchema = textOf(200, "lists.name_long").refine((text) => text !== "", { message: "required" });
export const noteSchema = textOf(1000, "lists.note_long", true);
export const unitSchema = textOf(20, "lists.unit_long");

/** How many, as typed, in thousandths. */
export const quantitySchema = z.string().transform((text, context) => {
  const reading = parseQuantity(text);
  if (reading.ok) return reading.milli;
  context.addIssue({ code: "custom", message: reading.problem === "format" ? "lists.quantity" : `lists.quantity_${reading.problem}` });
  return z.NEVER;
});

/** A link that can be opened safely: http and https only, so that no script hides behind it. */
export const linkSchema = z
  .string()
  .trim()
  .refine((text) => [...text].length <= 2000, { message: "lists.link_long" })
  .refine((text) => /^https?:\/\/[^\s]+$/iu.test(text) && URL.canParse(text), { message: "lists.link" });

export const listInputSchema = z.object({ name: listNameSchema, storeId: idSchema.optional() });
