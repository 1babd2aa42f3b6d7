import { parentPort, workerData } from "node:worker_threads";
import { PlanRequestError } from "./contract";
import { makePlan, PlanCheckError } from "./plan";
import type { FromWorker, ToWorker, WorkerStart } from "./pool-messages";
import { PlanCancelled } from "./solver";
import { SPECIMEN_SIZES, specimen } from "./specimen";

/** A planner thread: one request at a time. The solver is synchronous, so cancelling comes through shared memory. */
const { cancelledJob } = workerData as WorkerStart;
const cancelled = new Int32Array(cancelledJob);

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}

async function run({ job, request }: Extract<ToWorker, { type: "plan" }>): Promise<void> {
  try {
    const result = await makePlan(request, {
      cancelled: () => Atomics.load(cancelled, 0) === job,
      onProgress: (progress) => post({ type: "progress", job, progress }),
    });
    post({ type: "done", job, result });
  } catch (error) {
    post(failure(job, error));
  }
}

function failure(job: number, error: unknown): FromWorker {
  if (error instanceof PlanCancelled) return { type: "failed", job, reason: "cancelled", message: error.message };
  if (error instanceof PlanRequestError) return { type: "failed", job, reason: "request", message: error.message };
  if (error instanceof PlanCheckError) return { type: "failed", job, reason: "check", message: error.message, problems: error.problems };
  return { type: "failed", job, reason: "bug", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** The solver's code is compiled as it is used; after some tens of plans it is five times as fast. */
async function warmUp(): Promise<void> {
  for (let seed = 1; seed <= 60; seed += 1) await makePlan(specimen(SPECIMEN_SIZES.tiny, seed));
  post({ type: "warm" });
}

parentPort?.on("message", (message: ToWorker) => {
  if (message.type === "plan") void run(message);
  else void warmUp();
});
post({ type: "ready" });
