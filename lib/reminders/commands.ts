import type { Actor } from "@/lib/auth/actor";
import type { Clock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { ADULTS } from "@/lib/stores/permission";
import { calendarHash, calendarToken } from "./calendar-token";
import { isPushService } from "./push";
import type { NewBrowser, NewChoice, NewRules } from "./schema";

/** Which kinds the person wants by which channel. */
export function chooseReminders(actor: Actor, commandId: Id, { email, push }: NewChoice): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "reminders.choose" }, async (tx) => {
    const { householdId, memberId } = actor;
    const chosen = { emailKinds: [...email], pushKinds: [...push] };
    await tx.reminderChoice.upsert({
      where: { householdId_memberId: { householdId, memberId } },
      create: { householdId, memberId, ...chosen },
      update: chosen,
    });
    return null;
  });
}

/** After how many days balances are looked at (R84) and terms are read again (R50), for the whole household. */
export function changeRules(actor: Actor, commandId: Id, rules: NewRules): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "reminders.rules", roles: ADULTS }, async (tx) => {
    const { householdId } = actor;
    for (const rule of ["check", "terms"] as const) {
      await tx.reminderRule.upsert({
        where: { householdId_rule: { householdId, rule } },
        create: { householdId, rule, days: rules[rule] },
        update: { days: rules[rule] },
      });
    }
    await recordActivity(tx, actor, {
      action: "reminders.rules_changed",
      subjectType: "household",
      subjectId: householdId,
      detail: { ...rules },
    });
    return null;
  });
}

/** Makes the person's calendar an address of its own; the one before, if there was one, ends with it. */
export function makeFeed(actor: Actor, commandId: Id, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "reminders.makeFeed" }, async (tx) => {
    const { householdId, memberId } = actor;
    const now = clock.now();
    await tx.calendarFeed.updateMany({ where: { householdId, memberId, revokedAt: null }, data: { revokedAt: now } });
    const id = newId();
    const tokenHash = calendarHash(calendarToken({ householdId, id }));
    await tx.calendarFeed.create({ data: { householdId, id, memberId, tokenHash, createdAt: now } });
    return null;
  });
}

/** The address of the person's calendar stops working. */
export function endFeed(actor: Actor, commandId: Id, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "reminders.endFeed" }, async (tx) => {
    const { householdId, memberId } = actor;
    await tx.calendarFeed.updateMany({ where: { householdId, memberId, revokedAt: null }, data: { revokedAt: clock.now() } });
    return null;
  });
}

/** A browser of the person shows notifications from now on. Only addresses of known notification services are posted to. */
export function addBrowser(actor: Actor, commandId: Id, browser: NewBrowser, device: string): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "reminders.addBrowser" }, async (tx) => {
    if (!isPushService(browser.endpoint)) throw new Refusal("reminders.push_unknown");
    const { householdId, memberId } = actor;
    const { endpoint, p256dh, auth } = browser;
    await tx.pushSubscription.upsert({
      where: { householdId_memberId_endpoint: { householdId, memberId, endpoint } },
      create: { householdId, id: newId(), memberId, endpoint, p256dh, auth, device: device.slice(0, 200) },
      update: { p256dh, auth },
    });
    return null;
  });
}

/** A browser of the person shows no notifications any more. */
export function removeBrowser(actor: Actor, commandId: Id, browserId: Id): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "reminders.removeBrowser" }, async (tx) => {
    const { householdId, memberId } = actor;
    const { count } = await tx.pushSubscription.deleteMany({ where: { householdId, memberId, id: browserId } });
    if (count === 0) throw new Refusal("not_found");
    return null;
  });
}
