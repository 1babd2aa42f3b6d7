import type { PlanRequest } from "./contract";
import type { PlanOutcome, PlanProgress } from "./plan";

/** What a worker starts with: in shared memory, the number of the job to give up and of the job whose best plan so far will do. */
export type WorkerStart = { readonly toldJobs: SharedArrayBuffer };
export const GIVE_UP = 0;
export const ENOUGH = 1;

export type ToWorker = { readonly type: "plan"; readonly job: number; readonly request: PlanRequest } | { readonly type: "warm" };

export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "warm" }
  | { readonly type: "progress"; readonly job: number; readonly progress: PlanProgress }
  | { readonly type: "done"; readonly job: number; readonly outcome: PlanOutcome }
  | {
      readonly type: "failed";
      readonly job: number;
      readonly reason: "cancelled" | "request" | "check" | "bug";
      readonly message: string;
      readonly problems?: readonly string[];
    };
