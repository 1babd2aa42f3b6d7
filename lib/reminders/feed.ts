import ical from "ical-generator";
import type { Actor } from "@/lib/auth/actor";
import { languagesOf } from "@/lib/auth/language";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { giftRows } from "@/lib/gifts/queries";
import { notKeptFrom, subjectsKeptFrom } from "@/lib/households/surprise";
import { toHousehold } from "@/lib/households/rows";
import { LOCALES, type Language } from "@/lib/i18n/locale";
import { formatMoney } from "@/lib/i18n/money";
import { translator } from "@/lib/i18n/translator";
import type { Clock } from "@/lib/kernel/clock";
import { addDays, dateFromDay, dayFromDate, dayIn, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { calendarHash, householdOf } from "./calendar-token";
import { homeAddress } from "./household";
import { readSubjects, type Remindable } from "./subjects";

/** How long what is past stays in the calendar, in days. */
const LOOK_BACK_DAYS = 30;

type Entry = { readonly id: string; readonly on: Day; readonly title: string; readonly path: string };

/**
 * The calendar at an address, as an iCalendar text: last days of balances and cards, days of planned orders, days of gifts, days to ask
 * a store again. Null for an address that never was, was taken back, whose owner has left, or whose household was deleted. A child that doesn't see
 * balances gets an empty one, and no child is told of cases.
 */
export function calendarAt(token: string, clock: Clock): Promise<string | null> {
  const householdId = householdOf(token);
  if (!householdId) return Promise.resolve(null);
  return inHousehold(householdId, async (tx) => {
    const feed = await tx.calendarFeed.findUnique({
      where: { householdId_tokenHash: { householdId, tokenHash: calendarHash(token) } },
      include: { member: { select: { id: true, role: true, status: true, userId: true } } },
    });
    if (!feed || feed.revokedAt || feed.member.status !== "active") return null;
    const row = await tx.household.findUniqueOrThrow({ where: { id: householdId } });
    if (row.deletedAt) return null;
    const household = toHousehold(row);
    const sees = feed.member.role !== "child" || household.childrenSeeBalances;
    const from = addDays(dayIn(household.timeZone, clock.now()), -LOOK_BACK_DAYS);
    const { id: reader, userId, role } = feed.member;
    const locale = (userId ? (await languagesOf([userId])).get(userId) : undefined) ?? LOCALES[0];
    const entries = sees ? await entriesOf(tx, { householdId, household, reader, isChild: role === "child" }, locale) : [];
    return written(
      household.name,
      entries.filter(({ on }) => on >= from),
      homeAddress(householdId),
      clock.now(),
    );
  });
}

type Reader = { readonly householdId: Id; readonly household: Actor["household"]; readonly reader: Id; readonly isChild: boolean };

async function entriesOf(tx: Tx, { householdId, household, reader, isChild }: Reader, locale: Language): Promise<Entry[]> {
  const t = translator(locale, "reminders.calendar");
  const subjects = await readSubjects(tx, { householdId, timeZone: household.timeZone });
  // A card bought as a surprise is a day of everybody's calendar but its recipient's (R27); cases are the adults' matter.
  const kept = await subjectsKeptFrom(tx, { householdId, memberId: reader, household });
  const kinds: readonly string[] = isChild ? ["expiry", "card"] : ["expiry", "card", "follow_up"];
  const days = subjects.filter(({ kind, subjectId }) => kinds.includes(kind) && !kept.includes(subjectId));
  const say = (about: Remindable): Entry => ({
    id: `${about.kind}-${about.subjectId}`,
    on: about.on,
    path: about.path,
    title: t(about.kind, {
      store: about.storeName,
      whose: about.memberId === reader ? "none" : about.memberName,
      origin: about.origin ?? "card",
      amount: about.cents === null ? "" : formatMoney(about.cents, household.currency, locale),
    }),
  });
  const orders = await tx.planOrder.findMany({
    where: { householdId, status: "planned", plan: { status: "approved", ...notKeptFrom({ householdId, memberId: reader, household }) } },
    select: {
      id: true,
      planId: true,
      plannedOn: true,
      plan: { select: { name: true } },
      account: { select: { store: { select: { name: true } } } },
    },
  });
  const gifts = await giftRows(tx, { householdId, memberId: reader, household });
  return [
    ...days.map(say),
    ...gifts
      .filter(({ planStatus }) => planStatus !== "cancelled")
      .map(({ id, giftOn, occasion, title, forName }) => ({
        id: `gift-${id}`,
        on: giftOn,
        path: `/gifts/${id}`,
        title: t("gift", { occasion, title, name: forName }),
      })),
    ...orders.map((order) => ({
      id: `order-${order.id}`,
      on: dayFromDate(order.plannedOn),
      path: `/plans/${order.planId}/orders/${order.id}`,
      title: t("order", { store: order.account.store.name, plan: order.plan.name }),
    })),
  ];
}

function written(name: string, entries: readonly Entry[], home: string, now: Date): string {
  const calendar = ical({ name, prodId: { company: "Commonpurse", product: "Commonpurse", language: "EN" }, ttl: 60 * 60 });
  for (const { id, on, title, path } of entries) {
    calendar.createEvent({
      id: `${id}@commonpurse`,
      stamp: now,
      start: dateFromDay(on),
      end: dateFromDay(addDays(on, 1)),
      allDay: true,
      summary: title,
      url: home + path,
    });
  }
  return calendar.toString();
}
