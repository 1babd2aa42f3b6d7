import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "@/app/_ui/button";
import { Note } from "@/app/_ui/feedback";
import { VerdictBadge } from "@/app/_ui/verdict";
import { formatDay } from "@/lib/i18n/days";
import type { Day } from "@/lib/kernel/day";
import type { Verdict } from "@/lib/policy/verdict";
import { nextHref, type PathLinks } from "./next-href";

/** Whose word a verdict rests on, with the quote and the day (R83). */
function SourceLine({ verdict, today }: { readonly verdict: Verdict; readonly today: Day }) {
  const t = useTranslations("policy.source");
  const locale = useLocale();
  const { source } = verdict;
  const day = source.on ? formatDay(source.on, locale, today) : "";
  const who = source.author && day ? t("by", { author: source.author, day }) : source.author || (day && t("onDay", { day }));
  return (
    <span className="text-sm text-ink-2 [overflow-wrap:anywhere]">
      {source.quote ? <q className="block">{source.quote}</q> : null}
      {t(source.kind)} {who ? `${who}. ` : null}
      {source.link ? (
        <a href={source.link} className="underline" target="_blank" rel="noreferrer noopener">
          {source.link}
        </a>
      ) : null}
    </span>
  );
}

/** The answer on one use: verdict, reason, source and date, and what to do next (R45). */
export function VerdictRow({
  title,
  verdict,
  today,
  links,
  children,
}: {
  readonly title: ReactNode;
  readonly verdict: Verdict;
  readonly today: Day;
  readonly links: PathLinks;
  readonly children?: ReactNode;
}) {
  const t = useTranslations("policy");
  const steps = verdict.next.flatMap((step) => {
    const href = nextHref(step, links);
    return href === null ? [] : [{ step, href }];
  });
  return (
    <li className="grid gap-1 px-(--px) py-3">
      <span className="flex items-center justify-between gap-3">
        <span className="font-[620]">{title}</span>
        <VerdictBadge verdict={verdict.verdict} />
      </span>
      <span className="text-sm">{t(`reason.${verdict.rule}`, { credit: t("this") })}</span>
      {children}
      <SourceLine verdict={verdict} today={today} />
      {verdict.exception ? <Note>{t("exception")}</Note> : null}
      <span className="flex flex-wrap gap-x-4">
        {steps.map(({ step, href }) => (
          <TextLink key={step} href={href}>
            {t(`next.${step}`)}
          </TextLink>
        ))}
      </span>
    </li>
  );
}

/** A thing somebody wants, with this credit's verdict on it (R72). */
export function WantedRow({ name, href, verdict }: { readonly name: string; readonly href: string; readonly verdict: Verdict }) {
  const t = useTranslations("policy");
  return (
    <li className="grid gap-1 px-(--px) py-3">
      <span className="flex items-center justify-between gap-3">
        <Link href={href} className="font-[620]">
          {name}
        </Link>
        <VerdictBadge verdict={verdict.verdict} />
      </span>
      {verdict.verdict === "OK" ? null : <span className="text-sm text-ink-2">{t(`reason.${verdict.rule}`, { credit: t("this") })}</span>}
    </li>
  );
}
