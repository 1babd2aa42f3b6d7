import { useLocale } from "next-intl";
import { formatDay } from "@/lib/i18n/days";
import { formatChange, formatMoney } from "@/lib/i18n/money";
import type { Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import { classes } from "./classes";

/** An exact amount, never broken over two lines. `change` writes the plus too; `total` rules it off twice. */
export function Money({
  cents,
  currency,
  change = false,
  total = false,
  className,
}: {
  readonly cents: Cents;
  readonly currency: string;
  readonly change?: boolean;
  readonly total?: boolean;
  readonly className?: string;
}) {
  const locale = useLocale();
  return (
    <span className={classes("money", total && "total", className)}>{(change ? formatChange : formatMoney)(cents, currency, locale)}</span>
  );
}

/** A day in words ("Mon 23 Nov"), readable by machines too. */
export function DayText({ day, today }: { readonly day: Day; readonly today?: Day }) {
  const locale = useLocale();
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {formatDay(day, locale, today)}
    </time>
  );
}
