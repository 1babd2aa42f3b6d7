import { isAdult, seesBalances, type Actor } from "@/lib/auth/actor";
import { inHousehold } from "@/lib/db/transaction";
import { subjectsKeptFrom } from "./surprise";
import { isId, type Id } from "@/lib/kernel/id";

export type HistoryRow = {
  readonly id: Id;
  readonly at: Date;
  /** Who did it: as they are called now. */
  readonly who: string;
  readonly colour: number;
  /** A key below `says` in messages/<locale>/activity.json. */
  readonly action: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};

/** What children who don't see balances don't read about. */
const ABOUT_MONEY = ["store.", "account.", "credit.", "card.", "arrangement.", "plans.", "orders.", "settlements.", "budget."];
/** What no child reads about. */
const FOR_ADULTS = ["case."];
const PAGE = 50;

/** What happened in the household, newest first; `before` is the id of the last row seen. */
export function historyPage(
  actor: Actor,
  before: string | undefined,
): Promise<{ readonly rows: readonly HistoryRow[]; readonly older: Id | null }> {
  return inHousehold(actor.householdId, async (tx) => {
    const { householdId } = actor;
    const hidden = [...(isAdult(actor) ? [] : FOR_ADULTS), ...(seesBalances(actor) ? [] : ABOUT_MONEY)];
    const seen =
      before !== undefined && isId(before)
        ? await tx.activity.findUnique({ where: { householdId_id: { householdId, id: before } }, select: { id: true, at: true } })
        : null;
    const rows = await tx.activity.findMany({
      where: {
        householdId,
        NOT: hidden.map((prefix) => ({ action: { startsWith: prefix } })),
        AND: { OR: [{ subjectId: null }, { subjectId: { notIn: await subjectsKeptFrom(tx, actor) } }] },
        ...(seen ? { OR: [{ at: { lt: seen.at } }, { at: seen.at, id: { lt: seen.id } }] } : {}),
      },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      include: { member: { select: { name: true, colour: true } } },
    });
    const shown = rows.slice(0, PAGE);
    return {
      rows: shown.map((row) => ({
        id: row.id,
        at: row.at,
        who: row.member.name,
        colour: row.member.colour,
        action: row.action,
        detail: row.detail as HistoryRow["detail"],
      })),
      older: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    };
  });
}
