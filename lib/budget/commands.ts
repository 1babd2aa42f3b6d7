import { today, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { cents, toNumber } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { addDays, dateFromDay } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import type { EnvelopeInput, ExpenseInput } from "./schema";

const ADULTS = ["owner", "adult"] as const;
const EARLIEST_DAYS_AGO = 366;

/** Says how much a category may cost a month. It has one envelope: a new limit takes the place of the old. */
export function setEnvelope(actor: Actor, commandId: Id, { category, limitCents }: EnvelopeInput): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "budget.set_envelope", roles: ADULTS }, async (tx) => {
    if (limitCents === 0n) throw new Refusal("money.zero", { field: "limit" });
    const { householdId } = actor;
    const envelope = await tx.envelope.upsert({
      where: { householdId_category: { householdId, category } },
      create: { householdId, id: newId(), category, limitCents },
      update: { limitCents, endedAt: null },
    });
    await recordActivity(tx, actor, {
      action: "budget.envelope_set",
      subjectType: "envelope",
      subjectId: envelope.id,
      detail: { category, amountCents: toNumber(limitCents), currency: actor.household.currency },
    });
    return null;
  });
}

/** Puts an envelope away, or takes it out again. What was spent stays written down. */
export function endEnvelope(actor: Actor, commandId: Id, envelopeId: Id, ended: boolean): Promise<Result<null>> {
  return runCommand(
    actor,
    { id: commandId, name: ended ? "budget.end_envelope" : "budget.restore_envelope", roles: ADULTS },
    async (tx) => {
      const where = { householdId_id: { householdId: actor.householdId, id: envelopeId } };
      const envelope = await tx.envelope.findUnique({ where });
      if (!envelope) throw new Refusal("not_found");
      if ((envelope.endedAt !== null) === ended) return null;
      await tx.envelope.update({ where, data: { endedAt: ended ? new Date() : null } });
      await recordActivity(tx, actor, {
        action: ended ? "budget.envelope_ended" : "budget.envelope_restored",
        subjectType: "envelope",
        subjectId: envelopeId,
        detail: { category: envelope.category },
      });
      return null;
    },
  );
}

/** Writes down money spent that no order here knows of. Its id is the command's. */
export function addExpense(actor: Actor, commandId: Id, input: ExpenseInput, clock: Clock): Promise<Result<{ readonly expenseId: Id }>> {
  return runCommand(actor, { id: commandId, name: "budget.add_expense", roles: ADULTS }, async (tx) => {
    if (input.cents === 0n) throw new Refusal("money.zero", { field: "amount" });
    const now = today(actor, clock);
    if (input.spentOn > now) throw new Refusal("budget.in_future", { field: "spentOn" });
    if (input.spentOn < addDays(now, -EARLIEST_DAYS_AGO)) throw new Refusal("budget.long_ago", { field: "spentOn" });
    const { householdId, memberId } = actor;
    const payer = await tx.member.count({ where: { householdId, id: input.paidById, status: "active" } });
    if (payer === 0) throw new Refusal("not_found", { field: "paidById" });
    await tx.expense.create({ data: { ...input, householdId, id: commandId, spentOn: dateFromDay(input.spentOn), memberId } });
    await recordActivity(tx, actor, {
      action: "budget.expense_added",
      subjectType: "expense",
      subjectId: commandId,
      detail: { expense: input.name, amountCents: toNumber(input.cents), currency: actor.household.currency },
    });
    return { expenseId: commandId };
  });
}

async function lockExpense(tx: Tx, { householdId }: Actor, expenseId: Id) {
  const [expense] = await tx.$queryRaw<{ name: string; cents: bigint; removed: boolean }[]>`
    select name, cents, removed_at is not null as removed from expense
    where household_id = ${householdId}::uuid and id = ${expenseId}::uuid for update`;
  if (!expense) throw new Refusal("not_found");
  return expense;
}

/** Takes an expense away, or brings it back. */
export function removeExpense(actor: Actor, commandId: Id, expenseId: Id, removed: boolean): Promise<Result<null>> {
  return runCommand(
    actor,
    { id: commandId, name: removed ? "budget.remove_expense" : "budget.restore_expense", roles: ADULTS },
    async (tx) => {
      const expense = await lockExpense(tx, actor, expenseId);
      if (expense.removed === removed) return null;
      await tx.expense.update({
        where: { householdId_id: { householdId: actor.householdId, id: expenseId } },
        data: { removedAt: removed ? new Date() : null },
      });
      await recordActivity(tx, actor, {
        action: removed ? "budget.expense_removed" : "budget.expense_restored",
        subjectType: "expense",
        subjectId: expenseId,
        detail: { expense: expense.name, amountCents: toNumber(cents(expense.cents)), currency: actor.household.currency },
      });
      return null;
    },
  );
}
