import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inHousehold } from "@/lib/db/transaction";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/result";
import { recordActivity } from "./activity";
import { runCommand } from "./command";

async function anna() {
  const { actors } = await testHousehold();
  return present(actors.anna, "anna");
}

describe("runCommand", () => {
  it("does the work once when the same command arrives twenty times at the same moment", async () => {
    const actor = await anna();
    const id = newId();
    const send = () =>
      runCommand(actor, { id, name: "test.note" }, async (tx) => {
        await recordActivity(tx, actor, { action: "test.note", subjectType: "household", subjectId: null });
        return { number: await tx.activity.count({ where: { householdId: actor.householdId } }) };
      });
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { number: 1 } })));
    expect(await database().activity.count({ where: { householdId: actor.householdId } })).toBe(1);
  });

  it("leaves nothing behind when refused, so that the same command can be tried again", async () => {
    const actor = await anna();
    const command = { id: newId(), name: "test.note" };
    const refused = await runCommand(actor, command, async (tx) => {
      await recordActivity(tx, actor, { action: "test.note", subjectType: "household", subjectId: null });
      throw new Refusal("test.refused", { field: "name" });
    });
    expect(refused).toEqual({ ok: false, failure: { code: "test.refused", field: "name" } });
    expect(await database().activity.count({ where: { householdId: actor.householdId } })).toBe(0);
    expect(await runCommand(actor, command, () => Promise.resolve("done"))).toEqual({ ok: true, value: "done" });
  });

  it("refuses an id that another command or another person has used", async () => {
    const { actors } = await testHousehold();
    const [owner, other] = [present(actors.anna, "anna"), present(actors.ben, "ben")];
    const id = newId();
    await runCommand(owner, { id, name: "test.one" }, () => Promise.resolve(1));
    for (const attempt of [
      runCommand(other, { id, name: "test.one" }, () => Promise.resolve(2)),
      runCommand(owner, { id, name: "test.two" }, () => Promise.resolve(3)),
    ]) {
      expect(await attempt).toMatchObject({ ok: false, failure: { code: "command.reused" } });
    }
  });

  it("looks the membership up again: who was removed meanwhile, or lost the role, can't act", async () => {
    const { actors, householdId } = await testHousehold();
    const ben = present(actors.ben, "ben");
    const act = (roles?: readonly ["owner"]) => runCommand(ben, { id: newId(), name: "test.act", roles }, () => Promise.resolve(null));
    expect(await act(["owner"])).toMatchObject({ failure: { code: "actor.not_allowed" } });
    await database().member.update({
      where: { householdId_id: { householdId, id: ben.memberId } },
      data: { status: "removed", endedAt: new Date() },
    });
    expect(await act()).toMatchObject({ failure: { code: "actor.gone" } });
  });

  it("sees and changes only its own household, whatever the query forgets", async () => {
    const [ours, theirs] = [await anna(), await anna()];
    await inHousehold(ours.householdId, async (tx) => {
      expect(await tx.member.findMany({ where: { householdId: theirs.householdId } })).toEqual([]);
      expect((await tx.member.updateMany({ data: { name: "Mallory" } })).count).toBe(3);
    });
    expect(await database().member.count({ where: { householdId: theirs.householdId, name: "Mallory" } })).toBe(0);
  });
});
