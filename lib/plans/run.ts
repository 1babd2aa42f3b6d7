import type { Actor } from "@/lib/auth/actor";
import type { PlanRequest } from "@/lib/planner/contract";
import type { PlanOutcome, PlanProgress } from "@/lib/planner/plan";
import type { PlannerPool } from "@/lib/planner/pool";
import { PlanCancelled } from "@/lib/planner/solver";
import { log } from "@/lib/log/log";
import type { Id } from "@/lib/kernel/id";
import { fail, type Result } from "@/lib/kernel/result";

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

/** A command that makes a plan and goes on by itself, with what came of it once it has ended. */
type Task = {
  readonly householdId: Id;
  readonly memberId: Id;
  readonly startedAt: number;
  outcome: Result<{ planId: Id }> | null;
};

/** So long a page may ask what came of its plan. */
const KEPT_MS = 600_000;

/**
 * The plans under way in this process, one a household: the newest wins. With several processes each knows its own; to
 * all others a run is simply not there, and its person waits without figures.
 */
export class PlanningRuns {
  private readonly runs = new Map<Id, Run>();
  private readonly tasks = new Map<Id, Task>();

  constructor(private readonly pool: () => PlannerPool) {}

  /**
   * Does the work of a command, and answers with what came of it if that takes no longer than `patienceMs`. Else null: it goes on
   * by itself (`meanwhile` is handed it, to be kept alive), and what comes of it is told by {@link outcomeOf}.
   */
  async within(
    patienceMs: number,
    { householdId, memberId }: Actor,
    id: Id,
    work: () => Promise<Result<{ planId: Id }>>,
    meanwhile: (going: Promise<unknown>) => void,
  ): Promise<Result<{ planId: Id }> | null> {
    const task: Task = { householdId, memberId, startedAt: performance.now(), outcome: null };
    this.tasks.set(id, task);
    const going = work();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs);
    });
    const forget = () => this.tasks.get(id) === task && this.tasks.delete(id);
    try {
      const soon = await Promise.race([going, late]);
      if (soon !== null) {
        forget();
        return soon;
      }
    } catch (error) {
      forget();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    meanwhile(
      going
        .catch((error: unknown) => {
          log.error({ err: error }, "a plan failed after its page was answered");
          return fail("unexpected");
        })
        .then((outcome) => {
          task.outcome = outcome;
          setTimeout(forget, KEPT_MS).unref();
        }),
    );
    return null;
  }

  /** What came of the person's own command, once it has ended; null before, or when this process doesn't know it. */
  outcomeOf(actor: Actor, id: string): Result<{ planId: Id }> | null {
    return this.ownTask(actor, id)?.outcome ?? null;
  }

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
    const [run, task] = [this.own(actor, id), this.ownTask(actor, id)];
    const startedAt = task?.startedAt ?? run?.startedAt;
    return startedAt === undefined ? null : { elapsedMs: performance.now() - startedAt, progress: run?.progress ?? null };
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

  private ownTask({ householdId, memberId }: Actor, id: string): Task | null {
    const task = this.tasks.get(id);
    return task?.householdId === householdId && task.memberId === memberId ? task : null;
  }

  private own({ householdId, memberId }: Actor, id: string): Run | null {
    const run = this.runs.get(householdId);
    return run?.id === id && run.memberId === memberId ? run : null;
  }
}
