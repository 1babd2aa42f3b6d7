import { plannerPool } from "@/lib/planner/pool";
import { PlanningRuns } from "./run";

const HOLDER = globalThis as typeof globalThis & { commonpursePlanning?: PlanningRuns };

/** The plans under way in this process: the same ones for pages, actions and routes, however those are bundled. */
export function planningRuns(): PlanningRuns {
  HOLDER.commonpursePlanning ??= new PlanningRuns(plannerPool);
  return HOLDER.commonpursePlanning;
}

let warm = false;

/** Lets the planner get ready before the first person asks; called again, it does nothing. */
export function warmUpPlanner(): void {
  if (warm) return;
  warm = true;
  plannerPool().warmUp();
}
