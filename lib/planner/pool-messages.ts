import type { PlanRequest, PlanResult } from "./contract";
import type { PlanProgress } from "./plan";

/** What a worker starts with: the number of the job to give up, in shared memory. */
export type WorkerStart = { readonly cancelledJob: SharedArrayBuffer };

export type ToWorker = { readonly type: "plan"; readonly job: number; readonly request: PlanRequest } | { readonly type: "warm" };

export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "warm" }
  | { readonly type: "progress"; readonly job: number; readonly progress: PlanProgress }
  | { readonly type: "done"; readonly job: number; readonly result: PlanResult }
  | {
      readonly type: "failed";
      readonly job: number;
      readonly reason: "cancelled" | "request" | "check" | "bug";
      readonly message: string;
      readonly problems?: readonly string[];
    };
