import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import type { Id } from "@/lib/kernel/id";

export type Person = { readonly id: Id; readonly name: string; readonly colour: number; readonly active: boolean };

/** Everybody who is or was in the household, in the order they came: the books keep the names of those who left. */
export async function everybody(tx: Tx, actor: Actor): Promise<Map<Id, Person>> {
  const rows = await tx.member.findMany({
    where: { householdId: actor.householdId },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, colour: true, status: true },
  });
  return new Map(rows.map(({ id, name, colour, status }) => [id, { id, name, colour, active: status === "active" }]));
}
