"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { requirePerson } from "@/app/_session/actor";
import { requestClient } from "@/app/_session/client";
import * as accounts from "@/lib/auth/accounts";
import { newPasswordSchema, personNameSchema } from "@/lib/auth/schema";
import { dropCookie } from "@/lib/auth/session-cookie";
import * as sessions from "@/lib/auth/sessions";
import * as farewell from "@/lib/households/close-account";
import { renameSelf } from "@/lib/households/rename-self";
import { systemClock } from "@/lib/kernel/clock";
import { idSchema } from "@/lib/kernel/id";
import { ok } from "@/lib/kernel/result";

export const changeName = formAction(z.object({ name: personNameSchema }), async ({ name }) => {
  await renameSelf(await requirePerson(), name);
  refresh();
  return ok(undefined);
});

export const changePassword = formAction(newPasswordSchema, async (input) => {
  const changed = await accounts.changePassword(await requirePerson(), input, await requestClient(), systemClock);
  if (!changed.ok) return changed;
  refresh();
  return ok(undefined);
});

export const endSession = formAction(z.object({ session: idSchema }), async ({ session }) => {
  await sessions.endSession(await requirePerson(), session, systemClock);
  refresh();
  return ok(undefined);
});

export const endOtherSessions = formAction(z.object({}), async () => {
  await sessions.endOtherSessions(await requirePerson(), systemClock);
  refresh();
  return ok(undefined);
});

export const closeAccount = formAction(z.object({ password: z.string().max(10_000), leaves: personNameSchema }), async (input) => {
  const closed = await farewell.closeAccount(await requirePerson(), input, await requestClient(), systemClock);
  if (!closed.ok) return closed;
  await dropCookie();
  redirect("/sign-in");
});
