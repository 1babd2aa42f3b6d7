"use server";

import { refresh } from "next/cache";
import { currentPerson } from "@/app/_session/actor";
import { rememberLanguage } from "@/lib/auth/language";
import { languageOf } from "@/lib/i18n/locale";
import { speak } from "./language-cookie";

/** Speaks another language from now on: at this device, and to the person who is signed in wherever they are. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const wanted = form.get("language");
  const language = typeof wanted === "string" ? languageOf(wanted) : undefined;
  if (!language) return;
  await speak(language);
  const person = await currentPerson();
  if (person) await rememberLanguage(person.userId, language);
  refresh();
}
