import { useLocale, useTranslations } from "next-intl";
import { dayOfMonth, formatDay, formatShortDay } from "@/lib/i18n/days";
import { daysBetween, type Day } from "@/lib/kernel/day";
import { classes } from "./classes";
import { urgency } from "./urgency";

/**
 * A calendar leaf: "lost in / 9 / days"; on the last usable day "last day / 23 / Nov"; after it dashed, "lost / 23 / Nov".
 * `expires` is the last usable day. Put the date in words beside it (R73, R78).
 */
export function ExpiryLeaf({ expires, today, small = false }: { readonly expires: Day; readonly today: Day; readonly small?: boolean }) {
  const t = useTranslations("common.leaf");
  const locale = useLocale();
  const state = urgency(today, expires);
  const left = daysBetween(today, expires);
  const date = formatDay(expires, locale, today);
  const month = formatShortDay(expires, locale).split(" ").at(-1);
  const spoken = left < 0 ? t("lostText", { date }) : left === 0 ? t("lastText", { date }) : t("leftText", { count: left, date });
  return (
    <span className={classes("leaf", `leaf-${state}`, small && "leaf-small")}>
      <span className="sr-only">{spoken}</span>
      <em aria-hidden="true">{left < 0 ? t("lost") : left === 0 ? t("last") : t("lostIn")}</em>
      <b aria-hidden="true">{left > 0 ? left : dayOfMonth(expires)}</b>
      <small aria-hidden="true">{left > 0 ? t("days", { count: left }) : month}</small>
    </span>
  );
}
