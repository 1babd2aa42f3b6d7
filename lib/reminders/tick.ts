import { TZDate } from "@date-fns/tz";
import { inHousehold } from "@/lib/db/transaction";
import { LOCALES, type Language } from "@/lib/i18n/locale";
import { dayIn, type Day } from "@/lib/kernel/day";
import type { Clock } from "@/lib/kernel/clock";
import type { Id } from "@/lib/kernel/id";
import { log } from "@/lib/log/log";
import { claim, noteDue, settle, type Claimed, type Outcome } from "./deliver";
import { homeAddress, readReminded, type Reminded } from "./household";
import { mailSettings, sendMail } from "./mail";
import { isPushService, pushKeys, sendPush } from "./push";
import { dueOn, isSendingHour } from "./schedule";
import { readSubjects, type Remindable } from "./subjects";
import { letterOf, lineOf, type Letter } from "./words";
import { writeOffExpired } from "./write-off";

/** What an hour brought to a household. */
export type Ticked = { readonly writtenOff: number; readonly sent: number };

/**
 * The hourly work for one household: what expired is written off (R78), and from the morning on, everybody is told what
 * is due, once. Any number of servers may do it at the same moment, and any number of times.
 */
export async function tickHousehold(householdId: Id, clock: Clock): Promise<Ticked> {
  const reminded = await readReminded(householdId);
  if (!reminded) return { writtenOff: 0, sent: 0 };
  const now = clock.now();
  const { timeZone } = reminded.household;
  const today = dayIn(timeZone, now);
  const writtenOff = await writeOffExpired({ householdId, household: reminded.household }, today);
  if (!isSendingHour(new TZDate(now, timeZone).getHours())) return { writtenOff, sent: 0 };

  const subjects = await inHousehold(householdId, async (tx) => {
    const found = await readSubjects(tx, { householdId, timeZone });
    await noteDue(tx, reminded, dueOn(found, today), { email: mailSettings() !== null });
    return found;
  });
  const claimed = await claim(householdId, today, now);
  let sent = 0;
  for (const batch of batches(claimed)) sent += await sendBatch(reminded, subjects, today, now, batch);
  return { writtenOff, sent };
}

/** One letter per person and channel. */
function batches(claimed: readonly Claimed[]): Claimed[][] {
  const found = new Map<string, Claimed[]>();
  for (const row of claimed) {
    const key = `${row.memberId} ${row.channel}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return [...found.values()];
}

/** Sends what one person is told by one channel; the answer is how many reminders that were. */
async function sendBatch(
  reminded: Reminded,
  subjects: readonly Remindable[],
  today: Day,
  now: Date,
  batch: readonly Claimed[],
): Promise<number> {
  const { householdId } = reminded;
  const aboutOf = (row: Claimed) => subjects.find((about) => about.kind === row.kind && about.subjectId === row.subjectId);
  // What was done since it was written down needs no words.
  const open = batch.flatMap((row) => {
    const about = aboutOf(row);
    return about ? [{ row, about }] : [];
  });
  const done = batch.filter((row) => !aboutOf(row)).map(({ id }) => id);
  if (done.length > 0) await settle(householdId, done, { sent: false, problem: "done meanwhile", again: false }, now);
  const [first] = open;
  if (!first) return 0;

  const { memberId, channel, id } = first.row;
  const locale = reminded.members.find((member) => member.memberId === memberId)?.language ?? LOCALES[0];
  const place = { currency: reminded.household.currency, today, locale };
  const lines = open.map(({ about }) => lineOf(about, memberId, place));
  const letter = letterOf(lines, { name: reminded.household.name, home: homeAddress(householdId) }, locale);
  const outcome = await (channel === "email"
    ? mail(reminded, memberId, letter, { id, locale })
    : push(householdId, memberId, letter)
  ).catch((error: unknown): Outcome => {
    log.warn({ err: error, householdId, channel }, "A reminder could not be sent");
    return { sent: false, problem: error instanceof Error ? error.message : "unknown", again: true };
  });
  const ids = open.map(({ row }) => row.id);
  await settle(householdId, ids, outcome, now);
  return outcome.sent ? ids.length : 0;
}

async function mail(
  { members }: Reminded,
  memberId: Id,
  letter: Letter,
  { id, locale }: { readonly id: Id; readonly locale: Language },
): Promise<Outcome> {
  const settings = mailSettings();
  const address = members.find((member) => member.memberId === memberId)?.email;
  if (!settings || !address) return { sent: false, problem: "no address", again: false };
  await sendMail(settings, address, letter, id, locale);
  return { sent: true };
}

/** To each of a member's browsers; sent when one took it. Browsers that want none any more are forgotten. */
async function push(householdId: Id, memberId: Id, letter: Letter): Promise<Outcome> {
  const browsers = await inHousehold(householdId, (tx) => tx.pushSubscription.findMany({ where: { householdId, memberId } }));
  if (browsers.length === 0) return { sent: false, problem: "no browser", again: false };
  const keys = pushKeys();
  const problems: unknown[] = [];
  let taken = 0;
  for (const browser of browsers) {
    try {
      const answer = isPushService(browser.endpoint) ? await sendPush(keys, browser, letter) : "gone";
      if (answer === "sent") taken += 1;
      else await inHousehold(householdId, (tx) => tx.pushSubscription.deleteMany({ where: { householdId, id: browser.id } }));
    } catch (error) {
      problems.push(error);
    }
  }
  if (taken > 0) return { sent: true };
  if (problems.length > 0) throw problems[0];
  return { sent: false, problem: "no browser", again: false };
}
