"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_forms/action";
import { requirePerson } from "@/app/_session/actor";
import * as households from "@/lib/households/create";
import { newHouseholdSchema } from "@/lib/households/schema";

export const createHousehold = formAction(newHouseholdSchema, async (input, { commandId }) => {
  const person = await requirePerson();
  const made = await households.createHousehold(person, commandId, input);
  if (!made.ok) return made;
  redirect(`/h/${made.value}`);
});
