import { formatDay } from "@/lib/i18n/days";
import type { Locale } from "@/lib/i18n/locale";
import { formatMoney } from "@/lib/i18n/money";
import { translator } from "@/lib/i18n/translator";
import { daysBetween, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { Remindable } from "./subjects";

/** One reminder in words: what, why, and where to go. */
export type Line = { readonly title: string; readonly text: string; readonly path: string };

type Said = Pick<Remindable, "kind" | "storeName" | "memberId" | "memberName" | "origin" | "cents" | "on" | "path">;

/** A reminder as its reader is told: their own things are "your". */
export function lineOf(about: Said, reader: Id, place: { readonly currency: string; readonly today: Day; readonly locale: Locale }): Line {
  const t = translator(place.locale, "reminders");
  const values = {
    store: about.storeName,
    whose: about.memberId === reader ? "none" : about.memberName,
    origin: about.origin ?? "card",
    amount: about.cents === null ? "" : formatMoney(about.cents, place.currency, place.locale),
    day: formatDay(about.on, place.locale, place.today),
    days: Math.abs(daysBetween(place.today, about.on)),
  };
  return { title: oneLine(t(`says.${about.kind}.title`, values)), text: oneLine(t(`says.${about.kind}.text`, values)), path: about.path };
}

/** Whatever names are in it, it stays one line: of a header, of a paragraph. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** What goes out to one person by one channel at one time: all that is due, under one heading. */
export type Letter = { readonly subject: string; readonly lines: readonly Line[]; readonly home: string };

/** One heading for one reminder or several. */
export function letterOf(lines: readonly Line[], household: { readonly name: string; readonly home: string }, locale: Locale): Letter {
  const t = translator(locale, "reminders");
  const [only] = lines;
  const subject = lines.length === 1 && only ? only.title : t("mail.subject", { count: lines.length, household: household.name });
  return { subject: oneLine(subject), lines, home: household.home };
}
