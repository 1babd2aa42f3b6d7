import type { Actor, Role } from "@/lib/auth/actor";
import { inHousehold, type Tx } from "@/lib/db/transaction";
import { DatabaseUnavailable } from "@/lib/db/unavailable";
import type { Id } from "@/lib/kernel/id";
import { fail, ok, Refusal, type Result } from "@/lib/kernel/result";
import { isWriteConflict } from "./write-conflict";

/** What a command may answer: plain JSON, because a repeat gets the stored answer. Cents go in as text. */
export type Answer = null | string | number | boolean | readonly Answer[] | { readonly [key: string]: Answer };

const ATTEMPTS = 4;

/**
 * Runs one use case in one transaction, once. `commandId` is made by the client (UUIDv7): a repeat with the same
 * id, at the same time or later, changes nothing and gets the first answer. The actor's membership and role are
 * re-checked inside the transaction. A {@link Refusal} thrown by `work` rolls everything back and becomes a
 * failed Result; so does a membership that ended (`actor.gone`). Deadlocks, serialization failures and lost
 * connections are tried again, with jitter: had it been done after all, the receipt says so. Then the person is told
 * (`command.busy`, `command.unreachable`); so are those for whom no connection became free (`command.crowded`).
 */
export async function runCommand<T extends Answer>(
  actor: Actor,
  command: { readonly id: Id; readonly name: string; readonly roles?: readonly Role[] },
  work: (tx: Tx) => Promise<T>,
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return ok(await inHousehold(actor.householdId, (tx) => once(tx, actor, command, work)));
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, failure: error.failure };
      if (error instanceof DatabaseUnavailable && error.why === "full") return fail("command.crowded");
      const lost = error instanceof DatabaseUnavailable;
      if (!lost && !isWriteConflict(error)) throw error;
      if (attempt === ATTEMPTS) return fail(lost ? "command.unreachable" : "command.busy");
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt * (1 + Math.random())));
    }
  }
}

async function once<T extends Answer>(
  tx: Tx,
  actor: Actor,
  command: { readonly id: Id; readonly name: string; readonly roles?: readonly Role[] },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const [member] = await tx.$queryRaw<{ role: Role }[]>`
    select role from member
    where household_id = ${actor.householdId}::uuid and id = ${actor.memberId}::uuid
      and user_id = ${actor.userId}::uuid and status = 'active'
    for share`;
  if (!member) throw new Refusal("actor.gone");
  if (command.roles && !command.roles.includes(member.role)) throw new Refusal("actor.not_allowed");

  // Of two repeats at the same moment, the second waits here until the first has committed.
  const fresh = await tx.$executeRaw`
    insert into command_receipt (household_id, id, member_id, name)
    values (${actor.householdId}::uuid, ${command.id}::uuid, ${actor.memberId}::uuid, ${command.name})
    on conflict do nothing`;
  const key = { householdId_id: { householdId: actor.householdId, id: command.id } };
  if (fresh === 0) {
    const receipt = await tx.commandReceipt.findUniqueOrThrow({ where: key });
    if (receipt.memberId !== actor.memberId || receipt.name !== command.name) throw new Refusal("command.reused");
    return receipt.result as T;
  }
  const answer = await work(tx);
  // A JSON null is a value; Prisma's input type wants it left out instead.
  if (answer !== null) await tx.commandReceipt.update({ where: key, data: { result: answer as object } });
  return answer;
}
