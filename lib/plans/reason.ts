import type { Why } from "@/lib/planner/contract";

/**
 * Why a line is as it is: the planner's reasons, and those of changes made by hand. Kept as code and values, and said
 * in the reader's language by messages `plans.why.<code>`.
 */
export type Reason = { readonly code: string; readonly params: Readonly<Record<string, string | number>>; readonly text?: string };

export type OwnCode = "by_hand" | "taken_out" | "chosen_credit" | "chosen_cash" | "no_account" | "lost_otherwise" | "pays" | "cash_rest";

export function own(code: OwnCode, params: Reason["params"] = {}): Reason {
  return { code, params };
}

export function fromPlanner(why: readonly Why[]): Reason[] {
  return why.map(({ code, params, text }) => ({ code, params, text }));
}
