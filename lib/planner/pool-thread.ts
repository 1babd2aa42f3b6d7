import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { PlanRequest } from "./contract";
import type { PlanProgress } from "./plan";
import { ENOUGH, type FromWorker, GIVE_UP, type ToWorker, type WorkerStart } from "./pool-messages";

/** How a plan in a thread ended; "lost" when the thread itself did. */
export type ThreadOutcome =
  | Extract<FromWorker, { type: "done" | "failed" }>
  | { readonly type: "lost"; readonly started: boolean; readonly message: string };

/** After so long a thread that was told to give up is stopped for good. */
const PATIENCE_MS = 3000;

/**
 * One worker thread. Its entry is a plain file of the project, found from the folder the server runs in: a bundler
 * has nothing to do with it, so it is the same in development, in tests and in a built server.
 */
export class PlannerThread {
  private readonly toldJobs = new SharedArrayBuffer(8);
  private readonly worker: Worker;
  private started = false;
  private lost: ThreadOutcome | null = null;
  private waiting: { job: number; end: (outcome: ThreadOutcome) => void; progress: (progress: PlanProgress) => void } | null = null;

  constructor(entry: string = join(/* turbopackIgnore: true */ process.cwd(), "bin", "plan-worker.mjs")) {
    const workerData: WorkerStart = { toldJobs: this.toldJobs };
    this.worker = new Worker(/* turbopackIgnore: true */ entry, { workerData });
    this.worker.unref();
    this.worker.on("message", (message: FromWorker) => this.receive(message));
    this.worker.on("error", (error) => this.end(error instanceof Error ? error.message : String(error)));
    this.worker.on("exit", (code) => this.end(`exit code ${code}`));
  }

  plan(job: number, request: PlanRequest, progress: (progress: PlanProgress) => void): Promise<ThreadOutcome> {
    return new Promise((resolve) => {
      if (this.lost) {
        resolve(this.lost);
        return;
      }
      this.waiting = { job, end: resolve, progress };
      this.worker.ref();
      this.send({ type: "plan", job, request });
    });
  }

  warmUp(): void {
    this.send({ type: "warm" });
  }

  /** Has the thread give up the job at the solver's next look; stops the thread if that takes too long. */
  giveUp(job: number): void {
    Atomics.store(new Int32Array(this.toldJobs), GIVE_UP, job);
    const stop = setTimeout(() => {
      if (this.waiting?.job === job) void this.stop();
    }, PATIENCE_MS);
    stop.unref();
  }

  /** Has the thread answer with the best plan it has found for the job so far. */
  takeBest(job: number): void {
    Atomics.store(new Int32Array(this.toldJobs), ENOUGH, job);
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private send(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private receive(message: FromWorker): void {
    this.started = true;
    if (message.type === "progress" && this.waiting?.job === message.job) this.waiting.progress(message.progress);
    if (message.type !== "done" && message.type !== "failed") return;
    this.finish(message);
  }

  private end(message: string): void {
    this.lost ??= { type: "lost", started: this.started, message };
    this.finish(this.lost);
  }

  private finish(outcome: ThreadOutcome): void {
    const waiting = this.waiting;
    this.waiting = null;
    this.worker.unref();
    waiting?.end(outcome);
  }
}
