import type { Actor } from "@/lib/auth/actor";
import type { Person } from "@/lib/auth/sessions";
import { inHousehold } from "@/lib/db/transaction";
import { newId, type Id } from "@/lib/kernel/id";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { recordActivity } from "@/lib/outbox/activity";
import type { NewHousehold } from "./schema";

/**
 * Makes a household with this person as its owner. Its id is made by the client, so a repeat finds the household it
 * made the first time; an id that is taken by somebody else's is refused.
 */
export function createHousehold(person: Person, id: Id, input: NewHousehold): Promise<Result<Id>> {
  return inHousehold(id, async (tx) => {
    const fresh = await tx.$executeRaw`
      insert into household (id, name, kind, currency, time_zone)
      values (${id}::uuid, ${input.name}, ${input.kind}, ${input.currency}, ${input.timeZone})
      on conflict do nothing`;
    if (fresh === 0) {
      const mine = await tx.member.findFirst({ where: { householdId: id, userId: person.userId, status: "active" }, select: { id: true } });
      return mine ? ok(id) : fail("command.reused");
    }
    const memberId = newId();
    await tx.member.create({ data: { householdId: id, id: memberId, userId: person.userId, name: person.name, role: "owner" } });
    const household: Actor["household"] = { ...input, settlement: "even_up", childrenSeeBalances: false };
    const actor: Actor = { householdId: id, memberId, userId: person.userId, name: person.name, role: "owner", household };
    await recordActivity(tx, actor, { action: "household.created", subjectType: "household", subjectId: id, detail: { name: input.name } });
    return ok(id);
  });
}
