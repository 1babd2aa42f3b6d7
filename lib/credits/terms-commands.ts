import { today, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Clock } from "@/lib/kernel/clock";
import { dateFromDay, type Day } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import { lockKept } from "./store";
import type { LookForm, PathMark, ReadingForm, StatementForm } from "./terms-schema";

function tell(tx: Tx, actor: Actor, action: string, credit: { id: Id; origin: string; label: string }, detail = {}): Promise<void> {
  return recordActivity(tx, actor, {
    action,
    subjectType: "credit",
    subjectId: credit.id,
    detail: { origin: credit.origin, label: credit.label, ...detail },
  });
}

function notAhead(day: Day, now: Day, field: string): void {
  if (day > now) throw new Refusal("credits.day_ahead", { field });
}

/** Notes that somebody read the terms (R46): with a link or the text (R60), and in their words what these say (R59). */
export function noteReading(actor: Actor, commandId: Id, creditId: Id, form: ReadingForm, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "credits.noteReading" }, async (tx) => {
    const { householdId, memberId } = actor;
    const credit = await lockKept(tx, actor, creditId);
    notAhead(form.readOn, today(actor, clock), "readOn");
    if (form.link === "" && form.pasted === "") throw new Refusal("credits.terms_missing", { field: "link" });
    if (form.state === "read")
      for (const field of ["limits", "ends", "eligible"] as const)
        if (form[field] === "") throw new Refusal("credits.terms_field", { field });
    await tx.termsReading.create({ data: { householdId, id: newId(), creditId, memberId, ...form, readOn: dateFromDay(form.readOn) } });
    await tell(tx, actor, form.state === "read" ? "credit.terms_read" : "credit.terms_unclear", credit);
    return null;
  });
}

/**
 * Notes what the terms, the store's support or somebody else says of a use (R43). To count as allowing it, the terms
 * need a quote and a link and the support its words; and the risk must have been confirmed (R44). Hearsay is kept, and
 * raises nothing (R83).
 */
export function noteStatement(actor: Actor, commandId: Id, creditId: Id, form: StatementForm, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "credits.noteStatement" }, async (tx) => {
    const { householdId, memberId } = actor;
    const credit = await lockKept(tx, actor, creditId);
    notAhead(form.saidOn, today(actor, clock), "saidOn");
    const { allows, source, quote, link, warned } = form;
    if (quote === "" && (link === "" || (allows && source !== "household")))
      throw new Refusal("credits.statement_quote", { field: "quote" });
    if (allows && source === "official" && link === "") throw new Refusal("credits.statement_link", { field: "link" });
    if (allows && source !== "household" && !warned) throw new Refusal("credits.statement_risk", { field: "warned" });
    const { saidOn, ...rest } = form;
    await tx.creditStatement.create({ data: { householdId, id: newId(), creditId, memberId, ...rest, saidOn: dateFromDay(saidOn) } });
    await tell(tx, actor, "credit.statement", credit, { author: form.author });
    return null;
  });
}

/** Takes a statement out of the reckoning; it stays in the books. */
export function withdrawStatement(actor: Actor, commandId: Id, statementId: Id): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "credits.withdrawStatement" }, async (tx) => {
    const key = { householdId_id: { householdId: actor.householdId, id: statementId } };
    const statement = await tx.creditStatement.findUnique({ where: key });
    if (!statement) throw new Refusal("not_found");
    const credit = await lockKept(tx, actor, statement.creditId);
    if (statement.withdrawnAt !== null) return null;
    await tx.creditStatement.update({ where: key, data: { withdrawnAt: new Date() } });
    await tell(tx, actor, "credit.statement_withdrawn", credit, { author: statement.author });
    return null;
  });
}

/**
 * Notes what the checkout showed (R64-R66), without an order. Where it isn't listed, the reason belongs to it (R67), and
 * planning that pair is off (R69).
 */
export function noteLook(actor: Actor, commandId: Id, creditId: Id, form: LookForm, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "credits.noteLook" }, async (tx) => {
    const { householdId, memberId } = actor;
    const credit = await lockKept(tx, actor, creditId);
    notAhead(form.lookedOn, today(actor, clock), "lookedOn");
    if (form.answer !== "listed" && form.reason === "") throw new Refusal("credits.look_reason", { field: "reason" });
    const { lookedOn, ...rest } = form;
    await tx.checkoutLook.create({ data: { householdId, id: newId(), creditId, memberId, ...rest, lookedOn: dateFromDay(lookedOn) } });
    await tell(tx, actor, form.answer === "listed" ? "credit.listed" : "credit.not_listed", credit, { reason: form.reason });
    return null;
  });
}

/** Marks a step of the path that nothing else shows: the origin can't be told (R56), the test in the cart is left out (R61). */
export function markStep(actor: Actor, commandId: Id, creditId: Id, step: PathMark, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "credits.markStep" }, async (tx) => {
    const { householdId, memberId } = actor;
    const credit = await lockKept(tx, actor, creditId);
    if (step === "origin_unknown" && credit.origin !== "unknown") throw new Refusal("credits.origin_known");
    const mark = { householdId, creditId, step, memberId, doneOn: dateFromDay(today(actor, clock)) };
    await tx.pathStep.createMany({ data: [mark], skipDuplicates: true });
    return null;
  });
}
