import { STEPS_BEFORE, type Step } from "@/lib/orders/schema";
import type { StoredOrder } from "@/lib/orders/locked-order";

/** Where an order stands: what is done, and the one thing to do now. */
export type Progress = {
  readonly done: ReadonlySet<Step | "record">;
  readonly now: Step | "record" | "close" | null;
  readonly total: number;
};

/** `writing`: it was ordered already, so the rest of the checklist is left as it is. */
export function progressOf(order: Pick<StoredOrder, "status" | "steps">, writing: boolean): Progress {
  const done = new Set<Step | "record">(order.steps);
  const total = STEPS_BEFORE.length + 2;
  if (order.status === "cancelled") return { done, now: null, total };
  if (order.status === "planned") {
    const next = STEPS_BEFORE.find((step) => !done.has(step));
    return { done, now: writing ? "record" : (next ?? "record"), total };
  }
  done.add("record");
  if (order.status === "closed") return { done, now: null, total };
  return { done, now: done.has("methods_back") ? "close" : "methods_back", total };
}
