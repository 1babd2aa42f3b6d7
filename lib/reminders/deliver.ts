import { inHousehold, type Tx } from "@/lib/db/transaction";
import { addDays, dateFromDay, dayFromDate, type Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import type { Reminded } from "./household";
import { KINDS, type Due, type Kind } from "./schedule";
import { recipients, type Remindable } from "./subjects";

/** The ways a reminder leaves the app; the home page and the calendar show what is open by themselves. */
export const CHANNELS = ["email", "push"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Which kinds a member wants by which channel (a choice never made: all of them), and through how many browsers. */
export type Choice = { readonly email: readonly Kind[]; readonly push: readonly Kind[] };

const kindsOf = (given: readonly string[]) => KINDS.filter((kind) => given.includes(kind));

export async function readChoices(tx: Tx, householdId: Id): Promise<ReadonlyMap<Id, Choice>> {
  const rows = await tx.reminderChoice.findMany({ where: { householdId } });
  return new Map(rows.map((row) => [row.memberId, { email: kindsOf(row.emailKinds), push: kindsOf(row.pushKinds) }]));
}

/**
 * Writes down what each person has to be told today: one row per person, reminder, day and channel. What is written
 * already, by whichever server, is left as it is: so nothing is told twice.
 */
export async function noteDue(
  tx: Tx,
  { householdId, household, members }: Reminded,
  due: readonly Due<Remindable>[],
  usable: { readonly email: boolean },
): Promise<void> {
  const choices = await readChoices(tx, householdId);
  const browsers = new Set(
    (await tx.pushSubscription.findMany({ where: { householdId }, select: { memberId: true } })).map((row) => row.memberId),
  );
  const reaches = (channel: Channel, member: Id) => (channel === "email" ? usable.email : browsers.has(member));
  const rows = due.flatMap((about) =>
    recipients(about, members, household.childrenSeeBalances).flatMap(({ memberId }) =>
      CHANNELS.filter((channel) => reaches(channel, memberId) && (choices.get(memberId)?.[channel] ?? KINDS).includes(about.kind)).map(
        (channel) => ({
          householdId,
          id: newId(),
          memberId,
          kind: about.kind,
          subjectId: about.subjectId,
          dueOn: dateFromDay(about.dueOn),
          channel,
        }),
      ),
    ),
  );
  await tx.reminderDelivery.createMany({ data: rows, skipDuplicates: true });
}

const ATTEMPTS = 5;
/** Who has been at it for so long has died at it: another takes over. */
const GIVEN_UP_AFTER_MS = 15 * 60_000;
/** What couldn't be sent within so many days isn't news any more. */
const TOO_LATE_DAYS = 4;

export type Claimed = { readonly id: Id; readonly memberId: Id; readonly kind: Kind; readonly subjectId: Id; readonly channel: Channel };

/**
 * Takes what waits to be sent, so that nobody else sends it: rows that another server is taking at this moment are left
 * to it. Committed before anything leaves.
 */
export function claim(householdId: Id, today: Day, now: Date): Promise<Claimed[]> {
  return inHousehold(householdId, async (tx) => {
    const stale = new Date(now.getTime() - GIVEN_UP_AFTER_MS);
    await tx.reminderDelivery.updateMany({
      where: { householdId, status: "waiting", dueOn: { lt: dateFromDay(addDays(today, -TOO_LATE_DAYS)) } },
      data: { status: "failed", problem: "too late" },
    });
    return tx.$queryRaw<Claimed[]>`
      update reminder_delivery d set status = 'sending', attempts = d.attempts + 1, tried_at = ${now}::timestamptz
      from (
        select w.id from reminder_delivery w
        where w.household_id = ${householdId}::uuid and (w.status = 'waiting' or (w.status = 'sending' and w.tried_at < ${stale}::timestamptz))
        order by w.id for update skip locked
      ) mine
      where d.household_id = ${householdId}::uuid and d.id = mine.id
      returning d.id::text as id, d.member_id::text as "memberId", d.kind, d.subject_id::text as "subjectId", d.channel`;
  });
}

export type Outcome = { readonly sent: true } | { readonly sent: false; readonly problem: string; readonly again: boolean };

/** Says how the sending of claimed rows ended: sent, to be tried again an hour later, or given up. */
export function settle(householdId: Id, ids: readonly Id[], outcome: Outcome, now: Date): Promise<void> {
  return inHousehold(householdId, async (tx) => {
    const where = { householdId, id: { in: [...ids] }, status: "sending" };
    if (outcome.sent) {
      await tx.reminderDelivery.updateMany({ where, data: { status: "sent", sentAt: now, problem: "" } });
      return;
    }
    const problem = outcome.problem.slice(0, 500);
    const tried = outcome.again ? { lt: ATTEMPTS } : { lt: 0 };
    await tx.reminderDelivery.updateMany({ where: { ...where, attempts: tried }, data: { status: "waiting", problem } });
    await tx.reminderDelivery.updateMany({ where, data: { status: "failed", problem } });
  });
}

/** For the settings page: whether the last letter to a member arrived, and the day it was due. */
export async function lastProblem(tx: Tx, householdId: Id, memberId: Id): Promise<{ readonly on: Day; readonly channel: Channel } | null> {
  const row = await tx.reminderDelivery.findFirst({
    where: { householdId, memberId, status: { in: ["sent", "failed"] } },
    orderBy: { id: "desc" },
    select: { status: true, dueOn: true, channel: true },
  });
  return row?.status === "failed" ? { on: dayFromDate(row.dueOn), channel: row.channel === "push" ? "push" : "email" } : null;
}
