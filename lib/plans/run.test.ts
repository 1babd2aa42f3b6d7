import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { PlanRequest } from "@/lib/planner/contract";
import { PlannerPool } from "@/lib/planner/pool";
import tiny from "@/lib/planner/samples/tiny-1.json";
import { SPECIMEN_SIZES, specimen } from "@/lib/planner/specimen";
import { ok, type Result } from "@/lib/kernel/result";
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

  it("answers at once what is quick; what takes longer goes on by itself, and tells its person what came of it", async () => {
    const kept: Promise<unknown>[] = [];
    const within = (patienceMs: number, id: string, work: () => Promise<Result<{ planId: string }>>) =>
      runs.within(patienceMs, anna, id, work, (going) => kept.push(going));
    expect(await within(5_000, "quick", async () => ok({ planId: "p" }))).toEqual(ok({ planId: "p" }));
    expect(runs.outcomeOf(anna, "quick")).toBeNull();
    await expect(within(5_000, "broken", () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");

    let end: (made: Result<{ planId: string }>) => void = () => undefined;
    const slow = new Promise<Result<{ planId: string }>>((resolve) => {
      end = resolve;
    });
    expect(await within(1, "slow", () => slow)).toBeNull();
    expect(runs.outcomeOf(anna, "slow")).toBeNull();
    expect(runs.progressOf(anna, "slow")?.progress).toBeNull();
    end(ok({ planId: "late" }));
    await Promise.all(kept);
    expect(runs.outcomeOf(anna, "slow")).toEqual(ok({ planId: "late" }));
    expect(runs.outcomeOf(ben, "slow")).toBeNull();
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
