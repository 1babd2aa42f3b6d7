import { seesBalances, type Actor } from "@/lib/auth/actor";
import type { CreditRow } from "@/lib/credits/queries";
import type { Tx } from "@/lib/db/transaction";
import { activeMembers } from "@/lib/households/queries";
import { daysBetween, type Day } from "@/lib/kernel/day";
import { isOpen } from "@/lib/reminders/schedule";
import { readSubjects, recipients, type Remindable } from "@/lib/reminders/subjects";
import { SOON_DAYS, type Attention } from "./attention";

const KINDS = { follow_up: "follow_up", card: "card", check: "check", terms: "terms_again" } as const;

/** What the person is reminded of, for as long as it is open, and their balances with unread terms (R80). */
export async function remindersFor(tx: Tx, actor: Actor, credits: readonly CreditRow[], now: Day): Promise<Attention[]> {
  const { householdId, household, memberId } = actor;
  const subjects = await readSubjects(tx, { householdId, timeZone: household.timeZone });
  const members = (await activeMembers(tx, actor)).map(({ id, role, signsIn }) => ({ memberId: id, role, signsIn }));
  const mine = subjects.filter((about) =>
    recipients(about, members, household.childrenSeeBalances).some((recipient) => recipient.memberId === memberId),
  );
  return [...mine.flatMap((about) => openNow(actor, about, now)), ...(seesBalances(actor) ? await unread(tx, actor, credits) : [])];
}

function openNow(actor: Actor, about: Remindable, now: Day): Attention[] {
  const facts = {
    storeName: about.storeName,
    holder: about.memberId === actor.memberId ? null : about.memberName,
    cents: about.cents,
    dayOf: about.on,
    path: about.path,
  };
  if (about.kind === "expiry") {
    // Balances that end have a place of their own; cards are told of here, as long as they can be used.
    const left = daysBetween(now, about.expiresOn);
    return about.origin === null && left >= 0 && left <= SOON_DAYS ? [{ kind: "card_ends", ...facts }] : [];
  }
  // Orders have theirs, too.
  if (about.kind === "methods_back" || !isOpen(about, now)) return [];
  return [{ kind: KINDS[about.kind], ...facts }];
}

async function unread(tx: Tx, actor: Actor, credits: readonly CreditRow[]): Promise<Attention[]> {
  const own = credits.filter((credit) => credit.holderId === actor.memberId && credit.freeCents > 0n && credit.accountStatus === "active");
  const read = await tx.termsReading.findMany({
    where: { householdId: actor.householdId, creditId: { in: own.map(({ id }) => id) } },
    select: { creditId: true },
    distinct: ["creditId"],
  });
  const without = own.filter(({ id }) => !read.some(({ creditId }) => creditId === id));
  return without[0] ? [{ kind: "terms_unread", creditId: without[0].id, count: without.length }] : [];
}
