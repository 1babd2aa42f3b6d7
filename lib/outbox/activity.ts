import type { Booker } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/transaction";
import { newId, type Id } from "@/lib/kernel/id";

/** What happened: `action` is a key of messages/<locale>/activity.json, `detail` the values its sentence needs. */
export type ActivityEvent = {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: Id | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Writes who did what (or whom it happened to), in the transaction that does it. */
export async function recordActivity(tx: Tx, actor: Pick<Booker, "householdId" | "memberId">, event: ActivityEvent): Promise<void> {
  await tx.activity.create({
    data: {
      householdId: actor.householdId,
      id: newId(),
      memberId: actor.memberId,
      action: event.action,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      detail: event.detail ?? {},
    },
  });
}
