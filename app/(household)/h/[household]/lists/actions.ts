"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { requireActor } from "@/app/_session/actor";
import { idSchema } from "@/lib/kernel/id";
import { ok } from "@/lib/kernel/result";
import { archiveList, createList, renameList } from "@/lib/lists/list-commands";
import { listInputSchema, listNameSchema } from "@/lib/lists/schema";

const inHousehold = z.object({ household: idSchema });
const aboutList = inHousehold.extend({ list: idSchema });

export const createListAction = formAction(inHousehold.extend(listInputSchema.shape), async ({ household, ...input }, { commandId }) => {
  const actor = await requireActor(household);
  const made = await createList(actor, commandId, input);
  if (!made.ok) return made;
  redirect(`/h/${household}/lists/${made.value.listId}`);
});

export const renameListAction = formAction(aboutList.extend({ name: listNameSchema }), async ({ household, list, name }, { commandId }) => {
  const actor = await requireActor(household);
  const renamed = await renameList(actor, commandId, { listId: list, name });
  if (!renamed.ok) return renamed;
  refresh();
  return ok(undefined);
});

/** Puts the list away and goes to the overview, where that can be undone at once. */
export const archiveListAction = formAction(aboutList, async ({ household, list }, { commandId }) => {
  const actor = await requireActor(household);
  const archived = await archiveList(actor, commandId, { listId: list, archived: true });
  if (!archived.ok) return archived;
  redirect(`/h/${household}/lists?away=${list}`);
});

export const restoreListAction = formAction(aboutList, async ({ household, list }, { commandId }) => {
  const actor = await requireActor(household);
  const restored = await archiveList(actor, commandId, { listId: list, archived: false });
  if (!restored.ok) return restored;
  redirect(`/h/${household}/lists`);
});
