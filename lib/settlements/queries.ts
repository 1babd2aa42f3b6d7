import { isAdult, seesBalances, today, type Actor } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { cents, type Cents } from "@/lib/kernel/cents";
import { plansKeptFrom } from "@/lib/households/surprise";
import type { Clock } from "@/lib/kernel/clock";
import { dayFromDate, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { everybody, type Person } from "@/lib/orders/people";
import { simplify, standingsOf, type Debt, type Standing } from "./simplify";
import { debtsOf, sumsBetween, type Between } from "./sums";

export type DebtsView = {
  readonly people: ReadonlyMap<Id, Person>;
  /** The fewest payments after which nobody owes anything. */
  readonly debts: readonly Debt[];
  readonly standings: readonly Standing[];
  readonly between: readonly Between[];
  readonly today: Day;
  readonly maySettle: boolean;
};

/** Who owes whom, and all it comes from. Null for children who don't see balances. */
export function debtsView(actor: Actor, clock: Clock): Promise<DebtsView | null> {
  if (!seesBalances(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, (tx) => readDebts(tx, actor, today(actor, clock)));
}

/** As {@link debtsView}, within a page's own transaction; the caller has asked whether the actor sees balances. */
export async function readDebts(tx: Tx, actor: Actor, now: Day): Promise<DebtsView> {
  const between = await sumsBetween(tx, actor, await plansKeptFrom(tx, actor));
  const standings = standingsOf(debtsOf(between)).filter((standing) => standing.cents !== 0n);
  return {
    people: await everybody(tx, actor),
    debts: simplify(standings),
    standings,
    between,
    today: now,
    maySettle: isAdult(actor),
  };
}

export type SettlementRow = {
  readonly id: Id;
  readonly from: Pick<Person, "name" | "colour">;
  readonly to: Pick<Person, "name" | "colour">;
  readonly cents: Cents;
  readonly note: string;
  readonly occurredOn: Day;
  readonly by: string;
  readonly at: Date;
  readonly state: "standing" | "reversed" | "reversal";
};

const PAGE = 50;

/** The latest payments between members, newest first, `page` from 1. Null for children who don't see balances. */
export function settlementHistory(
  actor: Actor,
  page: number,
): Promise<{ readonly rows: readonly SettlementRow[]; readonly more: boolean } | null> {
  if (!seesBalances(actor)) return Promise.resolve(null);
  return inHousehold(actor.householdId, async (tx) => {
    const person = { select: { id: true, name: true, colour: true } };
    const rows = await tx.settlement.findMany({
      where: { householdId: actor.householdId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * PAGE,
      take: PAGE + 1,
      include: { from: person, to: person, member: { select: { name: true } }, settlementAsReverses: { select: { id: true } } },
    });
    return {
      more: rows.length > PAGE,
      rows: rows.slice(0, PAGE).map((row) => ({
        id: row.id,
        from: row.from,
        to: row.to,
        cents: cents(row.cents),
        note: row.note,
        occurredOn: dayFromDate(row.occurredOn),
        by: row.member.name,
        at: row.createdAt,
        state: row.reversesId !== null ? ("reversal" as const) : row.settlementAsReverses ? ("reversed" as const) : ("standing" as const),
      })),
    };
  });
}
