import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { fail, ok, type Failure, type Result } from "@/lib/kernel/result";
import { lineFor, priceAt } from "./assemble";
import { asTheStorePays } from "./checkout";
import { linesOf, retentionPermille, settleDraft, type Draft, type DraftLine, type Place } from "./draft";
import { explainAgain } from "./explain";
import { own } from "./reason";
import { usableAccounts, withinWindow } from "./request";
import { verdictOn } from "./terms";
import type { World, WorldItem } from "./world";

/** What a person changes about one line of a draft. */
export type Change =
  | { readonly kind: "move"; readonly place: Place }
  | { readonly kind: "out" }
  | { readonly kind: "back" }
  | { readonly kind: "pin"; readonly pinned: boolean }
  | { readonly kind: "pay"; readonly payWith: "auto" | "cash" }
  /** `sure`: whoever asks looked at what the credit's verdict wants checked (R81). */
  | { readonly kind: "pay"; readonly payWith: "credit"; readonly creditId: Id; readonly sure?: boolean };

export type ChangeScope = {
  readonly world: World;
  readonly orderDates: readonly Day[];
  readonly horizonDays: number;
  readonly makeId: () => Id;
};

/**
 * The draft after the change, all of it paid again. A line moved, put back or taken out is pinned: planning
 * again leaves it so. Refused, with the reason, where the item isn't sold or the credit can't pay (R72, R81).
 */
export function changeDraft(scope: ChangeScope, draft: Draft, lineId: Id, change: Change): Result<Draft> {
  const line = draft.lines.find((candidate) => candidate.id === lineId);
  const item = line && scope.world.items.get(line.itemId);
  if (!line || !item) return fail("plans.line_gone");
  const changed = changeLine(scope, draft, line, item, change);
  if (!changed.ok) return changed;
  const lines = draft.lines.map((other) => (other.id === lineId ? changed.value : other));
  return ok(
    explainAgain(
      scope.world,
      draft,
      settle(scope, draft, lines),
      scope.horizonDays,
      change.kind === "move" || change.kind === "back" ? lineId : null,
    ),
  );
}

function changeLine(scope: ChangeScope, draft: Draft, line: DraftLine, item: WorldItem, change: Change): Result<DraftLine> {
  switch (change.kind) {
    case "out":
      return ok({ ...line, place: null, pinned: true, payWith: "auto", chosenCreditId: null, why: [own("taken_out")] });
    case "pin":
      return ok(change.pinned ? { ...line, pinned: true } : { ...line, pinned: false, payWith: "auto", chosenCreditId: null });
    case "move":
      return moved(scope, line, item, change.place);
    case "back": {
      const best = bestPlace(scope, draft, line, item);
      return best.ok ? moved(scope, line, item, best.value) : best;
    }
    case "pay":
      if (change.payWith === "credit") return paidWith(scope, draft, line, change.creditId, change.sure === true);
      return ok({ ...line, payWith: change.payWith, chosenCreditId: null, pinned: line.pinned || change.payWith === "cash" });
  }
}

function moved(scope: ChangeScope, line: DraftLine, item: WorldItem, place: Place): Result<DraftLine> {
  const problem = placeProblem(scope, item, place);
  if (problem) return { ok: false, failure: problem };
  const chosen = line.chosenCreditId !== null && scope.world.credits.get(line.chosenCreditId)?.accountId === place.accountId;
  const made = lineFor(scope.world, item, place, { id: line.id, quantityMilli: line.quantityMilli, why: [own("by_hand")], pinned: true });
  return ok(chosen || line.payWith === "cash" ? { ...made, payWith: line.payWith, chosenCreditId: line.chosenCreditId } : made);
}

function placeProblem({ world, orderDates }: ChangeScope, item: WorldItem, place: Place): Failure | null {
  if (item.status !== "open") return { code: "plans.item_gone", values: { item: item.name } };
  if (item.otherPlanId !== null) return { code: "plans.item_taken", values: { item: item.name } };
  if (!orderDates.includes(place.on) || place.on < world.today) return { code: "plans.no_such_day" };
  if (!usableAccounts(world).some((account) => account.id === place.accountId)) return { code: "plans.account_not_usable" };
  if (!withinWindow(item, place.on)) return { code: "plans.outside_window", values: { item: item.name } };
  if (!priceAt(world, item, place, item.quantityMilli)) return { code: "plans.not_sold_there", values: { item: item.name } };
  return null;
}

/** Every account and day the item could be ordered from. */
export function placesFor(scope: ChangeScope, item: WorldItem): Place[] {
  return usableAccounts(scope.world)
    .flatMap((account) => scope.orderDates.map((on): Place => ({ accountId: account.id, on })))
    .filter((place) => placeProblem(scope, item, place) === null);
}

/** Where putting the line back costs the household least: cash, and what the credits used would be worth later. */
function bestPlace(scope: ChangeScope, draft: Draft, line: DraftLine, item: WorldItem): Result<Place> {
  let best: { place: Place; cost: bigint } | null = null;
  for (const place of placesFor(scope, item)) {
    const tried = moved(scope, line, item, place);
    if (!tried.ok) continue;
    const cost = costMilli(
      scope,
      settle(
        scope,
        draft,
        draft.lines.map((other) => (other.id === line.id ? tried.value : other)),
      ),
    );
    if (best === null || cost < best.cost) best = { place, cost };
  }
  return best ? ok(best.place) : fail("plans.nowhere_to_buy", { values: { item: item.name } });
}

function costMilli({ world, horizonDays }: ChangeScope, draft: Draft): bigint {
  return draft.payments.reduce((sum, payment) => {
    const credit = payment.creditId === null ? null : world.credits.get(payment.creditId);
    return sum + payment.cents * BigInt(credit ? retentionPermille(credit, world.today, horizonDays) : 1000);
  }, 0n);
}

function paidWith({ world }: ChangeScope, draft: Draft, line: DraftLine, creditId: Id, sure: boolean): Result<DraftLine> {
  const credit = world.credits.get(creditId);
  if (!credit || !line.place) return fail("plans.line_gone");
  const { verdict, reason } = verdictOn(credit, line.category, { ...line.place, lines: linesOf(draft, line.place) });
  if (verdict === "no") return fail("plans.credit_cannot", { values: { reason } });
  if (verdict === "verify" && !sure) return fail("plans.credit_verify", { field: "sure" });
  return ok({ ...line, payWith: "credit", chosenCreditId: creditId, pinned: true });
}

function settle(scope: ChangeScope, draft: Draft, lines: readonly DraftLine[]): Draft {
  const settled = settleDraft(scope.world, lines, draft.orders, scope.horizonDays, scope.makeId);
  return asTheStorePays(scope.world, settled, scope.horizonDays);
}
