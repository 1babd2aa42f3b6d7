import type { Proven } from "@/lib/planner/levels";
import type { StoredPlan } from "./store";

/** What isn't proven about a plan: how far from the best possible it can be at most, or the first level that isn't. */
export type Unproven =
  | { readonly open: "gap"; readonly gapCents: StoredPlan["worked"]["gapCents"] }
  | { readonly open: Exclude<keyof Proven, "cost"> };

/** Null where everything is proven, or for plans made before it was kept. */
export function unprovenOf({ status, gapCents, proven }: Pick<StoredPlan["worked"], "status" | "gapCents" | "proven">): Unproven | null {
  if (status === "feasible") return { open: "gap", gapCents };
  const open = (["orders", "fairness", "staying"] as const).find((level) => proven !== null && !proven[level]);
  return open ? { open } : null;
}
