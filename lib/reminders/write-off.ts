import type { Booker } from "@/lib/auth/actor";
import { isLost } from "@/lib/credits/expiry";
import { lockCredits, postEntry } from "@/lib/credits/store";
import { inHousehold } from "@/lib/db/transaction";
import { negate, toNumber } from "@/lib/kernel/cents";
import { addDays, dateFromDay, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { recordActivity } from "@/lib/outbox/activity";

/**
 * Writes off what expired before `today` and is still in the books (R78, R91), in the holder's name; the answer is how
 * many. What is held for an approved plan waits until the plan lets go of it. Once per end: who got it honoured by the
 * store after all takes the entry back, and it stays.
 */
export async function writeOffExpired(household: Omit<Booker, "memberId">, today: Day): Promise<number> {
  const { householdId } = household;
  const expired = await inHousehold(householdId, (tx) =>
    tx.credit.findMany({
      where: { householdId, closedAt: null, postedCents: { gt: 0 }, heldCents: 0, expiresOn: { lt: dateFromDay(today) } },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
  );
  let written = 0;
  // One transaction each, so that a balance somebody is busy with holds up no other.
  for (const { id } of expired) written += (await writeOff(household, id, today)) ? 1 : 0;
  return written;
}

function writeOff(household: Omit<Booker, "memberId">, creditId: Id, today: Day): Promise<boolean> {
  const { householdId } = household;
  return inHousehold(householdId, async (tx) => {
    const credit = (await lockCredits(tx, householdId, [creditId])).get(creditId);
    // Under the lock: somebody may have spent, held or changed it meanwhile, or another server written it off.
    if (!credit?.expiresOn || !isLost(credit.expiresOn, today) || credit.heldCents > 0n || credit.postedCents === 0n) return false;
    const before = await tx.ledgerEntry.count({
      where: { householdId, creditId, byItself: true, occurredOn: { gt: dateFromDay(credit.expiresOn) } },
    });
    if (before > 0) return false;
    const booker = { ...household, memberId: credit.holderId };
    await postEntry(tx, booker, {
      creditId,
      kind: "write_off",
      amountCents: negate(credit.postedCents),
      reason: "",
      // The day after, in the household's time zone, also when nothing was running then.
      occurredOn: addDays(credit.expiresOn, 1),
      byItself: true,
    });
    await recordActivity(tx, booker, {
      action: "credit.expired",
      subjectType: "credit",
      subjectId: creditId,
      detail: { origin: credit.origin, label: credit.label, amountCents: toNumber(credit.postedCents) },
    });
    return true;
  });
}
