import type { Actor } from "@/lib/auth/actor";
import { inHousehold } from "@/lib/db/transaction";
import type { Day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { tokenOf } from "./calendar-token";
import { lastProblem, readChoices, type Channel, type Choice } from "./deliver";
import { mailSettings } from "./mail";
import { readRules, type Rules } from "./rules";
import { KINDS } from "./schedule";

export type RemindersPage = {
  readonly rules: Rules;
  readonly choice: Choice;
  /** Whether this installation can send mail at all. */
  readonly mail: boolean;
  readonly browsers: readonly { readonly id: Id; readonly device: string; readonly since: Day }[];
  /** The address of the person's calendar: null without one; without a token when it can't be shown again. */
  readonly feed: { readonly token: string | null; readonly since: Day } | null;
  readonly problem: { readonly on: Day; readonly channel: Channel } | null;
};

/** What the person is told by which way, and the calendar of their own. */
export function remindersPage(actor: Actor): Promise<RemindersPage> {
  const { householdId, memberId } = actor;
  const dayOf = (instant: Date) => dayIn(actor.household.timeZone, instant);
  return inHousehold(householdId, async (tx) => {
    const browsers = await tx.pushSubscription.findMany({ where: { householdId, memberId }, orderBy: { id: "asc" } });
    const feed = await tx.calendarFeed.findFirst({ where: { householdId, memberId, revokedAt: null }, orderBy: { id: "desc" } });
    return {
      rules: await readRules(tx, householdId),
      choice: (await readChoices(tx, householdId)).get(memberId) ?? { email: KINDS, push: KINDS },
      mail: mailSettings() !== null,
      browsers: browsers.map(({ id, device, createdAt }) => ({ id, device, since: dayOf(createdAt) })),
      feed: feed && { token: tokenOf(feed), since: dayOf(feed.createdAt) },
      problem: await lastProblem(tx, householdId, memberId),
    };
  });
}
