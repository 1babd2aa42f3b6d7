import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { PlanRequest } from "@/lib/planner/contract";
import { PlannerPool } from "@/lib/planner/pool";
import tiny from "@/lib/planner/samples/tiny-1.json";
import { SPECIMEN_SIZES, specimen } from "@/lib/planner/specimen";
import { PlanningRuns } from "./run";

const TINY = tiny as PlanRequest;
const LONG = specimen(SPECIMEN_SIZES.stress, 1);

function person(memberId: string, householdId = "ferreira"): Actor {
  const household = { name: "", kind: "family", currency: "USD", timeZone: "UTC", settlement: "gift", childrenSeeBalances: true } as const;
  return { householdId, memberId, userId: memberId, name: memberId, role: "adult", household };
}

describe("PlanningRuns", { timeout: 60_000 }, () => {
  const pool = new PlannerPool(1);
  const runs = new PlanningRuns(() => pool);
  const [anna, ben] = [person("anna"), person("ben")];
  afterAll(() => pool.close());

  const firstPlan = (actor: Actor, id: string) =>
    expect.poll(() => runs.progressOf(actor, id)?.progress, { timeout: 30_000 }).toMatchObject({ best: { things: expect.any(Number) } });

  it("tells its person alone how far it is", async () => {
    const plan = runs.solve(LONG, anna, "one");
    await firstPlan(anna, "one");
    const told = runs.progressOf(anna, "one");
    expect(told?.progress?.best.things).toBeGreaterThan(0);
    expect(told?.progress?.gapCents).toBeGreaterThan(0);
    for (const other of [ben, person("anna", "elsewhere")]) {
      expect(runs.progressOf(other, "one")).toBeNull();
      expect(runs.end(other, "one", "stop")).toBe(false);
    }
    expect(runs.end(anna, "one", "best")).toBe(true);
    expect((await plan).result.status).toBe("feasible");
    expect(runs.progressOf(anna, "one")).toBeNull();
  });

  it("stops one that is no longer wanted", async () => {
    const plan = runs.solve(LONG, anna, "two");
    await firstPlan(anna, "two");
    runs.end(anna, "two", "stop");
    await expect(plan).rejects.toMatchObject({ name: "PlanningEnded", how: "stopped" });
  });

  it("works on one a household: the newest wins, whoever asked, and the older is told", async () => {
    const old = runs.solve(LONG, anna, "three");
    const newest = runs.solve(TINY, ben, "four");
    await expect(old).rejects.toMatchObject({ name: "PlanningEnded", how: "replaced" });
    expect((await newest).result.status).toBe("optimal");
  });
});
