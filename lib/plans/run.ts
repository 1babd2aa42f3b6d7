import type { Actor } from "@/lib/auth/actor";
import type { PlanRequest } from "@/lib/planner/contract";
import type { PlanOutcome, PlanProgress } from "@/lib/planner/plan";
import type { PlannerPool } from "@/lib/planner/pool";
import { PlanCancelled } from "@/lib/planner/solver";
import type { Id } from "@/lib/kernel/id";

/** Why a plan wasn't worked out to its end: the person stopped it, or somebody in the household asked for a newer one. */
export class PlanningEnded extends Error {
  override readonly name = "PlanningEnded";
  constructor(readonly how: "stopped" | "replaced") {
    super(`the plan was ${how}`);
  }
}

/** A plan that is being worked out in this process, known by the id of the command that asked for it. */
type Run = {
  readonly id: Id;
  readonly memberId: Id;
  readonly startedAt: number;
  readonly stop: AbortController;
  readonly enough: AbortController;
  stopped: boolean;
  progress: PlanProgress | null;
};

/** How far a run has come. Null progress: it waits for its turn. */
export type RunProgress = { readonly elapsedMs: number; readonly progress: PlanProgress | null };

/**
 * The plans under way in this process, one a household: the newest wins. With several processes each knows its own; to
 * all others a run is simply not there, and its person waits without figures.
 */
export class PlanningRuns {
  private readonly runs = new Map<Id, Run>();

  constructor(private readonly pool: () => PlannerPool) {}

  /** Works the request out for the household. Throws {@link PlanningEnded} when stopped or replaced by a newer one. */
  async solve(request: PlanRequest, { householdId, memberId }: Actor, id: Id): Promise<PlanOutcome> {
    const run: Run = {
      id,
      memberId,
      startedAt: performance.now(),
      stop: new AbortController(),
      enough: new AbortController(),
      stopped: false,
      progress: null,
    };
    this.runs.set(householdId, run);
    try {
      return await this.pool().plan(householdId, request, {
        signal: run.stop.signal,
        enough: run.enough.signal,
        onProgress: (progress) => {
          run.progress = progress;
        },
      });
    } catch (error) {
      if (error instanceof PlanCancelled) throw new PlanningEnded(run.stopped ? "stopped" : "replaced");
      throw error;
    } finally {
      if (this.runs.get(householdId) === run) this.runs.delete(householdId);
    }
  }

  /** How far the person's own run has come; null when it isn't in this process, or has ended. */
  progressOf(actor: Actor, id: string): RunProgress | null {
    const run = this.own(actor, id);
    return run && { elapsedMs: performance.now() - run.startedAt, progress: run.progress };
  }

  /** Ends the person's own run: with the best plan so far, or with nothing. False when it isn't in this process. */
  end(actor: Actor, id: string, how: "best" | "stop"): boolean {
    const run = this.own(actor, id);
    if (!run) return false;
    if (how === "best") run.enough.abort();
    else {
      run.stopped = true;
      run.stop.abort();
    }
    return true;
  }

  private own({ householdId, memberId }: Actor, id: string): Run | null {
    const run = this.runs.get(householdId);
    return run?.id === id && run.memberId === memberId ? run : null;
  }
}
