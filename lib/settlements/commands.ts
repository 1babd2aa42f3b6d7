import { today, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { cents, toNumber } from "@/lib/kernel/cents";
import type { Clock } from "@/lib/kernel/clock";
import { addDays, dateFromDay } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { Refusal, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import { runCommand } from "@/lib/outbox/command";
import type { Settle } from "./schema";
import { standingsOf } from "./simplify";
import { debtsOf, sumsBetween } from "./sums";

const ADULTS = ["owner", "adult"] as const;
const EARLIEST_DAYS_AGO = 366;

/** One at a time in a household, so that two who write down the same payment don't settle it twice. */
async function lockSettlements(tx: Tx, { householdId }: Actor): Promise<void> {
  await tx.$queryRaw`select id from household where id = ${householdId}::uuid for no key update`;
}

/** Writes down that one member gave another money for what they owed. Never more than is owed. */
export function settleUp(actor: Actor, commandId: Id, input: Settle, clock: Clock): Promise<Result<{ readonly settlementId: Id }>> {
  return runCommand(actor, { id: commandId, name: "settlements.settle", roles: ADULTS }, async (tx) => {
    if (input.amountCents === 0n) throw new Refusal("money.zero", { field: "amount" });
    if (input.fromId === input.toId) throw new Refusal("settlements.same_person", { field: "toId" });
    const now = today(actor, clock);
    if (input.occurredOn > now) throw new Refusal("settlements.in_future", { field: "occurredOn" });
    if (input.occurredOn < addDays(now, -EARLIEST_DAYS_AGO)) throw new Refusal("settlements.long_ago", { field: "occurredOn" });
    await lockSettlements(tx, actor);
    const { householdId } = actor;
    const members = await tx.member.findMany({
      where: { householdId, id: { in: [input.fromId, input.toId] } },
      select: { id: true, name: true },
    });
    const name = (id: Id) => members.find((member) => member.id === id)?.name;
    const [from, to] = [name(input.fromId), name(input.toId)];
    if (from === undefined || to === undefined) throw new Refusal("not_found");

    const standings = standingsOf(debtsOf(await sumsBetween(tx, actor)));
    const standing = (id: Id) => standings.find((entry) => entry.memberId === id)?.cents ?? 0n;
    const [owes, isOwed] = [-standing(input.fromId), standing(input.toId)];
    const most = owes < isOwed ? owes : isOwed;
    if (most <= 0n) throw new Refusal("settlements.nothing_owed", { values: { from, to } });
    if (input.amountCents > most) {
      throw new Refusal("settlements.more_than_owed", {
        field: "amount",
        values: { from, to, mostCents: toNumber(cents(most)), currency: actor.household.currency },
      });
    }
    const id = newId();
    await tx.settlement.create({
      data: {
        householdId,
        id,
        fromId: input.fromId,
        toId: input.toId,
        cents: input.amountCents,
        note: input.note,
        occurredOn: dateFromDay(input.occurredOn),
        memberId: actor.memberId,
      },
    });
    await recordActivity(tx, actor, {
      action: "settlements.settled",
      subjectType: "settlement",
      subjectId: id,
      detail: { from, to, amountCents: toNumber(input.amountCents), currency: actor.household.currency },
    });
    return { settlementId: id };
  });
}

/** Takes back what was written down by mistake, by a further entry. Once. */
export function reverseSettlement(actor: Actor, commandId: Id, settlementId: Id, clock: Clock): Promise<Result<null>> {
  return runCommand(actor, { id: commandId, name: "settlements.reverse", roles: ADULTS }, async (tx) => {
    await lockSettlements(tx, actor);
    const { householdId } = actor;
    const found = await tx.settlement.findUnique({
      where: { householdId_id: { householdId, id: settlementId } },
      include: { settlementAsReverses: { select: { id: true } }, from: { select: { name: true } }, to: { select: { name: true } } },
    });
    if (!found || found.reversesId !== null) throw new Refusal("not_found");
    if (found.settlementAsReverses) throw new Refusal("settlements.reversed_already");
    await tx.settlement.create({
      data: {
        householdId,
        id: newId(),
        fromId: found.fromId,
        toId: found.toId,
        cents: -found.cents,
        occurredOn: dateFromDay(today(actor, clock)),
        memberId: actor.memberId,
        reversesId: found.id,
      },
    });
    await recordActivity(tx, actor, {
      action: "settlements.reversed",
      subjectType: "settlement",
      subjectId: found.id,
      detail: { from: found.from.name, to: found.to.name, amountCents: toNumber(cents(found.cents)), currency: actor.household.currency },
    });
    return null;
  });
}
