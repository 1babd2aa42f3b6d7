"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { requirePerson } from "@/app/_session/actor";
import * as households from "@/lib/households/create";
import { bringBack, deletedHouseholds } from "@/lib/households/delete";
import { newHouseholdSchema } from "@/lib/households/schema";
import { systemClock } from "@/lib/kernel/clock";
import { idSchema } from "@/lib/kernel/id";

export const createHousehold = formAction(newHouseholdSchema, async (input, { commandId }) => {
  const person = await requirePerson();
  const made = await households.createHousehold(person, commandId, input);
  if (!made.ok) return made;
  redirect(`/h/${made.value}`);
});

export const bringHouseholdBack = formAction(z.object({ household: idSchema }), async ({ household }, { commandId }) => {
  const person = await requirePerson();
  const deleted = await deletedHouseholds(person.userId, systemClock);
  const found = deleted.find(({ actor }) => actor.householdId === household) ?? notFound();
  const back = await bringBack(found.actor, commandId, systemClock);
  if (!back.ok) return back;
  redirect(`/h/${household}`);
});
