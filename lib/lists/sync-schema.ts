import { z } from "zod";
import { cents, MAX_CENTS } from "@/lib/kernel/cents";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { categorySchema } from "@/lib/stores/category";
import type { Change } from "./change";
import { NEEDS, type ItemFields, type Priority } from "./item";
import { MAX_QUANTITY_MILLI } from "./quantity";
import { itemNameSchema, linkSchema, noteSchema, unitSchema } from "./schema";

/** The most changes in one sending; a device with more sends again. */
export const MOST_AT_ONCE = 100;
const MOST_OF_A_KIND = 200;

const amount = z
  .string()
  .regex(/^\d{1,14}$/u)
  .transform((text) => BigInt(text))
  .refine((value) => value <= MAX_CENTS, { message: "money.huge" })
  .transform(cents);
const version = z.number().int().min(0).max(2_000_000_000);

const shape = {
  name: itemNameSchema,
  quantityMilli: z.number().int().min(1).max(MAX_QUANTITY_MILLI),
  unit: unitSchema,
  priceCents: amount.nullable(),
  offers: z
    .array(z.object({ storeId: idSchema, unitPriceCents: amount.nullable() }))
    .max(MOST_OF_A_KIND)
    .refine((offers) => new Set(offers.map(({ storeId }) => storeId)).size === offers.length),
  category: categorySchema,
  need: z.enum(NEEDS),
  worthCents: amount.nullable(),
  priority: z.union([z.literal(1), z.literal(2), z.literal(3)]).transform((level): Priority => level),
  notBefore: daySchema.nullable(),
  neededBy: daySchema.nullable(),
  forAll: z.boolean(),
  parts: z
    .array(z.object({ memberId: idSchema, parts: z.number().int().min(1).max(1000) }))
    .max(MOST_OF_A_KIND)
    .refine((parts) => new Set(parts.map(({ memberId }) => memberId)).size === parts.length),
  note: noteSchema,
  link: linkSchema.nullable(),
};

/** An optional item has a worth, a must none, whatever a device says. */
function evenWorth<T extends Partial<ItemFields>>(fields: T): T {
  if (fields.need === undefined) return fields;
  return { ...fields, worthCents: fields.need === "must" ? null : (fields.worthCents ?? cents(0)) };
}

const about = { id: idSchema, itemId: idSchema };

/** One change as a device sends it. */
const changeSchema = z.discriminatedUnion("kind", [
  z.object({ id: idSchema, kind: z.literal("add"), fields: z.object(shape).transform((fields) => evenWorth(fields)) }),
  z.object({
    ...about,
    kind: z.literal("edit"),
    version,
    set: z
      .object(shape)
      .partial()
      .transform((set) => evenWorth(set)),
  }),
  z.object({ ...about, kind: z.literal("check") }),
  z.object({ ...about, kind: z.literal("uncheck"), seen: idSchema.nullable() }),
  z.object({ ...about, kind: z.literal("remove"), version, open: z.boolean() }),
  z.object({ ...about, kind: z.literal("restore"), to: z.enum(["open", "checked"]) }),
  z.object({ ...about, kind: z.literal("move"), anchorId: idSchema, side: z.enum(["before", "after"]) }),
  z.object({ ...about, kind: z.literal("keep") }),
]);

/** One sending: which member's device it is, what it knows, and what was done on it. A change that can't be read is answered by itself. */
export const sendingSchema = z.object({
  member: idSchema,
  since: version,
  changes: z.array(z.looseObject({ id: idSchema })).max(MOST_AT_ONCE),
});

export function readChange(sent: unknown): Change | null {
  const read = changeSchema.safeParse(sent);
  return read.success ? (read.data as Change) : null;
}
