import { toNumber } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import { expires, samePlace, type Draft, type DraftLine } from "./draft";
import { own, type Reason } from "./reason";
import type { Payment } from "./repay";
import type { World } from "./world";

/** Why a line is paid as it is, after a change by hand. `byHand`: it was put where it is. */
function explain(world: World, line: DraftLine, payments: readonly Payment[], horizonDays: number, byHand: boolean): Reason[] {
  const paid = payments.filter((payment) => payment.lineId === line.id);
  const cash = paid.find((payment) => payment.creditId === null);
  const reasons: Reason[] = byHand && line.payWith === "auto" ? [own("by_hand")] : [];
  if (line.payWith === "cash") return [own("chosen_cash")];
  for (const payment of paid) {
    const credit = payment.creditId === null ? undefined : world.credits.get(payment.creditId);
    if (!credit) continue;
    if (line.chosenCreditId === credit.id) reasons.push(own("chosen_credit", { credit: credit.id }));
    else if (credit.expiresOn !== null && expires(credit, world.today, horizonDays))
      reasons.push(own("lost_otherwise", { credit: credit.id, date: credit.expiresOn }));
    else reasons.push(own("pays", { credit: credit.id }));
  }
  if (cash) reasons.push(own("cash_rest", { cashCents: toNumber(cash.cents) }));
  return reasons;
}

/** Reasons said again for a line put elsewhere, and for every line that is now paid otherwise or by another choice. */
export function explainAgain(world: World, before: Draft, after: Draft, horizonDays: number, movedId: Id | null): Draft {
  const lines = after.lines.map((line) => {
    if (line.place === null) return line;
    const old = before.lines.find((other) => other.id === line.id);
    const chosenAlike = line.payWith === old?.payWith && line.chosenCreditId === old?.chosenCreditId;
    const untouched = line.id !== movedId && chosenAlike && samePlace(line.place, old?.place ?? null) && paidAlike(before, after, line.id);
    return untouched ? line : { ...line, why: explain(world, line, after.payments, horizonDays, line.id === movedId) };
  });
  return { ...after, lines };
}

function paidAlike(before: Draft, after: Draft, lineId: Id): boolean {
  const written = (draft: Draft) =>
    draft.payments
      .filter((payment) => payment.lineId === lineId)
      .map((payment) => `${payment.creditId ?? "cash"} ${payment.cents}`)
      .sort()
      .join();
  return written(before) === written(after);
}
