import type { NextStep } from "@/lib/policy/rule";

/** Where the next steps of a verdict lead: the household and the credit in question. */
export type PathLinks = { readonly base: string; readonly creditId: string };

/** The address of a next step; null for one that is only waited for. */
export function nextHref(step: NextStep, { base, creditId }: PathLinks): string | null {
  const credit = `${base}/balances/credits/${creditId}`;
  switch (step) {
    case "plan_eligible":
      return `${credit}/check#needs`;
    case "order":
      return `${base}/plans/new`;
    case "read_terms":
      return `${credit}/check#terms`;
    case "look_at_checkout":
      return `${credit}/check#checkout`;
    case "try_in_cart":
      return `${credit}/check#cart`;
    case "recall_origin":
      return `${credit}/check#origin`;
    case "quote_terms":
      return `${credit}/check#said`;
    case "find_expiry":
      return `${credit}/terms`;
    case "ask_store":
      return `${base}/cases/new?about=question&credit=${creditId}`;
    case "wait":
      return null;
  }
}
