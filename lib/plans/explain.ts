import { toNumber } from "@/lib/kernel/cents";
import { expires, type DraftLine } from "./draft";
import { own, type Reason } from "./reason";
import type { Payment } from "./repay";
import type { World } from "./world";

/** Why a line is paid as it is, after a change by hand. `byHand`: it was this line that was changed. */
export function explain(world: World, line: DraftLine, payments: readonly Payment[], horizonDays: number, byHand: boolean): Reason[] {
  const paid = payments.filter((payment) => payment.lineId === line.id);
  const cash = paid.find((payment) => payment.creditId === null);
  const reasons: Reason[] = byHand && line.payWith === "auto" ? [own("by_hand")] : [];
  if (line.payWith === "cash") return [own("chosen_cash")];
  for (const payment of paid) {
    const credit = payment.creditId === null ? undefined : world.credits.get(payment.creditId);
    if (!credit) continue;
    if (line.chosenCreditId === credit.id) reasons.push(own("chosen_credit", { credit: credit.id }));
    else if (credit.expiresOn !== null && expires(credit, world.today, horizonDays)) reasons.push(own("lost_otherwise", { credit: credit.id, date: credit.expiresOn }));
    else reasons.push(own("pays", { credit: credit.id }));
  }
  if (cash) reasons.push(own("cash_rest", { cashCents: toNumber(cash.cents) }));
  return reasons;
}
