"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { describeValues } from "@/app/_forms/describe";
import type { FormAction } from "@/app/_forms/state";
import { requireActor } from "@/app/_session/actor";
import { today } from "@/lib/auth/actor";
import { systemClock } from "@/lib/kernel/clock";
import { minorDigits } from "@/lib/kernel/currency";
import { idSchema, newId } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { addItem, editItem, moveItem, setItemStatus } from "@/lib/lists/commands";
import { quickAddFrame } from "@/lib/lists/queries";
import { readQuickAdd } from "@/lib/lists/quick-add";
import { CATEGORIES } from "@/lib/stores/category";
import { itemFormSchema } from "./item-form-schema";

/** What a change made from the page itself hears back: nothing, or why not, in words. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly text: string };

const aboutList = z.object({ household: idSchema, list: idSchema });

/** Reads the line as the page's preview did, and adds what it says. */
export const addByLineAction = formAction(
  aboutList.extend({ line: z.string({ message: "lists.name_missing" }) }),
  async ({ household, list, line }, { commandId }) => {
    const actor = await requireActor(household);
    const frame = await quickAddFrame(actor, list);
    if (!frame) return fail("not_found");
    const { currency } = actor.household;
    const { item, problems } = readQuickAdd(line, {
      today: today(actor, systemClock),
      currency,
      digits: minorDigits(currency),
      stores: frame.stores,
      members: frame.members,
      me: actor.memberId,
      listStoreId: frame.storeId,
      categories: CATEGORIES,
    });
    const [problem] = problems;
    if (problem) return fail(problem.code, { ...problem, field: "line" });
    const added = await addItem(actor, commandId, { ...item, listId: list });
    if (!added.ok) return fail(added.failure.code, { ...added.failure, field: "line" });
    refresh();
    return ok(undefined);
  },
);

/** The full form: adds an item, or changes one. Without scripts it goes back to the list; with them the page closes the form. */
export const saveItemAction: FormAction = async (previous, formData) => {
  const household = formData.get("household");
  const actor = await requireActor(typeof household === "string" ? household : "");
  const schema = itemFormSchema(minorDigits(actor.household.currency), [...formData.keys()]);
  const save = formAction(schema, async ({ list, item, version, requester = actor.memberId, scripted, fields }, { commandId }) => {
    const saved: Result<unknown> =
      item === undefined
        ? await addItem(actor, commandId, { ...fields, listId: list, requesterId: requester })
        : await editItem(actor, commandId, { ...fields, itemId: item, version: version ?? 0, requesterId: requester });
    if (!saved.ok) {
      // The page then shows what the other person made of it, beside what was typed.
      if (saved.failure.code === "lists.changed_meanwhile") refresh();
      return saved;
    }
    if (!scripted) redirect(`/h/${actor.householdId}/lists/${list}`);
    refresh();
    return ok({ name: fields.name });
  });
  return save(previous, formData);
};

async function answer(result: Result<unknown>): Promise<Answer> {
  if (result.ok) {
    refresh();
    return { ok: true };
  }
  const { code, values = {} } = result.failure;
  const [t, locale] = await Promise.all([getTranslations("errors"), getLocale()]);
  return { ok: false, text: t.has(code) ? t(code, { ...describeValues(values, locale) }) : t("unexpected") };
}

const statusSchema = z.object({ household: idSchema, commandId: idSchema, item: idSchema, to: z.enum(["open", "checked", "removed"]) });

export async function setStatusAction(sent: z.input<typeof statusSchema>): Promise<Answer> {
  const parsed = statusSchema.safeParse(sent);
  if (!parsed.success) return answer(fail("id"));
  const { household, commandId, item, to } = parsed.data;
  const actor = await requireActor(household);
  return answer(await setItemStatus(actor, commandId, { itemId: item, to }));
}

const moveSchema = z.object({
  household: idSchema,
  commandId: idSchema,
  item: idSchema,
  anchor: idSchema,
  side: z.enum(["before", "after"]),
});

export async function moveItemAction(sent: z.input<typeof moveSchema>): Promise<Answer> {
  const parsed = moveSchema.safeParse(sent);
  if (!parsed.success) return answer(fail("id"));
  const { household, commandId, item, anchor, side } = parsed.data;
  const actor = await requireActor(household);
  return answer(await moveItem(actor, commandId, { itemId: item, anchorId: anchor, side }));
}

/** A row's buttons pressed without scripts: `tick` says which item becomes what, `move` which goes before or after which. Twice is as once. */
export async function pressAction(formData: FormData): Promise<void> {
  const about = { household: formData.get("household"), commandId: newId() };
  const [moved, side, anchor] = String(formData.get("move")).split(":");
  const move = moveSchema.safeParse({ ...about, item: moved, side, anchor });
  if (move.success) await moveItemAction(move.data);
  const [ticked, to] = String(formData.get("tick")).split(":");
  const tick = statusSchema.safeParse({ ...about, item: ticked, to });
  if (tick.success) await setStatusAction(tick.data);
}
