import { z } from "zod";
import { amount, checkbox, wholeNumber } from "@/app/_forms/schemas";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { NEEDS, worthOf, type ItemFields, type Offer, type Priority } from "@/lib/lists/item";
import type { MemberPart } from "@/lib/lists/parts";
import { itemNameSchema, linkSchema, noteSchema, quantitySchema, unitSchema } from "@/lib/lists/schema";
import { categorySchema } from "@/lib/stores/category";
import { forField, PARTS, partsField, STORE_PRICE, storeField, storePriceField } from "./item-field-names";

/** The ids that the form's fields of this prefix are for. */
function idsIn(names: readonly string[], prefix: string): string[] {
  return names
    .filter((name) => name.startsWith(prefix) && idSchema.safeParse(name.slice(prefix.length)).success)
    .map((name) => name.slice(prefix.length));
}

const fixed = (digits: number) =>
  z.object({
    household: idSchema,
    list: idSchema,
    item: idSchema.optional(),
    version: wholeNumber(1, 999_999_999).optional(),
    scripted: z.literal("yes").optional(),
    name: itemNameSchema,
    quantity: quantitySchema.optional(),
    unit: unitSchema.optional(),
    price: amount(digits).optional(),
    category: categorySchema,
    need: z.enum(NEEDS),
    worth: amount(digits).optional(),
    priority: z.enum(["1", "2", "3"]).transform((text) => Number(text) as Priority),
    notBefore: daySchema.optional(),
    neededBy: daySchema.optional(),
    requester: idSchema.optional(),
    forWhom: z.enum(["all", "some"]),
    note: noteSchema.optional(),
    link: linkSchema.optional(),
  });

const MAX_OF_A_KIND = 200;

/**
 * The full item form, read for a currency with `digits` minor digits. A price typed beside a store means it can be had
 * there, ticked or not. `names` are the names of the fields that were sent.
 */
export function itemFormSchema(digits: number, names: readonly string[]) {
  const storeIds = idsIn(names, STORE_PRICE).slice(0, MAX_OF_A_KIND);
  const memberIds = idsIn(names, PARTS).slice(0, MAX_OF_A_KIND);
  const ticks = Object.fromEntries([...storeIds.map(storeField), ...memberIds.map(forField)].map((name) => [name, checkbox]));
  const prices = Object.fromEntries(storeIds.map((id) => [storePriceField(id), amount(digits).optional()]));
  const parts = Object.fromEntries(memberIds.map((id) => [partsField(id), wholeNumber(1, 1000).optional()]));
  const dynamic = z.object({ ...ticks, ...prices, ...parts });

  return fixed(digits)
    .and(dynamic)
    .transform((sent) => {
      const entries = sent as Readonly<Record<string, unknown>>;
      const offers = storeIds.flatMap((storeId): Offer[] => {
        const price = entries[storePriceField(storeId)] as Offer["unitPriceCents"] | undefined;
        return price !== undefined || entries[storeField(storeId)] === true ? [{ storeId, unitPriceCents: price ?? null }] : [];
      });
      const named = memberIds.flatMap((memberId): MemberPart[] => {
        const typed = entries[partsField(memberId)] as number | undefined;
        return entries[forField(memberId)] === true ? [{ memberId, parts: typed ?? 1 }] : [];
      });
      const known = offers.flatMap(({ unitPriceCents }) => unitPriceCents ?? [])[0] ?? sent.price ?? null;
      const fields: ItemFields = {
        name: sent.name,
        quantityMilli: sent.quantity ?? 1000,
        unit: sent.unit ?? "",
        priceCents: sent.price ?? null,
        offers,
        category: sent.category,
        need: sent.need,
        worthCents: worthOf(sent.need, sent.worth ?? null, known),
        priority: sent.priority,
        notBefore: sent.notBefore ?? null,
        neededBy: sent.neededBy ?? null,
        forAll: sent.forWhom === "all",
        parts: sent.forWhom === "all" ? [] : named,
        note: sent.note ?? "",
        link: sent.link ?? null,
      };
      return {
        household: sent.household,
        list: sent.list,
        item: sent.item,
        version: sent.version,
        scripted: sent.scripted === "yes",
        requester: sent.requester,
        fields,
      };
    });
}
