import { availableParallelism } from "node:os";
import { type PlanRequest, PlanRequestError } from "./contract";
import { PlanCheckError, type PlanOptions, type PlanOutcome, type PlanProgress, workOutPlan } from "./plan";
import { PlannerThread } from "./pool-thread";
import { PlanCancelled } from "./solver";

export type PooledPlanOptions = {
  /** Stops the plan. */
  readonly signal?: AbortSignal;
  /** Takes the best plan so far instead of going on. */
  readonly enough?: AbortSignal;
  readonly onProgress?: (progress: PlanProgress) => void;
};

type Job = {
  readonly number: number;
  readonly key: string;
  readonly request: PlanRequest;
  readonly options: PooledPlanOptions;
  readonly resolve: (outcome: PlanOutcome) => void;
  readonly reject: (error: Error) => void;
  settled: boolean;
};

/**
 * Plans in threads of their own, so that nothing else waits. At most one plan per key (a household) is worked on;
 * a newer one takes its place. When threads can't be started, plans are made in process instead.
 */
export class PlannerPool {
  private readonly threads: PlannerThread[] = [];
  private readonly running = new Map<PlannerThread, Job>();
  private waiting: Job[] = [];
  private count = 0;
  private threadsWork = true;

  /** `size` threads at most; `planHere` is what plans when there are none. */
  constructor(
    private readonly size: number,
    private readonly planHere: (request: PlanRequest, options: PlanOptions) => Promise<PlanOutcome> = workOutPlan,
    private readonly newThread: () => PlannerThread = () => new PlannerThread(),
  ) {}

  /** The best plan for the request. Rejects with {@link PlanCancelled} when stopped or replaced by a newer one of the same key. */
  plan(key: string, request: PlanRequest, options: PooledPlanOptions = {}): Promise<PlanOutcome> {
    this.cancel(key);
    return new Promise<PlanOutcome>((resolve, reject) => {
      this.count += 1;
      const job: Job = { number: this.count, key, request, options, resolve, reject, settled: false };
      if (options.signal?.aborted) {
        this.drop(job);
        return;
      }
      options.signal?.addEventListener("abort", () => this.drop(job), { once: true });
      this.waiting.push(job);
      this.next();
    });
  }

  /** Gives up what is planned for the key, if anything. */
  cancel(key: string): void {
    for (const job of [...this.waiting, ...this.running.values()]) if (job.key === key) this.drop(job);
  }

  /** Starts a thread and has it plan something, so that the first person doesn't wait for that. */
  warmUp(): void {
    const thread = this.idleThread();
    if (thread) thread.warmUp();
  }

  /** Stops all threads; plans under way are cancelled. */
  async close(): Promise<void> {
    for (const job of [...this.waiting, ...this.running.values()]) this.drop(job);
    await Promise.all(this.threads.splice(0).map((thread) => thread.stop()));
    this.running.clear();
  }

  private next(): void {
    while (this.waiting.length > 0) {
      const thread = this.threadsWork ? this.idleThread() : null;
      if (this.threadsWork && !thread) return;
      const job = this.waiting.shift();
      if (!job) return;
      if (thread) void this.runIn(thread, job);
      else void this.runHere(job);
    }
  }

  private idleThread(): PlannerThread | null {
    const idle = this.threads.find((thread) => !this.running.has(thread));
    if (idle) return idle;
    if (this.threads.length >= this.size) return null;
    const thread = this.newThread();
    this.threads.push(thread);
    return thread;
  }

  private async runIn(thread: PlannerThread, job: Job): Promise<void> {
    this.running.set(thread, job);
    const { enough } = job.options;
    const takeBest = () => thread.takeBest(job.number);
    if (enough?.aborted) takeBest();
    else enough?.addEventListener("abort", takeBest, { once: true });
    const outcome = await thread.plan(job.number, job.request, (progress) => {
      if (!job.settled) job.options.onProgress?.(progress);
    });
    this.running.delete(thread);
    if (outcome.type === "lost") this.threads.splice(this.threads.indexOf(thread), 1);
    if (outcome.type === "lost" && !outcome.started && !job.settled) {
      this.threadsWork = false;
      void this.runHere(job);
    } else if (outcome.type === "done") this.settle(job, () => job.resolve(outcome.outcome));
    else if (outcome.type === "lost") this.settle(job, () => job.reject(new Error(`the planner's thread ended: ${outcome.message}`)));
    else if (outcome.reason === "request") this.settle(job, () => job.reject(new PlanRequestError(outcome.message)));
    else if (outcome.reason === "check") this.settle(job, () => job.reject(new PlanCheckError(outcome.problems ?? [], job.request)));
    else if (outcome.reason === "cancelled") this.settle(job, () => job.reject(new PlanCancelled(outcome.message)));
    else this.settle(job, () => job.reject(new Error(outcome.message)));
    this.next();
  }

  private async runHere(job: Job): Promise<void> {
    if (job.settled) return;
    const { onProgress, enough } = job.options;
    try {
      const outcome = await this.planHere(job.request, {
        cancelled: () => job.settled,
        enough: () => enough?.aborted === true,
        ...(onProgress ? { onProgress } : {}),
      });
      this.settle(job, () => job.resolve(outcome));
    } catch (error) {
      this.settle(job, () => job.reject(error instanceof Error ? error : new Error(String(error))));
    }
  }

  private drop(job: Job): void {
    this.settle(job, () => job.reject(new PlanCancelled("the plan is no longer wanted")));
    this.waiting = this.waiting.filter((entry) => entry !== job);
    for (const [thread, entry] of this.running) if (entry === job) thread.giveUp(job.number);
  }

  private settle(job: Job, how: () => void): void {
    if (job.settled) return;
    job.settled = true;
    how();
  }
}

const HOLDER = globalThis as typeof globalThis & { commonpursePlannerPool?: PlannerPool };

/** The pool of this process: one thread less than there are processors, two at most. */
export function plannerPool(): PlannerPool {
  HOLDER.commonpursePlannerPool ??= new PlannerPool(Math.max(1, Math.min(2, availableParallelism() - 1)));
  return HOLDER.commonpursePlannerPool;
}
