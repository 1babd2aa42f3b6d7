import { useLocale, useTranslations } from "next-intl";
import { dayOfMonth, formatDay } from "@/lib/i18n/days";
import type { Day } from "@/lib/kernel/day";
import { stripDays } from "./strip-days";

/** One cell per day up to the last usable one: safe to order, may arrive late, the end. The words below say both dates (R73). */
export function DayStrip({ today, orderBy, expires }: { readonly today: Day; readonly orderBy: Day; readonly expires: Day }) {
  const t = useTranslations("common.days");
  const locale = useLocale();
  const cells = stripDays(today, orderBy, expires);
  return (
    <div className="days">
      <ol aria-hidden="true" data-many={cells.length > 10}>
        {cells.map(({ day, state }) => (
          <li key={day} data-state={state}>
            {dayOfMonth(day)}
          </li>
        ))}
      </ol>
      <p>
        <span>{t("orderBy", { date: formatDay(orderBy, locale, today) })}</span>
        <span className="lost-on">{t("lostAfter", { date: formatDay(expires, locale, today) })}</span>
      </p>
    </div>
  );
}
