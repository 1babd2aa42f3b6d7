"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { formAction } from "@/app/_forms/action";
import { speak } from "@/app/_i18n/language-cookie";
import { currentPerson, requirePerson } from "@/app/_session/actor";
import { requestClient } from "@/app/_session/client";
import { safeNext } from "@/app/_session/next-address";
import { signUp } from "@/lib/auth/accounts";
import { languageOfAddress, rememberLanguage } from "@/lib/auth/language";
import { credentialsSchema, newAccountSchema } from "@/lib/auth/schema";
import { dropCookie, signIn } from "@/lib/auth/session-cookie";
import { endSession } from "@/lib/auth/sessions";
import { join } from "@/lib/households/join";
import { languageOf } from "@/lib/i18n/locale";
import { systemClock } from "@/lib/kernel/clock";

const next = z.string().optional();

export const signInWithPassword = formAction(credentialsSchema.extend({ next }), async (input) => {
  const { email, password } = input;
  const signedIn = await signIn({ email, password }, await requestClient());
  if (!signedIn.ok) return { ok: false, failure: signedIn.failure };
  const language = await languageOfAddress(email);
  if (language) await speak(language);
  redirect(safeNext(input.next));
});

export const makeAccount = formAction(newAccountSchema.extend({ next }), async (input) => {
  const { name, email, password } = input;
  const client = await requestClient();
  const made = await signUp({ name, email, password }, client, systemClock);
  if (!made.ok) return made;
  const language = languageOf(await getLocale());
  if (language) await rememberLanguage(made.value, language);
  const signedIn = await signIn({ email, password }, client);
  if (!signedIn.ok) return signedIn;
  redirect(safeNext(input.next));
});

export async function signOut(): Promise<void> {
  const person = await currentPerson();
  if (person) await endSession(person, person.sessionId, systemClock);
  await dropCookie();
  redirect("/sign-in");
}

export const joinHousehold = formAction(z.object({ token: z.string().max(200) }), async ({ token }) => {
  const person = await requirePerson();
  const joined = await join(person, token, systemClock);
  if (!joined.ok) return joined;
  redirect(`/h/${joined.value}`);
});
