import { parentPort, workerData } from "node:worker_threads";
import { PlanRequestError } from "./contract";
import { makePlan, PlanCheckError, workOutPlan } from "./plan";
import { ENOUGH, type FromWorker, GIVE_UP, type ToWorker, type WorkerStart } from "./pool-messages";
import { PlanCancelled } from "./solver";
import { SPECIMEN_SIZES, specimen } from "./specimen";

/** A planner thread: one request at a time. The solver is synchronous, so what it is told meanwhile comes through shared memory. */
const { toldJobs } = workerData as WorkerStart;
const told = new Int32Array(toldJobs);

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}

async function run({ job, request }: Extract<ToWorker, { type: "plan" }>): Promise<void> {
  try {
    const outcome = await workOutPlan(request, {
      cancelled: () => Atomics.load(told, GIVE_UP) === job,
      enough: () => Atomics.load(told, ENOUGH) === job,
      onProgress: (progress) => post({ type: "progress", job, progress }),
    });
    post({ type: "done", job, outcome });
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
