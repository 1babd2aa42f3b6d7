import { useLocale, useTranslations } from "next-intl";
import { LinkButton, TextLink } from "@/app/_ui/button";
import { DayStrip } from "@/app/_ui/day-strip";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { isAdult } from "@/lib/auth/actor";
import { orderBy } from "@/lib/credits/expiry";
import { formatDay } from "@/lib/i18n/days";
import { WantedRow } from "../verdict-row";
import type { StepProps } from "./first-steps";
import { StepSheet } from "./step-sheet";

const MOST_SHOWN = 20;

/** Look for things needed: what the household wants, with this credit's verdict on each (R70-R72). */
export function NeedsStep({ actor, page, step, number }: StepProps) {
  const t = useTranslations("check");
  const base = `/h/${actor.householdId}`;
  const shown = page.wanted.slice(0, MOST_SHOWN);
  const payable = page.wanted.filter(({ verdict }) => verdict.verdict !== "NO").length;
  return (
    <Sheet flush aria-labelledby="needs">
      <SectionTitle id="needs" end={t(`state.${step.state}`)}>
        {t("stepTitle", { number, title: t("needs.title") })}
      </SectionTitle>
      <p className="px-(--px)">{t("needs.text")}</p>
      {shown.length === 0 ? (
        <p className="px-(--px) py-3">
          {t("needs.none")} <TextLink href={`${base}/lists`}>{t("needs.lists")}</TextLink>
        </p>
      ) : (
        <ul className="rules">
          {shown.map((item) => (
            <WantedRow key={item.id} name={item.name} href={`${base}/lists/${item.listId}`} verdict={item.verdict} />
          ))}
        </ul>
      )}
      {page.wanted.length > shown.length ? (
        <p className="px-(--px) text-sm">{t("needs.more", { count: page.wanted.length - shown.length })}</p>
      ) : null}
      {payable > 0 && isAdult(actor) ? (
        <div className="p-(--px)">
          <LinkButton href={`${base}/plans/new`} variant="primary">
            {t("needs.plan")}
          </LinkButton>
        </div>
      ) : null}
    </Sheet>
  );
}

/** Use it before it is lost: the latest safe day to order (R73). */
export function UseStep(props: StepProps) {
  const t = useTranslations("check.use");
  const locale = useLocale();
  const { page, today } = props;
  const { expiry, expiresOn, closed } = page.credit;
  const by = expiresOn ? orderBy(expiresOn) : null;
  return (
    <StepSheet {...props}>
      {closed ? <p>{t("used")}</p> : null}
      {!closed && expiresOn && by ? (
        <>
          <p>
            {expiresOn < today
              ? t("lost", { day: formatDay(expiresOn, locale, today) })
              : t(by < today ? "late" : "by", { by: formatDay(by, locale, today), last: formatDay(expiresOn, locale, today) })}
          </p>
          {expiresOn >= today ? <DayStrip today={today} orderBy={by < today ? today : by} expires={expiresOn} /> : null}
        </>
      ) : null}
      {!closed && !expiresOn ? <p>{t(expiry === "never" ? "never" : "unknown")}</p> : null}
    </StepSheet>
  );
}
