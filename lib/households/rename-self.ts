import { changeName } from "@/lib/auth/accounts";
import type { Person } from "@/lib/auth/sessions";
import { inHousehold } from "@/lib/db/transaction";
import { membershipsOf } from "./membership";

/** Changes a person's name, in their account and in every household they belong to. */
export async function renameSelf(person: Person, name: string): Promise<void> {
  await changeName(person, name);
  for (const { householdId } of await membershipsOf(person.userId)) {
    await inHousehold(householdId, (tx) =>
      tx.member.updateMany({ where: { householdId, userId: person.userId, status: "active" }, data: { name } }),
    );
  }
}
