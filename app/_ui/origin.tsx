import { BadgePercent, Banknote, CircleQuestionMark, Gift, Star, Undo2, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";

/** Where a balance came from; `cash` is what no balance pays. */
export type Origin = "gift_card" | "refund" | "return" | "promotion" | "reward" | "other" | "unknown" | "cash";
export type Print = "gift" | "promo" | "refund" | "reward" | "other" | "cash";

const PRINTS: Record<Origin, Print> = {
  gift_card: "gift",
  promotion: "promo",
  refund: "refund",
  return: "refund",
  reward: "reward",
  other: "other",
  unknown: "other",
  cash: "cash",
};
const ICONS: Record<Print, LucideIcon> = {
  gift: Gift,
  promo: BadgePercent,
  refund: Undo2,
  reward: Star,
  other: CircleQuestionMark,
  cash: Banknote,
};

export function printClass(origin: Origin): string {
  return `print print-${PRINTS[origin]}`;
}

export function OriginIcon({ origin }: { readonly origin: Origin }) {
  const Icon = ICONS[PRINTS[origin]];
  return <Icon />;
}

/** A snip of the print; the word goes beside it, always. */
export function OriginSwatch({ origin, children }: { readonly origin: Origin; readonly children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-[7px]">
      <i className={classes("swatch", printClass(origin))} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
