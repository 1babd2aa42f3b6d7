import { daysBetween, type Day } from "@/lib/kernel/day";

export type Urgency = "calm" | "soon" | "close" | "last" | "lost";

/** How near the last usable day is: 31 days or more calm, 30 to 15 soon, 14 to 2 close, then the last day, then lost. */
export function urgency(today: Day, expires: Day): Urgency {
  const left = daysBetween(today, expires);
  if (left < 0) return "lost";
  if (left <= 1) return "last";
  if (left <= 14) return "close";
  return left <= 30 ? "soon" : "calm";
}
