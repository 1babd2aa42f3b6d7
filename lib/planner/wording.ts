import { day, daysBetween } from "@/lib/kernel/day";
import type { PlanCredit, Why, WhyCode } from "./contract";

/** The params of a reason; `detail` tells apart the sentences of one code. */
export type WhyParams = { readonly detail: string } & Readonly<Record<string, string | number>>;

export function because(code: WhyCode, text: string, params: WhyParams): Why {
  return { code, text, params: { ...params } };
}

/** An amount as plain text; the planner knows no currency. */
export function money(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

const ORIGINS: Record<PlanCredit["origin"], string> = {
  gift_card: "gift card",
  refund: "refund",
  return: "return",
  promotion: "promotion",
  reward: "reward",
  other: "credit",
  unknown: "credit",
};

export function nameOf(credit: PlanCredit): string {
  return `the ${ORIGINS[credit.origin]} ${credit.id}`;
}

export function daysUntil(today: string, date: string): number {
  return daysBetween(day(today), day(date));
}

export function inDays(days: number): string {
  if (days < 0) return "has ended";
  if (days === 0) return "ends today";
  return days === 1 ? "ends tomorrow" : `ends in ${days} days`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
