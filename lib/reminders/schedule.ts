import { addDays, daysBetween, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";

/** What there are reminders of. */
export const KINDS = ["expiry", "methods_back", "follow_up", "card", "check", "terms"] as const;
export type Kind = (typeof KINDS)[number];

/** So many days before the last day a balance can be used, its holder hears of it (R75). */
export const EXPIRY_DAYS = [30, 14, 7, 1] as const;
/** A reminder that couldn't go out on its day (nothing was running) still goes out so many days later, then no more. */
const CATCH_UP_DAYS = 3;
/** From this hour on the household's clock something is sent: nobody is woken. */
const SEND_FROM_HOUR = 7;

/** How often what is still open is said again, in days. */
const AGAIN = { methods_back: 2, follow_up: 7, card: 30, terms: 30 } as const;

/** What ends on a day: a balance, or a card not redeemed yet. `knownSince` is the day it was written down. */
export type Ending = { readonly kind: "expiry"; readonly subjectId: Id; readonly expiresOn: Day; readonly knownSince: Day };
/** What is due on a day, and then again and again until it is done; `everyDays` 0 is never. */
export type Recurring = {
  readonly kind: Exclude<Kind, "expiry">;
  readonly subjectId: Id;
  readonly firstOn: Day;
  readonly everyDays: number;
};
export type Subject = Ending | Recurring;

export type Due<S extends Subject = Subject> = S & {
  /** The day in the household's time zone on which it fell due; with kind and subject it names the reminder. */
  readonly dueOn: Day;
};

/** An order that is placed while other ways to pay are still off (R14): the next day, and every second day. */
export function methodsBack(orderId: Id, orderedOn: Day): Recurring {
  return { kind: "methods_back", subjectId: orderId, firstOn: addDays(orderedOn, 1), everyDays: AGAIN.methods_back };
}

/** A case whose store should have answered by `followUpOn` (R35). */
export function followUp(caseId: Id, followUpOn: Day): Recurring {
  return { kind: "follow_up", subjectId: caseId, firstOn: followUpOn, everyDays: AGAIN.follow_up };
}

/** A card nobody had a purpose for when it was looked at (R9). */
export function cardWaits(cardId: Id, remindOn: Day): Recurring {
  return { kind: "card", subjectId: cardId, firstOn: remindOn, everyDays: AGAIN.card };
}

/** A store account whose balances were last looked at on `seenOn` (R84). */
export function balanceCheck(accountId: Id, seenOn: Day, everyDays: number): Recurring {
  return { kind: "check", subjectId: accountId, firstOn: addDays(seenOn, everyDays), everyDays };
}

/** Terms read on `readOn`, which may have changed `afterDays` later (R50). */
export function termsAgain(creditId: Id, readOn: Day, afterDays: number): Recurring {
  return { kind: "terms", subjectId: creditId, firstOn: addDays(readOn, afterDays), everyDays: afterDays === 0 ? 0 : AGAIN.terms };
}

/** The day of the newest reminder of a subject, today or before; null where there is none. */
function newestDue(subject: Subject, today: Day): Day | null {
  if (subject.kind === "expiry") {
    if (subject.expiresOn < today) return null;
    const days = EXPIRY_DAYS.map((before) => addDays(subject.expiresOn, -before)).filter((due) => due <= today);
    const newest = days.at(-1) ?? null;
    // Who writes a balance down knows how long it lasts: what was due before that day is no news.
    return newest !== null && newest >= subject.knownSince ? newest : null;
  }
  if (subject.everyDays === 0 || subject.firstOn > today) return null;
  const since = daysBetween(subject.firstOn, today);
  return addDays(today, -(since % subject.everyDays));
}

/**
 * What there is to say on this day, with the day each fell due. The same reminder has the same `dueOn` however often
 * this is asked, so that saying it once per `dueOn` says it once.
 */
export function dueOn<S extends Subject>(subjects: readonly S[], today: Day): Due<S>[] {
  return subjects.flatMap((subject) => {
    const due = newestDue(subject, today);
    return due !== null && daysBetween(due, today) <= CATCH_UP_DAYS ? [{ ...subject, dueOn: due }] : [];
  });
}

/** Whether what comes back is due at all today, however long ago it was said: for pages. */
export function isOpen(subject: Recurring, today: Day): boolean {
  return subject.everyDays !== 0 && subject.firstOn <= today;
}

/** Whether this hour on the household's clock is one to send in. */
export function isSendingHour(hour: number): boolean {
  return hour >= SEND_FROM_HOUR;
}
