import type { Id } from "@/lib/kernel/id";
import { linesOf, samePlace, type Draft } from "./draft";
import { verdictOn, type VerdictReason } from "./terms";
import type { World } from "./world";

/** A credit the plan uses whose verdict there is VERIFY, and by which rule: message `policy.reason.<reason>`. */
export type ToVerify = { readonly creditId: Id; readonly reason: VerdictReason };

/**
 * What planning took on VERIFY without anybody saying that they looked (R81), each credit and reason once. What was
 * chosen by hand for a line was asked about when it was chosen.
 */
export function toVerify(world: World, draft: Draft): ToVerify[] {
  const found = new Map<string, ToVerify>();
  for (const { creditId, orderId, lineId } of draft.payments) {
    const credit = creditId === null ? undefined : world.credits.get(creditId);
    const order = draft.orders.find((candidate) => candidate.id === orderId);
    const line = draft.lines.find((candidate) => candidate.id === lineId);
    if (!credit || !order || (lineId !== null && !samePlace(line?.place ?? null, order))) continue;
    if (line?.payWith === "credit" && line.chosenCreditId === creditId) continue;
    const { verdict, reason } = verdictOn(credit, line?.category ?? null, { ...order, lines: linesOf(draft, order) });
    if (verdict === "verify") found.set(`${credit.id} ${reason}`, { creditId: credit.id, reason });
  }
  return [...found.values()];
}
